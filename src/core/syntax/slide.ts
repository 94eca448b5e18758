// Builds slides out of the lines between separators: body, notes, handout, title, and what they name outside.

import type { Root } from 'mdast'
import type { Ignore, Need, Point, Position, Slide, Source } from '../deck/deck.ts'
import { plainSlide } from '../deck/plain-slide.ts'
import { noAttributes } from './attributes.ts'
import type { Segment } from './cut.ts'
import { type AnyDefinition, type Definitions, gatherDefinitions } from './definitions.ts'
import { readIgnores } from './ignores.ts'
import { isBlank, type Line, linesPosition } from './lines.ts'
import { type ParseMarkdown, parseMarkdown } from './markdown.ts'
import { needsOf } from './needs.ts'
import { type Part, splitParts, textOf } from './parts.ts'
import { at, type Ground, parsePart, readParts } from './pieces.ts'
import type { Report } from './report.ts'
import { noteLikeWord, type Section, splitSections } from './sections.ts'
import { titleOf } from './title.ts'

/** Which spellings beyond Markdown a dialect has. */
export interface Spelling {
  /** `Note:` and `???` open speaker notes, `Handout:` handout text. */
  readonly notes: boolean
  /** The dialect's own way to tell what is shown from what is said; stands above `notes`. */
  readonly sections?: (lines: readonly Line[]) => Section[]
  /** `. . .`, `{step}`, `+` lists, `::left::`, `<<<`, alerts, `-- Author` under a quote. */
  readonly marks: boolean
}

/** A slide to be: its lines, and what its separator said, as the dialect reads it. */
export interface Draft {
  readonly segment: Segment
  /** `attributes`, `key`, `classes`, `layout`, … */
  readonly fields: Partial<Slide>
}

export interface BuildAsk {
  readonly source: Source
  /** All lines of the source, scanned or not. */
  readonly lines: readonly Line[]
  readonly spelling: Spelling
  /** For what is public; notes are parsed by the default, so that no cache ever holds them. */
  readonly parse: ParseMarkdown
  readonly report: Report
  /** What the dialect makes of a tree, in place, before it is asked for its title and its needs. */
  readonly settle?: (root: Root, kind: Section['kind']) => void
}

/** Slides as their lines have them, and what they name outside of the document. */
export interface Built {
  readonly slides: readonly Slide[]
  readonly definitions: readonly AnyDefinition[]
  /** Of bodies and handouts; what notes name is private, and would show in what is published. */
  readonly needs: readonly Need[]
  readonly ignores: readonly Ignore[]
}

/** A section and the parts it is read in. */
interface Piece {
  readonly section: Section
  readonly parts: readonly Part[]
}

/**
 * Builds all slides of a deck, since definitions count for the whole of it. Each text is parsed alone and moved to
 * its place. Reports `definition-duplicate`, `nesting-depth`, `fence-unclosed`, `comment-unclosed`, `html-unclosed`,
 * `attribute-syntax`, `note-like`, `slot-unknown`, `rule-unknown`.
 */
export function buildSlides(drafts: readonly Draft[], ask: BuildAsk): Built {
  const { source, lines, spelling, report } = ask
  const plans = drafts.map(draft => plan(draft, spelling))
  const parse = createReplay(ask.parse)
  const ground = { source, lines, marks: spelling.marks, report }
  const definitions = gather(plans.flat(), parse.remember, ground)
  const settle = ask.settle ?? (() => {})
  for (const node of definitions.nodes) settle({ type: 'root', children: [node] }, 'slide')
  const slides = drafts.map((draft, index) =>
    buildSlide(draft, plans[index] ?? [], { parse: parse.replay, settle }, { ...ground, definitions }),
  )
  if (spelling.notes) for (const { section } of plans.flat()) reportNoteLike(section, report)
  const needs = slides.flatMap(slide => slideNeeds(slide, definitions.nodes))
  const segments = drafts.map(draft => draft.segment)
  const ignores = readIgnores(source, lines, segments, report)
  return { slides, definitions: definitions.nodes, needs: withoutRepeatedLanguages(needs), ignores }
}

