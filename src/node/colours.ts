// Colours for one deck: remembered where they are known, Shiki and its languages only where they are not.

import { colouringsOfDeck, type Deck, type Highlight, languagesOf, type PublicDeck } from '../core/index.ts'
import { codeName, type DeckCache } from './cache.ts'
import type { Grammars } from './highlight.ts'

/**
 * Finds out what will be asked of the grammars, and loads those whose answer is not remembered.
 *
 * @param face the deck as published: its code may be remembered
 * @param deck the deck as rendered: with notes, where they are published too; their code is never remembered
 */
export async function highlightFor(
  face: PublicDeck,
  deck: Deck | PublicDeck,
  cache: DeckCache,
  grammars: Grammars,
): Promise<Highlight> {
  const open = colouringsOfDeck(face)
  const names = new Set(open.map(({ text, language }) => codeName(text, language)))
  const unknown = [
    ...open.filter(({ text, language }) => !cache.hasCode(text, language)),
    ...(deck === face
      ? []
      : colouringsOfDeck(deck).filter(one => !names.has(codeName(one.text, one.language)))),
  ]
  return cache.recall(names, unknown.length === 0 ? undefined : await grammars.load(languagesOf(unknown)))
}
