// The slides of a talk as they are written, those of other decks that it includes too.

import type { Deck } from '../deck/deck.ts'
import { copyTrees } from '../transforms/copy.ts'
import { includeDecks } from '../transforms/include.ts'
import { chooseVariant } from '../transforms/variants.ts'
import type { Talk } from './talk.ts'

/** Before anything is merged, cut in two or led elsewhere. */
export function asWritten({ written, assets, variant }: Talk): Deck {
  // What is wrong with them was said when the talk was transformed.
  const context = { assets, ...(variant === undefined ? {} : { variant }), report: () => {} }
  return [copyTrees, includeDecks, chooseVariant].reduce((deck, apply) => apply(deck, context), written)
}
