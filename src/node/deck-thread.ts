// The deck's thread: takes tasks as they come and says where it is, so that whoever ends it can tell.

import type { MessagePort } from 'node:worker_threads'
import { keepCode } from './booted.ts'
import { type Colourist, callColourist, createColourist } from './colourist.ts'
import type { Tools } from './deck-prepare.ts'
import { workDeck } from './deck-work.ts'
import { createGrammars } from './highlight.ts'
import { createRehearsals, workLive } from './live-work.ts'
import type { Past } from './past.ts'
import type { Picture } from './picture.ts'
import { createProgress } from './progress.ts'
import { createShelf } from './shelf.ts'
import type { Ahead, Answer, Order } from './task.ts'

/**
 * Works the decks that are asked for at a port.
 *
 * @param memory shared with whoever may end the thread
 */
export function serveDecks(port: MessagePort, memory: SharedArrayBuffer): void {
  const progress = createProgress(memory)
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
  const rehearseSoon = createRehearsals(() => busy === 0)

  // While one task waits for its colours, the next is begun.
  port.on('message', async ({ task, place, port: grammars }: Order & { readonly port?: MessagePort }) => {
    if (grammars) colourist = callColourist(grammars)
    busy++
    const resume = (): void => progress.turnTo(place)
    resume()
    const at = (offset: number): void => progress.at(place, offset)
    const tools: Tools = { here, colourist: colouristFor(place), pictures, shelf, past, at }
    const say = (ahead: Ahead): void => port.postMessage({ place, ahead } satisfies Answer)
    const result = await (task.want === 'live' ? workLive(task, tools, say, resume) : workDeck(task, tools))
    // Before the answer, for behind it the thread may end.
    keepCode()
    port.postMessage({ place, result } satisfies Answer)
    busy--
    rehearseSoon(task, { ...tools, colourist }, result.ms)
  })
}
