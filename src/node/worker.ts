// The deck's thread: takes tasks one after the other and says where it is, so that whoever ends it can tell.

import { parentPort, workerData } from 'node:worker_threads'
import { workDeck } from './deck-work.ts'
import type { DeckTask } from './task.ts'

const progress = new Int32Array(workerData as SharedArrayBuffer)

parentPort?.on('message', async (task: DeckTask) => {
  const result = await workDeck(task, process.cwd(), offset => {
    Atomics.add(progress, 0, 1)
    Atomics.store(progress, 1, offset)
  })
  parentPort?.postMessage(result)
})
