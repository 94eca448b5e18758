// The lines of sources for code frames, read when a problem is shown.

import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { decode } from './decode.ts'
import { isSystemError } from './system-error.ts'

/**
 * Looks up files as diagnostics name them, each once.
 *
 * @param here the folder that names are relative to
 * @returns undefined for a file that has gone meanwhile or is no text: its problem is shown without its line
 */
export function createSourceLines(here: string): (file: string) => readonly string[] | undefined {
  const known = new Map<string, readonly string[] | undefined>()
  return file => {
    if (!known.has(file)) known.set(file, read(resolve(here, file)))
    return known.get(file)
  }
}

function read(path: string): readonly string[] | undefined {
  try {
    const decoded = decode(readFileSync(path))
    return 'text' in decoded ? decoded.text.split(/\r\n?|\n/) : undefined
  } catch (error) {
    if (isSystemError(error)) return undefined
    throw error
  }
}
