// The deck's thread: takes tasks one after the other and says where it is, so that whoever ends it can tell.

import { parentPort, workerData } from 'node:worker_threads'
import { workDeck } from './deck-work.ts'
import { createGrammars } from './highlight.ts'
import type { DeckTask } from './task.ts'

const progress = new Int32Array(workerData as SharedArrayBuffer)

const tools = {
  here: process.cwd(),
  grammars: createGrammars(),
  at(offset: number): void {
    Atomics.add(progress, 0, 1)
    Atomics.store(progress, 1, offset)
  },
}

parentPort?.on('message', async (task: DeckTask) => {
  parentPort?.postMessage(await workDeck(task, tools))
})
