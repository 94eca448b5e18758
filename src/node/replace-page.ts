// Puts one page of a site in the place of its older version: a single rename, so the site is whole before and after.

import { mkdirSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { hashOf } from './kept-file.ts'
import { isUntouched, leadsElsewhere, type SiteRecord, stateAt } from './site-record.ts'
import { isSystemError } from './system-error.ts'

/** A folder in the site while a page of it is being replaced; whoever makes it is the only one who does. */
export const replacing = '.deckhand-page'

/** Windows renames neither over a file that somebody reads nor a folder that somebody stands in. */
export const canReplace = process.platform !== 'win32'

/** A page as the site will have it. */
export interface NewPage {
  /** Below the site's root, with `/`. */
  readonly path: string
  readonly text: string
  /** Of its text. */
  readonly sum: string
}

/**
 * Replaces a page. Nobody else's site is touched: while this is done the site is the folder that the process stands in,
 * so that a build that swaps in another one meanwhile keeps what is its own.
 *
 * @param out the folder of the site
 * @param record what is known of it
 * @returns what is known of it now; undefined where it could not be done so, and all is to be written as always
 */
export function replacePage(out: string, record: SiteRecord, page: NewPage): SiteRecord | undefined {
  // The record lies where others may write at it: a name that leads elsewhere is not followed.
  if (!canReplace || leadsElsewhere(page.path)) return undefined
  const here = process.cwd()
  try {
    const place = realpathSync(out)
    process.chdir(place)
    if (stateAt('.') !== rootOf(record)) return undefined
    mkdirSync(replacing)
    try {
      if (!isSame(record)) return undefined
      const aside = join(replacing, 'index.html')
      writeFileSync(aside, page.text)
      renameSync(aside, page.path)
    } finally {
      rmSync(replacing, { recursive: true, force: true })
    }
    return isHere(place) ? renewed(record, page, place) : undefined
  } catch (error) {
    // Another build is at it, or has been; or it may not be written.
    if (isSystemError(error)) return undefined
    throw error
  } finally {
    goTo(here)
  }
}

/** Where the author stands may have gone meanwhile; all other paths are whole ones. */
function goTo(here: string): void {
  try {
    process.chdir(here)
  } catch (error) {
    if (!isSystemError(error)) throw error
  }
}

function rootOf({ folders }: SiteRecord): string | undefined {
  return folders.find(([path]) => path === '.')?.[1]
}

/** Whether all is as it was, but for the folder that has just been made in it. */
function isSame(record: SiteRecord): boolean {
  return isUntouched({ ...record, folders: record.folders.filter(([path]) => path !== '.') }, '.')
}

function isHere(place: string): boolean {
  const [there, own] = [statSync(place, { throwIfNoEntry: false }), statSync('.')]
  return there !== undefined && there.dev === own.dev && there.ino === own.ino
}

function renewed({ files, folders }: SiteRecord, page: NewPage, place: string): SiteRecord {
  const moved = new Set(['.', dirname(page.path)])
  return {
    id: hashOf([String(Date.now()), String(process.pid), place]),
    files: files.map(file => (file[0] === page.path ? [page.path, page.sum, stateAt(page.path)] : file)),
    folders: folders.map(([path, state]) => [path, moved.has(path) ? stateAt(path) : state]),
  }
}
