// The files of `public/`, beside the folder of the decks: they go into the site as they are.

import { basename, dirname, join, resolve } from 'node:path'
import { type Diagnostic, diagnostic } from '../core/index.ts'
import type { Disk } from './disk.ts'
import { shown, within } from './files.ts'
import type { SiteFile } from './site-record.ts'

/** What was found, and what was refused. */
export interface PublicFiles {
  readonly files: readonly SiteFile[]
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Lists what `public/` gives to the site. Names that begin with `.` stay home, but for `.nojekyll` and `.well-known`.
 * A link that leads out of `public/` is an error: what it points at was never meant to be published.
 *
 * @param here the folder the author stands in
 * @param disk where all of that is
 * @param paths the decks of the call; the folder stands beside the first that is a folder called `decks`
 */
export function publicFiles(here: string, paths: readonly string[], disk: Disk): PublicFiles {
  const decks = (paths.length > 0 ? paths : ['decks']).map(path => resolve(here, path))
  const beside = decks.find(path => basename(path) === 'decks' && disk.kind(path) === 'folder')
  const folder = beside === undefined ? undefined : join(dirname(beside), 'public')
  if (folder === undefined || disk.kind(folder) !== 'folder') return { files: [], diagnostics: [] }
  const root = disk.real(folder)
  const files: SiteFile[] = []
  const diagnostics: Diagnostic[] = []
  function walk(under: string): void {
    for (const entry of disk.list(join(root, under))) {
      if (entry.name.startsWith('.') && !['.nojekyll', '.well-known'].includes(entry.name)) continue
      const path = under === '' ? entry.name : `${under}/${entry.name}`
      const at = join(root, path)
      const target = entry.kind === 'link' ? followed(at, disk) : at
      if (target === undefined || !within(root, target)) {
        const name = shown(join(folder ?? root, path), here)
        diagnostics.push(diagnostic(name, 'file-outside', `The link \`${name}\` leads out of \`public\``))
      } else if (entry.kind === 'folder') walk(path)
      else if (disk.kind(target) === 'file') {
        const stamp = disk.stamp(target)
        files.push({ path, from: target, ...(stamp === '' ? {} : { sum: `${target} ${stamp}`, stamp }) })
      }
    }
  }
  walk('')
  return { files, diagnostics }
}

function followed(link: string, disk: Disk): string | undefined {
  return disk.kind(link) === undefined ? undefined : disk.real(link)
}
