// From a path as an author writes it to a file on disk: decoded first, spelled as the disk spells it, never outside.

import { dirname, join, resolve } from 'node:path'
import type { Disk } from './disk.ts'
import { within } from './files.ts'
import { isCode, isSystemError } from './system-error.ts'

/** What became of a path. */
export type Found =
  /**
   * `spelled` is the path as the disk has it, where capitals differ from what was written; `by` the way to the file,
   * where that goes through a link.
   */
  | { readonly is: 'file'; readonly path: string; readonly spelled?: string; readonly by?: string }
  /** It leads out of the root; `link` names the symbolic link that does, where one does. */
  | { readonly is: 'outside'; readonly link?: string }
  | { readonly is: 'missing' }

/** Where paths start from and must stay in. */
export interface Ground {
  /** The folder of the file that names the path. */
  readonly from: string
  /** A real path. */
  readonly root: string
}

/**
 * Finds the file that a path in a document means.
 *
 * It is tried as written, then percent-decoded, then without `?…` and `#…`, then with `\` for `/`; a leading `/`
 * is the root. Names match in any Unicode normal form (macOS writes another one than most keyboards). What is
 * outside the root is refused, after decoding and after following links.
 *
 * @param path as written, without a scheme
 */
export function findFile(path: string, ground: Ground, disk: Disk): Found {
  let outside: Found | undefined
  let near: Found | undefined
  for (const spelling of spellings(path)) {
    const found = seek(spelling, ground, disk)
    if (found.is === 'file' && found.spelled === undefined) return found
    if (found.is === 'file') near ??= found
    if (found.is === 'outside') outside ??= found
  }
  return near ?? outside ?? { is: 'missing' }
}

/** Whether a path has a scheme or a host, and so is an address. A single letter is a Windows drive. */
export function isAddress(path: string): boolean {
  return /^([a-z][a-z0-9+.-]+:|\/\/)/i.test(path)
}

function spellings(path: string): Set<string> {
  const all = new Set<string>()
  for (const text of [path, path.replace(/[?#].*$/s, '')]) {
    if (text === '') continue
    all.add(text)
    all.add(decoded(text))
  }
  for (const text of [...all]) all.add(text.replaceAll('\\', '/'))
  return all
}

/** A path as it is meant where an address was written: `%20` is a blank. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch (error) {
    // A stray `%` is a letter of the name.
    if (error instanceof URIError) return text
    throw error
  }
}

function seek(spelling: string, ground: Ground, disk: Disk): Found {
  const from = real(ground.from, disk)
  if (spelling.includes('\0') || from === undefined) return { is: 'missing' }
  const wanted = spelling.startsWith('/') ? rooted(spelling, ground.root, disk) : resolve(from, spelling)
  if (!within(ground.root, wanted) || /^[a-z]:/i.test(spelling)) return { is: 'outside' }
  const spelled = spell(wanted, ground.root, disk)
  const target = spelled && real(spelled.path, disk)
  if (spelled === undefined || target === undefined) return { is: 'missing' }
  if (!within(ground.root, target)) return { is: 'outside', link: spelled.path }
  if (disk.kind(target) !== 'file') return { is: 'missing' }
  return {
    is: 'file',
    path: target,
    ...(spelled.exact ? {} : { spelled: spelled.path }),
    ...(spelled.path === target ? {} : { by: spelled.path }),
  }
}

/** A leading `/` is the root's; a path of this machine that exists is taken at its word, and so found outside. */
function rooted(spelling: string, root: string, disk: Disk): string {
  const at = join(root, spelling)
  return !stands(at, disk) && stands(spelling, disk) ? resolve(spelling) : at
}

function stands(path: string, disk: Disk): boolean {
  try {
    return disk.kind(path) !== undefined
  } catch (error) {
    if (isSystemError(error)) return false
    throw error
  }
}

function real(path: string, disk: Disk): string | undefined {
  try {
    return disk.real(path)
  } catch (error) {
    if (isCode(error, ['ENOENT', 'ENOTDIR', 'ELOOP', 'ENAMETOOLONG', 'EACCES'])) return undefined
    throw error
  }
}

/** Walks down from the root by the names on disk, since macOS and Windows would take any capitals. */
function spell(wanted: string, root: string, disk: Disk): { path: string; exact: boolean } | undefined {
  const above: string[] = []
  for (let folder = wanted; folder !== root; folder = dirname(folder)) {
    if (folder === dirname(folder)) return undefined
    above.unshift(folder.slice(dirname(folder).length).replace(/^[\\/]/, ''))
  }
  let path = root
  let exact = true
  for (const name of above) {
    const names = list(path, disk)
    const match = names.find(entry => entry === name) ?? names.find(entry => nfc(entry) === nfc(name))
    const loose = match ?? names.find(entry => nfc(entry).toLowerCase() === nfc(name).toLowerCase())
    if (loose === undefined) return undefined
    if (match === undefined) exact = false
    path = join(path, loose)
  }
  return { path, exact }
}

function nfc(name: string): string {
  return name.normalize('NFC')
}

function list(folder: string, disk: Disk): string[] {
  try {
    return disk.list(folder).map(entry => entry.name)
  } catch (error) {
    if (isCode(error, ['ENOENT', 'ENOTDIR', 'EACCES', 'ELOOP'])) return []
    throw error
  }
}
