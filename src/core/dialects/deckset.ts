// Deckset (deckset.com): slides cut by `---`, words of pictures in their brackets, `^` notes, `[.command]` lines.

import type { Deck, Slide, Source } from '../deck/deck.ts'
import { completeMeta } from '../syntax/complete-meta.ts'
import type { Segment } from '../syntax/cut.ts'
import { isBlank, type Line, linesPosition, scanLines, splitLines } from '../syntax/lines.ts'
import { createReport, type Report, ticked } from '../syntax/report.ts'
import { buildSlides, type Draft } from '../syntax/slide.ts'
import { arrange } from './deckset/arrange.ts'
import { type Commanded, commandsIn, perform, reportUnknown } from './deckset/commands.ts'
import { cutSlides, isLongRule, isRule } from './deckset/cut.ts'
import { detect } from './deckset/detect.ts'
import { type Head, readHead } from './deckset/head.ts'
import { maskLines } from './deckset/masks.ts'
import { doubtfulNotes, opensNote, splitNotes } from './deckset/sections.ts'
import { settle } from './deckset/settle.ts'
import type { Dialect, DialectAsk, LineKind } from './dialect.ts'

export const deckset: Dialect = { name: 'deckset', detect, read, account }

interface Outline {
  readonly head: Head
  readonly lines: readonly Line[]
  readonly segments: readonly Segment[]
}

function outline(source: Source, report: Report): Outline {
  const lines = splitLines(source.text)
  const head = readHead(lines, report)
  const body = scanLines(lines.slice(head.lineCount), line => isRule(line) || opensNote(line))
  return { head, lines, segments: cutSlides(body, lines, head.options.dividers) }
}

/** A slide to be, and what its commands ask for. */
interface Plan {
  readonly draft: Draft
  readonly commanded: Commanded
}

function read(source: Source, { parse, evidence, defaults }: DialectAsk): Deck {
  const { report, diagnostics } = createReport(source.path)
  const { head, lines, segments } = outline(source, report)
  const plans = segments.filter(isShown).map(segment => planOf(segment, head, report))
  const ask = { lines, text: source.text, options: head.options }
  const built = buildSlides(
    plans.map(({ draft }) => draft),
    {
      source,
      lines,
      spelling: { notes: false, marks: false, sections: splitNotes },
      parse,
      report,
      settle: (root, kind) => settle(root, { ...ask, report: kind === 'note' ? () => {} : report }),
    },
  )
  built.slides.forEach((slide, index) => {
    const commanded = plans[index]?.commanded
    if (commanded) arrange(slide, commanded, head.options, { lines, report })
  })
  if (built.slides.length === 0) report('deck-empty', 'The deck has no slides')
  for (const segment of segments) if (isShown(segment)) reportDoubtful(segment, report)
  const title = built.slides.find(slide => slide.title)?.title
  return {
    source,
    dialect: 'deckset',
    evidence,
    // Deckset numbers slides only where it is asked to.
    meta: completeMeta(head.meta, { title, path: source.path, defaults, own: { slideNumber: false } }),
    slides: built.slides,
    definitions: built.definitions,
    needs: built.needs,
    ignores: built.ignores,
    diagnostics: diagnostics.toSorted(
      (one, other) => (one.position?.start.offset ?? -1) - (other.position?.start.offset ?? -1),
    ),
  }
}

/** Whether a segment is a slide: one that is blank, or hidden in comments, is none. */
function isShown({ lines }: Segment): boolean {
  const written = lines.filter(line => !isBlank(line))
  if (written.some(({ inside }) => inside && (inside.kind !== 'comment' || !inside.closed))) return true
  const text = written.map(line => line.text).join('\n')
  return text.replace(/<!--(?:-?>|[\s\S]*?-->)/g, '').trim() !== ''
}

function planOf({ separator, lines }: Segment, { options }: Head, report: Report): Plan {
  const commanded = perform(commandsIn(lines), report)
  const { background } = commanded.fields
  const image = options.background === undefined ? {} : { image: options.background }
  const fields: Partial<Slide> = {
    ...commanded.fields,
    ...(background || options.background !== undefined ? { background: { ...image, ...background } } : {}),
  }
  return {
    draft: { segment: { ...(separator ? { separator } : {}), lines: maskLines(lines) }, fields },
    commanded,
  }
}

function reportDoubtful({ lines }: Segment, report: Report): void {
  reportUnknown(lines, report)
  for (const line of doubtfulNotes(lines))
    report('note-like', `${ticked(line.text.trim())} goes on in a paragraph, so it is shown`, {
      position: linesPosition(line, line),
      note: 'Leave a blank line before speaker notes, or a blank behind the `^`.',
    })
  for (const [index, line] of lines.entries()) {
    if (line.inside) continue
    const above = lines[index - 1]
    if (isRule(line))
      report('separator-like', '`---` underlines the line above, which is a heading so', {
        position: linesPosition(line, line),
        note: 'Leave a blank line before dashes that begin a slide.',
      })
    else if (isLongRule(line) && (!above || isBlank(above)))
      report('separator-like', `${ticked(line.text.trim())} is a rule here`, {
        position: linesPosition(line, line),
        note: 'A slide begins at three dashes, no more.',
      })
  }
}

function account(source: Source): LineKind[] {
  const { head, lines, segments } = outline(source, () => {})
  const kinds: LineKind[] = lines.map((_, index) => (index < head.lineCount ? 'meta' : 'slide'))
  for (const segment of segments) {
    const { separator, lines: own } = segment
    if (separator) kinds[separator.number - 1] = 'separator'
    // What is hidden is in no slide.
    if (!isShown(segment)) for (const line of own) kinds[line.number - 1] = 'meta'
    else
      for (const section of splitNotes(maskLines(own)))
        for (const line of section.lines) kinds[line.number - 1] = section.kind === 'note' ? 'note' : 'slide'
  }
  return kinds
}
