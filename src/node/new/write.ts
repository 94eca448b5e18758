// Writes new files: all of them or none, and never over one that is there.

import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { CallError } from '../call-error.ts'
import { shown } from '../files.ts'
import { isCode, isSystemError, reasonOf } from '../system-error.ts'

/** A file to be. */
export interface NewFile {
  readonly path: string
  readonly text: string
}

/** That a file stands where a new one should. */
export function taken(path: string, here: string): CallError {
  return new CallError(
    `\`${shown(path, here)}\` is there already, and nothing is overwritten`,
    'Choose another name, or move that file away.',
  )
}

/** @throws {CallError} where the system says no; what was written until then is taken back */
export function writeNew(files: readonly NewFile[], here: string): void {
  const made: string[] = []
  for (const { path, text } of files) {
    try {
      const folder = mkdirSync(dirname(path), { recursive: true })
      if (folder !== undefined) made.push(folder)
      writeFileSync(path, text, { flag: 'wx' })
      made.push(path)
    } catch (error) {
      for (const one of made) rmSync(one, { recursive: true, force: true })
      if (!isSystemError(error)) throw error
      if (isCode(error, ['EEXIST']) && error.syscall === 'open') throw taken(path, here)
      throw new CallError(
        `\`${shown(path, here)}\` cannot be written: ${reasonOf(error)}`,
        'Choose another name, or go to a folder that you may write in.',
      )
    }
  }
}
