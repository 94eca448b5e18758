// The notes that stand in a file beside their deck: found by its name, read by a parser that remembers nothing.

import { type Deck, type Diagnostic, read } from '../core/index.ts'
import type { Disk } from './disk.ts'
import { companionsOf, type DeckFile, shown } from './files.ts'
import { readSource } from './read-source.ts'

/** A file of notes that was read, or why it was not; nothing of both where a deck has none. */
export interface Companion {
  readonly deck?: Deck
  readonly problem?: Diagnostic
  /** Where it is. */
  readonly path?: string
}

/**
 * Finds and reads the notes of a deck.
 *
 * @param path where the deck is
 * @param root the real path of the folder that it must stand in
 * @param here the folder the author stands in
 * @param named a file that the call names, which may stand anywhere, in the place of the one beside the deck
 */
export function readCompanion(
  path: string,
  root: string,
  here: string,
  disk: Disk,
  named?: string,
): Companion {
  const found = named ?? companionsOf(path).find(each => disk.kind(each) === 'file')
  if (found === undefined) return {}
  const place: DeckFile = { file: shown(found, here), path: found, root, named: named !== undefined }
  const source = readSource(place, disk)
  if ('severity' in source) return { problem: source }
  // No `parse` is handed in: what is private goes through no cache.
  const deck = read({ path: place.file, text: source.text }, { dialect: 'numbered-notes' })
  return { deck, path: disk.real(found) }
}
