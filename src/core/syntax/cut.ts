// Cuts lines into segments at the lines a dialect calls separators, never inside a fence, comment or raw block.

import type { Line } from './lines.ts'

/** The lines between two separators. */
export interface Segment {
  /** The line that opened it; absent for the first one of a file. */
  readonly separator?: Line
  readonly lines: readonly Line[]
}

/**
 * @param lines what `scanLines` gave
 * @param separates whether a line separates; asked only for lines outside of every block.
 *   `before` are the lines of the segment so far, for rules that look back.
 * @returns at least one segment; the first has no separator and may be empty
 */
export function cut(
  lines: readonly Line[],
  separates: (line: Line, before: readonly Line[]) => boolean,
): Segment[] {
  const segments: { separator?: Line; lines: Line[] }[] = [{ lines: [] }]
  let current = segments[0] as { separator?: Line; lines: Line[] }
  for (const line of lines) {
    if (!line.inside && separates(line, current.lines)) {
      current = { separator: line, lines: [] }
      segments.push(current)
    } else current.lines.push(line)
  }
  return segments
}
