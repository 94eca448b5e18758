// The native format: slides cut by `--`, plain Markdown between; docs/format.md says all of it.

import type { Deck, Evidence, Need, Slide, Source } from '../deck/deck.ts'
import { completeMeta } from '../syntax/complete-meta.ts'
import { cut, type Segment } from '../syntax/cut.ts'
import { readFrontMatter } from '../syntax/front-matter.ts'
import { isBlank, type Line, linesPosition, scanLines, splitLines } from '../syntax/lines.ts'
import { createReport, type Report } from '../syntax/report.ts'
import { sectionMarker, splitSections } from '../syntax/sections.ts'
import { buildSlides, type Draft } from '../syntax/slide.ts'
import type { Dialect, DialectAsk, LineKind } from './dialect.ts'
import { readFields } from './native/fields.ts'
import { looksLikeSeparator, readSeparator } from './native/separator.ts'

export const native: Dialect = { name: 'native', detect, read, account }

/** The front matter and the segments behind it. */
interface Outline {
  readonly front: ReturnType<typeof readFrontMatter>
  readonly lines: readonly Line[]
  readonly segments: readonly Segment[]
}

function separates(line: Line, before: Line | undefined): boolean {
  return readSeparator(line.text, before?.text) !== undefined
}

function outline(source: Source, report: Report): Outline {
  const lines = splitLines(source.text)
  const front = readFrontMatter(lines, { separates: line => separates(line, undefined), report })
  const body = scanLines(
    lines.slice(front.lineCount),
    (line, before) => separates(line, before) || sectionMarker(line.text) !== undefined,
  )
  return { front, lines, segments: cut(body, (line, before) => separates(line, before.at(-1))) }
}

function read(source: Source, { parse, evidence, defaults }: DialectAsk): Deck {
  const { report, diagnostics } = createReport(source.path)
  const { front, lines, segments } = outline(source, report)
  const drafts = segments.flatMap(segment => draft(segment, report) ?? [])
  const built = buildSlides(drafts, {
    source,
    lines,
    spelling: { notes: true, marks: true },
    parse,
    report,
  })
  if (built.slides.length === 0) report('deck-empty', 'The deck has no slides')
  for (const segment of segments) reportDoubtful(segment, report)
  if (segments.length === 1) reportRule(segments[0]?.lines ?? [], report)
  return {
    source,
    dialect: 'native',
    evidence,
    meta: completeMeta(front.meta, {
      title: built.slides.find(slide => slide.title)?.title,
      path: source.path,
      defaults,
    }),
    slides: built.slides,
    definitions: built.definitions,
    needs: [...built.slides.flatMap(includeNeed), ...built.needs],
    ignores: built.ignores,
    diagnostics: diagnostics.toSorted(byPlace),
  }
}

/** A slide to be, or nothing: blank content is a slide only where its separator says something. */
function draft({ separator, lines }: Segment, report: Report): Draft | undefined {
  const said = separator && readSeparator(separator.text, undefined)
  if (lines.every(isBlank) && !said?.braces && !said?.words.length) return undefined
  if (!separator && isOnlyComments(lines)) return undefined
  return {
    segment: { ...(separator ? { separator } : {}), lines },
    fields: said ? readFields(said, separator, report) : {},
  }
}

/** Comments above the first separator are for whoever reads the file, and make no slide. */
function isOnlyComments(lines: readonly Line[]): boolean {
  const isOther = ({ inside, text }: Line): boolean =>
    inside ? inside.kind !== 'comment' || !inside.closed : !/^[ \t]*(?:<!--|$)/.test(text)
  if (lines.some(isOther)) return false
  // Words may stand behind the end of one.
  const text = lines.map(line => line.text).join('\n')
  return text.replace(/<!--[\s\S]*?-->/g, '').trim() === ''
}

function includeNeed({ attributes, position }: Slide): Need[] {
  const include = attributes.values.include
  if (!include) return []
  const path = include.replace(/#.*$/, '')
  return path === '' ? [] : [{ kind: 'deck', path, position }]
}

function reportDoubtful({ lines }: Segment, report: Report): void {
  let above: Line | undefined
  for (const line of lines) {
    const why = line.inside ? undefined : looksLikeSeparator(line.text, above?.text)
    if (why)
      report('separator-like', `\`${line.text.trim()}\` is text: ${why}`, {
        position: linesPosition(line, line),
      })
    if (!isBlank(line)) above = line
  }
}

/** A deck of one slide with rules in it was probably written for a tool that cuts at `---`. */
function reportRule(lines: readonly Line[], report: Report): void {
  const line = lines.find(({ text, inside }) => !inside && /^---[ \t]*$/.test(text))
  if (line)
    report('separator-like', '`---` is a rule here, and the deck has no separator', {
      position: linesPosition(line, line),
      note: 'Write `--` where the next slide begins.',
    })
}

const byPlace = (a: Deck['diagnostics'][number], b: Deck['diagnostics'][number]): number =>
  (a.position?.start.offset ?? -1) - (b.position?.start.offset ?? -1)

/** What a line outside of code shows that other dialects do not have. */
const shown: readonly (readonly [
  reason: string,
  shows: (text: string, above: string | undefined) => boolean,
])[] = [
  [
    'a separator with attributes in braces',
    (text, above) => readSeparator(text, above)?.braces !== undefined,
  ],
  ['speaker notes or handout text', text => sectionMarker(text) !== undefined],
  ['a slot', text => /^::(?:left|right)::[ \t]*$/.test(text)],
]

/** Characters that are searched for evidence: dozens of slides, so that long decks cost no more than short ones. */
const searched = 32 * 1024

/** A line that may show one of these; many documents have none. */
const hint = /^(?:--[ \t].*\{|\?\?\?|Notes?:|Handout:|::)/m

/** The native format is what a document is in when nothing says otherwise. */
function detect(source: Source): Evidence[] {
  const text = source.text.slice(0, searched)
  if (!hint.test(text)) return []
  const lines = scanLines(splitLines(text), separates)
  return shown.flatMap(([reason, shows]) => {
    const line = lines.find((each, index) => !each.inside && shows(each.text, lines[index - 1]?.text))
    return line ? [{ dialect: 'native', weight: 3, line: line.number, reason }] : []
  })
}

function account(source: Source): LineKind[] {
  const { front, lines, segments } = outline(source, () => {})
  const kinds: LineKind[] = lines.map((_, index) => (index < front.lineCount ? 'meta' : 'slide'))
  for (const { separator, lines: own } of segments) {
    if (separator) kinds[separator.number - 1] = 'separator'
    else if (isOnlyComments(own)) {
      for (const line of own) kinds[line.number - 1] = 'meta'
      continue
    }
    for (const section of splitSections(own))
      for (const line of section.lines) kinds[line.number - 1] = section.kind === 'note' ? 'note' : 'slide'
  }
  return kinds
}
