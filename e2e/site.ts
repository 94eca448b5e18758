// What the end-to-end tests are run on: which decks, built where, by which command line.

import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'

const root = join(import.meta.dirname, '..')
const seeds = join(root, '..', 'shared', 'seeds')

/** The real documents, where this machine has them; no test fails without them. */
export const documents: readonly string[] = existsSync(seeds)
  ? readdirSync(seeds)
      .filter(name => name.endsWith('.txt'))
      .sort()
      .map(name => join(seeds, name))
  : []

/** The real document whose name begins so. */
export const documentOf = (start: string): string | undefined =>
  documents.find(path => basename(path).startsWith(start))

export const cleaverSeed = documentOf('001_')

/** Where a deck is in the site. */
export const slugOf = (path: string): string => basename(path).replace(/\.\w+$/, '')

export const site = join(root, '.cache', 'e2e', 'site')

/** Runs the command line as a user would and returns what it said. */
export function deckhand(...words: string[]): { status: number | null; stdout: string; stderr: string } {
  const run = spawnSync(process.execPath, [join(root, 'lib', 'cli.cjs'), ...words], {
    cwd: root,
    encoding: 'utf8',
  })
  return { status: run.status, stdout: run.stdout, stderr: run.stderr }
}

/** What these tests are run on: the project's own talks, decks made for the tests, and the real documents. */
export const decks = ['decks', 'e2e/decks', ...documents]
