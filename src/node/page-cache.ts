// The third level of the cache: a deck's finished page with its diagnostics, good as long as the disk answers as it did.

import { statSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { cacheFile } from './cache.ts'
import { type Asked, createRecheck, sumOf } from './disk.ts'
import type { DeckFile } from './files.ts'
import { hashOf, readKept, writeKept } from './kept-file.ts'
import { isSystemError } from './system-error.ts'
import type { DeckResult, Reading } from './task.ts'

/** Pages of one call. */
export interface PageCache {
  /** What a deck came to, where that is remembered and nothing of it has changed since. */
  recall(deck: DeckFile): DeckResult | undefined
  /**
   * Remembers what a deck came to, where it may be.
   *
   * @returns the same, without the page's text where that can be had from here
   */
  keep(deck: DeckFile, result: DeckResult): DeckResult
  /** The text of a page; undefined where it is gone or spoilt. */
  html(result: DeckResult): string | undefined
}

/** As it is written. */
interface Entry {
  readonly setup: string
  readonly trace: readonly Asked[]
  readonly result: Omit<DeckResult, 'trace' | 'cached' | 'ms'>
}

const day = 24 * 60 * 60 * 1000

/**
 * Opens the pages of a call.
 *
 * Two files a deck: what is to be known of it, and the text of its page, which is looked into only when it must be
 * written. They hold what is published and nothing else, but that the sums of files with notes are among what is known.
 *
 * @param folder of the cache
 * @param reading how decks are read; with notes in them pages are neither kept nor found
 * @param recall whether what is there may be used
 */
export function openPages(folder: string, reading: Reading, recall = true): PageCache {
  const { dialect, variant, theme, companion, frame, shiki, themes } = reading
  const setup = hashOf([process.version, shiki, ...themes, JSON.stringify(frame)])
  const ask = JSON.stringify([dialect, variant, theme, companion])
  const isSame = createRecheck()
  const places = new Map<string, string>()

  function placeOf({ file, path, root, named }: DeckFile): string {
    return join(folder, hashOf(['page', ask, file, path, root, String(named)]))
  }

  return {
    recall(deck) {
      if (!recall || reading.notes) return undefined
      const began = performance.now()
      const place = placeOf(deck)
      const entry = entryIn(readKept(`${place}.page`))
      if (entry?.setup !== setup || !isSame(entry.trace)) return undefined
      places.set(deck.file, `${place}.html`)
      touch([`${place}.page`, `${place}.html`, cacheFile(folder, entry.result.inputs[0] ?? '')])
      return { ...entry.result, trace: entry.trace, cached: true, ms: performance.now() - began }
    },
    keep(deck, result) {
      const { trace, cached: _, ms: __, ...rest } = result
      if (trace === undefined || rest.page?.html === undefined) return result
      const place = placeOf(deck)
      const { html, ...page } = rest.page
      const entry: Entry = { setup, trace, result: { ...rest, page } }
      // The text first: what is known of it without it would be a page that cannot be written.
      if (!writeKept(`${place}.html`, html)) return result
      writeKept(`${place}.page`, JSON.stringify(entry))
      places.set(deck.file, `${place}.html`)
      return { ...result, page }
    },
    html({ file, page }) {
      const html = page?.html ?? readKept(places.get(file) ?? '')
      return html !== undefined && sumOf(html) === page?.sum ? html : undefined
    },
  }
}

/** Its sum is right, so it is as some build of the same code wrote it. */
function entryIn(text: string | undefined): Entry | undefined {
  return text === undefined ? undefined : JSON.parse(text)
}

/** So that what is in use is not taken for old. */
function touch(files: readonly string[]): void {
  const now = Date.now()
  for (const file of files) {
    try {
      const stats = statSync(file, { throwIfNoEntry: false })
      if (stats && now - stats.mtimeMs > day) utimesSync(file, now / 1000, now / 1000)
    } catch (error) {
      if (!isSystemError(error)) throw error
    }
  }
}
