// Tells whether a fence that seems to hold a separator holds it, or was never closed: by what leaves fewer loose ends.

import type { Line } from './line.ts'
import { type FenceLine, fenceLine } from './openers.ts'

/** A line that has a part in the question: one that separates, or one that opens or closes a fence. */
export interface FenceEvent {
  /** The index of the line. */
  readonly at: number
  /** Absent where the line separates. */
  readonly fence?: FenceLine
  /** A list marker stands before the fence, so that it can only open one. */
  readonly opens?: boolean
}

/** A fence that a reading has open, and what that reading has cost so far. */
interface OpenFence {
  readonly fence: FenceLine
  readonly cost: number
}

/** Events behind a fence that are looked at: enough to see a pattern, few enough to be quick. */
const horizon = 48
/** What a separator in a fence costs, so that of two equal readings the one with fewer wins. */
const swallowed = 1 / 1024

/**
 * @param lines of the whole source
 * @param bounds which of them separate slides or open notes
 */
export function fenceEvents(lines: readonly Line[], bounds: readonly boolean[]): FenceEvent[] {
  return lines.flatMap(({ text }, at) => {
    if (bounds[at]) return [{ at }]
    const fence = fenceLine(text)
    return fence ? [{ at, fence, opens: !/^[ \t]*[`~]/.test(text) }] : []
  })
}

/**
 * Whether a fence line behind a separator closes a fence opened before it.
 *
 * @param events of the whole source
 * @param index of the line that opens the fence
 * @param bound of the first separator behind it
 * @param closer of the first line behind that that could close it
 */
export function closesFence(
  lines: readonly Line[],
  events: readonly FenceEvent[],
  { index, bound, closer }: { readonly index: number; readonly bound: number; readonly closer: number },
): boolean {
  const opened = fenceLine((lines[index] as Line).text)
  if (!opened) return false
  const first = firstFrom(events, bound)
  const last = firstFrom(events, closer + 1)
  let asClosed = 0
  for (const event of events.slice(first, Math.min(last - 1, first + horizon)))
    asClosed += event.fence ? (opensWithin(opened, event) ? 1 : 0) : swallowed
  const asOpen = isGlued(lines, opened, index, bound) ? 0.5 : 1
  return (
    asClosed + looseEnds(events.slice(last, last + horizon)) <
    asOpen + looseEnds(events.slice(first, last + horizon))
  )
}

/** A closer at the end of the last line of code is none to Markdown, but its author meant it. */
function isGlued(lines: readonly Line[], { sign, length }: FenceLine, index: number, bound: number): boolean {
  const closer = sign.repeat(length)
  return lines.slice(index + 1, bound).some(({ text }) => text.trimEnd().endsWith(closer) && !fenceLine(text))
}

/**
 * How many fences are not closed or seem to open inside of another, in the reading that has the fewest: a separator in
 * a fence either belongs to it or ends it.
 */
function looseEnds(events: readonly FenceEvent[]): number {
  let outside = 0
  let open: readonly OpenFence[] = []
  for (const event of events) {
    const { fence } = event
    if (!fence) {
      outside = Math.min(outside, ...open.map(({ cost }) => cost + 1))
      open = open.map(each => ({ ...each, cost: each.cost + swallowed }))
      continue
    }
    const closed = open.filter(each => closesWith(each.fence, event))
    const still = open
      .filter(each => !closed.includes(each))
      .map(each => ({ ...each, cost: each.cost + (opensWithin(each.fence, event) ? 1 : 0) }))
    // Of equal fences the cheapest reading is enough, so that few are ever followed.
    const rival = still.find(each => each.fence.sign === fence.sign && each.fence.length === fence.length)
    const cheapest = rival && rival.cost <= outside ? rival : { fence, cost: outside }
    open = [...still.filter(each => each !== rival), cheapest]
    outside = Math.min(Number.POSITIVE_INFINITY, ...closed.map(({ cost }) => cost))
  }
  return Math.min(outside, ...open.map(({ cost }) => cost + 1))
}

function closesWith(open: FenceLine, { fence, opens }: FenceEvent): boolean {
  return (
    fence !== undefined && !opens && !fence.info && fence.sign === open.sign && fence.length >= open.length
  )
}

/** Whether a line inside of a fence looks like the opening of another. */
function opensWithin(open: FenceLine, { fence, opens }: FenceEvent): boolean {
  if (!fence || fence.sign !== open.sign || fence.length < open.length) return false
  return fence.info ? fence.indent === open.indent : opens === true
}

/** The first event at or behind a line, by halves. */
function firstFrom(events: readonly FenceEvent[], at: number): number {
  let low = 0
  let high = events.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((events[middle] as FenceEvent).at < at) low = middle + 1
    else high = middle
  }
  return low
}
