// Where long code may go on on another slide: at a blank line, before an instruction or a command, before a block.

import type { Code } from 'mdast'
import { cells } from '../deck/room.ts'

/** More lines than this are not read on one slide. */
export const longestCode = 24
/** Lines that a slide shows at the size code is meant to have. */
const goodCode = 17
/** Characters of a line at the smallest size. */
const columns = 118

/** How well a place between two lines parts them: 0 not at all, 3 as the author parted them. */
type Quality = 0 | 1 | 2 | 3

/**
 * @returns the pieces of a block, each with its lines' place in the source; the block itself where it is short enough,
 *   or is stepped and has to stay whole
 */
export function splitCode(node: Code): Code[] {
  const lines = node.value.split('\n')
  const heights = lines.map(line => Math.max(1, Math.ceil(cells(line) / columns)))
  const whole = heights.reduce((sum, height) => sum + height, 0)
  const mark = node.data?.code
  const isStepped =
    (mark?.focus.length ?? 0) > 1 || (mark?.runs?.length ?? 0) > 0 || node.data?.step !== undefined
  if (whole <= longestCode || isStepped) return [node]
  const cuts = cutsOf(lines, heights, whole, qualities(lines, mark?.language))
  const bounds = [0, ...cuts, lines.length]
  return bounds.slice(1).map((end, index) => piece(node, lines, bounds[index] ?? 0, end))
}

/** For each line, how well a cut before it would do. */
function qualities(lines: readonly string[], language: string | undefined): Quality[] {
  let document: string | undefined
  let open = false
  return lines.map((line, index) => {
    const above = lines[index - 1] ?? ''
    const held = document !== undefined || open
    if (document !== undefined && line.trim() === document) document = undefined
    else document ??= /<<[-~]?\s*(["']?)(\w+)\1/.exec(line)?.[2]
    open = /\\[ \t]*$/.test(line)
    if (held || index === 0 || line.trim() === '') return 0
    if (above.trim() === '') return 3
    if (isComment(above)) return 0
    if (/^\s/.test(line) || /^[\])}]/.test(line)) return 0
    if (isComment(line)) return 2
    if (language === 'dockerfile') return /^[A-Z]+\b/.test(line) ? 2 : 0
    if (language === 'console') return isPrompt(line) ? 2 : 0
    return 1
  })
}

const isComment = (line: string): boolean =>
  /^\s*(?:#(?!!)|\/\/)/.test(line) && !/^\s*#\s*\S*[$#>]\s/.test(line)
const isPrompt = (line: string): boolean =>
  /^(?:[$#%▶❯➜>]\s|\S*[@:~\w\])]+[$#%>]\s|PS .*>|>>> |\(\w+\) ?[$#] )/.test(line)

/**
 * The cuts that make the fewest slides, and among these the most even ones at the best places.
 *
 * @param qualities of a cut before each line
 */
function cutsOf(
  lines: readonly string[],
  heights: readonly number[],
  whole: number,
  qualities: readonly Quality[],
): number[] {
  const count = Math.ceil(whole / goodCode)
  const ideal = whole / count
  const cuts: number[] = []
  let from = 0
  let left = whole
  while (left > goodCode + 3) {
    let best = from + 1
    let bestCost = Number.POSITIVE_INFINITY
    let size = 0
    for (let at = from; at < lines.length - 1; at += 1) {
      size += heights[at] ?? 1
      const before = at + 1
      if (size > longestCode && bestCost < Number.POSITIVE_INFINITY) break
      // A last piece of a line or two is worse than an uneven cut.
      const rest = left - size
      const quality = qualities[before] ?? 0
      const cost =
        Math.abs(size - ideal) +
        (3 - quality) * 4 +
        (quality === 0 ? 40 : 0) +
        (rest < 4 ? 12 : 0) +
        (size < 4 ? 12 : 0)
      if (cost < bestCost) {
        bestCost = cost
        best = before
      }
    }
    cuts.push(best)
    for (; from < best; from += 1) left -= heights[from] ?? 1
  }
  return cuts
}

/** Lines of a block as a block; blank ones at its edges are what parted it, and go. */
function piece(node: Code, lines: readonly string[], from: number, to: number): Code {
  let first = from
  let last = to
  while (first < last - 1 && lines[first]?.trim() === '') first += 1
  while (last > first + 1 && lines[last - 1]?.trim() === '') last -= 1
  const mark = node.data?.code
  const copy: Code = { ...node, value: lines.slice(first, last).join('\n') }
  if (mark) {
    const { focus, numberFrom, lines: kinds, ...rest } = mark
    copy.data = {
      ...node.data,
      code: {
        ...rest,
        focus: focus
          .map(set => set.filter(line => line > first && line <= last).map(line => line - first))
          .filter(set => set.length > 0),
        ...(kinds === undefined ? {} : { lines: shifted(kinds, first) }),
        ...(numberFrom === undefined ? {} : { numberFrom: numberFrom + first }),
      },
    }
  }
  const { position } = node
  if (position) {
    // The first line of a fenced block is its fence.
    const line = (index: number): number => Math.min(position.start.line + 1 + index, position.end.line)
    copy.position = {
      start: { ...position.start, line: from === 0 ? position.start.line : line(first) },
      end: { ...position.end, line: to === lines.length ? position.end.line : line(last - 1) },
    }
  }
  return copy
}

/** Marks of lines, counted from the first line of a piece; those before it are another piece's. */
function shifted<Kind>(lines: Readonly<Record<number, Kind>>, by: number): Record<number, Kind> {
  return Object.fromEntries(
    Object.entries(lines).flatMap(([line, kind]) =>
      Number(line) > by ? [[Number(line) - by, kind] as const] : [],
    ),
  )
}
