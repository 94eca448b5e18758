// A slide of titles after the first, where the front matter asks for one.

import type { List, ListItem } from 'mdast'
import type { Deck, Slide } from '../deck/deck.ts'
import { generatedSlide } from './generated.ts'

/** Entries that a slide can show at a readable size. */
const longest = 12

/**
 * Lists the titles behind the first slide, each a link; titles that follow each other alike are one entry. Where
 * there are sections, and more than one, they are the entries. A long agenda goes on, on slides below it.
 */
export function addAgenda(deck: Deck): Deck {
  const [first, ...others] = deck.slides
  if (!deck.meta.agenda || !first) return deck
  const named = others.filter(slide => slide.title && !slide.hidden && slide.layout !== 'end')
  const sections = named.filter(slide => slide.layout === 'section')
  const entries = (sections.length > 1 ? sections : named).filter(
    (slide, index, all) => slide.title !== all[index - 1]?.title,
  )
  if (entries.length === 0) return deck
  let made: Deck = deck
  const pages = chunk(entries).map((part, index): Slide => {
    const page = { ...generatedSlide(made, 'Agenda', [listOf(part)]), classes: ['agenda'], below: index > 0 }
    made = { ...made, slides: [...made.slides, page] }
    return page
  })
  return { ...deck, slides: [first, ...pages, ...others] }
}

/** Parts of equal size, none longer than a slide takes. */
function chunk(entries: readonly Slide[]): Slide[][] {
  const count = Math.ceil(entries.length / longest)
  const size = Math.ceil(entries.length / count)
  return Array.from({ length: count }, (_, index) => entries.slice(index * size, (index + 1) * size))
}

function listOf(slides: readonly Slide[]): List {
  const children = slides.map(({ key, title = '' }): ListItem => {
    const link = {
      type: 'link' as const,
      url: `#/${key}`,
      children: [{ type: 'text' as const, value: title }],
    }
    return { type: 'listItem', spread: false, children: [{ type: 'paragraph', children: [link] }] }
  })
  return { type: 'list', ordered: false, spread: false, children }
}
