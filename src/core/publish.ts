// publish: the only way from a deck with private notes to one that may be shown to the world.

import type { Deck, PublicDeck, PublicSlide, Slide } from './deck/deck.ts'

/**
 * Leaves the speaker's notes behind. The result is the same, byte for byte, whatever the notes said: the
 * source's text, which holds them, goes too, and so do diagnostics placed in notes.
 */
export function publish(deck: Deck): PublicDeck {
  return {
    ...deck,
    source: { path: deck.source.path, text: '' },
    slides: deck.slides.map(publishSlide),
  }
}

function publishSlide({ notes: _notes, steps, ...open }: Slide): PublicSlide {
  return { ...open, steps: steps.map(({ kind, swaps }) => ({ kind, swaps })) }
}
