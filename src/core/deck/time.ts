// Planned time as authors write it, in numbers: lengths in minutes, clock times in minutes after midnight.

const length = /(\d+(?:[.,]\d+)?)\s*([a-z'"]*)/gi
const units: readonly (readonly [RegExp, minutes: number])[] = [
  [/^(?:h|hrs?|hours?|std)$/i, 60],
  [/^(?:|m|mins?|minutes?|')$/i, 1],
  [/^(?:s|secs?|seconds?|")$/i, 1 / 60],
]
const clock = /^(\d{1,2})(?:[:.h](\d{2}))?(?::\d{2})?\s*h?\s*([ap])?\.?(?:m\.?)?$/i

/**
 * Reads a length of time: `35min`, `1h`, `1h 30m`, `1h30`, `1.5h`, `90s`, `45` (minutes).
 *
 * @returns minutes, or undefined where it is no length above zero and below a day
 */
export function readDuration(written: string): number | undefined {
  const text = written.trim()
  if (!/\d/.test(text) || /[^\s.]/.test(text.replace(length, ''))) return undefined
  let minutes = 0
  for (const [, amount = '', unit = ''] of text.matchAll(length)) {
    const worth = units.find(([name]) => name.test(unit))
    if (!worth) return undefined
    minutes += Number(amount.replace(',', '.')) * worth[1]
  }
  return minutes > 0 && minutes < 24 * 60 ? minutes : undefined
}

/**
 * Reads a time of day: `9:30`, `09:30`, `8am`, `8:15 pm`, `14h30`.
 *
 * @returns minutes after midnight, or undefined where it is none
 */
export function readClock(written: string): number | undefined {
  const [, hours, minutes = '0', half] = clock.exec(written.trim()) ?? []
  if (!hours) return undefined
  const hour = Number(hours)
  const minute = Number(minutes)
  if (minute > 59 || hour > 23) return undefined
  if (!half) return hour * 60 + minute
  if (hour < 1 || hour > 12) return undefined
  return ((hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0)) * 60 + minute
}

/** Minutes after midnight as `08:05`. */
export function clockText(minutes: number): string {
  const whole = Math.round(minutes) % (24 * 60)
  return `${String(Math.floor(whole / 60)).padStart(2, '0')}:${String(whole % 60).padStart(2, '0')}`
}
