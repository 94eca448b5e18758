// Offsets of a text to lines and columns.

import type { Point, Position } from 'unist'

/** Knows where the lines of a text begin. */
export interface Places {
  /** Where a line begins, by its index. */
  readonly starts: readonly number[]
  /** The stretch between two offsets. */
  between(from: number, to: number): Position
}

/** @param lines of one text, without their ends */
export function createPlaces(lines: readonly string[]): Places {
  const starts: number[] = []
  let next = 0
  for (const line of lines) {
    starts.push(next)
    next += line.length + 1
  }
  // Nodes are asked for in about their order, so the line is near the last one.
  let index = 0
  function point(offset: number): Point {
    while ((starts[index] ?? 0) > offset) index--
    while ((starts[index + 1] ?? Number.POSITIVE_INFINITY) <= offset) index++
    return { line: index + 1, column: offset - (starts[index] ?? 0) + 1, offset }
  }
  return { starts, between: (from, to) => ({ start: point(from), end: point(to) }) }
}
