// Front matter: YAML on top of a file, fenced by `---` or unfenced up to the first separator, as data of a closed schema.

import type { DeckMeta } from '../deck/deck.ts'
import type { Line } from './lines.ts'
import type { Report } from './report.ts'

/** Front matter as found. */
export interface FrontMatter {
  /** How many of the first lines it takes, fences and blank lines around included; 0 where there is none. */
  readonly lineCount: number
  /** What it says of the deck: only what is written and valid. */
  readonly meta: Partial<DeckMeta>
  /** `dialect:` as written. */
  readonly dialect?: string
}

export interface FrontMatterAsk {
  /** Whether a line is the dialect's separator: unfenced front matter reaches up to the first one. */
  separates(line: Line): boolean
  readonly report: Report
}

/**
 * Reads the front matter of the native format. A file whose first lines are no YAML mapping has none.
 *
 * @param lines the whole file, as `splitLines` gives it
 */
export function readFrontMatter(_lines: readonly Line[], _ask: FrontMatterAsk): FrontMatter {
  return { lineCount: 0, meta: {} }
}
