// Written slides know their numbers, whatever becomes of them.

import type { Deck } from '../deck/deck.ts'

/** Gives slides that have no `mergedFrom` yet their 1-based number in the document they were written in. */
export function numberWritten(deck: Deck): Deck {
  const slides = deck.slides.map((slide, index) =>
    slide.mergedFrom.length > 0 ? slide : { ...slide, mergedFrom: [index + 1] },
  )
  return { ...deck, slides }
}
