// Puts a finished site in the place of the old one: written beside it, exchanged whole, or not at all.

import { createHash, randomBytes } from 'node:crypto'
import {
  chmodSync,
  type Dirent,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  unlinkSync,
} from 'node:fs'
import { hostname } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { replacing } from './replace-page.ts'
import { asidePrefix, leadsElsewhere, type SiteFile, type SiteRecord, writeSite } from './site-record.ts'
import { isCode, isSystemError } from './system-error.ts'

/** The list of what a build wrote; only a folder with it, and with nothing else in it, is ever replaced. */
const marker = '.deckhand.json'
const harmless = new Set([marker, '.DS_Store', 'Thumbs.db', 'desktop.ini'])

/**
 * What stands in a folder that no build put there.
 *
 * @param out the folder of the site
 * @returns the first such name, `.` where the place itself is no folder, or undefined where all is ours
 */
export function foreign(out: string): string | undefined {
  for (;;) {
    const before = identity(out)
    if (before === undefined) return undefined
    const found = stranger(out)
    // Another build may have swapped its site in while we looked: then what we saw is of both.
    if (identity(out) === before) return found
  }
}

function stranger(out: string): string | undefined {
  if (!statSync(out, { throwIfNoEntry: false })?.isDirectory()) return '.'
  const ours = written(out)
  for (const path of walk(out, '')) if (!ours.has(path) && !isHarmless(path)) return path
  return undefined
}

function isHarmless(path: string): boolean {
  return harmless.has(basename(path)) || path === replacing || path.startsWith(`${replacing}/`)
}

/** Tells a folder from another of the same name; undefined where there is none. */
function identity(path: string): string | undefined {
  const stats = statSync(path, { throwIfNoEntry: false, bigint: true })
  return stats && `${stats.dev}:${stats.ino}`
}

/** A place beside the site where the next one is written; `swap` or `drop` ends it. */
export interface Staging {
  /** The folder to write to. */
  readonly folder: string
  write(file: SiteFile): void
  /**
   * Exchanges the old site for this one and removes the old.
   *
   * @returns what stands there now, unless another build was quicker
   */
  swap(): Promise<SiteRecord | undefined>
  /** Gives up and leaves no trace. */
  drop(): void
}

/**
 * Opens a place for a new site, on the same disk as the old, and clears what killed builds left there.
 *
 * Two builds at once do not see each other: each writes a folder of its own, a rename puts a whole site in place,
 * and the later one wins. Between moving the old site away and the new one in there is one system call in which
 * nothing stands; a build killed just there is mended by `recover`.
 *
 * @param out the folder of the site; need not exist
 * @param known what was written there before
 */
export function stage(out: string, known?: SiteRecord): Staging {
  const place = real(out)
  const parent = dirname(place)
  mkdirSync(parent, { recursive: true })
  recover(place)
  const mark = `${owner()}-${randomBytes(4).toString('hex')}`
  const folder = join(parent, `${asidePrefix(place)}new-${mark}`)
  const old = join(parent, `${asidePrefix(place)}old-${mark}`)
  mkdirSync(folder)
  const paths: string[] = []
  const site = writeSite(folder, known && { place, record: known })
  const drop = (): void => {
    removeAll(folder)
    removeAll(old)
  }
  return {
    folder,
    write(file) {
      site.write(file)
      paths.push(file.path)
    },
    async swap() {
      site.write({ path: marker, text: `${JSON.stringify({ files: paths.sort() })}\n` })
      await exchange(folder, place, old)
      discard(old)
      return site.record(place)
    },
    drop,
  }
}

/**
 * Mends what a killed build left beside a site: puts the old site back where none stands, and removes the rest.
 *
 * @param out the folder of the site
 */
export function recover(out: string): void {
  const parent = dirname(out)
  if (!existsSync(parent)) return
  const left = readdirSync(parent).filter(
    name => name.startsWith(asidePrefix(out)) && abandoned(join(parent, name), name),
  )
  for (const name of left) {
    const path = join(parent, name)
    if (name.startsWith(`${asidePrefix(out)}old-`) && !existsSync(out) && existsSync(join(path, marker))) {
      renameSync(path, out)
    } else {
      removeAll(path)
    }
  }
}

async function exchange(folder: string, place: string, old: string): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      if (existsSync(place)) moveAway(place, old)
      renameSync(folder, place)
      return
    } catch (error) {
      // Another build has put its site there in between, or (on Windows) a reader holds the folder for a moment.
      if (attempt === 40 || !isCode(error, ['ENOTEMPTY', 'EEXIST', 'EPERM', 'EACCES', 'EBUSY'])) {
        putBack(old, place)
        throw error
      }
      if (isCode(error, ['EPERM', 'EACCES']) && process.platform !== 'win32') {
        putBack(old, place)
        throw error
      }
      if (existsSync(place)) removeAll(old)
      await pause(Math.min(5 + attempt * 5, 50))
    }
  }
}

