// The third level of the cache: a deck's finished page with its diagnostics, good as long as the disk answers as it did.

import { existsSync, statSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { cacheFile } from './cache.ts'
import { type Asked, createRecheck, sumOf } from './disk.ts'
import type { DeckFile } from './files.ts'
import { hashOf, readKept, writeKept } from './kept-file.ts'
import { isSystemError } from './system-error.ts'
import type { DeckResult, Reading, WrittenPage } from './task.ts'

/** As it is written. */
interface Entry {
  readonly setup: string
  readonly trace: readonly Asked[]
  readonly result: Omit<DeckResult, 'trace' | 'cached' | 'ms'>
}

const day = 24 * 60 * 60 * 1000

/**
 * Makes what gives back what a deck came to, where that is remembered and nothing of it has changed since.
 *
 * Two files a deck: what is to be known of it, and the text of its page, which is looked into only when it must be
 * written. They hold what is published and nothing else, but that the sums of files with notes are among what is known.
 *
 * @param folder of the cache
 * @param reading how decks are read; with notes in them pages are neither kept nor found
 */
export function createRecall(folder: string, reading: Reading): (deck: DeckFile) => DeckResult | undefined {
  const setup = setupOf(reading)
  const isSame = createRecheck()
  return deck => {
    if (reading.notes) return undefined
    const began = performance.now()
    const place = placeOf(folder, reading, deck)
    const entry = entryIn(readKept(`${place}.page`))
    if (entry?.setup !== setup || !isSame(entry.trace)) return undefined
    touch([`${place}.page`, `${place}.html`, cacheFile(folder, entry.result.inputs[0] ?? '')])
    return { ...entry.result, trace: entry.trace, cached: true, ms: performance.now() - began }
  }
}

/**
 * Remembers what a deck came to, where it may be.
 *
 * @returns the same; where it is remembered the page has no text but says where that is
 */
export function keepPage(folder: string, reading: Reading, deck: DeckFile, result: DeckResult): DeckResult {
  const { trace, cached: _, ms: __, ...rest } = result
  if (trace === undefined || rest.page?.html === undefined) return result
  const place = placeOf(folder, reading, deck)
  const { html, ...known } = rest.page
  const page = { ...known, kept: `${place}.html` }
  const entry: Entry = { setup: setupOf(reading), trace, result: { ...rest, page } }
  // The text first: what is known of it without it would be a page that cannot be written.
  if (!writeKept(page.kept, html)) return result
  writeKept(`${place}.page`, JSON.stringify(entry))
  return { ...result, page }
}

/** Whether a page of a deck was remembered before, good or not: then it is one that is being written. */
export function wasKept(folder: string, reading: Reading, deck: DeckFile): boolean {
  return existsSync(`${placeOf(folder, reading, deck)}.page`)
}

/** The text of a page; undefined where it was kept and is gone or spoilt. */
export function textOf(page: WrittenPage): string | undefined {
  const html = page.html ?? (page.kept === undefined ? undefined : readKept(page.kept))
  return html !== undefined && sumOf(html) === page.sum ? html : undefined
}

function placeOf(folder: string, reading: Reading, { file, path, root, named }: DeckFile): string {
  const { dialect, variant, theme, companion } = reading
  const ask = JSON.stringify([dialect, variant, theme, companion])
  return join(folder, hashOf(['page', ask, file, path, root, String(named)]))
}

/** What all decks of a call have in common. */
function setupOf({ frame, shiki, themes, usualDialect, defaults, html }: Reading): string {
  return hashOf([process.version, shiki, ...themes, JSON.stringify([frame, usualDialect, defaults, html])])
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
