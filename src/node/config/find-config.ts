// Where the configuration is: beside whoever calls, or above, as far as the project reaches.

import { dirname, join } from 'node:path'
import { CallError } from '../call-error.ts'
import type { Disk } from '../disk.ts'
import { shown } from '../files.ts'

/** What a configuration may be written in. */
export const endings = ['ts', 'js', 'mjs', 'json'] as const

/** What others take for one, which would be passed over in silence. */
const strangeEndings = ['mts', 'cts', 'cjs', 'jsonc', 'yaml', 'yml', 'toml']

/** What shows that a folder is the root of a project. */
const marks = ['package.json', '.git']

const nameOf = (ending: string): string => `deckhand.config.${ending}`

/**
 * The folders that may hold the configuration, the nearest first: up to the root of the project, which the first
 * package.json or .git shows. Where there is none, only the folder of the call.
 */
export function configFolders(here: string, disk: Disk): string[] {
  const folders: string[] = []
  for (let folder = here; ; folder = dirname(folder)) {
    folders.push(folder)
    if (marks.some(mark => disk.kind(join(folder, mark)) !== undefined)) return folders
    if (folder === dirname(folder)) return [here]
  }
}

/** Every path where a configuration may stand in these folders. */
export function configPlaces(folders: readonly string[]): string[] {
  return folders.flatMap(folder =>
    [...endings, ...strangeEndings].map(ending => join(folder, nameOf(ending))),
  )
}

/**
 * Finds the configuration.
 *
 * @param here the folder the author stands in
 * @returns where it is; undefined where there is none
 * @throws {CallError} for two of them in one folder, and for one that nothing here can read
 */
export function findConfig(here: string, disk: Disk): string | undefined {
  for (const folder of configFolders(here, disk)) {
    const [found, other] = configPlaces([folder]).filter(path => disk.kind(path) === 'file')
    if (found === undefined) continue
    if (other !== undefined) {
      throw new CallError(
        `There are two configurations, \`${shown(found, here)}\` and \`${shown(other, here)}\``,
        'Remove one of them, or name one with `--config`.',
      )
    }
    checkEnding(found, here)
    return found
  }
  return undefined
}

/** @throws {CallError} for a configuration in a format that there is not */
export function checkEnding(path: string, here: string): void {
  if (endings.some(ending => path.endsWith(`.${ending}`))) return
  throw new CallError(
    `\`${shown(path, here)}\` is in a format that configurations are not read in`,
    `Name it ${endings.map(ending => `\`${nameOf(ending)}\``).join(', ')}.`,
  )
}
