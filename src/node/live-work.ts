// The way of a deck that is served live: first what somebody waits for, then all of it.

import { setTimeout as pause } from 'node:timers/promises'
import type { Tools } from './deck-prepare.ts'
import { workDeck } from './deck-work.ts'
import { glimpseOf, rehearse } from './glimpse.ts'
import { openingOf } from './opening.ts'
import type { Ahead, DeckResult, DeckTask } from './task.ts'

/**
 * Milliseconds in which a browser shows a page, or a slide of it: where there are few processors, work that goes on at once
 * would hold up what has been done.
 */
const breath = { page: 120, slide: 40 } as const

/**
 * Works a deck, and says ahead of the result what can be shown already: of a deck that was just edited the slide that was,
 * of one that nobody has seen yet its opening.
 *
 * @param say hears it
 * @param resume called where other decks may have been at work meanwhile
 */
export async function workLive(
  task: DeckTask,
  tools: Tools,
  say: (ahead: Ahead) => void,
  resume: () => void,
): Promise<DeckResult> {
  const rest = async (ms: number): Promise<void> => {
    await pause(ms)
    resume()
  }
  const open: Tools['open'] = opening => {
    say({ opening })
    return rest(breath.page)
  }
  const glimpse = await glimpseOf(task, tools.past.get(task.deck.path), tools)
  if (glimpse) {
    say({ glimpse })
    await rest(breath.slide)
  }
  if (glimpse || !task.awaited) return workDeck(task, tools)
  const opening = await openingOf(task, tools)
  if (!opening) return workDeck(task, { ...tools, open })
  await open(opening)
  return workDeck(task, tools)
}

/** Milliseconds after which nobody seems to want anything. */
const quiet = 300

/** Milliseconds: what takes longer to work would take long to rehearse. */
const longest = 1500

/** Has the slides of each deck rehearsed once, when there is nothing else to do. */
export function createRehearsals(idle: () => boolean): (task: DeckTask, tools: Tools, ms: number) => void {
  const done = new Set<string>()
  return (task, tools, ms) => {
    const { path } = task.deck
    if (task.want !== 'live' || ms > longest || done.has(path)) return
    const timer = setTimeout(() => {
      const past = tools.past.get(path)
      if (!past || done.has(path) || !idle()) return
      done.add(path)
      void rehearse(task, past, tools, idle)
    }, quiet)
    timer.unref()
  }
}
