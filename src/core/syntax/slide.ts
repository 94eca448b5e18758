// Builds slides out of the lines between separators: body, notes, handout, marks, and what they name outside.

import type { Code, Nodes, Root, RootContent } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import type { Need, Point, Position, Slide, Source } from '../deck/deck.ts'
import type { Slot } from '../deck/nodes.ts'
import { noAttributes } from './attributes.ts'
import { dropComments } from './comments.ts'
import type { Segment } from './cut.ts'
import { type AnyDefinition, type Definitions, gatherDefinitions } from './definitions.ts'
import { isBlank, type Line, lineStart, linesPosition } from './lines.ts'
import { type ParseMarkdown, parseMarkdown } from './markdown.ts'
import { readMarks } from './marks.ts'
import { needsOf } from './needs.ts'
import { findTooDeep } from './nesting.ts'
import { type Part, splitParts } from './parts.ts'
import { placed } from './place.ts'
import { pointAfter, type Report } from './report.ts'
import { noteLikeWord, type Section, splitSections } from './sections.ts'
import { reportUnclosed } from './unclosed.ts'

/** Which spellings beyond Markdown a dialect has. */
export interface Spelling {
  /** `Note:` and `???` open speaker notes, `Handout:` handout text. */
  readonly notes: boolean
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
}

/** Slides as their lines have them, and what they name outside of the document. */
export interface Built {
  readonly slides: readonly Slide[]
  readonly definitions: readonly AnyDefinition[]
  readonly needs: readonly Need[]
}

/** One section cut into parts, and the parser its audience allows. */
interface Piece {
  readonly section: Section
  readonly parts: readonly Part[]
}

/** What every part is read with. */
interface Ground extends BuildAsk {
  readonly definitions: Definitions
}

const slotNames: ReadonlySet<string> = new Set(['left', 'right'])

/**
 * Builds all slides of a deck, since definitions count for the whole of it. Each text is parsed alone and moved to
 * its place. Reports `definition-duplicate`, `nesting-depth`, `fence-unclosed`, `comment-unclosed`, `html-unclosed`,
 * `attribute-syntax`, `note-like`, `slot-unknown`.
 */
export function buildSlides(drafts: readonly Draft[], ask: BuildAsk): Built {
  const plans = drafts.map(({ segment }) => {
    const sections = ask.spelling.notes
      ? splitSections(segment.lines)
      : [{ kind: 'slide' as const, lines: segment.lines, skip: 0 }]
    return sections.map(section => ({
      section,
      parts: splitParts(section.lines, section.skip, ask.spelling.marks),
    }))
  })
  const parsed = new Map<string, Root>()
  const parse: ParseMarkdown = text => {
    const root = parsed.get(text) ?? ask.parse(text)
    parsed.delete(text)
    return root
  }
  const nowhere: Definitions = { nodes: [], stubs: () => '' }
  const quiet: Ground = { ...ask, definitions: nowhere, report: () => {} }
  const defining = plans
    .flat()
    .flatMap(({ section, parts }) =>
      section.kind === 'note' ? [] : parts.filter(part => part.kind === 'markdown'),
    )
  const definitions = gatherDefinitions(
    defining.map(part => ({
      text: partText(part),
      parse: () =>
        parsePart(part, quiet, text => {
          const root = ask.parse(text)
          parsed.set(text, root)
          return root
        }),
    })),
    ask.report,
  )
  const ground: Ground = { ...ask, definitions, parse }
  const needs: Need[] = []
  const slides = drafts.map((draft, index) => buildSlide(draft, plans[index] ?? [], ground, needs))
  return { slides, definitions: definitions.nodes, needs: withoutRepeatedLanguages(needs) }
}

function buildSlide(
  { segment, fields }: Draft,
  pieces: readonly Piece[],
  ground: Ground,
  needs: Need[],
): Slide {
  const position = segmentPosition(segment)
  const rootOf = (kind: Section['kind']): Root | undefined => {
    const own = pieces.filter(piece => piece.section.kind === kind)
    if (own.length === 0) return undefined
    const root = readPieces(own, kind === 'note' ? parseMarkdown : ground.parse, ground)
    return { ...root, position: rootPosition(own, position.start) }
  }
  const body = rootOf('slide') ?? { type: 'root', children: [] }
  const notes = rootOf('note')
  const handout = rootOf('handout')
  if (ground.spelling.notes) reportNoteLike(pieces, ground)
  if (fields.background?.image) needs.push({ kind: 'image', path: fields.background.image, position })
  for (const root of [body, handout]) if (root) needs.push(...needsOf(root, ground.definitions.nodes))
  const title = titleOf(body)
  return {
    key: '',
    aliases: [],
    position,
    attributes: noAttributes,
    body,
    ...(title === undefined ? {} : { title }),
    ...(handout ? { handout } : {}),
    classes: [],
    layout: 'content',
    below: false,
    hidden: false,
    only: [],
    mergedFrom: [],
    steps: [],
    ...(notes ? { notes } : {}),
    ...fields,
  }
}

