// Lists whose items are one line each, and lists in them.

import type { List, ListItem, Paragraph } from 'mdast'
import { readInlines } from './inlines.ts'
import type { Places } from './places.ts'

/** The beginning of an item. */
export interface Item {
  readonly ordered: boolean
  /** The bullet, or the sign behind the number; another one begins another list. */
  readonly sign: string
  readonly number?: number
  /** Characters before its content. */
  readonly width: number
}

const bullet = /^([-*+]) (?=[^ ])/
const numbered = /^(\d{1,9})([.)]) (?=[^ ])/
/** Content that is, or may be, more than a line of text. */
const block =
  /^(?:[#>|<~=:\\\t]|\[[ xX\t]\]|\[\^|\[[^\]]*\]:|[-+*](?:[ \t]|$)|\d{1,9}[.)](?:[ \t]|$)|```|[-=*_:+ ]+$)/

/** Whether there is nothing in a line but spaces. */
export const isBlank = (line: string): boolean => /^ *$/.test(line)

/** Characters of a line without the spaces at its end. */
export function writtenLength(line: string): number {
  let length = line.length
  while (line[length - 1] === ' ') length--
  return length
}

/** The item that a line begins at its first column. */
export function itemAt(line: string): Item | undefined {
  const [, sign] = bullet.exec(line) ?? []
  if (sign !== undefined) return { ordered: false, sign, width: 2 }
  const [, digits, mark] = numbered.exec(line) ?? []
  if (digits === undefined || mark === undefined) return undefined
  return { ordered: true, sign: mark, number: Number(digits), width: digits.length + 2 }
}

const isSibling = (one: Item, other: Item): boolean =>
  one.ordered === other.ordered && one.sign === other.sign

/** A list that begins in a line, and the index of the first line behind it; undefined where it is not plain. */
export function readList(
  lines: readonly string[],
  index: number,
  indent: number,
  places: Places,
  text: string,
): { readonly block: List; readonly next: number } | undefined {
  const first = itemAt((lines[index] ?? '').slice(indent))
  if (!first || indent > 12) return undefined
  const children: ListItem[] = []
  let next = index
  while (next < lines.length) {
    const item = readItem(lines, next, indent, first, places, text)
    if (item === 'other') break
    if (!item) return undefined
    children.push(item.block)
    next = item.next
  }
  // A blank line between items, or between an item and what is in it, spreads the list.
  if (isBlank(lines[next] ?? '')) {
    const below = lines.slice(next).find(line => !isBlank(line))
    const more = below === undefined ? undefined : itemAt(below)
    if (below?.startsWith(' ') || (more && isSibling(more, first))) return undefined
  }
  const from = children[0]?.position?.start.offset ?? 0
  const to = children.at(-1)?.position?.end.offset ?? 0
  const block: List = {
    type: 'list',
    ordered: first.ordered,
    start: first.number ?? null,
    spread: false,
    children,
    position: places.between(from, to),
  }
  return { block, next }
}

function readItem(
  lines: readonly string[],
  index: number,
  indent: number,
  first: Item,
  places: Places,
  text: string,
): { readonly block: ListItem; readonly next: number } | 'other' | undefined {
  const line = lines[index] ?? ''
  const blanks = line.length - line.trimStart().length
  if (isBlank(line) || blanks < indent) return 'other'
  if (blanks > indent) return undefined
  const item = itemAt(line.slice(indent))
  if (!item) return indent === 0 ? 'other' : undefined
  if (!isSibling(item, first)) return undefined
  const at = indent + item.width
  if (block.test(line.slice(at))) return undefined
  const from = places.starts[index] ?? 0
  const children = readInlines(text, from + at, from + writtenLength(line), places)
  if (!children) return undefined
  const paragraph: Paragraph = {
    type: 'paragraph',
    children,
    position: places.between(from + at, from + line.length),
  }
  const below = lines[index + 1]
  const inner =
    below?.startsWith(' '.repeat(at)) && itemAt(below.slice(at))
      ? readList(lines, index + 1, at, places, text)
      : undefined
  if (!inner && below?.startsWith(' '.repeat(indent + 1))) return undefined
  const end = inner?.block.position?.end.offset ?? from + line.length
  return {
    block: {
      type: 'listItem',
      spread: false,
      checked: null,
      children: inner ? [paragraph, inner.block] : [paragraph],
      position: places.between(from + indent, end),
    },
    next: inner?.next ?? index + 1,
  }
}
