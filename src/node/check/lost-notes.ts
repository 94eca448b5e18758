// Pages of speaker notes whose deck has gone: renamed, or never there.

import { basename, dirname, join } from 'node:path'
import { type Diagnostic, diagnostic } from '../../core/index.ts'
import type { Call, DeckAsk } from '../call.ts'
import { plainDisk } from '../disk.ts'
import { companionsOf, findDecks, isNotesName, shown } from '../files.ts'

/** Says of each page of notes beside the decks of a folder that it is for none of them (`notes-unplaced`). */
export function lostNotes(call: Call, ask: DeckAsk): Diagnostic[] {
  // Beside a deck that is named there may be others' notes.
  const decks = findDecks(ask.paths, call.here).filter(deck => !deck.named)
  const known = new Set(decks.flatMap(({ path }) => companionsOf(path)))
  const folders = new Set(decks.map(({ path }) => dirname(path)))
  return [...folders].flatMap(folder =>
    plainDisk
      .list(folder)
      .map(({ name }) => join(folder, name))
      .filter(path => isNotesName(basename(path)) && !known.has(path))
      .map(path => {
        const deck = basename(path).replace(/\.notes(?=\.[^.]+$)/i, '')
        const message = `\`${basename(path)}\` holds notes for \`${deck}\`, and there is no such deck`
        const note = 'Call the notes as the deck is called, or name them with `--notes`.'
        return diagnostic(shown(path, call.here), 'notes-unplaced', message, { note })
      }),
  )
}
