// Cleaver 0.7 and 0.8 (jdan/cleaver): unfenced YAML, slides cut at `--`, classes behind the dashes, an author slide.

import type { Deck, Evidence, Slide, Source } from '../deck/deck.ts'
import { isLayout } from '../deck/layouts.ts'
import { completeMeta } from '../syntax/complete-meta.ts'
import { cut, type Segment } from '../syntax/cut.ts'
import { nestDoubledBullets } from '../syntax/doubled-bullets.ts'
import { type FrontMatter, peekFrontMatter, readFrontMatter } from '../syntax/front-matter.ts'
import { isBlank, type Line, linesPosition, scanLines, splitLines } from '../syntax/lines.ts'
import { type KeyAsk, type Keys, plainKey, type ReadKey, readAuthorKey, readText } from '../syntax/meta.ts'
import { createReport, type Report, ticked } from '../syntax/report.ts'
import { buildSlides, type Draft } from '../syntax/slide.ts'
import type { Dialect, DialectAsk, LineKind } from './dialect.ts'

export const cleaver: Dialect = { name: 'cleaver', detect, read, account }

const ignored: ReadKey = ask => {
  const written = readText(ask)
  if (written === undefined) return
  ask.report('option-ignored', `${ticked(`${ask.key}: ${written}`)} means nothing here`, {
    position: ask.position,
  })
}

/** Cleaver's own keys, and those it means otherwise. `title`, `agenda`, `progress` and `controls` are common. */
const own: Keys = new Map<string, ReadKey>([
  ['theme', readTheme],
  [
    'author',
    ask => {
      readAuthorKey(ask)
      if (ask.meta.authors) ask.meta.closing = 'author'
    },
  ],
  [
    'encoding',
    ask => {
      // The text is decoded by now; what it was encoded in is of interest only where it was not UTF-8.
      if (!/^utf-?8$/i.test(readText(ask) ?? 'utf-8')) ignored(ask)
    },
  ],
  ['style', ignored],
  ['output', ignored],
  ['template', ignored],
  ['layout', ignored],
])

/** `user/repo`, a folder or an address: none can be had here, but whether it is dark can be told. */
function readTheme(ask: KeyAsk): void {
  const name = readText(ask)
  if (name === undefined) return
  const scheme = /dark|light/i.exec(name)?.[0].toLowerCase()
  if (scheme === 'dark' || scheme === 'light') ask.meta.scheme = scheme
  else if (/^[\w-]+$/.test(name)) ask.meta.theme = name
  else
    ask.report(
      'option-ignored',
      `${ticked(`theme: ${name}`)} is a theme of Cleaver's, which means nothing here`,
      {
        position: ask.position,
        note: 'Name a theme of Deckhand, or leave it out.',
      },
    )
}

const bare = /^-{2,3}[ \t]*$/
const classed = /^--([ \t]*)([A-Za-z_][\w-]*(?:[ \t]+[A-Za-z_][\w-]*)*)[ \t]*$/
// Setext underlines, tables, closing comments, diffs and flags with values begin with two dashes too; nobody means more.
const innocent = /^(?:-{4,}[ \t]*$|--[-:| \t]*\||-+>|--- \S|--[\w-]+[=:])/

/**
 * What a line that begins with two dashes is. Cleaver cuts at each of them, inside code too, and takes the rest for
 * classes; what cannot be meant so stays text here.
 */
function readDashes(
  { text }: Line,
  above: Line | undefined,
  below: Line | undefined,
): 'separator' | 'text' | 'doubtful' {
  if (!text.startsWith('--')) return 'text'
  if (bare.test(text)) return 'separator'
  const [, gap, words] = classed.exec(text) ?? []
  if (words === undefined) return innocent.test(text) ? 'text' : 'doubtful'
  // `-- Ada Lovelace` signs what stands above it.
  if (/(?:^|\s)[A-Z]/.test(words) || (above && /^ {0,3}>/.test(above.text))) return 'doubtful'
  // `--bg` has classes to Cleaver; `--privileged` may be where a sentence was wrapped.
  const alone = (!above || isBlank(above)) && (!below || isBlank(below))
  return gap || alone ? 'separator' : 'doubtful'
}

function fieldsOf({ text }: Line): Partial<Slide> {
  const words = bare.test(text) ? [] : text.slice(2).trim().split(/\s+/)
  const layout = words.find(isLayout)
  if (layout === undefined) return { classes: words }
  const values: Record<string, string> = Object.create(null)
  // Tells a layout that was named from one by default.
  values.layout = layout
  return { classes: words.filter(word => word !== layout), layout, attributes: { classes: [], values } }
}

