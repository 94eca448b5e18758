// Link and footnote definitions count for the whole deck: gathered first, handed to the slides that use them.

import type { Definition, FootnoteDefinition } from 'mdast'
import type { Line } from './lines.ts'
import type { Report } from './report.ts'

export interface Definitions {
  readonly nodes: readonly (Definition | FootnoteDefinition)[]
  /** The definitions a text mentions but does not hold, as Markdown lines to be parsed behind it; `''` is none. */
  behind(text: string): string
}

/**
 * Gathers the definitions of a deck. Reports `definition-duplicate`.
 *
 * @param lines of all slides, scanned
 */
export function gatherDefinitions(_lines: readonly Line[], _report: Report): Definitions {
  return { nodes: [], behind: () => '' }
}
