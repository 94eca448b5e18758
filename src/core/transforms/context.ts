// What every transform is: a function from a deck to a deck, and what it gets beside the deck.

import type { Assets, Deck } from '../deck/deck.ts'
import type { Diagnostic } from '../deck/diagnostic.ts'

/** What a transform may look at beside the deck, and where it says what it finds. */
export interface Context {
  /** What the edge found for the deck's needs; empty where nobody looked. */
  readonly assets: Assets
  /** The version of the talk that is made; absent is all of it. */
  readonly variant?: string
  report(problem: Diagnostic): void
}

/** One idea applied to a deck. May change the deck's trees, which are copies; never anything else of it. */
export type Transform = (deck: Deck, context: Context) => Deck
