// Every address that a talk lets its audience and readers click.

import type { Deck, Position } from '../deck/deck.ts'
import { shownIn } from './nodes.ts'

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
