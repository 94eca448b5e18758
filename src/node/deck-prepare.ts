// A deck on its way from its file to what all wants begin with: read, with what it needs loaded, and transformed.

import {
  type Deck,
  diagnostic,
  nearest,
  type PublicSlide,
  parseWhole,
  placeOfKey,
  read,
  readPlain,
  transform,
} from '../core/index.ts'
import { cacheFile, type DeckCache, openCache } from './cache.ts'
import type { Colourist } from './colourist.ts'
import { readCompanion } from './companion.ts'
import { type Disk, plainDisk, stampOf, watchDisk } from './disk.ts'
import { shown } from './files.ts'
import { type Loaded, load } from './load.ts'
import { standardTheme } from './package-home.ts'
import type { Past } from './past.ts'
import { type Picture, readPicture } from './picture.ts'
import { readSource } from './read-source.ts'
import type { Shelf } from './shelf.ts'
import type { DeckResult, DeckTask, Opening } from './task.ts'

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

/** A deck that has been read and transformed, and what it took. */
export interface Prepared {
  readonly task: DeckTask
  /** As it was written. */
  readonly written: Deck
  /** As it is meant. */
  readonly deck: Deck
  readonly loaded: Loaded
  readonly real: string
  readonly disk: ReturnType<typeof watchDisk>
  readonly cache: DeckCache
  /** What of the result is known so far. */
  readonly result: Omit<DeckResult, 'ms'>
  /** When the work began, by `performance.now`. */
  readonly began: number
  /** Reads another file as a deck. */
  readonly readText: (file: string, text: string, path: string) => Deck
  readonly loadFor: (deck: Deck, path: string) => Loaded
  /** What was read of a file, by its name. */
  readonly textOf: (file: string) => string | undefined
}

/**
 * Reads and transforms a deck.
 *
 * @returns the result itself where the file cannot be read
 */
export function prepareDeck(task: DeckTask, tools: Tools): Prepared | DeckResult {
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
  const variant = reading.variant === undefined ? {} : { variant: reading.variant }
  const deck = dressed(transform(written, loaded.assets, variant), reading)
  const result = {
    file: place.file,
    diagnostics: deck.diagnostics,
    ...(deck.ignores ? { ignores: deck.ignores } : {}),
    pictures: [],
    inputs: [...inputs, ...loaded.inputs],
    cached: false,
  }
  const textOf = (file: string): string | undefined => texts.get(file)
  return { task, written, deck, loaded, real, disk, cache, result, began, readText, loadFor, textOf }
}

/** Tells where each slide begins that is being rendered; one from another file stands for none of the deck's lines. */
export function beginner({ at }: Tools): (slide: PublicSlide) => void {
  return slide => at(slide.file === undefined ? slide.position.start.offset : 0)
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
