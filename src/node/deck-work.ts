// The whole way of one deck, from its file to what was wanted of it; runs in the deck's own thread.

import { createHash } from 'node:crypto'
import {
  type Deck,
  diagnostic,
  inOrder,
  nearest,
  type Page,
  type PublicSlide,
  parseWhole,
  placeOfKey,
  publish,
  read,
  readPlain,
  render,
  transform,
  writeDeckPage,
} from '../core/index.ts'
import { cacheFile, type DeckCache, openCache, openSlides } from './cache.ts'
import { checkDeck } from './check/deck.ts'
import type { Colourist } from './colourist.ts'
import { highlightFor, knownColours, lacksColours } from './colours.ts'
import { readCompanion } from './companion.ts'
import { type DeckNotes, notesAsSlides, notesOf } from './deck-notes.ts'
import { type Disk, plainDisk, stampOf, sumOf, watchDisk } from './disk.ts'
import { shown } from './files.ts'
import { type Loaded, load, type PictureCopy } from './load.ts'
import { outlineOf } from './outline.ts'
import { standardTheme } from './package-home.ts'
import { keepPage, wasKept } from './page-cache.ts'
import { createProofs, keepPast, type Past } from './past.ts'
import { type Picture, readPicture } from './picture.ts'
import { readSource } from './read-source.ts'
import type { Shelf } from './shelf.ts'
import type { DeckResult, DeckTask, Opening, Surroundings, WrittenPage } from './task.ts'

/** What a thread has for all its decks. */
export interface Tools {
  /** The folder the author stands in. */
  readonly here: string
  readonly colourist: Colourist
  /** Pictures looked at so far, by path and state. */
  readonly pictures: Map<string, Picture>
  /** The cache of decks that are served live. */
  readonly shelf: Shelf
  /** What decks that are served live came to last, by path. */
  readonly past: Map<string, Past>
  /** Is told where each slide begins that is being read, as an offset into the text. */
  at(offset: number): void
  /** Takes a deck whose code has no colours yet, where somebody waits for it; until then the rest may wait. */
  readonly open?: ((opening: Opening) => Promise<void>) | undefined
}

/**
 * Works a deck. What its author did wrong is in the diagnostics; what is thrown is a fault of ours or of the system.
 *
 * @param task the deck and what is wanted of it
 */
export async function workDeck(task: DeckTask, tools: Tools): Promise<DeckResult> {
  const began = performance.now()
  const { deck: place, reading } = task
  const disk = reading.cache === undefined ? { ...plainDisk, trace: () => undefined } : watchDisk()
  const decoded = readSource(place, disk)
  if ('severity' in decoded) {
    return {
      file: place.file,
      diagnostics: [decoded],
      pictures: [],
      inputs: [],
      cached: false,
      ms: performance.now() - began,
    }
  }
  const real = disk.real(place.path)
  const shelf = task.want === 'live' ? tools.shelf : undefined
  const cache =
    reading.cache === undefined
      ? openCache(undefined, '')
      : openCache(cacheFile(reading.cache, real), reading.shiki, shelf)
  const texts = new Map<string, string>()
  const inputs = new Set([real])
  const readText = (file: string, text: string, path: string, notes?: string): Deck => {
    const deck = read({ path: file, text }, asked(task, cache, follow(text, tools.at)))
    texts.set(file, deck.source.text)
    const companion = readCompanion(path, place.root, tools.here, disk, notes)
    if (companion.path) inputs.add(companion.path)
    if (companion.problem) return { ...deck, diagnostics: [...deck.diagnostics, companion.problem] }
    if (!companion.deck) return deck
    texts.set(companion.deck.source.path, companion.deck.source.text)
    return { ...deck, companion: companion.deck }
  }
  const written = readText(place.file, decoded.text, place.path, reading.companion)
  const loadFor = (deck: Deck, path: string): Loaded =>
    load(
      deck,
      path,
      place.root,
      (other, text) => readText(shown(other, tools.here), text, other),
      disk,
      picture => lookAt(picture, disk, cache, tools),
    )
  const loaded = loadFor(written, real)
  const { assets, pictures } = loaded
  const variant = reading.variant === undefined ? {} : { variant: reading.variant }
  const deck = dressed(transform(written, assets, variant), reading)
  const result = {
    file: place.file,
    diagnostics: deck.diagnostics,
    ...(deck.ignores ? { ignores: deck.ignores } : {}),
    pictures: [],
    inputs: [...inputs, ...loaded.inputs],
    cached: false,
  }
  if (task.want === 'outline') return { ...result, outline: outlineOf(deck), ms: performance.now() - began }
  const live = task.want === 'live'
  if (task.want === 'notes' || task.want === 'notes-html') {
    const notes = notesOf(deck, file => texts.get(file))
    return {
      ...result,
      notes: task.want === 'notes' ? notes : withHtml(notes, deck),
      ms: performance.now() - began,
    }
  }
  const begin = (slide: PublicSlide): void =>
    tools.at(slide.file === undefined ? slide.position.start.offset : 0)
  if (task.want === 'check') {
    const deckAt = (path: string): Deck | undefined => {
      const file = shown(path, tools.here)
      const other = readSource({ ...place, file, path, named: false }, disk)
      if ('severity' in other) return undefined
      const read = readText(file, other.text, path)
      return transform(read, loadFor(read, path).assets, variant)
    }
    const sourceOf = (file: string): string | undefined => texts.get(file)
    const found = await checkDeck(
      place,
      { written, meant: deck, assets, ...variant },
      { html: reading.html ?? 'safe', begin, at: tools.at, sourceOf, deckAt, disk },
    )
    return { ...result, ...found, ms: performance.now() - began }
  }
  const face = publish(deck)
  const whole = reading.notes ? deck : face
  // Slides are remembered from the second time on: of a talk that is written once it would be work for nothing.
  const slides =
    reading.cache !== undefined && !reading.notes && (live || wasKept(reading.cache, reading, place))
      ? openSlides(reading.cache, real, task.want, reading.shiki, shelf)
      : undefined
  const rendering = { html: reading.html ?? 'safe', lines: live, begin } as const
  if (tools.open && lacksColours(face, cache)) {
    const page = render(face, { ...rendering, highlight: knownColours(face, cache) })
    await tools.open({ page, pictures: shownIn(page, pictures), part: false })
  }
  const page = render(whole, {
    ...rendering,
    ...(slides ? { remember: slides.remember } : {}),
    highlight: await highlightFor(face, whole, cache, tools.colourist),
  })
  cache.save()
  slides?.save()
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
    pictures: shownIn(page, pictures),
    cached: cache.count.asked > 0 && cache.count.missed === 0,
    ms: performance.now() - began,
  }
  return live || reading.cache === undefined ? made : keepPage(reading.cache, reading, place, made)
}

