// What a whole deck will ask of the grammars, so that the edge can look into its cache and load no language in vain.

import { visit } from 'unist-util-visit'
import type { Deck, PublicDeck } from '../deck/deck.ts'
import { type Colouring, colouringsOf } from './colour.ts'

/**
 * Lists everything `render` will ask `highlight` for a transformed deck, each thing once.
 *
 * @param deck after `transform`; notes count where it has them
 */
export function colouringsOfDeck(deck: Deck | PublicDeck): Colouring[] {
  const asked = new Map<string, Colouring>()
  for (const slide of deck.slides) {
    const notes = 'notes' in slide ? slide.notes : undefined
    for (const tree of [slide.body, slide.handout, notes]) {
      if (!tree) continue
      visit(tree, 'code', node => {
        const mark = node.data?.code
        for (const colouring of colouringsOf(node.value, mark?.language, mark?.prompt)) {
          asked.set(`${colouring.language}\n${colouring.text}`, colouring)
        }
      })
    }
  }
  return [...asked.values()]
}

/** The languages among them. */
export function languagesOf(colourings: readonly Colouring[]): string[] {
  return [...new Set(colourings.map(colouring => colouring.language))]
}
