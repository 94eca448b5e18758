// A thread for decks, and the memory it shares to say where it is.

import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { packageHome } from './package-home.ts'

/** A thread that works decks. */
export interface DeckThread {
  readonly worker: Worker
  /** How many pieces of its deck it has begun, and where the last begins. */
  readonly progress: Int32Array
}

/** The built code of a thread. */
export function threadScript(name: 'worker' | 'grammar-thread'): URL {
  return pathToFileURL(join(packageHome(), 'lib', `${name}.js`))
}

/** Starts one that keeps nobody waiting: a program that ends without a use for it just ends. */
export function startThread(script: URL): DeckThread {
  const shared = new SharedArrayBuffer(8)
  const worker = new Worker(script, { workerData: shared, stdin: false })
  worker.setMaxListeners(0)
  worker.unref()
  return { worker, progress: new Int32Array(shared) }
}
