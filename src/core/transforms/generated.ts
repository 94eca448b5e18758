// What slides that nobody wrote have in common.

import type { Heading, Root, RootContent } from 'mdast'
import type { Deck, Position, Slide } from '../deck/deck.ts'
import { plainSlide } from '../deck/plain-slide.ts'
import { claim, slugOf } from './slug.ts'

/** A slide made of the deck's own data, placed at the document's first line, where that data stands. */
export function generatedSlide(deck: Deck, title: string, blocks: readonly RootContent[]): Slide {
  const taken = new Set(deck.slides.flatMap(slide => [slide.key, ...slide.aliases.map(alias => alias.key)]))
  const start = { line: 1, column: 1, offset: 0 }
  const position: Position = { start, end: start }
  const heading: Heading = {
    type: 'heading',
    depth: 2,
    children: [{ type: 'text', value: title }],
    data: { role: 'title' },
  }
  const body: Root = { type: 'root', children: [heading, ...blocks] }
  return { ...plainSlide(position, body), key: claim(slugOf(title) || 'generated', taken), title }
}
