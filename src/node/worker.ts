// The deck's thread: takes tasks as they come and says where it is, so that whoever ends it can tell.

import { setTimeout as pause } from 'node:timers/promises'
import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import { keepCode } from './booted.ts'
import { type Colourist, callColourist, createColourist } from './colourist.ts'
import { type Tools, workDeck } from './deck-work.ts'
import { glimpseOf, rehearse } from './glimpse.ts'
import { createGrammars } from './highlight.ts'
import { openingOf } from './opening.ts'
import type { Past } from './past.ts'
import type { Picture } from './picture.ts'
import { createProgress } from './progress.ts'
import { createShelf } from './shelf.ts'
import type { Ahead, Answer, DeckTask, Order } from './task.ts'

/**
 * Milliseconds in which a browser shows a page, or a slide of it: where there are few processors, work that goes on at once
 * would hold up what has been done.
 */
const breath = { page: 120, slide: 40 } as const

const progress = createProgress(workerData as SharedArrayBuffer)
const here = process.cwd()
const pictures = new Map<string, Picture>()
const shelf = createShelf()
const past = new Map<string, Past>()
let colourist = createColourist(createGrammars())
/** Who waits for colours; the first is whom the grammars are busy for. */
const askers: number[] = []

function colouristFor(place: number): Colourist {
  return {
    async colour(asks) {
      askers.push(place)
      progress.turnTo(askers[0] ?? place)
      const lines = await colourist.colour(asks)
      askers.splice(askers.indexOf(place), 1)
      progress.turnTo(place)
      return lines
    },
  }
}

/** Tasks that are at work. */
let busy = 0
/** Decks whose slides have been rehearsed. */
const rehearsed = new Set<string>()

/** Milliseconds after which nobody seems to want anything. */
const quiet = 300

/** What takes no time to work takes none to rehearse. */
const rehearsable = 1500

function rehearseSoon(task: DeckTask, tools: Tools, ms: number): void {
  if (task.want !== 'live' || ms > rehearsable || rehearsed.has(task.deck.path)) return
  const timer = setTimeout(() => {
    const done = past.get(task.deck.path)
    if (busy > 0 || !done || rehearsed.has(task.deck.path)) return
    rehearsed.add(task.deck.path)
    // What goes wrong here goes wrong again where somebody is told of it.
    void rehearse(task, done, tools, () => busy === 0).catch(() => undefined)
  }, quiet)
  timer.unref()
}

// While one task waits for its colours, the next is begun.
parentPort?.on('message', async ({ task, place, port }: Order & { readonly port?: MessagePort }) => {
  if (port) colourist = callColourist(port)
  busy++
  progress.turnTo(place)
  const at = (offset: number): void => progress.at(place, offset)
  const tools: Tools = { here, colourist: colouristFor(place), pictures, shelf, past, at }
  const say = (ahead: Ahead): void => parentPort?.postMessage({ place, ahead } satisfies Answer)
  let open: Tools['open']
  if (task.want === 'live') {
    const glimpse = await glimpseOf(task, past.get(task.deck.path), tools)
    if (glimpse) {
      say({ glimpse })
      await pause(breath.slide)
    } else if (task.awaited) {
      const opening = await openingOf(task, tools)
      open = opening => {
        say({ opening })
        return pause(breath.page)
      }
      if (opening) {
        await open(opening)
        open = undefined
      }
    }
  }
  const result = await workDeck(task, { ...tools, open })
  // Before the answer, for behind it the thread may end.
  keepCode()
  parentPort?.postMessage({ place, result } satisfies Answer)
  busy--
  rehearseSoon(task, { ...tools, colourist }, result.ms)
})
