// Colours for one deck: remembered where they are known, and asked of the grammars only where they are not.

import {
  type Colouring,
  colouringsOfDeck,
  type Deck,
  type Highlight,
  type PublicDeck,
} from '../core/index.ts'
import { codeName, type DeckCache } from './cache.ts'
import type { Colourist } from './colourist.ts'

/**
 * Finds out what will be asked of the grammars, and has coloured what is not remembered.
 *
 * @param face the deck as published: its code may be remembered
 * @param deck the deck as rendered: with notes, where they are published too; their code is never remembered
 */
export async function highlightFor(
  face: PublicDeck,
  deck: Deck | PublicDeck,
  cache: DeckCache,
  colourist: Colourist,
): Promise<Highlight> {
  const open = colouringsOfDeck(face)
  const names = new Set(open.map(nameOf))
  const unknown = [
    ...open.filter(({ text, language }) => !cache.hasCode(text, language)),
    ...(deck === face ? [] : colouringsOfDeck(deck).filter(one => !names.has(nameOf(one)))),
  ]
  const lines = unknown.length === 0 ? [] : await colourist.colour(unknown)
  const fresh = new Map(unknown.map((one, index) => [nameOf(one), lines[index]]))
  return cache.recall(names, (text, language) => fresh.get(codeName(text, language)))
}

/** The colours that are remembered, and none for other code. */
export function knownColours(deck: PublicDeck, cache: DeckCache): Highlight {
  const recalled = cache.recall(new Set(colouringsOfDeck(deck).map(nameOf)))
  return (text, language) => (cache.hasCode(text, language) ? recalled(text, language) : undefined)
}

/** The colours of all of a deck's code; undefined where somebody has to find some out. */
export function coloursIfKnown(deck: PublicDeck, cache: DeckCache): Highlight | undefined {
  const asks = colouringsOfDeck(deck)
  if (asks.some(({ text, language }) => !cache.hasCode(text, language))) return undefined
  return cache.recall(new Set(asks.map(nameOf)))
}

function nameOf({ text, language }: Colouring): string {
  return codeName(text, language)
}
