// One note: the heading that says for which slide it is, and the text below it.

import type { Heading, PhrasingContent, Root } from 'mdast'
import type { LooseNote, Position, Slide } from '../../deck/deck.ts'
import { plainSlide } from '../../deck/plain-slide.ts'
import type { Segment } from '../../syntax/cut.ts'
import { gatherDefinitions } from '../../syntax/definitions.ts'
import { isBlank, type Line, linesPosition } from '../../syntax/lines.ts'
import { type ParseMarkdown, parseMarkdown } from '../../syntax/markdown.ts'
import { splitParts, textOf } from '../../syntax/parts.ts'
import { type Ground, parsePart, readParts } from '../../syntax/pieces.ts'
import { titleOf } from '../../syntax/title.ts'
import { type NoteHeading, numberLength } from './heading.ts'
import { resolveReferences } from './references.ts'

type OwnGround = Omit<Ground, 'definitions'>

/** The texts of all segments as trees, blank ones left out; definitions count for the whole page. */
export function readTexts(segments: readonly Segment[], ground: OwnGround): ReadonlyMap<Segment, Root> {
  const planned = segments.map(segment => ({ segment, parts: splitParts(segment.lines, 0, true) }))
  const texts = planned.flatMap(({ parts }) => parts.filter(part => part.kind === 'markdown'))
  const quiet: Ground = { ...ground, definitions: { nodes: [], stubs: () => '' }, report: () => {} }
  // Texts are parsed once; but notes never go through a parser that remembers them for longer.
  const known = new Map<string, Root>()
  const parse: ParseMarkdown = text => {
    const root = known.get(text) ?? parseMarkdown(text)
    known.set(text, root)
    return root
  }
  const definitions = gatherDefinitions(
    texts.map(part => ({ text: textOf(part), parse: () => parsePart(part, parse, quiet) })),
    ground.report,
  )
  const roots = new Map<Segment, Root>()
  for (const { segment, parts } of planned) {
    const root = readParts(parts, parse, { ...ground, definitions })
    resolveReferences(root, definitions.nodes)
    const position = textPosition(segment)
    if (position && root.children.length > 0) roots.set(segment, { ...root, position })
  }
  return roots
}

/** A heading of a page of notes with its line. */
export interface HeadedLine {
  readonly line: Line
  readonly heading: NoteHeading
  /** What is drawn below it to make it one. */
  readonly underline?: Line | undefined
}

/** The heading of a note without its number; undefined where nothing is left of it. */
export function readTitle(
  { line, heading: head }: HeadedLine,
  parse: ParseMarkdown,
  ground: OwnGround,
): Heading | undefined {
  const part = { kind: 'markdown', lines: [line], skip: 0 } as const
  const root = parsePart(part, parse, { ...ground, definitions: { nodes: [], stubs: () => '' } })
  const written = root.children.find(node => node.type === 'heading' || node.type === 'paragraph')
  if (written?.type !== 'heading' && written?.type !== 'paragraph') return undefined
  const heading: Heading =
    written.type === 'heading' ? written : { ...written, type: 'heading', depth: head.depth === 1 ? 1 : 2 }
  if (head.number === undefined) return heading.children.length > 0 ? heading : undefined
  const [first, ...rest] = heading.children
  const children = first?.type === 'text' ? [...withoutNumber(first, head), ...rest] : heading.children
  return children.length > 0 ? { ...heading, children } : undefined
}

function withoutNumber(
  text: Extract<PhrasingContent, { type: 'text' }>,
  head: NoteHeading,
): PhrasingContent[] {
  const length = numberLength(text.value, head)
  const value = text.value.slice(length)
  if (value === '') return []
  const { position } = text
  if (!position) return [{ ...text, value }]
  const { line, column, offset = 0 } = position.start
  const start = { line, column: column + length, offset: offset + length }
  return [{ ...text, value, position: { start, end: position.end } }]
}

/** What a heading line is called. */
export function titleIn(headed: HeadedLine, parse: ParseMarkdown, ground: OwnGround): string | undefined {
  const heading = readTitle(headed, parse, ground)
  return heading && titleOf({ type: 'root', children: [heading] })
}

/**
 * The slide of a note: its title and nothing else, the text as private notes.
 *
 * @param headed its heading
 * @param notes its text
 */
export function buildSlide(
  headed: HeadedLine,
  { lines }: Segment,
  notes: Root | undefined,
  parse: ParseMarkdown,
  ground: OwnGround,
): Slide {
  const { line } = headed
  const { number } = headed.heading
  const heading = readTitle(headed, parse, ground)
  const body: Root = { type: 'root', children: heading ? [heading] : [] }
  const title = titleOf(body)
  const position = linesPosition(line, lines.findLast(each => !isBlank(each)) ?? headed.underline ?? line)
  return {
    ...plainSlide(position, body),
    // Named, since the slide is empty only until it is written: it is no section for all that.
    attributes: { classes: [], values: { layout: 'content' } },
    ...(title === undefined ? {} : { title }),
    mergedFrom: number === undefined ? [] : [number],
    ...(notes ? { notes } : {}),
  }
}

/** A text that is for no slide. */
export function looseNote(file: string, segment: Segment, notes: Root, title: string | undefined): LooseNote {
  const position = textPosition(segment) as Position
  return { file, position, notes, ...(title === undefined ? {} : { title }) }
}

function textPosition({ lines }: Segment): Position | undefined {
  const first = lines.find(line => !isBlank(line))
  const last = lines.findLast(line => !isBlank(line))
  return first && last && linesPosition(first, last)
}
