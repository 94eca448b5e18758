// A part of a deck's text that stands for the whole where one slide is concerned, and where two versions differ.

/** Where two versions of a text differ, in lines from 1; `end` is the first line behind. */
export interface TextChange {
  readonly start: number
  readonly endBefore: number
  readonly endAfter: number
}

/** Lines of a text, from the first to the one before `end`, counted from 1. */
export interface LineRange {
  readonly start: number
  readonly end: number
}

/**
 * Finds the lines that hold all that is different.
 *
 * @param before LF line ends, as `after`
 * @returns undefined where nothing is
 */
export function changeBetween(before: string, after: string): TextChange | undefined {
  if (before === after) return undefined
  const most = Math.min(before.length, after.length)
  const same = alike(most, (from, to) => before.slice(from, to) === after.slice(from, to))
  const tail = alike(most - same, (from, to) => {
    const [one, other] = [before.length, after.length]
    return before.slice(one - to, one - from) === after.slice(other - to, other - from)
  })
  const start = lineAt(before, same)
  return {
    start,
    endBefore: start + lineEnds(before, same, before.length - tail) + 1,
    endAfter: start + lineEnds(after, same, after.length - tail) + 1,
  }
}

/** Leaves of a text some of its lines only. */
export function excerptOf(text: string, ranges: readonly LineRange[]): string {
  return ranges.map(({ start, end }) => text.slice(offsetOf(text, start), offsetOf(text, end))).join('')
}

/**
 * How far two texts are the same; looks at halves, since comparing stretches is quicker than comparing characters.
 *
 * @param same whether they are from one place to another
 */
function alike(most: number, same: (from: number, to: number) => boolean): number {
  let low = 0
  let high = most
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (same(low, middle)) low = middle
    else high = middle - 1
  }
  return low
}

function lineAt(text: string, offset: number): number {
  return lineEnds(text, 0, offset) + 1
}

function lineEnds(text: string, from: number, to: number): number {
  let count = 0
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) count++
  return count
}

/** The offset at which a line begins, from 1; behind the last it is the end. */
export function offsetOf(text: string, line: number): number {
  if (line === Number.POSITIVE_INFINITY) return text.length
  let at = 0
  for (let left = line - 1; left > 0; left--) {
    const end = text.indexOf('\n', at)
    if (end < 0) return text.length
    at = end + 1
  }
  return at
}
