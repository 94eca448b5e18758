// The whole way of one deck, from its file to what was wanted of it; runs in the deck's own thread.

import { type Deck, render, transform } from '../core/index.ts'
import { checkDeck } from './check/deck.ts'
import { coloursIfKnown, highlightFor, knownColours } from './colours.ts'
import { type DeckNotes, notesAsSlides, notesOf } from './deck-notes.ts'
import { faceOf, pageOf, shownIn } from './deck-page.ts'
import { beginner, type Prepared, prepareDeck, type Tools } from './deck-prepare.ts'
import { shown } from './files.ts'
import { outlineOf } from './outline.ts'
import { keepPage } from './page-cache.ts'
import { readSource } from './read-source.ts'
import type { DeckResult, DeckTask } from './task.ts'

/**
 * Works a deck. What its author did wrong is in the diagnostics; what is thrown is a fault of ours or of the system.
 *
 * @param task the deck and what is wanted of it
 */
export async function workDeck(task: DeckTask, tools: Tools): Promise<DeckResult> {
  const prepared = prepareDeck(task, tools)
  if (!('deck' in prepared)) return prepared
  const { deck, result, began, textOf } = prepared
  switch (task.want) {
    case 'outline':
      return { ...result, outline: outlineOf(deck), ms: performance.now() - began }
    case 'notes':
    case 'notes-html': {
      const notes = notesOf(deck, textOf)
      const wanted = task.want === 'notes' ? notes : withHtml(notes, deck)
      return { ...result, notes: wanted, ms: performance.now() - began }
    }
    case 'check':
      return checked(prepared, tools)
    default:
      return paged(prepared, tools)
  }
}

async function checked(prepared: Prepared, tools: Tools): Promise<DeckResult> {
  const { task, written, deck, loaded, disk, result, began, readText, loadFor, textOf } = prepared
  const { deck: place, reading } = task
  const variant = reading.variant === undefined ? {} : { variant: reading.variant }
  const deckAt = (path: string): Deck | undefined => {
    const file = shown(path, tools.here)
    const other = readSource({ ...place, file, path, named: false }, disk)
    if ('severity' in other) return undefined
    const read = readText(file, other.text, path)
    return transform(read, loadFor(read, path).assets, variant)
  }
  const found = await checkDeck(
    place,
    { written, meant: deck, assets: loaded.assets, ...variant },
    { html: reading.html ?? 'safe', begin: beginner(tools), at: tools.at, sourceOf: textOf, deckAt, disk },
  )
  return { ...result, ...found, ms: performance.now() - began }
}

async function paged(prepared: Prepared, tools: Tools): Promise<DeckResult> {
  const { task, cache, loaded } = prepared
  const { deck: place, reading } = task
  const faced = faceOf(prepared, tools)
  const { face, whole, rendering } = faced
  if (tools.open && !coloursIfKnown(face, cache)) {
    const page = render(face, { ...rendering, highlight: knownColours(face, cache) })
    await tools.open({ page, pictures: shownIn(page, loaded.pictures), part: false })
  }
  const { result, save } = pageOf(faced, await highlightFor(face, whole, cache, tools.colourist), tools)
  save()
  return task.want === 'live' || reading.cache === undefined
    ? result
    : keepPage(reading.cache, reading, place, result)
}

function withHtml(notes: DeckNotes, deck: Deck): DeckNotes {
  const { slides } = render(notesAsSlides(deck), { html: 'safe' })
  return {
    ...notes,
    slides: notes.slides.map((slide, index) => ({ ...slide, html: slides[index]?.html ?? '' })),
    loose: notes.loose.map((one, index) => ({
      ...one,
      html: slides[notes.slides.length + index]?.html ?? '',
    })),
  }
}
