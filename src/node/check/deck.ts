// Everything wrong with one deck that can be found without a browser; runs in the deck's own thread.

import { type Deck, type Diagnostic, inOrder, type PublicSlide, publish, render } from '../../core/index.ts'
import type { CheckCount } from '../task.ts'

/** What was found, and in how much. */
export interface DeckCheck {
  readonly diagnostics: readonly Diagnostic[]
  readonly checked: CheckCount
}

/**
 * @param deck after `transform`
 * @param begin is told of each slide as its turn comes
 */
export async function checkDeck(deck: Deck, begin: (slide: PublicSlide) => void): Promise<DeckCheck> {
  // What a build would say. It needs no colours for that.
  const page = render(publish(deck), { html: 'safe', begin })
  const rendering = page.diagnostics.filter(problem => !deck.diagnostics.includes(problem))
  return {
    diagnostics: inOrder([...deck.diagnostics, ...rendering]),
    checked: { slides: deck.slides.length, code: 0, links: 0 },
  }
}
