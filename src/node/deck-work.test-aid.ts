// What a thread has for its decks, for tests that work decks without a thread.

import type { Colourist } from './colourist.ts'
import type { Tools } from './deck-prepare.ts'
import { createShelf } from './shelf.ts'

/** Tools of a thread that has not worked anything yet, and writes no cache file for as long as a test lasts. */
export function freshTools(here: string, colourist: Colourist): Tools {
  return {
    here,
    colourist,
    pictures: new Map(),
    shelf: createShelf(60_000),
    past: new Map(),
    at: () => undefined,
  }
}
