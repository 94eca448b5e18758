// What a build wrote, file by file, so that the next one need not write again what is the same.

import {
  copyFileSync,
  linkSync,
  mkdirSync,
  readFileSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { stampOf, stateOf, sumOf } from './disk.ts'
import { hashOf, readKept, writeKept } from './kept-file.ts'
import { isSystemError } from './system-error.ts'

/** A file of a site: its text, or where its bytes are. */
export type SiteFile = {
  readonly path: string
  /** Tells this content from any other that the file could have; without it the file is written anew each time. */
  readonly sum?: string
} & (
  | { readonly text: string | (() => string) }
  | {
      readonly from: string
      /** The state the file was in when its sum was taken. */
      readonly stamp?: string
    }
)

/** A site as it stood when it was finished. */
export interface SiteRecord {
  /** Told anew by each build. */
  readonly id: string
  readonly files: readonly (readonly [path: string, sum: string, state: string])[]
  readonly folders: readonly (readonly [path: string, state: string])[]
}

/** Writes the files of one new site. */
export interface SiteWriter {
  write(file: SiteFile): void
  /**
   * @param place where the site stands now
   * @returns undefined where what stands there is not what was written
   */
  record(place: string): SiteRecord | undefined
}

/** Whether a path in a list that may be anybody's is no plain way down from the site's root. */
export function leadsElsewhere(path: string): boolean {
  return /(?:^|\/)\.{0,2}(?:\/|$)|\\|:/.test(path)
}

/** What the names of folders begin with that builds make beside a site. */
export function asidePrefix(out: string): string {
  return `.${basename(out)}.deckhand-`
}

/** Where the cache keeps the record of a site. */
export function recordFile(cache: string, out: string): string {
  return join(cache, `${hashOf(['site', out])}.site`)
}

/** What is known of the site at a place; it need not be true any more. */
export function readRecord(file: string): SiteRecord | undefined {
  const text = readKept(file)
  return text === undefined ? undefined : JSON.parse(text)
}

export function writeRecord(file: string, record: SiteRecord): boolean {
  return writeKept(file, JSON.stringify(record))
}

/** Whether a site is, to the last file, as it was when it was finished. */
export function isUntouched({ files, folders }: SiteRecord, out: string): boolean {
  return (
    folders.every(([path, state]) => stateAt(join(out, path)) === state) &&
    files.every(([path, , state]) => stateAt(join(out, path)) === state)
  )
}

/**
 * Writes files into a new folder. A file that the old site has with the same content, untouched since, is linked, not
 * copied: both names then mean the same bytes until the old site goes.
 *
 * @param folder where to
 * @param old the site that is to be replaced, and what is known of it
 */
export function writeSite(
  folder: string,
  old?: { readonly place: string; readonly record: SiteRecord },
): SiteWriter {
  const known = new Map(old?.record.files.map(([path, sum, state]) => [path, { sum, state }]))
  const written = new Map<string, { readonly sum: string; readonly core: string }>()
  const made = new Set<string>()

  function link(path: string, sum: string, to: string): Stats | undefined {
    const before = known.get(path)
    if (old === undefined || before === undefined || before.sum !== sum) return undefined
    const from = join(old.place, path)
    try {
      const seen = statSync(from)
      if (stateOf(seen) !== before.state) return undefined
      linkSync(from, to)
      const stats = statSync(to)
      if (coreOf(stats) === coreOf(seen)) return stats
      // Another build has put its site there in between.
      rmSync(to)
    } catch (error) {
      // No such disk, no such file any more: it is written instead.
      if (!isSystemError(error)) throw error
    }
    return undefined
  }

  return {
    write(file) {
      const to = join(folder, ...file.path.split('/'))
      if (!made.has(dirname(to))) mkdirSync(dirname(to), { recursive: true })
      made.add(dirname(to))
      const linked = file.sum === undefined ? undefined : link(file.path, file.sum, to)
      if (linked === undefined) put(file, to)
      const sum = linked === undefined && !isTrue(file, to) ? '' : (file.sum ?? '')
      written.set(file.path, { sum, core: coreOf(linked ?? statSync(to)) })
    },
    record(place) {
      const files: SiteRecord['files'][number][] = []
      const folders = new Set(['.'])
      for (const [path, { sum, core }] of written) {
        const stats = statSync(join(place, path), { throwIfNoEntry: false })
        if (stats === undefined || coreOf(stats) !== core) return undefined
        files.push([path, sum, stateOf(stats)])
        for (let above = dirname(path); above !== '.'; above = dirname(above)) folders.add(above)
      }
      const states = [...folders].map(path => [path, stateAt(join(place, path))] as const)
      return { id: hashOf([String(Date.now()), String(process.pid), place]), files, folders: states }
    },
  }
}

function put(file: SiteFile, to: string): void {
  if ('from' in file) copyFileSync(file.from, to)
  else writeFileSync(to, typeof file.text === 'string' ? file.text : file.text())
}

/** A file that is copied may have changed since its sum was taken. */
function isTrue(file: SiteFile, to: string): boolean {
  if (!('from' in file) || file.sum === undefined) return true
  if (file.stamp !== undefined && file.stamp !== '' && stampOf(file.from) === file.stamp) return true
  return sumOf(readFileSync(to)) === file.sum
}

/** What linking and unlinking leave as it is. */
function coreOf({ size, mtimeMs, ino }: Stats): string {
  return `${size} ${mtimeMs} ${ino}`
}

export function stateAt(path: string): string {
  const stats = statSync(path, { throwIfNoEntry: false })
  return stats ? stateOf(stats) : ''
}
