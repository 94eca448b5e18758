// A slide that shows what is to come: the day's parts by the clock, or titles where the front matter asks for them.

import type { List, ListItem, RootContent } from 'mdast'
import type { Deck, Slide } from '../deck/deck.ts'
import { wordsOfAgenda } from './agenda-words.ts'
import { generatedSlide } from './generated.ts'
import { scheduleTable } from './schedule-table.ts'

/** Entries that a slide can show at a readable size, as a list and as a table. */
const longest = { titles: 12, parts: 11 }

/**
 * A day with a schedule is shown as a table before its first part; else `agenda: true` lists titles.
 */
export function addAgenda(deck: Deck): Deck {
  return deck.slides.some(slide => slide.part) ? addSchedule(deck) : addTitles(deck)
}

function addSchedule(deck: Deck): Deck {
  const first = deck.slides.findIndex(slide => slide.part)
  const parts = deck.slides.filter(slide => slide.part && !slide.hidden)
  const pages = pagesOf(deck, chunk(parts, longest.parts), some => scheduleTable(some, deck.meta.lang), [
    'agenda',
    'schedule',
  ])
  return { ...deck, slides: [...deck.slides.slice(0, first), ...pages, ...deck.slides.slice(first)] }
}

/**
 * Lists the titles behind the first slide, each a link; titles that follow each other alike are one entry. Where
 * there are sections, and more than one, they are the entries. A long agenda goes on, on the slides behind it.
 */
function addTitles(deck: Deck): Deck {
  const [first, ...others] = deck.slides
  if (!deck.meta.agenda || !first) return deck
  const named = others.filter(slide => slide.title && !slide.hidden && slide.layout !== 'end')
  const sections = named.filter(slide => slide.layout === 'section')
  const entries = (sections.length > 1 ? sections : named).filter(
    (slide, index, all) => slide.title !== all[index - 1]?.title,
  )
  if (entries.length === 0) return deck
  return {
    ...deck,
    slides: [first, ...pagesOf(deck, chunk(entries, longest.titles), listOf, ['agenda']), ...others],
  }
}

function pagesOf(
  deck: Deck,
  chunks: readonly (readonly Slide[])[],
  block: (slides: readonly Slide[]) => RootContent,
  classes: readonly string[],
): Slide[] {
  let made: Deck = deck
  const { agenda } = wordsOfAgenda(deck.meta.lang)
  return chunks.map((part, index): Slide => {
    const slide = generatedSlide(made, agenda, [block(part)])
    const page = {
      ...(chunks.length > 1 ? numbered(slide, index + 1, chunks.length) : slide),
      classes,
    }
    made = { ...made, slides: [...made.slides, page] }
    return page
  })
}

/** One of several slides of an agenda, whose titles are marked as those of any long part are. */
function numbered(slide: Slide, number: number, of: number): Slide {
  const [title] = slide.body.children
  if (title?.type === 'heading')
    title.children.push({ type: 'text', value: ' ' }, { type: 'pageMark', number, of })
  return number > 1 ? { ...slide, title: `${slide.title} (${number}/${of})` } : slide
}

/** Parts of equal size, none longer than a slide takes. */
function chunk(entries: readonly Slide[], most: number): Slide[][] {
  const count = Math.ceil(entries.length / most)
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