/** Options of Cleaver's, and how surely they tell it from the native format. */
const telling: ReadonlyMap<string, number> = new Map([
  ['output', 5],
  ['template', 5],
  ['encoding', 5],
  ['style', 5],
  ['layout', 3],
  ['controls', 3],
  ['progress', 1],
])

/** Less than this, and the native format, which has some of the options too, is as likely. */
const typical = 3

function detect(source: Source): Evidence[] {
  const found: Evidence[] = []
  const note = (weight: number, line: number, reason: string): void => {
    found.push({ dialect: 'cleaver', weight, line, reason })
  }
  const { entries, fenced } = peekFrontMatter(source, own)
  for (const { key, position, value } of entries) {
    const line = position.start.line
    const weight = telling.get(plainKey(key))
    if (weight) note(weight, line, `${ticked(key)} is an option of Cleaver's`)
    if (plainKey(key) === 'theme' && 'text' in value) {
      if (/cleaver/i.test(value.text)) note(10, line, `${ticked(value.text)} is a theme of Cleaver's`)
      else if (/^[\w-]+\/[\w-]+$/.test(value.text))
        note(5, line, `${ticked(value.text)} is a theme in a repository`)
    }
    if (plainKey(key) === 'author' && value.kind === 'map') note(3, line, '`author` has entries of its own')
  }
  if (found.reduce((sum, { weight }) => sum + weight, 0) < typical) return []
  // Cleaver takes a fence for text.
  if (fenced) note(-10, 1, 'the front matter is fenced')
  return found
}

/** The front matter and the segments behind it. */
interface Outline {
  readonly front: FrontMatter
  readonly lines: readonly Line[]
  readonly segments: readonly Segment[]
}

function outline(source: Source, report: Report): Outline {
  const lines = splitLines(source.text)
  // A line's number is the index of the one below it.
  const separates = (line: Line, above: Line | undefined): boolean =>
    readDashes(line, above, lines[line.number]) === 'separator'
  const front = readFrontMatter(lines, { separates: line => separates(line, undefined), report, own })
  const body = scanLines(lines.slice(front.lineCount), separates)
  return { front, lines, segments: cut(body, (line, before) => separates(line, before.at(-1))) }
}

function read(source: Source, { parse, evidence, defaults }: DialectAsk): Deck {
  const { report, diagnostics } = createReport(source.path)
  const { front, lines, segments } = outline(source, report)
  const drafts = segments.flatMap(segment => draft(segment) ?? [])
  const spelling = { notes: false, marks: false }
  const { slides, definitions, needs, ignores } = buildSlides(drafts, {
    source,
    lines,
    spelling,
    parse,
    report,
  })
  for (const { body } of slides) nestDoubledBullets(body)
  if (slides.length === 0) report('deck-empty', 'The deck has no slides')
  for (const segment of segments) reportDoubtful(segment, lines, report)
  return {
    source,
    dialect: 'cleaver',
    evidence,
    meta: completeMeta(front.meta, {
      title: slides.find(slide => slide.title)?.title,
      path: source.path,
      defaults,
    }),
    slides,
    definitions,
    needs,
    ignores,
    diagnostics: diagnostics.toSorted(
      (one, other) => (one.position?.start.offset ?? -1) - (other.position?.start.offset ?? -1),
    ),
  }
}

/** Cleaver shows an empty slide between two separators; here it is one only where its separator says something. */
function draft({ separator, lines }: Segment): Draft | undefined {
  const fields = separator ? fieldsOf(separator) : {}
  if (lines.every(isBlank) && !fields.layout && !fields.classes?.length) return undefined
  return { segment: { ...(separator ? { separator } : {}), lines }, fields }
}

function reportDoubtful(segment: Segment, lines: readonly Line[], report: Report): void {
  for (const [index, line] of segment.lines.entries()) {
    if (line.inside) continue
    const position = linesPosition(line, line)
    if (readDashes(line, segment.lines[index - 1], lines[line.number]) === 'doubtful')
      report('separator-like', `${ticked(line.text.trim())} is text here, though Cleaver cuts at it`, {
        position,
      })
    const word = /^(?:Notes?:|\?{3}$)/.exec(line.text)?.[0]
    if (word)
      report('note-like', `\`${word}\` opens no speaker notes in Cleaver's dialect, so the line is shown`, {
        position,
        note: 'Say `dialect: native` in the front matter to have speaker notes.',
        severity: 'info',
      })
  }
}

function account(source: Source): LineKind[] {
  const { front, lines, segments } = outline(source, () => {})
  const kinds: LineKind[] = lines.map((_, index) => (index < front.lineCount ? 'meta' : 'slide'))
  for (const { separator } of segments) if (separator) kinds[separator.number - 1] = 'separator'
  return kinds
}
