// The files of the cache as things on disk: what there is, what is too old or too much, and how all of it goes.

import { existsSync, readdirSync, rmdirSync, rmSync, statSync } from 'node:fs'
import { extname, join } from 'node:path'
import { unfinished, writeKept } from './kept-file.ts'
import { isSystemError } from './system-error.ts'

/** What is kept, by the ending of its files. */
export const kinds = {
  slices: ['.deck', '.slides'],
  pages: ['.page', '.html'],
  sites: ['.site', '.call', '.front'],
  /** In a folder of their own, whatever they are called. */
  configs: [],
  unfinished: [unfinished],
} as const

export type Kind = keyof typeof kinds

/** A file of the cache. */
export interface CacheFile {
  readonly path: string
  readonly kind: Kind
  readonly bytes: number
  /** When it was written or last found useful, give or take a day; milliseconds. */
  readonly used: number
}

/** What is kept at most. */
export const limits = { days: 30, bytes: 512 * 1024 * 1024 }

/** The folder in the cache that holds configurations in a form that is loaded sooner. */
export const configFolder = 'config'

const hour = 60 * 60 * 1000
const marker = 'pruned'

/** Lists the cache; files that are none of its own are passed over. */
export function cacheFiles(folder: string): CacheFile[] {
  const kindOf = new Map<string, Kind>()
  for (const kind of Object.keys(kinds) as Kind[]) for (const ending of kinds[kind]) kindOf.set(ending, kind)
  const file = (path: string, kind: Kind | undefined): CacheFile[] => {
    const stats = kind === undefined ? undefined : statSync(path, { throwIfNoEntry: false })
    return kind !== undefined && stats?.isFile()
      ? [{ path, kind, bytes: stats.size, used: stats.mtimeMs }]
      : []
  }
  const configs = join(folder, configFolder)
  return [
    ...namesIn(folder).flatMap(name => file(join(folder, name), kindOf.get(extname(name)))),
    ...namesIn(configs).flatMap(name => file(join(configs, name), 'configs')),
  ]
}

/** Removes files; one that cannot be removed, or is gone already, stays as it is. */
export function removeFiles(files: readonly CacheFile[]): CacheFile[] {
  return files.filter(({ path }) => {
    try {
      rmSync(path, { force: true })
      return true
    } catch (error) {
      if (isSystemError(error)) return false
      throw error
    }
  })
}

/** Removes the cache and its folder, unless something else is in it. */
export function clearCache(folder: string): CacheFile[] {
  const removed = removeFiles(cacheFiles(folder))
  try {
    rmSync(join(folder, marker), { force: true })
    if (existsSync(join(folder, configFolder))) rmdirSync(join(folder, configFolder))
    rmdirSync(folder)
  } catch (error) {
    // Something of somebody else's is in it, or nothing is there: both are well.
    if (!isSystemError(error)) throw error
  }
  return removed
}

/**
 * Removes what was of no use for long, what killed builds left, and of the rest the oldest where it is too much.
 *
 * @param now milliseconds
 */
export function prune(folder: string, now: number, { days, bytes }: typeof limits = limits): CacheFile[] {
  const files = cacheFiles(folder).sort((a, b) => b.used - a.used)
  let room = bytes
  const unwanted = files.filter(file => {
    const age = now - file.used
    if (file.kind === 'unfinished') return age > hour
    room -= file.bytes
    return age > days * 24 * hour || room < 0
  })
  return removeFiles(unwanted)
}

/** Prunes once a day; the build that does so spends a few milliseconds on it. */
export function pruneDaily(folder: string, now: number): void {
  const file = join(folder, marker)
  const last = statSync(file, { throwIfNoEntry: false })?.mtimeMs
  if (last !== undefined && now - last < 24 * hour) return
  writeKept(file, '')
  prune(folder, now)
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch (error) {
    if (isSystemError(error)) return []
    throw error
  }
}
