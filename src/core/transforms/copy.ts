// Copies the trees of a deck, so that the transforms after this one may change them in place.

import type { Deck, Slide } from '../deck/deck.ts'

/** A deck whose trees and definitions are its own; everything else is shared, since nothing else is changed. */
export function copyTrees(deck: Deck): Deck {
  return { ...deck, slides: deck.slides.map(copySlide), definitions: copyTree(deck.definitions) }
}

/** A slide whose trees are its own. */
export function copySlide(slide: Slide): Slide {
  return {
    ...slide,
    body: copyTree(slide.body),
    ...(slide.handout ? { handout: copyTree(slide.handout) } : {}),
    ...(slide.notes ? { notes: copyTree(slide.notes) } : {}),
    steps: slide.steps.map(step => (step.notes ? { ...step, notes: copyTree(step.notes) } : step)),
  }
}

/** A deep copy of plain data. */
export function copyTree<T>(tree: T): T {
  if (Array.isArray(tree)) return tree.map(copyTree) as T
  if (typeof tree !== 'object' || tree === null) return tree
  // By definition, not assignment: a value may be called `__proto__`.
  const copy = Object.fromEntries(Object.entries(tree).map(([name, value]) => [name, copyTree(value)]))
  return Object.setPrototypeOf(copy, Object.getPrototypeOf(tree)) as T
}