/** Where the slides of its page were written, where that is another file. */
export function originsOf(deck: Deck): (string | undefined)[] {
  return deck.slides.filter(slide => !slide.hidden).map(slide => slide.file)
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

/** A picture that was looked at in this state before is not read again. */
export function lookAt(path: string, disk: Disk, cache: DeckCache, { pictures }: Tools): Picture {
  const stamp = stampOf(path)
  if (stamp === '') return readPicture(path, disk)
  let isRead = false
  const picture = cache.picture(path, stamp, () => {
    const known = pictures.get(`${path} ${stamp}`)
    isRead = known === undefined
    return known ?? readPicture(path, disk)
  })
  if (!isRead) disk.trust(path, picture.sum, stamp)
  pictures.set(`${path} ${stamp}`, picture)
  return picture
}

function documentOf(page: Page, surroundings: Surroundings): WrittenPage {
  const sha256 = (text: string): string => createHash('sha256').update(text).digest('base64')
  const html = writeDeckPage(page, { ...surroundings, sha256 })
  const slides = page.slides.map(({ minutes }) => (minutes === undefined ? {} : { minutes }))
  return { face: { ...page, slides }, bytes: Buffer.byteLength(html), sum: sumOf(html), html }
}

/**
 * A theme that is not installed is reported, and the standard one stands in.
 *
 * @param reading the theme the call asked for, known to be installed, wins over the deck's own
 */
export function dressed(deck: Deck, { theme: asked, themes: installed }: DeckTask['reading']): Deck {
  if (asked !== undefined) return { ...deck, meta: { ...deck.meta, theme: asked } }
  const { theme } = deck.meta
  if (installed.includes(theme)) return deck
  const position = placeOfKey(deck.source, 'theme')
  const message = `There is no theme \`${theme}\`; the talk is shown in \`${standardTheme}\``
  const guess = nearest(theme, installed)
  const problem = diagnostic(deck.source.path, 'theme-unknown', message, {
    position,
    note:
      guess === undefined
        ? `Installed: ${installed.map(name => `\`${name}\``).join(', ')}.`
        : `Did you mean \`${guess}\`?`,
  })
  return {
    ...deck,
    meta: { ...deck.meta, theme: standardTheme },
    diagnostics: [...deck.diagnostics, problem],
  }
}

/** Only what the page speaks of is published: a picture that stands in private notes alone is private too. */
export function shownIn(page: Page, pictures: readonly PictureCopy[]): PictureCopy[] {
  const spoken = new Set<string>()
  for (const text of [page.css, ...page.slides.map(slide => slide.html)]) {
    for (const [url] of text.matchAll(/assets\/[\w-]+\.\w+/g)) spoken.add(url)
  }
  return pictures.filter(({ url }) => spoken.has(url))
}

function asked(
  task: DeckTask,
  cache: DeckCache,
  follow: (slice: string) => void,
): Parameters<typeof read>[1] {
  // What is plain is read sooner than remembered.
  const remembered = cache.remember(parseWhole)
  return {
    ...(task.reading.dialect === undefined ? {} : { dialect: task.reading.dialect }),
    ...(task.reading.usualDialect === undefined ? {} : { usualDialect: task.reading.usualDialect }),
    defaults: task.reading.defaults,
    parse: slice => {
      follow(slice)
      return readPlain(slice) ?? remembered(slice)
    },
  }
}

/** Slices come in reading order, so where one begins is found from where the one before did. */
function follow(text: string, at: (offset: number) => void): (slice: string) => void {
  let from = 0
  return slice => {
    const line = /\S.*/.exec(slice)?.[0] ?? ''
    const found = text.indexOf(line, from)
    if (found >= 0) from = found
    at(from)
  }
}
