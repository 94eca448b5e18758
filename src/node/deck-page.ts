// The page of a deck that has been prepared, for a site or to be served live; all at once, since nothing is waited for.

import { createHash } from 'node:crypto'
import {
  type Deck,
  type Highlight,
  inOrder,
  type Page,
  type PublicDeck,
  publish,
  type RenderAsk,
  render,
  writeDeckPage,
} from '../core/index.ts'
import { openSlides } from './cache.ts'
import { beginner, type Prepared, type Tools } from './deck-prepare.ts'
import { sumOf } from './disk.ts'
import type { PictureCopy } from './load.ts'
import { outlineOf } from './outline.ts'
import { wasKept } from './page-cache.ts'
import { createProofs, keepPast } from './past.ts'
import type { DeckResult, Surroundings, WrittenPage } from './task.ts'

/** A deck as its page will have it. */
export interface Faced {
  readonly prepared: Prepared
  /** What is public of it. */
  readonly face: PublicDeck
  /** What is rendered: with notes, where they are published too. */
  readonly whole: Deck | PublicDeck
  readonly rendering: RenderAsk
}

/** Makes ready for rendering. */
export function faceOf(prepared: Prepared, tools: Tools): Faced {
  const { deck, task } = prepared
  const { reading } = task
  const face = publish(deck)
  const rendering = {
    html: reading.html ?? 'safe',
    lines: task.want === 'live',
    begin: beginner(tools),
  } as const
  return { prepared, face, whole: reading.notes ? deck : face, rendering }
}

/**
 * Renders the page.
 *
 * @returns what the deck came to, with the text of its page, and what has the caches of its parts written
 */
export function pageOf(
  { prepared, whole, rendering }: Faced,
  highlight: Highlight,
  tools: Tools,
): { readonly result: DeckResult; readonly save: () => void } {
  const { task, deck, written, loaded, real, disk, cache, result, began } = prepared
  const { deck: place, reading } = task
  const live = task.want === 'live'
  // Slides are remembered from the second time on: of a talk that is written once it would be work for nothing.
  const slides =
    reading.cache !== undefined && !reading.notes && (live || wasKept(reading.cache, reading, place))
      ? openSlides(reading.cache, real, task.want, reading.shiki, live ? tools.shelf : undefined)
      : undefined
  const page = render(whole, {
    ...rendering,
    ...(slides ? { remember: slides.remember } : {}),
    highlight,
  })
  const origins = originsOf(deck)
  if (live) {
    const { proofs = createProofs() } = tools.past.get(place.path) ?? {}
    keepPast(tools.past, place.path, { text: written.source.text, page, origins, proofs })
  }
  // What only the author's terminal may speak of is not remembered.
  const isOpen = deck.diagnostics.every(problem => page.diagnostics.includes(problem))
  const trace = isOpen && !reading.notes ? disk.trace() : undefined
  const made = {
    ...result,
    // Problems inside notes are for the author's terminal; the page was made from a deck that cannot speak of them.
    diagnostics: inOrder([
      ...deck.diagnostics,
      ...page.diagnostics.filter(problem => !deck.diagnostics.includes(problem)),
    ]),
    ...(reading.frame ? { page: documentOf(page, reading.frame) } : {}),
    ...(trace ? { trace } : {}),
    ...(live ? { live: page, outline: outlineOf(deck), origins } : {}),
    pictures: shownIn(page, loaded.pictures),
    cached: cache.count.asked > 0 && cache.count.missed === 0,
    ms: performance.now() - began,
  }
  const save = (): void => {
    cache.save()
    slides?.save()
  }
  return { result: made, save }
}

/** Where the slides of its page were written, where that is another file. */
export function originsOf(deck: Deck): (string | undefined)[] {
  return deck.slides.filter(slide => !slide.hidden).map(slide => slide.file)
}

function documentOf(page: Page, surroundings: Surroundings): WrittenPage {
  const sha256 = (text: string): string => createHash('sha256').update(text).digest('base64')
  const html = writeDeckPage(page, { ...surroundings, sha256 })
  const slides = page.slides.map(({ minutes }) => (minutes === undefined ? {} : { minutes }))
  return { face: { ...page, slides }, bytes: Buffer.byteLength(html), sum: sumOf(html), html }
}

/** Only what the page speaks of is published: a picture that stands in private notes alone is private too. */
export function shownIn(page: Page, pictures: readonly PictureCopy[]): PictureCopy[] {
  const spoken = new Set<string>()
  for (const text of [page.css, ...page.slides.map(slide => slide.html)]) {
    for (const [url] of text.matchAll(/assets\/[\w-]+\.\w+/g)) spoken.add(url)
  }
  return pictures.filter(({ url }) => spoken.has(url))
}
