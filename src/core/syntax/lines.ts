// Lines that know where they stand: in a fence, a comment or a raw HTML block, no line separates slides.

import type { Point, Position } from '../deck/deck.ts'
import { createOpenerReader, type FenceLine, fenceLine, type Opener } from './openers.ts'
import { markStrayComments } from './stray-comments.ts'

/** A block that owns its lines whatever they say. */
export interface Enclosure {
  readonly kind: 'fence' | 'comment' | 'raw'
  /** 1-based line that opens it. */
  readonly line: number
  /** Whether its own closer ends it; otherwise the slide does. */
  readonly closed: boolean
}

/** One line of a source, without its line end. */
export interface Line {
  /** 1-based. */
  readonly number: number
  /** Of its first character, in the text with LF line ends. */
  readonly offset: number
  readonly text: string
  /** The block it opens, continues or closes; such a line is never a separator or a note marker. */
  readonly inside?: Enclosure
  /** Where a comment begins that the parser would not see as one; the text of the line ends there. */
  readonly commentFrom?: number
  /** Where such a comment ends; the text of the line begins there. */
  readonly commentTo?: number
}

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
  const openerOf = createOpenerReader()
  const scanned: Line[] = []
  while (scanned.length < lines.length) {
    const index = scanned.length
    const line = lines[index] as Line
    const opener = openerOf(line.text)
    if (!opener || opener.closedAtOnce) scanned.push(line)
    else {
      const { end, closed } = extent(lines, bounds, index, opener)
      const inside: Enclosure = { kind: opener.kind, line: line.number, closed }
      for (const each of lines.slice(index, end)) scanned.push({ ...each, inside })
    }
  }
  return markStrayComments(scanned, bounds)
}

/** Where the block that opens at `index` ends: the index behind its last line. */
function extent(
  lines: readonly Line[],
  bounds: readonly boolean[],
  index: number,
  opener: Opener,
): { readonly end: number; readonly closed: boolean } {
  let bound: number | undefined
  for (let at = index + 1; at < lines.length; at += 1) {
    const { text } = lines[at] as Line
    if (bound !== undefined && opener.reopens(text) && !isNested(lines, at, opener))
      return { end: bound, closed: false }
    if (opener.closes(text)) {
      const closed = bound === undefined || opener.kind !== 'fence' || closesFence(lines, bounds, bound, at)
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

/** Whether the fence line at `closer`, behind a separator at `bound`, closes a fence opened before the separator. */
function closesFence(
  lines: readonly Line[],
  bounds: readonly boolean[],
  bound: number,
  closer: number,
): boolean {
  let end = closer + 1
  while (end < lines.length && !bounds[end]) end += 1
  return looseFences(lines, bounds, closer + 1, end) < 1 + looseFences(lines, bounds, bound + 1, end)
}

/** How many fences between two lines are not closed, or seem to open inside of another. */
function looseFences(lines: readonly Line[], bounds: readonly boolean[], from: number, to: number): number {
  let loose = 0
  let open: FenceLine | undefined
  for (let at = from; at < to; at += 1) {
    const line = fenceLine((lines[at] as Line).text)
    if (open && bounds[at]) {
      loose += 1
      open = undefined
    } else if (!line) continue
    else if (!open) open = line
    else if (line.sign === open.sign && line.length >= open.length) {
      if (line.info) loose += 1
      else open = undefined
    }
  }
  return loose + (open ? 1 : 0)
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
