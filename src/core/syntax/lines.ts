// Lines that know where they stand: in a fence, a comment or a raw HTML block, no line separates slides.

import type { Point, Position } from '../deck/deck.ts'
import type { Enclosure, Line } from './line.ts'
import { closesFence, type FenceEvent, fenceEvents } from './loose-ends.ts'
import { createOpenerReader, fenceLine, indentWidth, type Opener } from './openers.ts'
import { markStrayComments } from './stray-comments.ts'

export type { Enclosure, Line } from './line.ts'

/** The text as everything behind `read` sees it: LF line ends, no BOM, U+FFFD for NUL. */
export function normaliseText(text: string): string {
  return text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .replace(/\0/g, '\uFFFD')
}

/** Splits a text with LF line ends; a final line end opens no further line. */
export function splitLines(text: string): Line[] {
  const lines: Line[] = []
  let offset = 0
  for (const each of text.split('\n')) {
    lines.push({ number: lines.length + 1, offset, text: each })
    offset += each.length + 1
  }
  if (lines.at(-1)?.text === '') lines.pop()
  return lines
}

/** Whether a line would separate slides or open notes if it stood outside of every block. */
export type Separates = (line: Line, before: Line | undefined) => boolean

/**
 * Finds for each line the block that owns it.
 *
 * A block that its closer ends owns every line between, separators too. What has no closer, or only one that
 * belongs to another block behind a separator, is ended by the first separator, so that a forgotten fence costs
 * one slide and not the talk. Which of the two it is follows from what leaves fewer loose ends; the parser of
 * the slide reports it.
 *
 * @param lines what `splitLines` gave, or the rest of it behind the front matter
 * @param separates what ends an unclosed block
 */
export function scanLines(lines: readonly Line[], separates: Separates): Line[] {
  const bounds = lines.map((line, index) => separates(line, lines[index - 1]))
  const events = fenceEvents(lines, bounds)
  const openerOf = createOpenerReader()
  const scanned: Line[] = []
  while (scanned.length < lines.length) {
    const index = scanned.length
    const line = lines[index] as Line
    const opener = openerOf(line.text)
    if (!opener || opener.closedAtOnce) scanned.push(line)
    else {
      const { end, closed } = extent(lines, bounds, events, index, opener)
      const inside: Enclosure = {
        kind: opener.kind,
        line: line.number,
        closed,
        ...(closed && isHanging(lines, index, end, opener) ? { content: opener.content } : {}),
      }
      for (const each of lines.slice(index, end)) scanned.push({ ...each, inside })
    }
  }
  return markStrayComments(scanned, bounds)
}

/** Whether lines of a fence stand left of the list item that holds it, where Markdown would end both. */
function isHanging(lines: readonly Line[], index: number, end: number, { kind, content }: Opener): boolean {
  if (kind !== 'fence' || content === 0) return false
  const own = lines.slice(index + 1, end)
  return (
    own.some(line => !isBlank(line) && indentWidth(line.text) < content) &&
    // Another fence line between the two says that the item did end.
    !own.slice(0, -1).some(({ text }) => fenceLine(text))
  )
}

/** Where the block that opens at `index` ends: the index behind its last line. */
function extent(
  lines: readonly Line[],
  bounds: readonly boolean[],
  events: readonly FenceEvent[],
  index: number,
  opener: Opener,
): { readonly end: number; readonly closed: boolean } {
  let bound: number | undefined
  for (let at = index + 1; at < lines.length; at += 1) {
    const { text } = lines[at] as Line
    if (bound !== undefined && opener.reopens(text) && !isNested(lines, at, opener))
      return { end: bound, closed: false }
    if (opener.closes(text)) {
      const closed =
        bound === undefined ||
        opener.kind !== 'fence' ||
        closesFence(lines, events, { index, bound, closer: at })
      return { end: closed || bound === undefined ? at + 1 : bound, closed }
    }
    if (bound === undefined && bounds[at]) bound = at
  }
  return { end: bound ?? lines.length, closed: false }
}

/** Whether a comment stands within a comment, as where slides that hold some are taken out: one closer too many. */
function isNested(lines: readonly Line[], index: number, opener: Opener): boolean {
  if (opener.kind !== 'comment' || !opener.closes((lines[index] as Line).text)) return false
  for (let at = index + 1; at < lines.length; at += 1) {
    const sign = /<!--|-->/.exec((lines[at] as Line).text)?.[0]
    if (sign) return sign === '-->'
  }
  return false
}

/** The place of a line's first character. */
export function lineStart(line: Line): Point {
  return { line: line.number, column: 1, offset: line.offset }
}

/** From the first character of one line to the last of another. */
export function linesPosition(first: Line, last: Line): Position {
  const column = last.text.length
  return {
    start: lineStart(first),
    end: { line: last.number, column: column + 1, offset: last.offset + column },
  }
}

export function isBlank(line: Line): boolean {
  return /^[ \t]*$/.test(line.text)
}
