// What a whole deck will ask of the grammars, so that the edge can look into its cache and load no language in vain.

import type { Nodes } from 'mdast'
import type { Deck, PublicDeck } from '../deck/deck.ts'
import { type Colouring, colouringsOf } from './colour.ts'

/**
 * Lists everything `render` will ask `highlight` for a transformed deck, each thing once.
 *
 * @param deck after `transform`; notes count where it has them
 */
export function colouringsOfDeck(deck: Deck | PublicDeck): Colouring[] {
  const asked = new Map<string, Colouring>()
  const collect = (node: Nodes): void => {
    if ('children' in node) node.children.forEach(collect)
    if (node.type !== 'code') return
    const mark = node.data?.code
    for (const colouring of colouringsOf(node.value, mark?.language, mark?.prompt)) {
      asked.set(`${colouring.language}\n${colouring.text}`, colouring)
    }
  }
  for (const slide of deck.slides) {
    const notes = 'notes' in slide ? slide.notes : undefined
    for (const tree of [slide.body, slide.handout, notes]) if (tree) collect(tree)
  }
  return [...asked.values()]
}

/** The languages among them. */
export function languagesOf(colourings: readonly Colouring[]): string[] {
  return [...new Set(colourings.map(colouring => colouring.language))]
}
