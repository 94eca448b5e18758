// Where the cache is, and what its files are called.

import { existsSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The folder for caches: where tools keep theirs, if packages are installed here, else one of our own.
 *
 * @param here the folder the author stands in
 */
export function cacheFolder(here: string): string {
  const packages = join(here, 'node_modules')
  return existsSync(packages) ? join(packages, '.cache', 'deckhand') : join(here, '.deckhand', 'cache')
}
