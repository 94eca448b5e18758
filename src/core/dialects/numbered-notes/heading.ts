// The headings of a page of notes: `## 12 - Title` says for which slide the text below is.

/** A heading line and what it says. */
export interface NoteHeading {
  /** Hashes. */
  readonly depth: number
  /** The slide the note is for. */
  readonly number?: number
  /** What stands between the number and the title. */
  readonly sign?: string
}

const heading = /^ {0,3}(#{1,6})(?!#)(.*)$/
// `## 3.5 released` and `## 2-D` begin with digits too, so that a sign needs a blank.
const numbered =
  /^[ \t]*(?:slide[ \t]+)?(\d{1,4})(?:[ \t]*([.:)])(?=[ \t]|$)[ \t]*|(?:[ \t]+([-–—])|([-–—])(?=[ \t]|$))[ \t]*|(?:[ \t]+#+)?[ \t]*$)/i

/** Reads a line as a heading; undefined where it is none. */
export function readNoteHeading(line: string): NoteHeading | undefined {
  const [, hashes = '', rest = ''] = heading.exec(line) ?? []
  const depth = hashes.length
  // `#1` is a reference and `#!` a shell; behind more hashes a blank may be forgotten.
  if (depth === 0 || !(depth === 1 ? /^(?:[ \t]|$)/ : /^(?:[ \t\p{L}\p{N}]|$)/u).test(rest)) return undefined
  const [, number, ...signs] = numbered.exec(rest) ?? []
  if (number === undefined) return { depth }
  return { depth, number: Number(number), sign: signs.find(sign => sign) ?? '' }
}

/** Characters at the start of a numbered title that only number it. */
export function numberLength(title: string): number {
  return numbered.exec(title)?.[0].length ?? 0
}
