// The headings of a page of notes: `## 12 - Title` says for which slide the text below is.

import { isBlank, type Line } from '../../syntax/lines.ts'

/** A heading line and what it says. */
export interface NoteHeading {
  /** Hashes, or 1 and 2 for a line of `=` and of `-` below it. */
  readonly depth: number
  /** The slide the note is for. */
  readonly number?: number
  /** The last slide it is for: `## 8-10`. */
  readonly to?: number
  /** What stands between the number and the title; `bare` where nothing does. */
  readonly sign?: string
  /** Whether the line below it makes it a heading. */
  readonly underlined?: boolean
}

const heading = /^ {0,3}(#{1,6})(?!#)(.*)$/
// `## 3.5 released` and `## 2-D` begin with digits too, so that a sign needs a blank.
const start = String.raw`^[ \t]*(?:slides?[ \t]+)?(\d{1,4})`
const range = String.raw`(?:[ \t]*(?:[-–—]|to\b)[ \t]*(\d{1,4}))`
const signs = String.raw`(?:[ \t]*([.:)])(?=[ \t]|$)[ \t]*|(?:[ \t]+([-–—])|([-–—])(?=[ \t]|$))[ \t]*|(?:[ \t]+#+)?[ \t]*$)`
const ranged = new RegExp(`${start}${range}${signs}`, 'i')
const numbered = new RegExp(`${start}()${signs}`, 'i')
const rangedBare = new RegExp(String.raw`${start}(?:[-–—](\d{1,4}))[ \t]+(?=\S)`, 'i')
const bare = new RegExp(String.raw`${start}()[ \t]+(?=[^\s#])`, 'i')

/** What a title begins with. */
interface Numbering extends Pick<NoteHeading, 'number' | 'to' | 'sign'> {
  /** Its characters. */
  readonly length: number
}

/** @param allowBare whether a number may stand before a title without a sign: `7 Title` */
function readNumbering(title: string, allowBare: boolean): Numbering | undefined {
  for (const pattern of [ranged, numbered, ...(allowBare ? [rangedBare, bare] : [])]) {
    const [all, from, to, ...parts] = pattern.exec(title) ?? []
    if (all === undefined) continue
    const last = to ? Number(to) : undefined
    // `24-7` and `3 - 2000 ships` are no slides from one to another.
    if (last !== undefined && (last <= Number(from) || last > Number(from) + mostSlides)) continue
    const sign = pattern === bare || pattern === rangedBare ? 'bare' : (parts.find(part => part) ?? '')
    return { number: Number(from), ...(last === undefined ? {} : { to: last }), sign, length: all.length }
  }
  return undefined
}

/** More slides have no note in common. */
const mostSlides = 40

/** Reads a line by itself as a heading; undefined where it is none. */
export function readNoteHeading(line: string, allowBare = false): NoteHeading | undefined {
  const [, hashes = '', rest = ''] = heading.exec(line) ?? []
  const depth = hashes.length
  // `#1` is a reference and `#!` a shell; behind more hashes a blank may be forgotten.
  if (depth === 0 || !(depth === 1 ? /^(?:[ \t]|$)/ : /^(?:[ \t\p{L}\p{N}]|$)/u).test(rest)) return undefined
  return headingOf(depth, rest, allowBare)
}

function headingOf(depth: number, title: string, allowBare: boolean): NoteHeading {
  const { length: _length, ...numbering } = readNumbering(title, allowBare) ?? { length: 0 }
  return { depth, ...numbering }
}

/** What cannot be the line of a heading above its underline: a list, a quote, a heading, code, a table, a rule. */
const noTitle = /^(?: {4}|\t| {0,3}(?:[-+*>#|]|\d{1,9}[.)](?:[ \t]|$)|`{3}|~{3}|<))/

/** `8 - Title` over a line of `=` or `-`. */
function readUnderlined(lines: readonly Line[], index: number): NoteHeading | undefined {
  const [before, line, below] = [lines[index - 1], lines[index], lines[index + 1]]
  if (!line || !below || below.inside || isBlank(line) || noTitle.test(line.text)) return undefined
  const [, sign] = /^ {0,3}(?:(=)=*|-{2,})[ \t]*$/.exec(below.text) ?? [undefined, 'none']
  if (sign === 'none' || (before && !isBlank(before) && !/^ {0,3}(?:=+|-{2,})[ \t]*$/.test(before.text)))
    return undefined
  return { ...headingOf(sign ? 1 : 2, line.text, true), underlined: true }
}

/**
 * The headings of a page, by the number of their line. A number without a sign counts where the page goes on counting
 * with it: `## 7 Title` between 6 and 8, or where all headings of its depth are numbered so.
 *
 * @param lines that know the blocks they are in
 */
export function readNoteHeadings(lines: readonly Line[]): ReadonlyMap<number, NoteHeading> {
  const found = lines.flatMap((line, index): { line: number; heading: NoteHeading }[] => {
    const read = line.inside ? undefined : (readNoteHeading(line.text, true) ?? readUnderlined(lines, index))
    return read ? [{ line: line.number, heading: read }] : []
  })
  const headings = found.map(each => each.heading)
  const depths = [...new Set(headings.map(({ depth }) => depth))]
  const counts = new Set(depths.filter(depth => countsBare(headings, depth)))
  return new Map(
    found.map(({ line, heading }, index) => {
      const isNumber = heading.sign !== 'bare' || counts.has(heading.depth) || goesOn(headings, index)
      const { number: _number, to: _to, sign: _sign, ...plain } = heading
      return [line, isNumber ? heading : plain]
    }),
  )
}

/** Whether almost all headings of a depth begin with a number that counts up from the first slides. */
function countsBare(headings: readonly NoteHeading[], depth: number): boolean {
  const level = headings.filter(heading => heading.depth === depth)
  const numbers = level.flatMap(({ number }) => number ?? [])
  const [first = 0] = numbers
  const last = numbers.at(-1) ?? 0
  const steps = numbers.slice(1).filter((number, index) => number >= (numbers[index] ?? 0))
  return (
    numbers.length >= 3 &&
    numbers.length * 3 >= level.length * 2 &&
    steps.length >= (numbers.length - 1) * 0.8 &&
    first <= 10 &&
    last - first <= numbers.length * 2
  )
}

/** Whether a bare number is the one behind, or before, the number with a sign next to it. */
function goesOn(headings: readonly NoteHeading[], index: number): boolean {
  const own = headings[index]
  const signed = (each: NoteHeading): boolean =>
    each.depth === own?.depth && each.number !== undefined && each.sign !== 'bare'
  const before = headings.slice(0, index).findLast(signed)
  const after = headings.slice(index + 1).find(signed)
  const isBehind = before !== undefined && own?.number === (before.to ?? before.number ?? 0) + 1
  const isBefore = after !== undefined && (own?.to ?? own?.number ?? 0) + 1 === after.number
  return (
    (isBehind && (!after || (after.number ?? 0) > (own?.number ?? 0))) || (isBefore && (isBehind || !before))
  )
}

/** Characters at the start of a numbered title that only number it. */
export function numberLength(title: string, { sign }: NoteHeading): number {
  return readNumbering(title, sign === 'bare')?.length ?? 0
}
