// Headings that jump a level: readers who listen, and outlines, then miss a part.

import type { Heading } from 'mdast'
import type { Deck, Slide } from '../deck/deck.ts'
import { type Diagnostic, diagnostic } from '../deck/diagnostic.ts'
import { nodesOf } from './nodes.ts'
import type { Check } from './talk.ts'

/** Within a slide a heading is at most one level below the one before, as written (`heading-order`). */
export const checkHeadings: Check = ({ meant }) => meant.slides.flatMap(slide => jumpsIn(slide, meant))

function jumpsIn(slide: Slide, deck: Deck): Diagnostic[] {
  const file = slide.file ?? deck.source.path
  const found: Diagnostic[] = []
  let above: Heading | undefined
  for (const node of nodesOf(slide.body)) {
    if (node.type !== 'heading') continue
    // A subtitle is part of the title, and as small as its author likes.
    const isJump = above !== undefined && node.depth > above.depth + 1 && node.data?.role !== 'subtitle'
    if (above && isJump) {
      const [now, before] = [node, above].map(({ depth }) => `\`${'#'.repeat(depth)}\``)
      const message = `A heading ${now} stands under ${before}, with none between`
      const position = node.position as Slide['position'] | undefined
      const note = `Write it with \`${'#'.repeat(above.depth + 1)}\`.`
      found.push(diagnostic(file, 'heading-order', message, { position, note }))
    }
    above = node
  }
  return found
}