function plan({ segment }: Draft, { notes, marks, sections: own }: Spelling): Piece[] {
  const whole: Section = { kind: 'slide', lines: segment.lines, skip: 0 }
  const sections = own ? own(segment.lines) : notes ? splitSections(segment.lines) : [whole]
  return sections.map(section => ({ section, parts: splitParts(section.lines, section.skip, marks) }))
}

/** Texts parsed for their definitions are not parsed again for their slide. */
function createReplay(parse: ParseMarkdown): { remember: ParseMarkdown; replay: ParseMarkdown } {
  const known = new Map<string, Root>()
  return {
    remember: text => {
      const root = parse(text)
      known.set(text, root)
      return root
    },
    replay: text => known.get(text) ?? parse(text),
  }
}

function gather(
  pieces: readonly Piece[],
  parse: ParseMarkdown,
  ground: Omit<Ground, 'definitions'>,
): Definitions {
  // What is wrong with a part is said when its slide is built.
  const quiet: Ground = { ...ground, definitions: { nodes: [], stubs: () => '' }, report: () => {} }
  const texts = pieces.flatMap(({ section, parts }) =>
    section.kind === 'note' ? [] : parts.filter(part => part.kind === 'markdown'),
  )
  return gatherDefinitions(
    texts.map(part => ({ text: textOf(part), parse: () => parsePart(part, parse, quiet) })),
    ground.report,
  )
}

function buildSlide(
  { segment, fields }: Draft,
  pieces: readonly Piece[],
  { parse, settle }: Required<Pick<BuildAsk, 'parse' | 'settle'>>,
  ground: Ground,
): Slide {
  const position = segmentPosition(segment)
  const rootOf = (kind: Section['kind']): Root | undefined => {
    const own = pieces.filter(piece => piece.section.kind === kind)
    if (own.length === 0) return undefined
    const parts = own.flatMap(piece => piece.parts)
    const root = readParts(parts, kind === 'note' ? parseMarkdown : parse, ground)
    settle(root, kind)
    const stretch = written(own.flatMap(piece => piece.section.lines))
    return { ...root, position: stretch ?? { start: position.start, end: position.start } }
  }
  const body = rootOf('slide') ?? { type: 'root', children: [] }
  const notes = rootOf('note')
  const handout = rootOf('handout')
  const title = titleOf(body)
  return {
    ...plainSlide(position, body),
    attributes: noAttributes,
    ...(title === undefined ? {} : { title }),
    ...(handout ? { handout } : {}),
    ...(notes ? { notes } : {}),
    ...fields,
  }
}

function reportNoteLike({ kind, lines }: Section, report: Report): void {
  if (kind === 'note') return
  for (const line of lines) {
    const word = line.inside ? undefined : noteLikeWord(line.text)
    if (word) report('note-like', `\`${word}\` opens no speaker notes, so the line is shown`, at(line))
  }
}

function slideNeeds(
  { background, position, body, handout }: Slide,
  definitions: Built['definitions'],
): Need[] {
  return [
    ...(background?.image
      ? [{ kind: 'image', path: background.image, position: background.position ?? position } as const]
      : []),
    ...needsOf(body, definitions),
    ...(handout ? needsOf(handout, definitions) : []),
  ]
}

function withoutRepeatedLanguages(needs: readonly Need[]): Need[] {
  const seen = new Set<string>()
  return needs.filter(need => {
    if (need.kind !== 'language') return true
    const known = seen.has(need.name)
    seen.add(need.name)
    return !known
  })
}

/** The lines of a segment without the blank ones around; an empty segment stands behind its separator. */
function segmentPosition({ lines, separator }: Segment): Position {
  const start: Point = separator ? linesPosition(separator, separator).end : { line: 1, column: 1, offset: 0 }
  return written(lines) ?? { start, end: start }
}

function written(lines: readonly Line[]): Position | undefined {
  const first = lines.find(line => !isBlank(line))
  const last = lines.findLast(line => !isBlank(line))
  return first && last ? linesPosition(first, last) : undefined
}
