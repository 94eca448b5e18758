// Which decks a call means right now, and which files and folders may change that or what is in them.

import { readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { slugsFor } from '../../core/index.ts'
import { CallError } from '../call-error.ts'
import { companionsOf, type DeckFile, findDecks } from '../files.ts'
import { isSystemError } from '../system-error.ts'

/** A deck and the name of its page. */
export interface Place {
  readonly deck: DeckFile
  readonly slug: string
}

/**
 * The decks that a call means.
 *
 * @returns undefined where at present it means none, as while a file is written anew
 * @throws {CallError} at the first look, `strict`, for paths that mean no deck
 */
export function scan(paths: readonly string[], here: string, strict: boolean): Place[] | undefined {
  try {
    const decks = findDecks(paths, here)
    const slugs = slugsFor(
      decks.map(deck => deck.file),
      () => undefined,
    )
    return decks.map((deck, index) => ({ deck, slug: slugs[index] ?? '' }))
  } catch (error) {
    if (!strict && (error instanceof CallError || isSystemError(error))) return undefined
    throw error
  }
}

/** Enough for a project. */
const mostFolders = 200

/** A deck that is named may stand in one's home folder: not all of that should be watched. */
const fewFolders = 20

/** Files that belong to a deck though it has not named them, and folders where something it misses may appear. */
export function surroundings(decks: readonly DeckFile[]): Set<string> {
  const paths = new Set<string>()
  for (const deck of decks) {
    paths.add(deck.path).add(dirname(deck.path))
    for (const path of companionsOf(deck.path)) paths.add(path)
  }
  const roots = new Map(decks.map(deck => [deck.root, deck.named]))
  for (const [root, named] of roots) {
    for (const folder of foldersBelow(root, named ? fewFolders : mostFolders)) paths.add(folder)
  }
  return paths
}

/** A folder and those in it, the nearest first. */
function foldersBelow(root: string, most: number): string[] {
  const folders = [root]
  for (let at = 0; at < folders.length && folders.length < most; at++) {
    const folder = folders[at] ?? root
    folders.push(...namesIn(folder).map(name => join(folder, name)))
  }
  return folders.slice(0, most)
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter(entry => entry.isDirectory() && !/^\.|^node_modules$/.test(entry.name))
      .map(entry => entry.name)
  } catch (error) {
    // It may have gone meanwhile, or be closed to us.
    if (isSystemError(error)) return []
    throw error
  }
}
