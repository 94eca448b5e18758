// The times of the slides against the time the talk has.

import type { Deck } from '../deck/deck.ts'
import { diagnostic } from '../deck/diagnostic.ts'
import { placeOfKey } from '../deck/key-place.ts'
import type { Check } from './talk.ts'

/** Minutes too few or too many that nobody minds. */
const tolerance = 1

/**
 * The slides' times add up to the `duration:` of the front matter (`planned-time`). Too little is said only where every
 * slide has its time: else the rest is meant for the others.
 */
export const checkTime: Check = ({ meant }) => {
  const { duration } = meant.meta
  const shown = meant.slides.filter(slide => !slide.hidden)
  const timed = shown.filter(slide => slide.minutes !== undefined)
  if (duration === undefined || timed.length === 0 || timed.some(slide => slide.estimated)) return []
  const sum = timed.reduce((minutes, slide) => minutes + (slide.minutes ?? 0), 0)
  const over = sum - duration
  const isWhole = timed.length === shown.length
  if (over <= tolerance && (!isWhole || over >= -tolerance)) return []
  const whose = isWhole ? 'The slides take' : `${timed.length} of ${shown.length} slides take`
  const rest = over > 0 ? `${minutesText(over)} too many` : `${minutesText(-over)} are left over`
  const message = `${whose} ${minutesText(sum)} by plan, and \`duration:\` is ${minutesText(duration)}: ${rest}`
  const note =
    over > 0
      ? 'Shorten slides, hide some, or ask for more time.'
      : 'Give the slides the time they need, or correct `duration:`.'
  return [diagnostic(meant.source.path, 'planned-time', message, { ...placed(meant), note })]
}

function placed({ source }: Deck): { position?: ReturnType<typeof placeOfKey> } {
  const position = placeOfKey(source, 'duration')
  return position ? { position } : {}
}

function minutesText(minutes: number): string {
  return `${Math.round(minutes * 10) / 10} min`
}
