// Every address that a talk lets its audience and readers click.

import type { Deck, Position } from '../deck/deck.ts'
import { type DeckLink, readDeckLink } from '../transforms/deck-links.ts'
import { shownIn } from './nodes.ts'
import type { Talk } from './talk.ts'
import { asWritten } from './written.ts'

/** A link as it is written. */
export interface WrittenLink {
  readonly url: string
  /** The file it is written in. */
  readonly file: string
  readonly position: Position | undefined
  /** Whether it stands in raw HTML. */
  readonly raw: boolean
}

/** The links of all slides in reading order, then those that definitions lead to. */
export function* linksIn(deck: Deck): Generator<WrittenLink> {
  for (const { node, file } of shownIn(deck)) {
    const position = node.position as Position | undefined
    if (node.type === 'link') yield { url: node.url, file, position, raw: false }
    if (node.type !== 'html') continue
    for (const [, double, single, bare] of node.value.matchAll(
      /<a\b[^<>]*?\shref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+))/gi,
    )) {
      const url = (double ?? single ?? bare ?? '').trim()
      if (url !== '') yield { url, file, position, raw: true }
    }
  }
  for (const node of deck.definitions) {
    if (node.type !== 'definition') continue
    yield {
      url: node.url,
      file: deck.source.path,
      position: node.position as Position | undefined,
      raw: false,
    }
  }
}

/** A link that leads to a file, as it is written. */
export interface FileLink extends WrittenLink {
  /** Where it leads to another deck. */
  readonly deck?: DeckLink
}

/** The links that lead out of the deck and not to another server: only who can look at files knows where they end. */
export function fileLinksIn(talk: Talk): FileLink[] {
  return [...linksIn(asWritten(talk))].flatMap(link => {
    if (link.url === '' || /^(?:[a-z][a-z\d+.-]*:|\/\/|#)/i.test(link.url)) return []
    // Raw HTML is published as it stands.
    const deck = link.raw ? undefined : readDeckLink(link.url)
    return [{ ...link, ...(deck ? { deck } : {}) }]
  })
}

/** The links that lead to other servers: only who asks them knows whether anything is there. */
export function remoteLinksIn(talk: Talk): WrittenLink[] {
  return [...linksIn(asWritten(talk))].filter(({ url }) => /^(?:https?:)?\/\//i.test(url))
}
