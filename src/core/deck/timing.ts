// Planned time as people write it behind a heading: `8am, 15min`, `12 - 1pm`, `9:00–9:45`, `1h 30min`.

import type { PlannedTime } from './nodes.ts'
import { readClock, readDuration } from './time.ts'

const day = 24 * 60
const noon = 12 * 60
const about = /^(?:about|around|approx\.?|ca\.?|circa|etwa|from|at|ab|um|[~≈])\s*/i
const until = /\s*(?:[-–—]|\bto\b|\bbis\b|\buntil\b)\s*/i
const clockSign = /[:h]\d\d|[ap]\.?m?\.?$|^noon$/i
const unit = /\d\s*(?:h|hrs?|hours?|std|m|mins?|minutes?|minuten|['′])\b|\d\s*['′]|\dh\d\d$/i

/** A clock time, and whether what is written says which half of the day it is in. */
interface Clock {
  readonly minutes: number
  readonly half: 'a' | 'p' | undefined
  /** `13:00` and `08:00` can only be meant one way. */
  readonly sure: boolean
}

/**
 * Reads what stands in the brackets behind a heading: a length, a clock time, a stretch of the clock, or a clock time
 * and a length.
 *
 * @returns what it says, or undefined where any of it is no time: `(untested)`, `(30)`, `(part 2)`
 */
export function readTiming(written: string): PlannedTime | undefined {
  const pieces = written.split(/\s*(?:[;·|]|,(?!\d))\s*/).filter(piece => piece !== '')
  if (pieces.length === 0 || pieces.length > 2) return undefined
  let found: PlannedTime = {}
  for (const piece of pieces) {
    const read = readPiece(piece.replace(about, '').trim())
    if (!read || Object.keys(read).some(key => key in found)) return undefined
    found = { ...found, ...read }
  }
  return found
}

function readPiece(text: string): PlannedTime | undefined {
  const length = unit.test(text) ? readDuration(plainUnits(text)) : undefined
  const clock = length === undefined || /\dh\d\d$/.test(text) ? readPoint(text) : undefined
  // `14h30` is a time of day, `1h30` a length.
  if (length !== undefined && !(clock && clock.minutes >= 8 * 60)) return { minutes: length }
  if (clock) return point(clock)
  return readStretch(text)
}

const plainUnits = (text: string): string => text.replace(/minuten/gi, 'min').replace(/′/g, "'")

function point(clock: Clock): PlannedTime {
  return { start: clock.minutes, ...(clock.sure ? {} : { halfOpen: true }) }
}

function readPoint(text: string): Clock | undefined {
  const bare = text.replace(/\s*(?:uhr|o['’]clock|h)$/i, '')
  return clockSign.test(text) || bare !== text ? readBare(bare) : undefined
}

/** A clock time that may be an hour alone, as in `12 - 1pm`. */
function readBare(text: string): Clock | undefined {
  if (/^noon$/i.test(text)) return { minutes: noon, half: 'p', sure: true }
  const minutes = readClock(text)
  if (minutes === undefined) return undefined
  const written = /([ap])\.?(?:m\.?)?$/i.exec(text)?.[1]?.toLowerCase()
  const half = written === 'a' || written === 'p' ? written : undefined
  return { minutes, half, sure: half !== undefined || minutes >= 13 * 60 || /^0/.test(text) }
}

function readStretch(text: string): PlannedTime | undefined {
  const [from = '', to = '', ...more] = text.split(until)
  if (more.length > 0 || from === '' || to === '') return undefined
  const hour = /\s*(?:uhr|h)$/i
  if (!clockSign.test(from) && !clockSign.test(to)) {
    if (unit.test(to) && /^\d+$/.test(from)) {
      // `20-30min`: what is planned is the longer.
      const minutes = readDuration(plainUnits(to))
      return minutes === undefined ? undefined : { minutes }
    }
    if (!/uhr$/i.test(to)) return undefined
  }
  const start = readBare(from.replace(hour, ''))
  const end = readBare(to.replace(hour, ''))
  if (!start || !end) return undefined
  return stretchOf(start, end)
}

/** The half of the day of one end goes for the other, unless the stretch would run backwards. */
function stretchOf(start: Clock, end: Clock): PlannedTime | undefined {
  const afternoon = (clock: Clock): number => (clock.minutes < noon ? clock.minutes + noon : clock.minutes)
  let from = start.minutes
  let to = end.minutes
  if (!start.half && end.half === 'p' && from < noon && afternoon(start) < to) from = afternoon(start)
  if (!end.half && to <= from && to < noon) to = afternoon(end)
  if (to <= from || to >= day) return undefined
  const halfOpen = !start.sure && !end.half
  return { start: from, end: to, ...(halfOpen ? { halfOpen: true } : {}) }
}
