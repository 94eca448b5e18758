// Colours for one deck: plain until the grammars move in.

import type { Deck, Highlight } from '../core/index.ts'
import type { DeckCache } from './cache.ts'

/**
 * @param _deck after `transform`
 * @param _notes whether the code in speaker notes is to be coloured too; it is never remembered
 */
export async function highlightFor(_deck: Deck, cache: DeckCache, _notes: boolean): Promise<Highlight> {
  return cache.recall(new Set())
}
