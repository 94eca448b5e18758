// Lines that know where they stand: in a fence, a comment or a raw HTML block, no line separates slides.

import type { Point, Position } from '../deck/deck.ts'
import type { Report } from './report.ts'

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

/** Says what a dialect needs of the scan. */
export interface ScanAsk {
  /** Whether a line would separate slides or open notes if it stood outside of every block: ends an unclosed one. */
  separates(line: Line, before: Line | undefined): boolean
  readonly report: Report
}

/**
 * Finds for each line the block that owns it. Reports `fence-unclosed`, `comment-unclosed`, `html-unclosed`.
 *
 * @param lines what `splitLines` gave, or the rest of it behind the front matter
 */
export function scanLines(lines: readonly Line[], _ask: ScanAsk): Line[] {
  return [...lines]
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
