// A file of the cache: written whole or not at all, for its owner's eyes, and read only where it is as it was written.

import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { buildId } from './build-id.ts'
import { isSystemError } from './system-error.ts'

const head = 'deckhand-cache 1'

/** What a file that is being written ends with, behind the name it will have; killed builds leave such files. */
export const unfinished = '.tmp'

/**
 * What was kept; undefined where it is absent, cut short, spoilt or of another build of Deckhand.
 *
 * @param file where
 */
export function readKept(file: string): string | undefined {
  let all: string
  try {
    all = readFileSync(file, 'utf8')
  } catch (error) {
    // Absent is nothing, and so is what cannot be read: a cache is no reason to fail.
    if (error instanceof Error) return undefined
    throw error
  }
  const end = all.indexOf('\n')
  const body = all.slice(end + 1)
  return end >= 0 && all.slice(0, end) === headFor(body) ? body : undefined
}

/**
 * Keeps a text. It is written aside and renamed, so that no reader sees half a file; of two writers the later one wins.
 *
 * @returns whether it is kept: a full or read-only disk, or a folder in the way, costs the next run time, nothing else
 */
export function writeKept(file: string, body: string): boolean {
  const aside = `${file}.${process.pid}-${randomBytes(4).toString('hex')}${unfinished}`
  const all = `${headFor(body)}\n${body}`
  // What stands beside a deck may hold what tells of its notes (the hash of its text), so it is nobody else's.
  const mode = { mode: 0o600 }
  try {
    try {
      writeFileSync(aside, all, mode)
    } catch (error) {
      if (!isSystemError(error) || error.code !== 'ENOENT') throw error
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(aside, all, mode)
    }
    renameSync(aside, file)
    return true
  } catch (error) {
    if (!isSystemError(error)) throw error
    if (existsSync(aside)) rmSync(aside, { force: true })
    return false
  }
}

/** A name by content. All parts are joined by NUL and hashed. */
export function hashOf(parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\0')).digest('base64url').slice(0, 32)
}

function headFor(body: string): string {
  return `${head} ${buildId} ${createHash('sha256').update(body).digest('base64url')}`
}
