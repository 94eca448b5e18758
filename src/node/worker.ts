// The script that works decks: those that come, in a thread of theirs; for the main thread, the one that has changed.

import { parentPort, workerData } from 'node:worker_threads'
import { serveDecks } from './deck-thread.ts'

export { amend } from './amend.ts'

if (parentPort) serveDecks(parentPort, workerData as SharedArrayBuffer)
