// The files of `public/`, beside the folder of the decks: they go into the site as they are.

import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { type Diagnostic, diagnostic } from '../core/index.ts'
import { shown, within } from './files.ts'
import type { SiteFile } from './swap.ts'

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
 * @param paths the decks of the call; the folder stands beside the first that is a folder called `decks`
 */
export function publicFiles(here: string, paths: readonly string[]): PublicFiles {
  const decks = (paths.length > 0 ? paths : ['decks']).map(path => resolve(here, path))
  const beside = decks.find(path => basename(path) === 'decks' && statSync(path).isDirectory())
  const folder = beside === undefined ? undefined : join(dirname(beside), 'public')
  if (folder === undefined || !existsSync(folder)) return { files: [], diagnostics: [] }
  const root = realpathSync(folder)
  const files: SiteFile[] = []
  const diagnostics: Diagnostic[] = []
  function walk(under: string): void {
    for (const entry of readdirSync(join(root, under), { withFileTypes: true })) {
      if (entry.name.startsWith('.') && !['.nojekyll', '.well-known'].includes(entry.name)) continue
      const path = under === '' ? entry.name : `${under}/${entry.name}`
      const at = join(root, path)
      const target = entry.isSymbolicLink() ? followed(at) : at
      if (target === undefined || !within(root, target)) {
        const name = shown(join(folder ?? root, path), here)
        diagnostics.push(diagnostic(name, 'file-outside', `The link \`${name}\` leads out of \`public\``))
      } else if (entry.isDirectory()) walk(path)
      else if (statSync(target).isFile()) files.push({ path, from: target })
    }
  }
  walk('')
  return { files, diagnostics }
}

function followed(link: string): string | undefined {
  return existsSync(link) ? realpathSync(link) : undefined
}
