// From the paths of a call to the decks they mean.

import { basename, dirname, extname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { nearest } from '../core/index.ts'
import { CallError } from './call-error.ts'
import { type Disk, type Entry, type Kind, plainDisk } from './disk.ts'

/** A deck on disk. */
export interface DeckFile {
  /** As diagnostics name it: relative to where the author stands, with `/`. */
  readonly file: string
  /** Where it is. */
  readonly path: string
  /** The real path of the folder that everything the deck uses must stand in. */
  readonly root: string
  /** Whether the call names it, rather than a folder that holds it: then a link may lead anywhere. */
  readonly named: boolean
}

const markdown = /\.(md|markdown)$/i
const notDecks = /^(readme|changelog|contributing|license|code_of_conduct)\.|\.notes\.(md|markdown)$|^[._]/i

/** Whether a file has the ending of a deck. */
export const isMarkdownName = (name: string): boolean => markdown.test(name)

/** Whether a file of that name is no deck, or a folder is not looked through, where a folder is meant. */
export const isPassedOver = (name: string): boolean => notDecks.test(name) || name === 'node_modules'

/**
 * Finds the decks that a call means.
 *
 * A file is a deck whatever its ending. A folder means every `.md` in it and below, but: a folder with an
 * `index.md`, or with a file of its own name, is one talk and means that file alone (the rest are its parts); a folder
 * beside a deck of the same name holds that deck's parts; names that begin with `.` or `_`, `node_modules`,
 * `*.notes.md` and a repository's own papers (README and the like) are passed over.
 *
 * @param paths as written on the command line; none is `decks`
 * @param here the folder the author stands in
 * @returns in the order of the call, a folder's in the order of the alphabet, each once
 * @throws {CallError} for a path that does not exist and for a folder without a deck
 */
export function findDecks(paths: readonly string[], here: string, disk: Disk = plainDisk): DeckFile[] {
  const found = new Map<string, DeckFile>()
  for (const path of paths.length > 0 ? paths : ['decks']) {
    const at = resolve(here, path)
    const kind = look(at, path, here, paths.length === 0, disk)
    const files = kind === 'folder' ? decksIn(at, disk) : [at]
    if (files.length === 0) {
      throw new CallError(`There is no deck in \`${path}\``, 'A deck is a Markdown file, such as `intro.md`.')
    }
    const root = disk.real(kind === 'folder' ? at : rootOf(at, here))
    for (const file of files) {
      const real = disk.real(file)
      if (!found.has(real))
        found.set(real, { file: shown(file, here), path: file, root, named: kind === 'file' })
    }
  }
  return [...found.values()]
}

/**
 * A file that a call names.
 *
 * @returns where it is
 * @throws {CallError} where there is none
 */
export function namedFile(path: string, here: string): string {
  const at = resolve(here, path)
  if (look(at, path, here, false, plainDisk) === 'file') return at
  throw new CallError(`\`${path}\` is a folder`, 'Name a file.')
}

/** Whether a file of this name in a folder is a deck of its own. */
export function isDeckName(name: string): boolean {
  return markdown.test(name) && !notDecks.test(name)
}

/** Whether a file of this name holds notes for the deck beside it. */
export function isNotesName(name: string): boolean {
  return markdown.test(name) && companionEnding.test(name)
}

const companionEnding = /\.notes\.[^.]+$/i

/**
 * The file beside a deck that holds notes for it: `talk.notes.md` for `talk.md`. A companion has none itself.
 *
 * @returns where it may be, the likeliest first; nothing for a companion
 */
export function companionsOf(deck: string): string[] {
  if (companionEnding.test(deck)) return []
  const ending = extname(deck)
  const stem = deck.slice(0, deck.length - ending.length)
  return [...new Set(['.md', '.markdown', ending])].map(each => `${stem}.notes${each}`)
}

/** A path as diagnostics name it: relative to where the author stands, with `/`. */
export function shown(path: string, here: string): string {
  const near = relative(here, path)
  return (near === '' ? '.' : near).split(sep).join('/')
}

/** Whether a real path is a folder's or below it. */
export function within(folder: string, path: string): boolean {
  const near = relative(folder, path)
  return near === '' || (near !== '..' && !near.startsWith(`..${sep}`) && !isAbsolute(near))
}

/** A deck given by itself may use its own folder, or the whole of the `decks` folder it stands in. */
function rootOf(deck: string, here: string): string {
  for (let folder = dirname(deck); within(here, folder) && folder !== here; folder = dirname(folder)) {
    if (basename(folder) === 'decks') return folder
  }
  return dirname(deck)
}

function decksIn(folder: string, disk: Disk): string[] {
  const entries = disk
    .list(folder)
    .filter(entry => !isPassedOver(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
  const kinds = entries.map(entry => ({
    path: join(folder, entry.name),
    name: entry.name,
    kind: kindOf(folder, entry, disk),
  }))
  const own = new RegExp(`^(index|${literal(basename(folder))})\\.(md|markdown)$`, 'i')
  const one = kinds.find(entry => entry.kind === 'file' && own.test(entry.name))
  if (one) return [one.path]
  const decks = new Set(
    kinds.filter(entry => entry.kind === 'file').map(entry => entry.name.replace(markdown, '')),
  )
  return kinds.flatMap(({ path, name, kind }) => {
    if (kind === 'folder') return decks.has(name) ? [] : decksIn(path, disk)
    return kind === 'file' && markdown.test(name) ? [path] : []
  })
}

/** A linked file is a file; a linked folder is not looked through, since it may lead anywhere or round in a circle. */
function kindOf(folder: string, entry: Entry, disk: Disk): Kind {
  if (entry.kind !== 'link') return entry.kind
  return disk.kind(join(folder, entry.name)) === 'file' ? 'file' : 'other'
}

function look(at: string, path: string, here: string, byDefault: boolean, disk: Disk): 'file' | 'folder' {
  const kind = disk.kind(at)
  if (kind === 'file' || kind === 'folder') return kind
  if (kind) throw new CallError(`\`${path}\` is neither a file nor a folder`)
  if (byDefault) {
    throw new CallError(
      'There is no folder `decks` here',
      'Name a deck or a folder: `deckhand build talk.md`.',
    )
  }
  throw new CallError(`There is no \`${path}\``, meant(at, here), path)
}

function meant(at: string, here: string): string | undefined {
  const folder = dirname(at)
  if (plainDisk.kind(folder) !== 'folder') return undefined
  const names = plainDisk.list(folder).map(entry => entry.name)
  const name = nearest(basename(at), names)
  return name === undefined ? undefined : `Did you mean \`${shown(join(folder, name), here)}\`?`
}

function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
}
