// A slide of which nothing is said yet but what is on it.

import type { Root } from 'mdast'
import type { Position, Slide } from './deck.ts'

/** A slide with the defaults of everything a dialect or a transform may say; the key is still to be claimed. */
export function plainSlide(position: Position, body: Root): Slide {
  return {
    key: '',
    aliases: [],
    position,
    attributes: { classes: [], values: {} },
    body,
    classes: [],
    layout: 'content',
    below: false,
    hidden: false,
    only: [],
    mergedFrom: [],
    steps: [],
  }
}
