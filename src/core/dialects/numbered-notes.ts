// Numbered notes: a page of speaker notes for slides that stand elsewhere, `## 12 - Title` above each.

import type { Deck, Slide, Source } from '../deck/deck.ts'
import { completeMeta } from '../syntax/complete-meta.ts'
import { cut, type Segment } from '../syntax/cut.ts'
import { type FrontMatter, readFrontMatter } from '../syntax/front-matter.ts'
import { readIgnores } from '../syntax/ignores.ts'
import { type Line, linesPosition, scanLines, splitLines } from '../syntax/lines.ts'
import { needsOf } from '../syntax/needs.ts'
import { createReport, type Report } from '../syntax/report.ts'
import type { Dialect, DialectAsk, LineKind } from './dialect.ts'
import { detectNotes } from './numbered-notes/detect.ts'
import { type NoteHeading, readNoteHeading, readNoteHeadings } from './numbered-notes/heading.ts'
import { buildSlide, type HeadedLine, looseNote, readTexts, titleIn } from './numbered-notes/note.ts'

export const numberedNotes: Dialect = { name: 'numbered-notes', detect: detectNotes, read, account }

/** A stretch under a heading of its own. */
type Note = Segment & { readonly separator: Line }

interface Outline {
  readonly front: FrontMatter
  readonly lines: readonly Line[]
  readonly notes: readonly Note[]
  /** What stands above and between the notes, for no slide; the first with a heading names the page. */
  readonly loose: readonly Segment[]
  readonly headingOf: (line: Line) => NoteHeading
}

const none: NoteHeading = { depth: 7 }

function outline(source: Source, report: Report): Outline {
  const lines = splitLines(source.text)
  const isNumbered = ({ text }: Line): boolean => readNoteHeading(text)?.number !== undefined
  const front = readFrontMatter(lines, { separates: isNumbered, report })
  const rest = lines.slice(front.lineCount)
  const headings = readNoteHeadings(scanLines(rest, isNumbered))
  const headingOf = ({ number }: Line): NoteHeading => headings.get(number) ?? none
  const level = levelOf([...headings.values()])
  // Deeper headings are part of their note; one that stands above all notes ends the one before.
  const separates = (line: Line): boolean => headingOf(line).depth <= level
  const segments = cut(scanLines(rest, separates), separates).map(segment =>
    withoutUnderline(segment, headingOf),
  )
  const first = segments.findIndex(({ separator }) => separator && headingOf(separator).number !== undefined)
  const isNote = (segment: Segment, index: number): segment is Note =>
    segment.separator !== undefined && index >= first && headingOf(segment.separator).depth === level
  return {
    front,
    lines,
    notes: segments.filter(isNote),
    loose: segments.filter((segment, index) => !isNote(segment, index)),
    headingOf,
  }
}

function withoutUnderline(segment: Segment, headingOf: (line: Line) => NoteHeading): Segment {
  const { separator, lines } = segment
  return separator && headingOf(separator).underlined ? { separator, lines: lines.slice(1) } : segment
}

/** The depth of the notes' headings: of the first that is numbered, else the one below the title's. */
function levelOf(headings: readonly NoteHeading[]): number {
  const depths = headings.map(({ depth }) => depth)
  const first = headings.find(({ number }) => number !== undefined)?.depth
  return first ?? (depths.includes(2) || depths.length === 0 ? 2 : Math.min(...depths))
}

/** Each note is a slide with its title and nothing else, whatever is said there private. */
function read(source: Source, { parse, evidence, defaults }: DialectAsk): Deck {
  const { report, diagnostics } = createReport(source.path)
  const { front, lines, notes, loose, headingOf } = outline(source, report)
  const headed = (line: Line): HeadedLine => {
    const heading = headingOf(line)
    return { line, heading, underline: heading.underlined ? lines[line.number] : undefined }
  }
  const ground = { source, lines, marks: true, report }
  const silent = { ...ground, marks: false, report: () => {} }
  const texts = readTexts([...loose, ...notes], ground)
  const slides = notes.map(note => buildSlide(headed(note.separator), note, texts.get(note), parse, silent))
  if (slides.length === 0)
    report('deck-empty', 'The page has no notes', { note: 'Number a heading: `## 1 - Title`.' })
  reportHeadings(
    slides,
    notes.map(note => headed(note.separator)),
    report,
  )
  const top = loose.find(({ separator }) => separator)
  const title = top?.separator && titleIn(headed(top.separator), parse, silent)
  const unbound = loose.flatMap(segment => {
    const text = texts.get(segment)
    const heading = segment === top ? undefined : segment.separator
    return text
      ? [looseNote(source.path, segment, text, heading && titleIn(headed(heading), parse, silent))]
      : []
  })
  return {
    source,
    dialect: 'numbered-notes',
    evidence,
    meta: completeMeta(front.meta, {
      title: title ?? slides.find(slide => slide.title)?.title,
      path: source.path,
      defaults,
    }),
    slides,
    definitions: [],
    needs: slides.flatMap(({ body }) => needsOf(body, [])),
    ignores: readIgnores(source, lines, notes, report),
    diagnostics: diagnostics.toSorted(
      (one, other) => (one.position?.start.offset ?? -1) - (other.position?.start.offset ?? -1),
    ),
    ...(unbound.length > 0 ? { loose: unbound } : {}),
  }
}

/** Numbers and titles that leave it open which slide is meant; says nothing of what the notes say. */
function reportHeadings(slides: readonly Slide[], headings: readonly HeadedLine[], report: Report): void {
  const seen = new Set<number>()
  for (const [index, { mergedFrom, title }] of slides.entries()) {
    const { line, heading } = headings[index] ?? {}
    const position = line && linesPosition(line, line)
    const [number] = mergedFrom
    if (number === undefined) report('notes-number', 'This note has no number', { position })
    else if (seen.has(number)) report('notes-number', `The number ${number} is used twice`, { position })
    else if (title === undefined && heading?.to === undefined)
      report('notes-title', `Note ${number} has no title`, { position, severity: 'info' })
    if (heading?.to !== undefined)
      report(
        'notes-range',
        `This note is for slides ${number} to ${heading.to}; it is read as note ${number}`,
        {
          position,
        },
      )
    if (number !== undefined) seen.add(number)
  }
}

function account(source: Source): LineKind[] {
  const { lines, notes, headingOf } = outline(source, () => {})
  const kinds: LineKind[] = lines.map(() => 'meta')
  for (const { separator, lines: own } of notes) {
    kinds[separator.number - 1] = 'slide'
    if (headingOf(separator).underlined) kinds[separator.number] = 'slide'
    for (const line of own) kinds[line.number - 1] = 'note'
  }
  return kinds
}
