// The deck's thread: takes tasks as they come and says where it is, so that whoever ends it can tell.

import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import { keepCode } from './booted.ts'
import { type Colourist, callColourist, createColourist } from './colourist.ts'
import { workDeck } from './deck-work.ts'
import { createGrammars } from './highlight.ts'
import type { Picture } from './picture.ts'
import { createProgress } from './progress.ts'
import { createShelf } from './shelf.ts'
import type { Answer, Order } from './task.ts'

const progress = createProgress(workerData as SharedArrayBuffer)
const here = process.cwd()
const pictures = new Map<string, Picture>()
const shelf = createShelf()
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

// While one task waits for its colours, the next is begun.
parentPort?.on('message', async ({ task, place, port }: Order & { readonly port?: MessagePort }) => {
  if (port) colourist = callColourist(port)
  progress.turnTo(place)
  const at = (offset: number): void => progress.at(place, offset)
  const result = await workDeck(task, { here, colourist: colouristFor(place), pictures, shelf, at })
  // Before the answer, for behind it the thread may end.
  keepCode()
  parentPort?.postMessage({ place, result } satisfies Answer)
})
