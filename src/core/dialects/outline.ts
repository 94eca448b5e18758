// A document not written as slides: the page of a workshop, a README, notes. It is cut at its headings.

import type { Heading } from 'mdast'
import type { Deck, Evidence, Slide, Source } from '../deck/deck.ts'
import { completeMeta } from '../syntax/complete-meta.ts'
import { readFrontMatter } from '../syntax/front-matter.ts'
import { isBlank, type Line, linesPosition, scanLines, splitLines } from '../syntax/lines.ts'
import { markQuotes } from '../syntax/quotes.ts'
import { createReport, type Report, ticked } from '../syntax/report.ts'
import { noteLikeWord, sectionMarker } from '../syntax/sections.ts'
import { buildSlides, type Draft } from '../syntax/slide.ts'
import { titleOf } from '../syntax/title.ts'
import type { Dialect, DialectAsk, LineKind } from './dialect.ts'
import { arePartedBy, gatherEvidence, rulesIn } from './outline/evidence.ts'
import { findHeadings, lineDepth } from './outline/headings.ts'
import { markTimes } from './outline/times.ts'
import { arrange } from './outline/tree.ts'

export const outline: Dialect = { name: 'outline', detect, read, account }

/** The front matter, and the lines behind it, cut at headings. */
interface Cut {
  readonly front: ReturnType<typeof readFrontMatter>
  readonly lines: readonly Line[]
  /** The lines of each heading with what stands under it. */
  readonly pieces: readonly (readonly Line[])[]
}

function cutAtHeadings(source: Source, report: Report): Cut {
  const lines = splitLines(source.text)
  const front = readFrontMatter(lines, { separates: () => false, report })
  const body = scanLines(lines.slice(front.lineCount), ({ text }) => lineDepth(text) !== undefined)
  const starts = findHeadings(body).map(({ index }) => index)
  // A logo above the title belongs to it.
  if (starts[0] !== undefined && isLeadIn(body.slice(0, starts[0]))) starts[0] = 0
  const bounds = [...new Set([0, ...starts])]
  const pieces = bounds.map((start, index) => body.slice(start, bounds[index + 1]))
  return { front, lines, pieces }
}

/** Whether lines show only pictures, links to badges, tags and comments. */
function isLeadIn(lines: readonly Line[]): boolean {
  return lines.every(
    line =>
      isBlank(line) ||
      line.inside?.kind === 'comment' ||
      /^\s*(?:\[?!\[[^\]]*\]\([^)]*\)(?:\]\([^)]*\))?\s*|<\/?(?:p|div|a|img|br|picture|source|center)\b[^<>]*>\s*)+$/i.test(
        line.text,
      ),
  )
}

function read(source: Source, { parse, evidence, defaults }: DialectAsk): Deck {
  const { report, diagnostics } = createReport(source.path)
  const { front, lines, pieces } = cutAtHeadings(source, report)
  const drafts = pieces
    .filter(piece => !piece.every(isBlank))
    .map((piece): Draft => ({ segment: { lines: piece }, fields: {} }))
  const spelling = { notes: false, marks: false }
  const built = buildSlides(drafts, { source, lines, spelling, parse, report })
  const slides = arrange(built.slides.map(slide => mark(slide, lines))).map(slide => settle(slide))
  if (slides.length === 0) report('deck-empty', 'The deck has no slides')
  for (const piece of pieces) reportNotes(piece, report)
  reportRules(pieces.flat(), report)
  const title = slides.find(slide => slide.title)?.title
  return {
    source,
    dialect: 'outline',
    evidence,
    meta: completeMeta(front.meta, { title, path: source.path, defaults, own: { continuation: 'split' } }),
    slides,
    definitions: built.definitions,
    needs: built.needs,
    ignores: built.ignores,
    diagnostics: diagnostics.toSorted(
      (one, other) => (one.position?.start.offset ?? -1) - (other.position?.start.offset ?? -1),
    ),
  }
}

/** Quotes and callouts, and times in headings and items. */
function mark(slide: Slide, lines: readonly Line[]): Slide {
  markQuotes(slide.body, lines)
  markTimes(slide.body)
  return slide
}

/** Rules between sections are drawn by the slides themselves; a title is what its heading says beside the time. */
function settle(slide: Slide): Slide {
  const { body } = slide
  const isRule = (at: number): boolean => body.children.at(at)?.type === 'thematicBreak'
  while (isRule(-1)) body.children.pop()
  while (isRule(0)) body.children.shift()
  const { title: _title, ...rest } = slide
  const first = body.children.find((node): node is Heading => node.type === 'heading')
  const words = first && titleOf({ type: 'root', children: [withoutTime(first)] })
  return words === undefined ? rest : { ...rest, title: words }
}

function withoutTime(heading: Heading): Heading {
  return { ...heading, children: heading.children.filter(({ type }) => type !== 'timing') }
}

function reportNotes(lines: readonly Line[], report: Report): void {
  for (const line of lines) {
    if (line.inside) continue
    const marker = sectionMarker(line.text) && /^\S+/.exec(line.text)?.[0]
    if (marker && !noteLikeWord(line.text)?.startsWith('**'))
      report('note-like', `${ticked(marker)} opens no speaker notes in an outline, so the line is shown`, {
        position: linesPosition(line, line),
        note: 'Put speaker notes into a file of their own, or cut the deck with `--` and say `dialect: native`.',
        severity: 'info',
      })
  }
}

function reportRules(lines: readonly Line[], report: Report): void {
  const headings = findHeadings(lines)
  const rules = rulesIn(lines, headings)
  const [rule] = rules
  if (!rule || headings.length === 0 || !arePartedBy(rules, headings)) return
  report('separator-like', `${ticked(rule.text.trim())} cuts no slides in an outline; its headings do`, {
    position: linesPosition(rule, rule),
    note: 'To cut slides yourself write `--`, or say which dialect it is: `dialect: deckset`.',
    severity: 'info',
  })
}

/** Characters that are searched for evidence. */
const searched = 32 * 1024

function detect(source: Source): Evidence[] {
  const { pieces } = cutAtHeadings({ ...source, text: source.text.slice(0, searched) }, () => {})
  const body = pieces.flat()
  return gatherEvidence(body, findHeadings(body))
}

function account(source: Source): LineKind[] {
  const { front, lines } = cutAtHeadings(source, () => {})
  return lines.map((_, index) => (index < front.lineCount ? 'meta' : 'slide'))
}
