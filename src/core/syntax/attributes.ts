// Reads `{#key .class name=value}`, the one spelling of attributes: on separators, blocks, images and code.

import type { Attributes, Point, Position } from '../deck/deck.ts'

/** Something wrong with written attributes, by offsets into the text they were read from. */
export interface AttributeFault {
  /** One sentence without a full stop, naming the offending thing in backticks. */
  readonly message: string
  readonly start: number
  /** Just past the last character of the fault. */
  readonly end: number
}

/** What was read, and where it ended. */
export interface AttributesRead {
  readonly attributes: Attributes
  /** Just past the closing brace, or past the last character where there is none. */
  readonly end: number
  /** What does not follow the spelling; the attributes hold everything that does. */
  readonly faults: readonly AttributeFault[]
}

/** Attributes where none are written. */
export const noAttributes: Attributes = Object.freeze({
  classes: Object.freeze([]),
  values: Object.freeze(Object.create(null)),
})

// Word processors and phones turn straight quotes into these; whoever opens with one may close with any of its kind.
const doubleQuotes = '“”„‟«»"'
const singleQuotes = "‘’‚‛'"

const blank = /\s/u
const identifier = /[\p{L}\p{N}_-]+/uy
const attributeName = /[A-Za-z_][\w-]*/y
const bareValue = /[^\s{}"“”„‟«»]+/uy

// A deck can name its attributes as it likes, but not what every object inherits from.
const forbiddenNames: ReadonlySet<string> = new Set(['__proto__'])

/**
 * Reads attributes in braces.
 *
 * @param text the text they stand in; the braces and all between them are on one line or more
 * @param from the offset of the opening brace
 * @returns undefined where no brace opens at `from`; else the attributes, with faults for what is misspelt
 *   and for a brace that is never closed. Never throws
 */
export function readAttributes(text: string, from = 0): AttributesRead | undefined {
  if (text[from] !== '{') return undefined
  return scan(text, from + 1, true)
}

/**
 * Reads attributes that stand without braces, as behind the language of a code block: `title="Dockerfile" lines`.
 *
 * @param text the text they stand in
 * @param from the offset to begin at; everything up to the end is read
 */
export function readBareAttributes(text: string, from = 0): AttributesRead {
  return scan(text, from, false)
}

/**
 * Where a fault stands in the file, for attributes written on one line.
 *
 * @param fault a fault of attributes read from a text
 * @param origin the place in the file of that text's first character
 */
export function faultPosition(fault: AttributeFault, origin: Point): Position {
  const at = (offset: number): Point => ({
    line: origin.line,
    column: origin.column + offset,
    offset: origin.offset + offset,
  })
  return { start: at(fault.start), end: at(fault.end) }
}

function scan(text: string, from: number, braced: boolean): AttributesRead {
  const classes: string[] = []
  const values: Record<string, string> = Object.create(null)
  const faults: AttributeFault[] = []
  let id: string | undefined
  let at = from

  const fault = (message: string, start: number, end: number): void => {
    faults.push({ message, start, end })
  }
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at
    const found = pattern.exec(text)?.[0]
    if (found) at += found.length
    return found
  }

  while (at < text.length) {
    const start = at
    const sign = text.charAt(at)
    if (blank.test(sign)) {
      at += 1
    } else if (braced && sign === '}') {
      return done(at + 1)
    } else if (sign === '#' || sign === '.') {
      at += 1
      const name = take(identifier)
      if (!name) fault(`\`${sign}\` names nothing`, start, at)
      else if (sign === '.') {
        if (!classes.includes(name)) classes.push(name)
      } else if (id === undefined) id = name
      else fault(`\`#${name}\` is a second key beside \`#${id}\``, start, at)
    } else {
      const name = take(attributeName)
      if (name) {
        const value = text[at] === '=' ? readValue() : ''
        if (forbiddenNames.has(name)) fault(`\`${name}\` cannot be an attribute`, start, at)
        else if (name in values) fault(`\`${name}\` is given twice`, start, at)
        else values[name] = value
      } else {
        skipStray()
        fault(`\`${text.slice(start, at)}\` is no attribute`, start, at)
      }
    }
  }
  if (braced) fault('`{` is not closed', from - 1, from)
  return done(at)

  function done(end: number): AttributesRead {
    return { attributes: { ...(id === undefined ? {} : { id }), classes, values }, end, faults }
  }

  function readValue(): string {
    at += 1
    const open = text.charAt(at)
    if (open && (doubleQuotes.includes(open) || singleQuotes.includes(open))) return readQuoted(open)
    const value = take(bareValue)
    if (value === undefined) fault('`=` has no value', at - 1, at)
    return value ?? ''
  }

  function readQuoted(open: string): string {
    const kind = doubleQuotes.includes(open) ? doubleQuotes : singleQuotes
    const closers = open === '"' || open === "'" ? open : kind
    const start = at
    let value = ''
    for (at += 1; at < text.length; at += 1) {
      const sign = text.charAt(at)
      if (sign === '\\' && closers.includes(text[at + 1] ?? ' ')) {
        value += text.charAt(at + 1)
        at += 1
      } else if (closers.includes(sign)) {
        at += 1
        return value
      } else value += sign
    }
    // Without its closer the quote would take everything up to the end of the line, the brace included.
    fault(`\`${open}\` is not closed`, start, start + 1)
    at = start + 1
    return (take(bareValue) ?? '').replace(/['’]$/u, '')
  }

  /** Passes what cannot begin an attribute, up to the next blank or brace. */
  function skipStray(): void {
    do at += 1
    while (at < text.length && !blank.test(text.charAt(at)) && !(braced && text[at] === '}'))
  }
}
