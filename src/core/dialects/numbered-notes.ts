// Numbered notes: a page of speaker notes for slides that stand elsewhere, `## 12 - Title` above each.

import type { Deck, Slide, Source } from '../deck/deck.ts'
import { completeMeta } from '../syntax/complete-meta.ts'
import { cut, type Segment } from '../syntax/cut.ts'
import { type FrontMatter, readFrontMatter } from '../syntax/front-matter.ts'
import { type Line, linesPosition, scanLines, splitLines } from '../syntax/lines.ts'
import { needsOf } from '../syntax/needs.ts'
import { createReport, type Report } from '../syntax/report.ts'
import type { Dialect, DialectAsk, LineKind } from './dialect.ts'
import { detectNotes } from './numbered-notes/detect.ts'
import { readNoteHeading } from './numbered-notes/heading.ts'
import { buildSlide, looseNote, readTexts, titleIn } from './numbered-notes/note.ts'

export const numberedNotes: Dialect = { name: 'numbered-notes', detect: detectNotes, read, account }

/** A stretch under a heading of its own. */
type Note = Segment & { readonly separator: Line }

interface Outline {
  readonly front: FrontMatter
  readonly lines: readonly Line[]
  readonly notes: readonly Note[]
  /** What stands above and between the notes, for no slide; the first with a heading names the page. */
  readonly loose: readonly Segment[]
}

function outline(source: Source, report: Report): Outline {
  const lines = splitLines(source.text)
  const isNumbered = ({ text }: Line): boolean => readNoteHeading(text)?.number !== undefined
  const front = readFrontMatter(lines, { separates: isNumbered, report })
  const rest = lines.slice(front.lineCount)
  const level = levelOf(scanLines(rest, isNumbered))
  // Deeper headings are part of their note; one that stands above all notes ends the one before.
  const separates = ({ text }: Line): boolean => (readNoteHeading(text)?.depth ?? 7) <= level
  const segments = cut(scanLines(rest, separates), separates)
  const first = segments.findIndex(({ separator }) => separator && isNumbered(separator))
  const isNote = (segment: Segment, index: number): segment is Note =>
    segment.separator !== undefined &&
    index >= first &&
    readNoteHeading(segment.separator.text)?.depth === level
  return {
    front,
    lines,
    notes: segments.filter(isNote),
    loose: segments.filter((segment, index) => !isNote(segment, index)),
  }
}

/** The depth of the notes' headings: of the first that is numbered, else the one below the title's. */
function levelOf(lines: readonly Line[]): number {
  const headings = lines.flatMap(({ text, inside }) => (inside ? [] : (readNoteHeading(text) ?? [])))
  const depths = headings.map(({ depth }) => depth)
  const first = headings.find(({ number }) => number !== undefined)?.depth
  return first ?? (depths.includes(2) || depths.length === 0 ? 2 : Math.min(...depths))
}

/** Each note is a slide with its title and nothing else, whatever is said there private. */
function read(source: Source, { parse, evidence }: DialectAsk): Deck {
  const { report, diagnostics } = createReport(source.path)
  const { front, lines, notes, loose } = outline(source, report)
  const ground = { source, lines, marks: true, report }
  const silent = { ...ground, marks: false, report: () => {} }
  const texts = readTexts([...loose, ...notes], ground)
  const slides = notes.map(note => buildSlide(note.separator, note, texts.get(note), parse, silent))
  if (slides.length === 0)
    report('deck-empty', 'The page has no notes', { note: 'Number a heading: `## 1 - Title`.' })
  reportHeadings(slides, notes, report)
  const top = loose.find(({ separator }) => separator)
  const title = top?.separator && titleIn(top.separator, parse, silent)
  const unbound = loose.flatMap(segment => {
    const text = texts.get(segment)
    const heading = segment === top ? undefined : segment.separator
    return text ? [looseNote(source.path, segment, text, heading && titleIn(heading, parse, silent))] : []
  })
  return {
    source,
    dialect: 'numbered-notes',
    evidence,
    meta: completeMeta(front.meta, title ?? slides.find(slide => slide.title)?.title, source.path),
    slides,
    definitions: [],
    needs: slides.flatMap(({ body }) => needsOf(body, [])),
    diagnostics: diagnostics.toSorted(
      (one, other) => (one.position?.start.offset ?? -1) - (other.position?.start.offset ?? -1),
    ),
    ...(unbound.length > 0 ? { loose: unbound } : {}),
  }
}

/** Numbers and titles that leave it open which slide is meant; says nothing of what the notes say. */
function reportHeadings(slides: readonly Slide[], notes: readonly Note[], report: Report): void {
  const seen = new Set<number>()
  for (const [index, { mergedFrom, title }] of slides.entries()) {
    const line = notes[index]?.separator
    const position = line && linesPosition(line, line)
    const [number] = mergedFrom
    if (number === undefined) report('notes-number', 'This note has no number', { position })
    else if (seen.has(number)) report('notes-number', `The number ${number} is used twice`, { position })
    else if (title === undefined)
      report('notes-title', `Note ${number} has no title`, { position, severity: 'info' })
    if (number !== undefined) seen.add(number)
  }
}

function account(source: Source): LineKind[] {
  const { lines, notes } = outline(source, () => {})
  const kinds: LineKind[] = lines.map(() => 'meta')
  for (const { separator, lines: own } of notes) {
    kinds[separator.number - 1] = 'slide'
    for (const line of own) kinds[line.number - 1] = 'note'
  }
  return kinds
}
