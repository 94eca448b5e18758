// Front matter: YAML on top of a file, fenced by `---` or unfenced up to the first separator, as data of a closed schema.

import type { Source } from '../deck/deck.ts'
import { readEntries } from './entries.ts'
import { type HeadLine, headLength, isKnownKey, sortHead } from './head.ts'
import { isBlank, type Line, linesPosition, splitLines } from './lines.ts'
import { type Keys, readMeta, type WrittenMeta } from './meta.ts'
import type { Report } from './report.ts'
import type { YamlEntry } from './yaml.ts'

/** Front matter as found. */
export interface FrontMatter {
  /** How many of the first lines it takes, fences and blank lines around included; 0 where there is none. */
  readonly lineCount: number
  /** What it says of the deck: only what is written and valid. */
  readonly meta: WrittenMeta
  /** `dialect:` as written. */
  readonly dialect?: string
  /** Whether `---` opens it. */
  readonly fenced: boolean
  /** Every key as written, known or not, in order. */
  readonly entries: readonly YamlEntry[]
}

export interface FrontMatterAsk {
  /** Whether a line is the dialect's separator: unfenced front matter reaches up to the first one. */
  separates(line: Line): boolean
  readonly report: Report
  /** Keys that only this dialect has. */
  readonly own?: Keys
}

/** Bytes would need an encoder; a character of front matter is rarely more than one. */
const maxLength = 64 * 1024

const none: FrontMatter = { lineCount: 0, meta: {}, fenced: false, entries: [] }
const noKeys: Keys = new Map()

const isRule = (line: Line | undefined): boolean => line !== undefined && /^---[ \t]*$/.test(line.text)
const isCloser = (line: Line | undefined): boolean =>
  line !== undefined && /^(?:---|\.\.\.)[ \t]*$/.test(line.text)

/** What a report says, kept until it is sure that the lines are front matter at all. */
type Said = Parameters<Report>

/** A stretch of lines taken for front matter. */
interface Head {
  readonly fenced: boolean
  readonly lineCount: number
  readonly lines: readonly HeadLine[]
  /** What is wrong with its edges. */
  readonly edges?: readonly Said[]
  /** Front matter only where every entry is valid: nothing but the look of the lines says that it is. */
  readonly doubtful?: boolean
}

/**
 * Reads the front matter of a file. A file whose first lines are no YAML mapping has none.
 * Reports `front-matter-syntax`, `front-matter-size`, `front-matter-unclosed` and what `readMeta` reports.
 * Never runs what it reads, never throws.
 *
 * @param lines the whole file, as `splitLines` gives it
 */
export function readFrontMatter(lines: readonly Line[], ask: FrontMatterAsk): FrontMatter {
  const own = ask.own ?? noKeys
  const head = findHead(lines, ask, own)
  if (!head) return none
  const { fenced, lineCount, edges = [] } = head

  const said: Said[] = []
  const note: Report = (...each) => void said.push(each)
  const entries = withinSize(head.lines, note) ? readEntries(head.lines, note, own) : []
  const meta = readMeta(entries, note, own)
  if (head.doubtful && said.some(([rule]) => rule.startsWith('front-matter'))) return none
  for (const each of [...edges, ...said]) ask.report(...each)

  const dialect = entries.find(({ key }) => key.toLowerCase() === 'dialect')?.value
  const name = dialect && 'text' in dialect ? dialect.text.trim() : ''
  return { fenced, lineCount, entries, meta, ...(name ? { dialect: name } : {}) }
}

/**
 * What the front matter of a source seems to be before its dialect is known: separated by `--`, nothing reported.
 *
 * @param own keys of any dialect that may turn out to be meant
 */
export function peekFrontMatter(source: Source, own?: Keys): FrontMatter {
  const separates = ({ text }: Line): boolean => /^--(?:[ \t]|$)/.test(text)
  const lines = splitLines(topOf(source.text))
  return readFrontMatter(lines, { separates, report: () => {}, ...(own ? { own } : {}) })
}

/** As much of a text as front matter can reach into: decks are long. */
function topOf(text: string): string {
  // What is longer is refused anyway.
  const most = text.slice(0, 2 * maxLength)
  const separator = /^--(?:[ \t].*)?$/m.exec(most)
  const opener = /^---.*$/m.exec(most)
  if (!separator) return most
  let end = separator.index + separator[0].length
  if (opener && opener.index < end) {
    const from = opener.index + opener[0].length
    const closer = /^(?:---|\.\.\.)[ \t]*$/m.exec(most.slice(from))
    if (!closer) return most
    end = Math.max(end, from + closer.index + closer[0].length)
  }
  return most.slice(0, end)
}

function withinSize(lines: readonly HeadLine[], report: Report): boolean {
  const length = lines.reduce((sum, { text }) => sum + text.length + 1, 0)
  const [first] = lines
  if (length <= maxLength || !first) return true
  report(
    'front-matter-size',
    `The front matter has ${Math.ceil(length / 1024)} KB, so nothing of it is read`,
    {
      position: linesPosition(first, first),
    },
  )
  return false
}

function findHead(lines: readonly Line[], ask: FrontMatterAsk, own: Keys): Head | undefined {
  const start = firstOfHead(lines, own)
  const opener = lines[start]
  if (!opener) return undefined
  const language = /^---[ \t]*([A-Za-z]\w*)[ \t]*$/.exec(opener.text)?.[1]
  if (isRule(opener) || language) return fencedHead(lines, start, language, ask, own)
  if (/^--[ \t]*$/.test(opener.text)) return wronglyFencedHead(lines, start, own)
  return unfencedHead(lines, start, ask, own)
}