/**
 * Removes a site. What a build wrote is known by name, and removed in half the time that it takes to look for it; if any of
 * that fails, the whole is removed as folders are.
 */
function discard(site: string): void {
  try {
    // The list lies where anybody may write at it: a name that leads elsewhere is not followed.
    const files = [...written(site)].filter(path => !leadsElsewhere(path))
    const folders = new Set(files.flatMap(foldersOf))
    for (const path of [...files, marker]) unlinkSync(join(site, path))
    for (const path of [...folders].sort((a, b) => b.length - a.length)) rmdirSync(join(site, path))
    rmdirSync(site)
  } catch (error) {
    if (!isSystemError(error)) throw error
    removeAll(site)
  }
}

/** Removes a folder of ours with all that is in it, also where somebody has closed it against writing. */
function removeAll(folder: string): void {
  const all = { recursive: true, force: true, maxRetries: 3 }
  try {
    rmSync(folder, all)
  } catch (error) {
    if (!isCode(error, ['EACCES', 'EPERM'])) throw error
    chmodSync(folder, 0o700)
    for (const entry of readdirSync(folder, { withFileTypes: true }))
      if (entry.isDirectory()) removeAll(join(folder, entry.name))
    rmSync(folder, all)
  }
}

/** The folders that a path leads through, without the first. */
function foldersOf(path: string): string[] {
  const names = path.split('/').slice(0, -1)
  return names.map((_, at) => names.slice(0, at + 1).join('/'))
}

/** A file in the place of the site, or another build that was quicker, is left to the rename that follows. */
function moveAway(place: string, old: string): void {
  try {
    renameSync(place, old)
  } catch (error) {
    if (!isCode(error, ['ENOENT'])) throw error
  }
}

function putBack(old: string, place: string): void {
  if (existsSync(old) && !existsSync(place)) renameSync(old, place)
}

function written(out: string): Set<string> {
  try {
    const list: unknown = JSON.parse(readFileSync(join(out, marker), 'utf8'))
    const files = typeof list === 'object' && list !== null && 'files' in list ? list.files : []
    return new Set(Array.isArray(files) ? files.filter(file => typeof file === 'string') : [])
  } catch (error) {
    // No marker or a spoilt one: then nothing there is known to be ours.
    if (error instanceof SyntaxError || isCode(error, ['ENOENT'])) return new Set()
    throw error
  }
}

/** Files below a folder, one by one, so that whoever looks for a stranger stops at the first. */
function* walk(folder: string, under: string): Generator<string> {
  const entries = list(join(folder, under))
  if (entries === undefined) yield under
  for (const entry of entries ?? []) {
    const path = under === '' ? entry.name : `${under}/${entry.name}`
    if (entry.isDirectory()) yield* walk(folder, path)
    else yield path
  }
}

/** What is in a folder; undefined where that may not be read. */
function list(folder: string): Dirent[] | undefined {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch (error) {
    // Swapped away between two looks; whoever asks looks again.
    if (isCode(error, ['ENOENT'])) return []
    if (isCode(error, ['EACCES', 'EPERM'])) return undefined
    throw error
  }
}

/** Where a link leads; the path itself where it leads nowhere yet. */
function real(path: string): string {
  try {
    return realpathSync(path)
  } catch (error) {
    if (isCode(error, ['ENOENT'])) return path
    throw error
  }
}

/** Names a process on a machine, so that a build never takes another's folder for a leftover. */
function owner(): string {
  return `${createHash('sha256').update(hostname()).digest('hex').slice(0, 6)}-${process.pid}`
}

const day = 24 * 60 * 60 * 1000

function abandoned(path: string, name: string): boolean {
  const [, machine, pid] = /(?:new|old)-([0-9a-f]{6})-(\d+)-[0-9a-f]{8}$/.exec(name) ?? []
  if (machine === undefined || pid === undefined) return false
  if (Number(pid) === process.pid) return false
  if (machine === owner().slice(0, 6)) return !alive(Number(pid))
  // Another machine on the same disk: its processes cannot be asked, but no build takes a day.
  const since = lstatSync(path, { throwIfNoEntry: false })?.mtimeMs
  return since !== undefined && Date.now() - since > day
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return isCode(error, ['EPERM'])
  }
}
