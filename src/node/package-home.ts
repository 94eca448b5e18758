// Where this package stands on disk, and what is installed beside it.

import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Disk } from './disk.ts'

/**
 * The folder of our own package.json, from the sources as well as from the built package.
 *
 * @throws {Error} where files of the package were copied elsewhere without it
 */
export function packageHome(): string {
  const own = dirname(fileURLToPath(import.meta.url))
  for (let folder = own; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) return folder
    if (folder === dirname(folder))
      throw new Error(`There is no package.json above ${own}: the package is not whole`)
  }
}

/** Whether it was installed, and is no copy that somebody works on. */
export function isInstalled(): boolean {
  return packageHome().split(sep).includes('node_modules')
}

/** The version of the Shiki that is installed; what it made is remembered under it. */
export function shikiVersion(disk: Disk): string {
  const read: unknown = JSON.parse(disk.read(shikiFile()).toString('utf8'))
  return typeof read === 'object' && read !== null && 'version' in read ? String(read.version) : 'unknown'
}

/** Where packages mostly are, looked for by hand: Node's own resolver takes longer than reading a short deck. */
function shikiFile(): string {
  for (let folder = packageHome(); ; folder = dirname(folder)) {
    const file = join(folder, 'node_modules', 'shiki', 'package.json')
    if (existsSync(file)) return file
    if (folder === dirname(folder)) return createRequire(import.meta.url).resolve('shiki/package.json')
  }
}

/** The theme that stands in for one that is not installed. */
export const standardTheme = 'harbor'

/** The themes that are installed, by name. */
export function themes(disk: Disk): string[] {
  const folder = join(packageHome(), 'lib', 'themes')
  return disk
    .list(folder)
    .filter(entry => entry.kind === 'folder')
    .map(entry => entry.name)
    .sort()
}
