// Text with emphasis, code, links and pictures in it.

import type { Emphasis, Image, InlineCode, Link, PhrasingContent, Strong, Text } from 'mdast'
import type { Places } from './places.ts'

/** Where plain text stops: at what means something, or may. */
const special = /[*`[\]!\\<&_~@|\t\n]|:\/\/|www\./gi
const destination = /\(([^\s()<>\\&"'\p{Cc}]+)(?: "([^"\\&\n]*)")?\)/uy
const word = /[\p{L}\p{N}]/u
/** A name or number between `&` and `;`. */
const reference = /&(?:#|[a-z][a-z\d]*;)/iy

/** What is being read, and how far. */
interface Cursor {
  readonly text: string
  readonly places: Places
  readonly end: number
  at: number
  /** Whether a link is open: there is none in a link. */
  linked: boolean
}

/** Where a stretch ends that was opened: `*`, `**`, `]`, or at the end of the text. */
type Closer = '*' | '**' | ']' | ''

/**
 * Reads a stretch of text.
 *
 * @returns undefined where something in it is not surely plain
 */
export function readInlines(
  text: string,
  from: number,
  to: number,
  places: Places,
): PhrasingContent[] | undefined {
  if (text[from] === ' ' || text[to - 1] === ' ') return undefined
  return readUntil({ text, places, end: to, at: from, linked: false }, '')
}

function readUntil(cursor: Cursor, closer: Closer): PhrasingContent[] | undefined {
  const { text, places, end } = cursor
  const nodes: PhrasingContent[] = []
  let plain = cursor.at
  const flush = (): void => {
    if (cursor.at > plain) nodes.push(textNode(text, plain, cursor.at, places))
  }
  for (;;) {
    special.lastIndex = cursor.at
    const found = special.exec(text)
    if (!found || found.index >= end) {
      if (closer !== '') return undefined
      cursor.at = end
      flush()
      return nodes
    }
    cursor.at = found.index
    const sign = found[0]
    if (isPlain(cursor, sign)) {
      cursor.at += 1
      continue
    }
    if (sign === ']') {
      if (closer !== ']') return undefined
      flush()
      return nodes
    }
    if (sign === '*' && closer !== '' && closer !== ']') {
      // The closer, or something within that is better left to the parser.
      if (stars(cursor) !== closer.length || !closes(cursor)) return undefined
      flush()
      return nodes
    }
    flush()
    const node = readNode(cursor, sign)
    if (!node) return undefined
    nodes.push(node)
    plain = cursor.at
  }
}

/** Whether a sign means nothing here. */
function isPlain({ text, at, end }: Cursor, sign: string): boolean {
  const before = text[at - 1] ?? ''
  const behind = at + 1 < end ? (text[at + 1] ?? '') : ''
  if (sign === '\n') return before !== ' ' && behind !== ' '
  if (sign === '!') return behind !== '['
  if (sign === '_') return /[a-z\d]/i.test(before) && /[a-z\d]/i.test(behind)
  if (sign === '@') return !/[-.\w+]/.test(before)
  if (sign !== '&') return false
  reference.lastIndex = at
  return !reference.test(text)
}

function readNode(cursor: Cursor, sign: string): PhrasingContent | undefined {
  if (sign === '`') return readInlineCode(cursor)
  if (sign === '!') return readImage(cursor)
  if (sign === '[') return readLink(cursor)
  return sign === '*' ? readEmphasis(cursor) : undefined
}

function readInlineCode(cursor: Cursor): InlineCode | undefined {
  const { text, at, end, places } = cursor
  const length = run(text, at, end)
  let close = text.indexOf('`', at + length)
  while (close >= 0 && close < end && run(text, close, end) !== length)
    close = text.indexOf('`', close + run(text, close, end))
  if (close < 0 || close >= end) return undefined
  const written = text.slice(at + length, close)
  if (written.includes('\n')) return undefined
  const padded = written.startsWith(' ') && written.endsWith(' ') && /[^ ]/.test(written)
  cursor.at = close + length
  return {
    type: 'inlineCode',
    value: padded ? written.slice(1, -1) : written,
    position: places.between(at, cursor.at),
  }
}

function readImage(cursor: Cursor): Image | undefined {
  const { text, at, end, places } = cursor
  const close = text.indexOf(']', at + 2)
  if (close < 0 || close >= end) return undefined
  const alt = text.slice(at + 2, close)
  if (/[*`[\\<&_~@|\t\n]|:\/\/|www\.|^\^/i.test(alt)) return undefined
  const to = readDestination(cursor, close + 1)
  if (!to) return undefined
  return { type: 'image', title: to.title, url: to.url, alt, position: places.between(at, cursor.at) }
}

function readLink(cursor: Cursor): Link | undefined {
  const { text, at, places } = cursor
  if (cursor.linked || text[at + 1] === '^') return undefined
  cursor.linked = true
  cursor.at = at + 1
  const children = readUntil(cursor, ']')
  cursor.linked = false
  const to = children && readDestination(cursor, cursor.at + 1)
  if (!children || !to) return undefined
  return { type: 'link', title: to.title, url: to.url, children, position: places.between(at, cursor.at) }
}

/** Where a link or picture leads; moves behind it. */
function readDestination(
  cursor: Cursor,
  from: number,
): { readonly url: string; readonly title: string | null } | undefined {
  destination.lastIndex = from
  const [whole, url, title] = destination.exec(cursor.text) ?? []
  if (whole === undefined || url === undefined || from + whole.length > cursor.end) return undefined
  cursor.at = from + whole.length
  return { url, title: title ?? null }
}

function readEmphasis(cursor: Cursor): Emphasis | Strong | undefined {
  const { at, places } = cursor
  const length = stars(cursor)
  if (length > 2 || !opens(cursor, length)) return undefined
  cursor.at = at + length
  const children = readUntil(cursor, length === 1 ? '*' : '**')
  if (!children || children.length === 0) return undefined
  cursor.at += length
  const position = places.between(at, cursor.at)
  return length === 1 ? { type: 'emphasis', children, position } : { type: 'strong', children, position }
}

const stars = ({ text, at, end }: Cursor): number => run(text, at, end)

/** How often the sign at a place is repeated. */
function run(text: string, at: number, end: number): number {
  let to = at + 1
  while (to < end && text[to] === text[at]) to++
  return to - at
}

/** Stars before a word open, wherever they stand; before a sign only behind a blank or at the beginning. */
function opens({ text, at, end }: Cursor, length: number): boolean {
  const behind = at + length < end ? (text[at + length] ?? '') : ''
  return word.test(behind) || (/\S/.test(behind) && /^[ \n]?$/.test(text[at - 1] ?? ''))
}

/** Stars behind a word close, wherever they stand; behind a sign only before a blank or at the end. */
function closes({ text, at, end }: Cursor): boolean {
  const before = text[at - 1] ?? ''
  const length = run(text, at, end)
  const behind = at + length < end ? (text[at + length] ?? '') : ''
  return word.test(before) || (/\S/.test(before) && /^[ \n]?$/.test(behind))
}

function textNode(text: string, from: number, to: number, places: Places): Text {
  return { type: 'text', value: text.slice(from, to), position: places.between(from, to) }
}
