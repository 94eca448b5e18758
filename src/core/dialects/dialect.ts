// The one interface of a dialect: how surely a document is one of its own, and the Deck it spells.

import type { Deck, Evidence, Source } from '../deck/deck.ts'
import type { ParseMarkdown } from '../syntax/markdown.ts'
import type { WrittenMeta } from '../syntax/meta.ts'

/** What a dialect gets beside the source. */
export interface DialectAsk {
  /** Parses the public parts of a slide; may be memoised, so never mutate its trees without a copy of your own. */
  readonly parse: ParseMarkdown
  /** Why this dialect was chosen; goes into the deck as it is. */
  readonly evidence: readonly Evidence[]
  /** What a deck is where its front matter says nothing. */
  readonly defaults: WrittenMeta
}

/** What a line of a source is to its dialect. */
export type LineKind = 'slide' | 'note' | 'meta' | 'separator'

export interface Dialect {
  /** As `dialect:` names it. */
  readonly name: string
  /** Reasons for and against, found in a source with LF line ends; cheap, before any parsing. */
  detect(source: Source): Evidence[]
  /** Never throws, whatever the source says. The source has LF line ends, no BOM and no NUL. */
  read(source: Source, ask: DialectAsk): Deck
  /** One kind a line, as `read` takes them: nothing an author wrote is lost between slides. */
  account(source: Source): LineKind[]
}
