// When each slide begins by plan.

import type { Deck, Slide } from '../deck/deck.ts'

/**
 * Where the deck says when it starts and every slide that is shown says how long it takes, each gets its start in
 * minutes after midnight; else nobody could know, and none does.
 */
export function planTimes(deck: Deck): Deck {
  const { start } = deck.meta
  const shown = deck.slides.filter(slide => !slide.hidden)
  if (
    start === undefined ||
    shown.length === 0 ||
    shown.some(slide => slide.minutes === undefined || slide.part)
  )
    return deck
  let clock = start
  const slides = deck.slides.map((slide): Slide => {
    if (slide.hidden) return slide
    const begins = { ...slide, start: clock }
    clock += slide.minutes ?? 0
    return begins
  })
  return { ...deck, slides }
}
