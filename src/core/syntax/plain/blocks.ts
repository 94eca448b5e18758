// Blocks that begin at the first column: headings, paragraphs, fenced code, lists.

import type { Code, Heading, Paragraph, RootContent } from 'mdast'
import { readInlines } from './inlines.ts'
import { isBlank, itemAt, readList, writtenLength } from './lists.ts'
import type { Places } from './places.ts'

const heading = /^(#{1,6}) (?=[^ ])/
const fence = /^(`{3,}|~{3,})([^`~&\\\t]*)$/
/** Lines that may be a rule, underline a heading or rule a table. */
const rule = /^[-=*_:+ ]+$/
/** What begins, or may begin, something that is not read here. */
const other = /^(?:[ \t>|<~=:#\\]|\[\^|\[[^\]]*\]:|[-+*](?:[ \t]|$)|\d{1,9}[.)](?:[ \t]|$)|```)/

/** @returns undefined where a line is not surely plain */
export function readBlocks(
  lines: readonly string[],
  places: Places,
  text: string,
): RootContent[] | undefined {
  const blocks: RootContent[] = []
  for (let index = 0; index < lines.length; ) {
    const line = lines[index] ?? ''
    if (isBlank(line)) {
      index++
      continue
    }
    const read = readBlock(lines, index, places, text)
    if (!read) return undefined
    blocks.push(read.block)
    index = read.next
  }
  return blocks
}

interface Read {
  readonly block: RootContent
  /** The index of the first line behind it. */
  readonly next: number
}

function readBlock(lines: readonly string[], index: number, places: Places, text: string): Read | undefined {
  const line = lines[index] ?? ''
  const from = places.starts[index] ?? 0
  const hashes = heading.exec(line)?.[1]
  if (hashes !== undefined) {
    const block = readHeading(line, hashes.length, from, places, text)
    return block && { block, next: index + 1 }
  }
  if (fence.test(line)) return readCode(lines, index, places)
  if (rule.test(line)) return undefined
  if (itemAt(line)) {
    const read = readList(lines, index, 0, places, text)
    // What stands right below without a blank line might belong to the list.
    return read && endsList(lines[read.next]) ? read : undefined
  }
  return other.test(line) ? undefined : readParagraph(lines, index, places, text)
}

function endsList(line: string | undefined): boolean {
  return line === undefined || isBlank(line) || heading.test(line) || fence.test(line)
}

function readHeading(
  line: string,
  depth: number,
  from: number,
  places: Places,
  text: string,
): Heading | undefined {
  // Closing hashes are not part of a title.
  if (/# *$/.test(line)) return undefined
  const children = readInlines(text, from + depth + 1, from + writtenLength(line), places)
  if (!children) return undefined
  const position = places.between(from, from + line.length)
  return { type: 'heading', depth: depth as Heading['depth'], children, position }
}

function readCode(lines: readonly string[], index: number, places: Places): Read | undefined {
  const [line = '', marks = '', info = ''] = fence.exec(lines[index] ?? '') ?? []
  if (info !== info.trim()) return undefined
  const closing = new RegExp(`^ {0,3}${marks[0]}{${marks.length},}[ \\t]*$`)
  let end = index + 1
  while (end < lines.length && !closing.test(lines[end] ?? '')) end++
  const last = lines[end]
  if (last === undefined || last.startsWith(' ') || /[ \t]$/.test(last)) return undefined
  const blank = info.indexOf(' ')
  const block: Code = {
    type: 'code',
    lang: (blank < 0 ? info : info.slice(0, blank)) || null,
    meta: blank < 0 ? null : info.slice(blank).trimStart(),
    value: lines.slice(index + 1, end).join('\n'),
    position: places.between(places.starts[index] ?? 0, (places.starts[end] ?? 0) + last.length),
  }
  return line === '' ? undefined : { block, next: end + 1 }
}

function readParagraph(
  lines: readonly string[],
  index: number,
  places: Places,
  text: string,
): Read | undefined {
  let end = index + 1
  for (; end < lines.length; end++) {
    const line = lines[end] ?? ''
    if (isBlank(line) || heading.test(line) || fence.test(line)) break
    if (rule.test(line)) return undefined
    const item = itemAt(line)
    if (item && (!item.ordered || item.number === 1)) break
    if (item || other.test(line)) return undefined
  }
  const from = places.starts[index] ?? 0
  const to = (places.starts[end - 1] ?? 0) + (lines[end - 1] ?? '').length
  const children = readInlines(text, from, from + writtenLength(text.slice(from, to)), places)
  if (!children) return undefined
  const block: Paragraph = { type: 'paragraph', children, position: places.between(from, to) }
  return { block, next: end }
}
