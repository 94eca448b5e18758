// A site in which one deck has changed, and of that deck nothing that others show: its page is made anew, here and now.

import { statSync } from 'node:fs'
import { besideOf, merged, readBy } from './again.ts'
import { keepCode } from './booted.ts'
import { type Amendable, callFile, keepCall } from './call-record.ts'
import type { Colourist } from './colourist.ts'
import { coloursIfKnown } from './colours.ts'
import { faceOf, pageOf } from './deck-page.ts'
import { prepareDeck, type Tools } from './deck-prepare.ts'
import { keepPage } from './page-cache.ts'
import { canReplace, replacePage } from './replace-page.ts'
import { createShelf } from './shelf.ts'
import { writeRecord } from './site-record.ts'
import { isSystemError } from './system-error.ts'
import type { DeckTask } from './task.ts'
import { withinTime } from './within-time.ts'

/** Bytes of a deck that is worked in less time than a thread takes to start. */
const most = 64 * 1024

/** Slides and parts of them, read and rendered: a small file can show a large one. */
const mostPieces = 1000

/** Milliseconds. What takes longer is for a thread, which can be held to the limits of time and memory. */
const patience = 400

/**
 * Makes a site again in which one deck has changed.
 *
 * The way is short since no thread is started, nothing is asked of the other decks, and one page is put in place of
 * another. It is gone only where it leads to what all of it would come to: the deck has no problems, had none, and all that
 * the site has of it beside its page is the same; its code has been coloured before. Where it ends early, what was worked is remembered.
 *
 * @returns whether it is done; else all is to be done as always
 */
export function amend(changed: Amendable): boolean {
  const { here, words, record, again, deck } = changed
  const { site } = record
  const { reading } = again
  if (!canReplace || reading.cache === undefined || sizeOf(deck.path) > most) return false
  const worked = work({ deck, reading, want: 'page' }, here, Math.min(patience, again.timeLimit))
  keepCode()
  const text = worked?.result.page?.html
  if (worked === undefined || text === undefined) return false
  worked.save()
  const kept = keepPage(reading.cache, reading, deck, worked.result)
  if (kept.page === undefined || kept.trace === undefined) return false
  if (kept.diagnostics.length > 0 || besideOf(kept) !== deck.beside) return false
  // What others asked too must still be what they were told.
  const trace = merged(
    record.trace.filter(([, path]) => path !== deck.path),
    kept.trace,
  )
  if (trace === undefined) return false
  const page = { path: `${deck.slug}/index.html`, text, sum: kept.page.sum }
  const next = replacePage(site.out, changed.siteRecord, page)
  if (next === undefined) return false
  // Without a record of it the next call looks at everything, and finds it right.
  if (!writeRecord(site.file, next)) return true
  const shown = new Set(readBy(kept.trace))
  keepCall(callFile(here, words), {
    ...record,
    trace,
    site: { ...site, id: next.id },
    // A deck that this one shows from now on changes with it.
    again: { ...again, decks: again.decks.filter(({ path }) => path === deck.path || !shown.has(path)) },
  })
  return true
}

/** Works a deck that needs nothing but what is remembered or on the disk. */
function work(task: DeckTask, here: string, limit: number): ReturnType<typeof pageOf> | undefined {
  let pieces = 0
  const tools: Tools = {
    here,
    colourist: nobody,
    pictures: new Map(),
    shelf: createShelf(),
    past: new Map(),
    at() {
      if (++pieces > mostPieces) throw new RangeError('The deck is larger than its file')
    },
  }
  try {
    return withinTime(limit, () => {
      const prepared = prepareDeck(task, tools)
      if (!('deck' in prepared)) return undefined
      const faced = faceOf(prepared, tools)
      const colours = coloursIfKnown(faced.face, prepared.cache)
      return colours && pageOf(faced, colours, tools)
    })
  } catch (error) {
    // Whatever it was, the thread that is started now will meet it and say so.
    if (error instanceof Error) return undefined
    throw error
  }
}

/** Is never asked. */
const nobody: Colourist = { colour: () => Promise.resolve([]) }

function sizeOf(path: string): number {
  try {
    return statSync(path).size
  } catch (error) {
    if (isSystemError(error)) return Number.POSITIVE_INFINITY
    throw error
  }
}
