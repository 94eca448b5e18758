// The files of a project around its decks: which there are, which a folder lacks, and whether it is fresh enough to offer them.

import { existsSync } from 'node:fs'
import { basename, join, relative, sep } from 'node:path'
import { version } from '../build-id.ts'
import { isInstalled, packageHome } from '../package-home.ts'
import { namesIn } from './place.ts'
import { carried } from './template.ts'

/** The files, by their path in the project, and what each is for. */
export const projectFiles = {
  'package.json': 'scripts and the version of Deckhand',
  '.github/workflows/pages.yml': 'checks the talks and publishes them at GitHub Pages',
  '.gitignore': 'keeps what is built out of Git',
  '.prettierignore': 'keeps Prettier from rewriting slides',
} as const

export type ProjectFile = keyof typeof projectFiles

export const allProjectFiles = Object.keys(projectFiles) as readonly ProjectFile[]

/** What may stand in a folder that is as good as empty: the papers of a repository, and Deckhand just installed. */
const harmless =
  /^(?:\.git(?:ignore|attributes|hub)?|\.editorconfig|\.prettierignore|\.DS_Store|\.idea|\.vscode|readme(?:\..+)?|licen[cs]e(?:\..+)?|package(?:-lock)?\.json|node_modules)$/i

/** Whether a folder holds no work yet, so that a project may be offered. */
export function isFresh(here: string): boolean {
  return namesIn(here)?.every(name => harmless.test(name)) ?? false
}

/** Those that the folder lacks; what is there is never touched. */
export function lacking(here: string): ProjectFile[] {
  return allProjectFiles.filter(name => !existsSync(join(here, name)))
}

/**
 * The text of one of the files.
 *
 * @param here the project's folder; the package is called by its name
 * @param deck the new deck's path in it, with `/`
 */
export function projectText(name: ProjectFile, here: string, deck: string): string {
  const inDecks = deck.startsWith('decks/')
  const path = inDecks ? '' : ` ${quoted(deck)}`
  if (name === 'package.json') return manifest(here, path)
  return carried(`project/${basename(name).replace(/^\./, '')}`)
    .replaceAll('{{path}}', path)
    .replaceAll('{{decks}}', inDecks ? 'decks/' : deck)
}

/** What to type for the program in a folder that has not installed it. */
export function programFrom(here: string): string {
  return isInstalled() ? 'npx deckhand' : `node ${quoted(`${own(here)}/lib/cli.cjs`)}`
}

/** A copy that was not installed is known by its place alone. */
function own(here: string): string {
  return relative(here, packageHome()).split(sep).join('/') || '.'
}

/** As a word of a command line. */
export function quoted(path: string): string {
  return /\s/.test(path) ? JSON.stringify(path) : path
}

function manifest(here: string, path: string): string {
  const name = basename(here)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  const scripts = {
    dev: `deckhand dev${path}`,
    check: `deckhand check${path}`,
    build: `deckhand build${path}`,
    preview: 'deckhand preview',
  }
  // A package cannot have itself installed.
  const called = name === '' || name === 'deckhand' ? 'talks' : name
  const devDependencies = { deckhand: isInstalled() ? `^${version}` : `file:${own(here)}` }
  return `${JSON.stringify({ name: called, private: true, type: 'module', scripts, devDependencies }, null, 2)}\n`
}
