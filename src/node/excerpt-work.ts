// A part of a deck on its way to a page, by itself: as the whole deck goes, without what is remembered of it.

import { type Deck, parseWhole, publish, read, readPlain, render, transform } from '../core/index.ts'
import { cacheFile, openCache } from './cache.ts'
import { highlightFor, knownColours } from './colours.ts'
import { originsOf, shownIn } from './deck-page.ts'
import { dressed, lookAt, type Tools } from './deck-prepare.ts'
import { plainDisk } from './disk.ts'
import { shown } from './files.ts'
import { load } from './load.ts'
import type { Past } from './past.ts'
import type { DeckTask, Opening } from './task.ts'

/**
 * The page of a part of a deck's text, as if it were the whole: without notes, and without remembering anything of it.
 *
 * @param dialect what the whole deck was read as; undefined where that is not known
 * @param coloured whether code that nobody remembers is coloured
 */
export async function workExcerpt(
  { deck: place, reading }: DeckTask,
  tools: Tools,
  text: string,
  dialect: string | undefined,
  coloured = true,
): Promise<Pick<Past, 'page' | 'origins'> & Pick<Opening, 'pictures'>> {
  const disk = plainDisk
  const real = disk.real(place.path)
  const cache = openCache(
    reading.cache === undefined ? undefined : cacheFile(reading.cache, real),
    reading.shiki,
    tools.shelf,
  )
  const readText = (file: string, text: string, own?: string): Deck =>
    read(
      { path: file, text },
      {
        ...(own === undefined ? {} : { dialect: own }),
        ...(reading.usualDialect === undefined ? {} : { usualDialect: reading.usualDialect }),
        defaults: reading.defaults,
        parse: slice => readPlain(slice) ?? parseWhole(slice),
      },
    )
  const written = readText(place.file, text, dialect)
  const { assets, pictures } = load(
    written,
    real,
    place.root,
    (other, text) => readText(shown(other, tools.here), text, reading.dialect),
    disk,
    picture => lookAt(picture, disk, cache, tools),
  )
  const variant = reading.variant === undefined ? {} : { variant: reading.variant }
  const deck = dressed(transform(written, assets, variant), reading)
  const face = publish(deck)
  const page = render(face, {
    highlight: coloured ? await highlightFor(face, face, cache, tools.colourist) : knownColours(face, cache),
    html: reading.html ?? 'safe',
    lines: true,
  })
  return { page, origins: originsOf(deck), pictures: shownIn(page, pictures) }
}
