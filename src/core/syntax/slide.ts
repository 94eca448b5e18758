// Builds a slide out of the lines of one segment: body, notes, handout, marks, needs.

import type { Root } from 'mdast'
import type { Attributes, Need, Slide } from '../deck/deck.ts'
import { noAttributes } from './attributes.ts'
import { type Definitions, gatherDefinitions } from './definitions.ts'
import { type Line, linesPosition } from './lines.ts'
import type { ParseMarkdown } from './markdown.ts'
import type { Report } from './report.ts'

/** Which spellings beyond Markdown a dialect has. */
export interface Spelling {
  /** `Note:` and `???` open speaker notes, `Handout:` handout text. */
  readonly notes: boolean
  /** `. . .`, `{step}`, `+` lists, `::left::`, `<<<`, `-- Author` under a quote. */
  readonly marks: boolean
}

export interface SlideAsk {
  readonly spelling: Spelling
  readonly parse: ParseMarkdown
  /** Those of the whole deck. */
  readonly definitions: Definitions
  readonly report: Report
}

/** A slide as its lines have it, and what it names outside of the document. */
export interface BuiltSlide {
  readonly slide: Slide
  readonly needs: readonly Need[]
}

export { type Definitions, gatherDefinitions }

/**
 * @param lines of one segment, at least one; blank ones around are left out of the slide's position
 * @param fields what the separator said, by the dialect: `attributes`, `key`, `classes`, `layout`, …
 */
export function buildSlide(lines: readonly Line[], fields: Partial<Slide>, ask: SlideAsk): BuiltSlide {
  const first = lines[0] as Line
  const body: Root = ask.parse(lines.map(line => line.text).join('\n'))
  return { slide: { ...emptySlide(first, lines.at(-1) ?? first), body, ...fields }, needs: [] }
}

function emptySlide(first: Line, last: Line): Slide {
  return {
    key: '',
    aliases: [],
    position: linesPosition(first, last),
    attributes: noAttributes satisfies Attributes,
    body: { type: 'root', children: [] },
    classes: [],
    layout: 'content',
    below: false,
    hidden: false,
    only: [],
    mergedFrom: [],
    steps: [],
  }
}
