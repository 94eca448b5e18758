// Lays parts out over a day: fixed times stay, known lengths add up from both sides, unknown ones share what is left.

/** What is written of a part. Minutes after midnight; minutes. */
export interface Entry {
  readonly start: number | undefined
  readonly end: number | undefined
  readonly minutes: number | undefined
  /** A clock time that may be of the morning or of the afternoon. */
  readonly halfOpen: boolean
}

/** What is known of a part in the end. */
export interface Row {
  readonly start?: number
  readonly minutes?: number
  readonly startEstimated: boolean
  readonly minutesEstimated: boolean
}

/** Two times that cannot both be: the written start of a part, and when what stands before it ends. */
export interface Fault {
  readonly index: number
  /** `late`: too much stands before it. `early`: known lengths leave a hole before it. */
  readonly kind: 'late' | 'early'
  readonly written: number
  readonly computed: number
}

const halfDay = 12 * 60

/** Where the clock is known: before the part of that index. */
interface Fixed {
  readonly index: number
  readonly time: number
}

/**
 * @param entries in the order of the day
 * @param bounds when the day begins and ends, where that is said elsewhere
 */
export function layOut(
  entries: readonly Entry[],
  bounds: { readonly start: number | undefined; readonly end: number | undefined },
): { readonly rows: readonly Row[]; readonly faults: readonly Fault[] } {
  const parts = chooseHalves(entries)
  const fixed: Fixed[] = []
  for (const [index, { start, end }] of parts.entries()) {
    if (start !== undefined) fixed.push({ index, time: start })
    if (end !== undefined) fixed.push({ index: index + 1, time: end })
  }
  if (bounds.start !== undefined && fixed[0]?.index !== 0) fixed.unshift({ index: 0, time: bounds.start })
  if (bounds.end !== undefined && fixed.at(-1)?.index !== parts.length)
    fixed.push({ index: parts.length, time: bounds.end })

  const rows: Row[] = parts.map(({ minutes }) => ({
    ...(minutes === undefined ? {} : { minutes }),
    startEstimated: false,
    minutesEstimated: false,
  }))
  const faults: Fault[] = []
  backward(rows, 0, fixed[0] ?? { index: 0, time: Number.NaN })
  for (const [at, from] of fixed.entries()) {
    const to = fixed[at + 1]
    if (!to) forward(rows, from, rows.length)
    else if (to.index > from.index) between(rows, from, to, faults)
    else if (to.time !== from.time)
      // The end of a part and the start of the next, both written.
      faults.push({
        index: to.index,
        kind: to.time < from.time ? 'late' : 'early',
        written: to.time,
        computed: from.time,
      })
  }
  return { rows, faults: faults.filter(({ index }) => index < parts.length) }
}

/** `1:30` after lunch is in the afternoon. */
function chooseHalves(entries: readonly Entry[]): Entry[] {
  let clock = 0
  return entries.map(entry => {
    const { start, end, halfOpen } = entry
    const shift = halfOpen && start !== undefined && start < clock && start + halfDay >= clock ? halfDay : 0
    const moved = {
      ...entry,
      start: start === undefined ? undefined : start + shift,
      end: end === undefined ? undefined : end + shift,
    }
    clock = Math.max(clock, moved.end ?? moved.start ?? 0)
    return moved
  })
}

/** Counts up from a fixed time while lengths are known. */
function forward(rows: Row[], from: Fixed, until: number): Fixed {
  let time = from.time
  let index = from.index
  for (; index < until; index += 1) {
    const row = rows[index] as Row
    rows[index] = { ...row, start: time }
    if (row.minutes === undefined) break
    time += row.minutes
  }
  return { index, time }
}

/** Counts down from a fixed time while lengths are known. */
function backward(rows: Row[], from: number, to: Fixed): Fixed {
  let time = to.time
  let index = to.index
  while (index > from) {
    const row = rows[index - 1] as Row
    if (row.minutes === undefined || Number.isNaN(time)) break
    time -= row.minutes
    index -= 1
    rows[index] = { ...row, start: time }
  }
  return { index, time }
}

function between(rows: Row[], from: Fixed, to: Fixed, faults: Fault[]): void {
  const stretch = rows.slice(from.index, to.index)
  const known = stretch.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0)
  const unknown = stretch.filter(({ minutes }) => minutes === undefined).length
  const gap = to.time - from.time - known
  if (gap < 0) {
    faults.push({ index: to.index, kind: 'late', written: to.time, computed: from.time + known })
    forward(rows, from, to.index)
    return
  }
  if (unknown === 0) {
    if (gap > 0) faults.push({ index: to.index, kind: 'early', written: to.time, computed: to.time - gap })
    forward(rows, from, to.index)
    return
  }
  const left = forward(rows, from, to.index)
  const right = backward(rows, left.index + 1, to)
  shareGap(rows, left, right.index, gap, unknown)
}

/** Whole minutes for each part of unknown length; the first ones get what is over. */
function shareGap(rows: Row[], from: Fixed, until: number, gap: number, unknown: number): void {
  const whole = Math.floor(gap / unknown)
  let over = gap - whole * unknown
  let time = from.time
  for (let index = from.index; index < until; index += 1) {
    const row = rows[index] as Row
    const minutes = row.minutes ?? whole + Math.min(1, over)
    rows[index] = {
      start: time,
      minutes,
      startEstimated: index > from.index,
      minutesEstimated: row.minutes === undefined,
    }
    if (row.minutes === undefined) over -= Math.min(1, over)
    time += minutes
  }
}
