// Where a new deck goes: from the name on the command line to a file that is safe everywhere and is found as a deck.

import { readdirSync, statSync } from 'node:fs'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { slugsFor } from '../../core/index.ts'
import { CallError } from '../call-error.ts'
import { isDeckName, isMarkdownName, isPassedOver, shown, within } from '../files.ts'
import { isSystemError } from '../system-error.ts'

/** What the command line says of where a deck goes: its name, or a title to name it by. */
export type Called = { readonly name: string } | { readonly title: string }

/**
 * The file of a new deck. A name with a folder or with the ending of a deck is a path, taken as it was said. Any other
 * name, and every title, becomes a slug, in `decks/` where there is such a folder or `here` is the root of a project, else
 * in `here`.
 *
 * @param here the folder the author stands in
 * @param isProject whether `here` is to become a project with this call
 * @throws {CallError} for what leads out of `here`, cannot be a file on every system, or would not be found as a deck
 */
export function placeFor(called: Called, here: string, isProject: boolean): string {
  const file =
    'name' in called && isPath(called.name)
      ? saidPath(called.name, here)
      : namedPath('name' in called ? called.name : called.title, here, isProject)
  const parts = file.replace(/\.(md|markdown)$/i, '')
  if (holdsDecks(parts)) {
    throw new CallError(
      `\`${shown(parts, here)}\` is a folder of decks, and \`${shown(file, here)}\` beside it would make them its parts`,
      'Choose another name.',
    )
  }
  return file
}

/** What a deck is called by its file: `harbours-at-night` is `Harbours at night`; what is no slug stays as it is. */
export function titleFrom(name: string): string {
  const words = basename(name.replaceAll('\\', '/')).replace(/\.(md|markdown)$/i, '')
  if (/[\s\p{Lu}]/u.test(words)) return words.trim()
  const spaced = words.replace(/[-_]+/g, ' ').trim()
  return spaced.charAt(0).toUpperCase() + spaced.slice(1)
}

function isPath(name: string): boolean {
  return name.includes('/') || (sep === '\\' && name.includes('\\')) || isMarkdownName(name)
}

function namedPath(name: string, here: string, isProject: boolean): string {
  const folder = isProject || isRoot(here) ? join(here, 'decks') : here
  return join(folder, `${slugIn(folder, name)}.md`)
}

function isRoot(here: string): boolean {
  return ['decks', 'package.json', '.git'].some(name => statSync(join(here, name), { throwIfNoEntry: false }))
}

/** A slug that is no reserved name, and that is not passed over nor takes the whole folder for one talk. */
function slugIn(folder: string, name: string): string {
  if (!/[\p{L}\p{N}]/u.test(name)) {
    throw new CallError(
      `\`${name}\` has no letter or digit to name a file by`,
      `Name the file in letters, and say the title: \`deckhand new my-talk --title ${JSON.stringify(name)}\`.`,
    )
  }
  const [slug = ''] = slugsFor([`${name.replaceAll(/[./\\]/g, '-').replace(/^[\s_-]+/, '')}.md`], () => {})
  return isPassedOver(`${slug}.md`) || slug === basename(folder) ? `${slug}-deck` : slug
}

/** Characters that a file system or a command line takes for something else. */
const unusable = /[<>:"|?*`$\p{Cc}]|[. ]$/u
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i

function saidPath(name: string, here: string): string {
  const file = resolve(here, isMarkdownName(name) ? name : `${name}.md`)
  if (/[/\\]$/.test(name)) {
    throw new CallError(
      `\`${name}\` is a folder`,
      `Name the file in it too: \`deckhand new ${name}my-talk\`.`,
    )
  }
  if (!within(here, file)) {
    throw new CallError(
      `\`${name}\` leads out of this folder`,
      'Go there first, and call `deckhand new` there.',
    )
  }
  for (const part of relative(here, file).split(sep)) {
    if (unusable.test(part) || reserved.test(part)) {
      throw new CallError(
        `\`${part}\` cannot be the name of a file everywhere`,
        'Use letters, digits and hyphens.',
      )
    }
  }
  if (isPassedOver(basename(file))) {
    throw new CallError(
      `\`${basename(file)}\` would not be found as a deck`,
      'Names that begin with `.` or `_`, `*.notes.md`, `README.md` and their like are passed over; choose another.',
    )
  }
  return file
}

/** What stands in a folder; undefined for one that is closed to us. */
export function namesIn(folder: string): string[] | undefined {
  try {
    return readdirSync(folder)
  } catch (error) {
    if (isSystemError(error)) return undefined
    throw error
  }
}

function holdsDecks(folder: string): boolean {
  if (folder === dirname(folder) || !statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return false
  return namesIn(folder)?.some(isDeckName) ?? false
}
