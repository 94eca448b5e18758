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

/** A deep copy of plain data; positions are shared, since nothing changes a position in place. */
export function copyTree<T>(tree: T): T {
  if (Array.isArray(tree)) return tree.map(copyTree) as T
  if (typeof tree !== 'object' || tree === null) return tree
  const source = tree as Record<string, unknown>
  const prototype = Object.getPrototypeOf(source) as object | null
  const copy: Record<string, unknown> = prototype === Object.prototype ? {} : Object.create(prototype)
  for (const name of Object.keys(source)) {
    const value = name === 'position' ? source[name] : copyTree(source[name])
    // An attribute may have this name, and assigning to it would do something else.
    if (name === '__proto__') Object.defineProperty(copy, name, { value, enumerable: true })
    else copy[name] = value
  }
  return copy as T
}