/** Comments may stand above the front matter: `<!-- theme: user/repo -->`. */
function firstOfHead(lines: readonly Line[], own: Keys): number {
  const first = lines.findIndex(line => !isBlank(line))
  if (!lines[first]?.text.trimStart().startsWith('<!--')) return first
  return sortHead(lines.slice(0, 200), own).findIndex(({ kind }) => kind !== 'blank' && kind !== 'html')
}

function fencedHead(
  lines: readonly Line[],
  start: number,
  language: string | undefined,
  ask: FrontMatterAsk,
  own: Keys,
): Head | undefined {
  const opener = lines[start] as Line
  const edges: Said[] = []
  let from = start + 1
  if (isRule(lines[from]) && sortHead(lines.slice(from + 1, from + 2), own)[0]?.kind === 'key') {
    const second = lines[from] as Line
    edges.push(
      edge(
        'front-matter-syntax',
        'The front matter is opened twice',
        second,
        'Remove one of the two lines `---`.',
      ),
    )
    from += 1
  }
  const end = lines.findIndex(
    (line, index) => index >= from && (isCloser(line) || (ask.separates(line) && !isRule(line))),
  )
  const closed = isCloser(lines[end])
  const inner = sortHead(lines.slice(from, end < 0 ? undefined : end), own)

  if (language && !/^(?:ya?ml|json)$/i.test(language)) {
    // Other tools run what stands here.
    if (!closed) return undefined
    const message = `Front matter in \`${language}\` is neither read nor run`
    return {
      fenced: true,
      lineCount: end + 1,
      lines: [],
      edges: [edge('front-matter-syntax', message, opener)],
    }
  }
  if (closed && inner.every(isBlank)) return { fenced: true, lineCount: end + 1, lines: [], edges }
  if (inner.find(isSolid)?.kind !== 'key') return undefined

  const length = headLength(inner)
  const rest = inner.slice(length)
  const broken = rest.some(({ kind }) => kind === 'other')
  // A rule far below is no closer: what stands behind a blank line and is no key is the first slide.
  const content = broken && rest.slice(0, 1).every(isBlank) && !rest.some(line => hasKnownKey(line, own))
  if (closed && !content) return { fenced: true, lineCount: end + 1, lines: inner, edges }
  const head = inner.slice(0, length)
  if (!head.some(line => hasKnownKey(line, own))) return undefined
  edges.push(edge('front-matter-unclosed', 'The front matter is not closed', opener))
  return { fenced: true, lineCount: from + length, lines: head, edges }
}

/** `--` in the place of `---`, closed by either. */
function wronglyFencedHead(lines: readonly Line[], start: number, own: Keys): Head | undefined {
  const opener = lines[start] as Line
  const end = lines.findIndex(
    (line, index) => index > start && (isCloser(line) || /^--[ \t]*$/.test(line.text)),
  )
  if (end < 0) return undefined
  const inner = sortHead(lines.slice(start + 1, end), own)
  if (inner[0]?.kind !== 'key' || !hasKnownKey(inner[0], own)) return undefined
  if (inner.some(({ kind }) => kind === 'other')) return undefined
  const edges = [
    edge('front-matter-syntax', 'The front matter opens with `--`', opener, 'Open it with a line `---`.'),
  ]
  return {
    fenced: true,
    lineCount: isCloser(lines[end]) ? end + 1 : end,
    lines: inner,
    edges,
    doubtful: true,
  }
}

function unfencedHead(
  lines: readonly Line[],
  start: number,
  ask: FrontMatterAsk,
  own: Keys,
): Head | undefined {
  const end = lines.findIndex((line, index) => index >= start && (ask.separates(line) || isCloser(line)))
  const inner = sortHead(lines.slice(start, end < 0 ? undefined : end), own)
  // A comment of YAML's on top would be a heading to everybody else.
  if (inner[0]?.kind !== 'key') return undefined
  const length = headLength(inner)
  if (!inner.slice(0, length).some(line => hasKnownKey(line, own))) return undefined

  const rest = inner.slice(length)
  const closer = lines[end]
  // A line `---` that separates nothing closes what it never opened; one that separates is left to do so.
  const whole = closer && !ask.separates(closer) ? end + 1 : start + inner.length
  if (rest.every(isBlank)) return { fenced: false, lineCount: whole, lines: inner }
  const broken = rest.some(({ kind }) => kind === 'other')
  if (broken && rest.some(line => hasKnownKey(line, own)))
    return { fenced: false, lineCount: whole, lines: inner }

  const head = inner.slice(0, length)
  const last = head.at(-1) as Line
  const edges = [
    edge('front-matter-unclosed', 'Nothing closes the front matter', last, 'Put a line `--` behind it.'),
  ]
  return { fenced: false, lineCount: start + length, lines: head, edges, doubtful: true }
}

function edge(rule: Said[0], message: string, line: Line, note?: string): Said {
  const severity = rule === 'front-matter-syntax' && note ? ({ severity: 'warning' } as const) : {}
  return [rule, message, { position: linesPosition(line, line), note, ...severity }]
}

function isSolid({ kind }: HeadLine): boolean {
  return kind !== 'blank' && kind !== 'comment' && kind !== 'html'
}

function hasKnownKey({ kind, key }: HeadLine, own: Keys): boolean {
  return kind === 'key' && key !== undefined && isKnownKey(key, own)
}
