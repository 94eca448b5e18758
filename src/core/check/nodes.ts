// The nodes of what an audience and readers see.

import type { Nodes } from 'mdast'
import type { Deck, Slide } from '../deck/deck.ts'

/** A node, and the slide it is on. */
export interface Shown {
  readonly node: Nodes
  readonly slide: Slide
  /** The file it is written in. */
  readonly file: string
}

/** All nodes of bodies and handouts in reading order; never of notes, of which no report speaks. */
export function* shownIn(deck: Deck): Generator<Shown> {
  for (const slide of deck.slides) {
    const file = slide.file ?? deck.source.path
    for (const tree of [slide.body, slide.handout]) {
      if (!tree) continue
      for (const node of nodesOf(tree)) yield { node, slide, file }
    }
  }
}

/** A tree's nodes in reading order. */
export function* nodesOf(node: Nodes): Generator<Nodes> {
  yield node
  if ('children' in node) for (const child of node.children) yield* nodesOf(child)
}
