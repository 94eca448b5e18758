// The deck's thread: takes tasks one after the other and says where it is, so that whoever ends it can tell.

import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import { keepCode } from './booted.ts'
import { callColourist, createColourist } from './colourist.ts'
import { workDeck } from './deck-work.ts'
import { createGrammars } from './highlight.ts'
import type { DeckTask } from './task.ts'

const progress = new Int32Array(workerData as SharedArrayBuffer)

const tools = {
  here: process.cwd(),
  colourist: createColourist(createGrammars()),
  pictures: new Map(),
  at(offset: number): void {
    Atomics.add(progress, 0, 1)
    Atomics.store(progress, 1, offset)
  },
}

/** A task, and the way to the thread of the grammars where there is one. */
interface Order {
  readonly task: DeckTask
  readonly port?: MessagePort
}

parentPort?.on('message', async ({ task, port }: Order) => {
  if (port) tools.colourist = callColourist(port)
  const result = await workDeck(task, tools)
  // Before the answer, for behind it the thread may end.
  keepCode()
  parentPort?.postMessage(result)
})
