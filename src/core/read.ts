// read: a source becomes a Deck by the dialect it is written in.

import type { Deck, Source } from './deck/deck.ts'
import { unignored } from './deck/ignore.ts'
import { chooseDialect } from './dialects/detect.ts'
import { dialects } from './dialects/index.ts'
import { normaliseText } from './syntax/lines.ts'
import { type ParseMarkdown, parseMarkdown } from './syntax/markdown.ts'
import type { WrittenMeta } from './syntax/meta.ts'
import { createReport } from './syntax/report.ts'

export interface ReadAsk {
  /** Reads the source as this dialect, whatever it looks like; stands above `dialect:` in the front matter. */
  readonly dialect?: string
  /** Reads the source as this dialect where neither it nor the caller says which it is. */
  readonly usualDialect?: string
  /** What a deck is where its front matter says nothing. */
  readonly defaults?: WrittenMeta
  /** A memoised `parseMarkdown`, where there is a cache. Notes never pass through it. */
  readonly parse?: ParseMarkdown
}

/**
 * Reads a document. Never throws for what an author wrote: problems are in the deck's diagnostics.
 *
 * @param source path and text; any line ends, with or without a byte order mark
 * @returns slides as written, before any transform; `needs` lists what the edge has to load
 */
export function read(source: Source, ask: ReadAsk = {}): Deck {
  const normal = { path: source.path, text: normaliseText(source.text) }
  const { report, diagnostics } = createReport(source.path)
  const { dialect, evidence } = chooseDialect(normal, dialects, report, ask)
  const deck = dialect.read(normal, {
    parse: ask.parse ?? parseMarkdown,
    evidence,
    defaults: ask.defaults ?? {},
  })
  const { ignores = [] } = deck
  if (diagnostics.length === 0 && ignores.length === 0) return deck
  return { ...deck, diagnostics: unignored([...diagnostics, ...deck.diagnostics], ignores) }
}
