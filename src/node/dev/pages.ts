// The pages of the live server, written when they are asked for and kept until something in them changes.

import { createHash, randomBytes } from 'node:crypto'
import { type Frame, type LiveTicket, writeDeckPage, writeHome, writeNotFound } from '../../core/index.ts'
import { plainDisk } from '../disk.ts'
import { loadKit, type SiteWords } from '../kit.ts'
import type { SiteFile } from '../site-record.ts'
import type { DeckResult } from '../task.ts'
import type { Entry } from './entry.ts'
import { hashOf, type LiveDeck, liveDeck } from './live-deck.ts'

/** What surrounds all pages. */
export interface LiveKit {
  readonly frame: Frame
  readonly files: readonly SiteFile[]
}

/** Writes pages from memory. */
export interface Pages {
  readonly kit: () => LiveKit
  /** Loads script and theme again. */
  readonly reload: () => void
  /** Gives the site another title or language. */
  readonly rename: (words: SiteWords) => void
  /** A deck as it is shown; undefined where there is nothing to show. */
  readonly deck: (entry: Entry) => LiveDeck | undefined
  readonly deckHtml: (entry: Entry, ticket: Omit<LiveTicket, 'face' | 'part'>) => string
  readonly homeFace: (entries: readonly Entry[]) => string
  readonly homeHtml: (entries: readonly Entry[], ticket: Omit<LiveTicket, 'face' | 'part'>) => string
  readonly lostHtml: () => string
}

export function createPages(first: SiteWords): Pages {
  let site = first
  // Stands where the ticket of whoever asks will; nobody can write it into a deck.
  const gap = `ticket-${randomBytes(12).toString('hex')}`
  const load = (): LiveKit => {
    const { frame, files } = loadKit(site, plainDisk, 'live')
    const sha256 = (text: string): string => createHash('sha256').update(text).digest('base64')
    return { files, frame: { ...frame, sha256, cleanUrls: true, live: gap } }
  }
  let kit = load()
  let decks = new WeakMap<DeckResult, LiveDeck>()
  let written = new WeakMap<LiveDeck, string>()

  const deck = (entry: Entry): LiveDeck | undefined => {
    const { shown } = entry
    if (!shown?.live) return undefined
    const known = decks.get(shown)
    if (known) return known
    const made = liveDeck(shown.live, kit.frame)
    decks.set(shown, made)
    return made
  }
  const home = (entries: readonly Entry[], frame: Frame): string => {
    const placed = entries.flatMap(entry => {
      const page = entry.shown?.live
      return page ? [{ page, url: encodeURI(`${entry.slug}/`) }] : []
    })
    return writeHome(placed, frame)
  }
  const withTicket = (html: string, ticket: LiveTicket): string =>
    html.replace(gap, () => JSON.stringify(ticket).replace(/&/g, '&#38;').replace(/"/g, '&#34;'))

  const reload = (): void => {
    kit = load()
    decks = new WeakMap()
    written = new WeakMap()
  }

  return {
    kit: () => kit,
    reload,
    rename(words) {
      site = words
      reload()
    },
    deck,
    deckHtml(entry, ticket) {
      const { opening } = entry
      const begun = !entry.shown && opening ? liveDeck(opening.page, kit.frame) : undefined
      const live = begun ?? deck(entry)
      if (!live) return withTicket(waiting(entry, kit.frame), { ...ticket, face: '', part: false })
      const html = written.get(live) ?? writeDeckPage(live.page, kit.frame)
      written.set(live, html)
      return withTicket(html, {
        ...ticket,
        face: live.face,
        part: begun !== undefined && opening?.part === true,
      })
    },
    homeFace: entries => hashOf(home(entries, { ...kit.frame, live: '' })),
    homeHtml: (entries, ticket) =>
      withTicket(home(entries, kit.frame), {
        ...ticket,
        face: hashOf(home(entries, { ...kit.frame, live: '' })),
        part: false,
      }),
    lostHtml: () => writeNotFound({ ...kit.frame, base: '/' }),
  }
}

/** Stands in for a deck that could not be shown even once; what is wrong with it comes through the channel. */
function waiting({ slug }: Entry, frame: Frame): string {
  const sign = (text: string): string => text.replace(/[&<>"]/g, one => `&#${one.charCodeAt(0)};`)
  const styles = frame.styles.map(href => `<link rel="stylesheet" href="../${href}">`).join('\n')
  const hash = createHash('sha256').update('').digest('base64')
  return `<!doctype html>
<html lang="en" data-waiting>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self' 'sha256-${hash}'; font-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${sign(slug)}</title>
<meta name="deckhand-live" content="${frame.live ?? ''}">
${styles}
<script defer src="../${frame.script}"></script>
</head>
<body>
<main class="home"><h1>${sign(slug)}</h1><p>This deck cannot be shown yet.</p></main>
</body>
</html>
`
}