/** Parts to nodes: Markdown parsed and marked, slots filled with what follows them. */
function readPieces(pieces: readonly Piece[], parse: ParseMarkdown, ground: Ground): Root {
  const root: Root = { type: 'root', children: [] }
  let holder: { children: RootContent[] } = root
  for (const part of pieces.flatMap(piece => piece.parts)) {
    if (part.kind === 'markdown') {
      const read = parsePart(part, ground, parse)
      reportUnclosed(read, ground.source, ground.report)
      dropComments(read)
      if (ground.spelling.marks) readMarks(read, ground.source, ground.lines, ground.report)
      holder.children.push(...read.children)
    } else if (part.kind === 'pause') holder.children.push({ type: 'pause', ...at(part.line) })
    else if (part.kind === 'code') holder.children.push(part.code)
    else if (slotNames.has(part.name.toLowerCase())) {
      const slot: Slot = { type: 'slot', name: part.name.toLowerCase(), children: [], ...at(part.line) }
      root.children.push(slot)
      holder = slot
    } else {
      ground.report('slot-unknown', `There is no slot \`${part.name}\``, at(part.line))
      const text = { type: 'text' as const, value: part.line.text.trimEnd(), ...at(part.line) }
      holder.children.push({ type: 'paragraph', children: [text], ...at(part.line) })
    }
  }
  for (const slot of root.children) if (slot.type === 'slot') closeSlot(slot)
  return root
}

function closeSlot(slot: Slot): void {
  const end = slot.children.at(-1)?.position?.end
  if (slot.position && end) slot.position = { start: slot.position.start, end: { ...end } }
}

type MarkdownPart = Extract<Part, { kind: 'markdown' }>

function partText({ lines, skip }: MarkdownPart): string {
  return lines.map((line, index) => (index === 0 ? line.text.slice(skip) : line.text)).join('\n')
}

/** A tree with true positions; text that nests too deeply for the parser is shown as it is written. */
function parsePart(part: MarkdownPart, ground: Ground, parse: ParseMarkdown): Root {
  const text = partText(part)
  const [first] = part.lines
  if (!first) return { type: 'root', children: [] }
  const start: Point = pointAfter(lineStart(first), part.skip)
  const deep = findTooDeep(part.lines)
  if (deep) {
    ground.report(
      'nesting-depth',
      `${deep.what} nest too deeply to be read; the slide is shown as plain text`,
      at(deep.line),
    )
    const end = linesPosition(first, part.lines.at(-1) ?? first).end
    const code: Code = { type: 'code', lang: null, meta: null, value: text, position: { start, end } }
    return { type: 'root', children: [code] }
  }
  const stubs = ground.definitions.stubs(text)
  const skip = { lines: stubs.split('\n').length - 1, characters: stubs.length }
  return placed(parse(stubs + text), start, skip)
}

function titleOf(body: Root): string | undefined {
  const find = (nodes: readonly Nodes[]): string | undefined => {
    for (const node of nodes) {
      const title =
        node.type === 'heading'
          ? textOf(node, { includeHtml: false }).replace(/\s+/g, ' ').trim()
          : node.type === 'slot'
            ? find(node.children)
            : undefined
      if (title) return title
    }
    return undefined
  }
  return find(body.children)
}

function reportNoteLike(pieces: readonly Piece[], ground: Ground): void {
  for (const { section } of pieces) {
    if (section.kind === 'note') continue
    for (const line of section.lines) {
      const word = line.inside ? undefined : noteLikeWord(line.text)
      if (word)
        ground.report('note-like', `\`${word}\` opens no speaker notes, so the line is shown`, at(line))
    }
  }
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

const at = (line: Line): { position: Position } => ({ position: linesPosition(line, line) })

/** The lines of a segment without the blank ones around; an empty segment stands behind its separator. */
function segmentPosition({ lines, separator }: Segment): Position {
  const position = written(lines)
  if (position) return position
  const end = separator ? linesPosition(separator, separator).end : { line: 1, column: 1, offset: 0 }
  return { start: end, end }
}

function rootPosition(pieces: readonly Piece[], fallback: Point): Position {
  return written(pieces.flatMap(piece => piece.section.lines)) ?? { start: fallback, end: fallback }
}

function written(lines: readonly Line[]): Position | undefined {
  const first = lines.find(line => !isBlank(line))
  const last = lines.findLast(line => !isBlank(line))
  return first && last ? linesPosition(first, last) : undefined
}
