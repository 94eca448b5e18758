// What tells one state of a file from the next, and whether a state looks like the middle of a save.

import { type BigIntStats, statSync } from 'node:fs'
import { isSystemError } from '../system-error.ts'

/** A file or folder at one moment. */
export interface Look {
  /** Differs whenever the file may; '' where there is none. */
  readonly stamp: string
  /** Bytes; 0 for a folder and where there is nothing. */
  readonly size: number
  readonly isFolder: boolean
}

/** Looks at a path, through links: a link that points elsewhere looks different. */
export function look(path: string): Look {
  const stats = stat(path)
  if (!stats) return { stamp: '', size: 0, isFolder: false }
  const isFolder = stats.isDirectory()
  // The time a folder was changed at is that of its list of names.
  const stamp = isFolder
    ? `${stats.ino} ${stats.mtimeNs}`
    : `${stats.ino} ${stats.size} ${stats.mtimeNs} ${stats.ctimeNs}`
  return { stamp, size: isFolder ? 0 : Number(stats.size), isFolder }
}

function stat(path: string): BigIntStats | undefined {
  try {
    return statSync(path, { bigint: true, throwIfNoEntry: false })
  } catch (error) {
    // A link in a circle, a folder closed to us: there is nothing to be read either.
    if (isSystemError(error)) return undefined
    throw error
  }
}

/**
 * How long a state must last before it is believed, milliseconds: editors empty, shorten or remove a file before they
 * write it anew, and nobody wants to see a talk without its end in between.
 */
export function doubt(before: Look, now: Look): number {
  if (before.isFolder || now.isFolder || before.stamp === '') return 0
  if (now.stamp === '') return 600
  if (now.size === 0 && before.size > 0) return 150
  return before.size > 200 && now.size < before.size * 0.75 ? 90 : 0
}
