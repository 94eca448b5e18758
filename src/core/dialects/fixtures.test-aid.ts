// Finds the fixtures: `fixtures/<dialect>/<case>.md`.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import type { Source } from '../deck/deck.ts'

export interface Fixture {
  /** The folder it is in. */
  readonly dialect: string
  readonly name: string
  readonly source: Source
  /** The file beside it with another ending. */
  readonly file: (ending: string) => URL
}

const folder = new URL('./fixtures/', import.meta.url)

export const fixtures: readonly Fixture[] = readdirSync(folder).flatMap(dialect =>
  readdirSync(new URL(`${dialect}/`, folder))
    .filter(file => file.endsWith('.md'))
    .map(file => {
      const name = file.slice(0, -'.md'.length)
      const text = readFileSync(new URL(`${dialect}/${file}`, folder), 'utf8')
      return {
        dialect,
        name,
        source: { path: `${name}.md`, text },
        file: (ending: string) => new URL(`${dialect}/${name}${ending}`, folder),
      }
    }),
)

const deckFolder = new URL('../../../decks/', import.meta.url)

/** The talks of our own. */
export const talks: readonly Source[] = existsSync(deckFolder)
  ? readdirSync(deckFolder, { recursive: true, encoding: 'utf8' })
      .filter(file => file.endsWith('.md'))
      .map(file => ({
        path: file.replaceAll('\\', '/'),
        text: readFileSync(new URL(file, deckFolder), 'utf8'),
      }))
  : []

const seedFolder = new URL('../../../../shared/seeds/', import.meta.url)

/** Real decks that lie beside the repository on some machines, and nowhere else. */
export const seeds: readonly Source[] = existsSync(seedFolder)
  ? readdirSync(seedFolder)
      .filter(file => file.endsWith('.txt'))
      .map(file => ({ path: file, text: readFileSync(new URL(file, seedFolder), 'utf8') }))
  : []
