// Threads, and the memory that one for decks shares to say where it is.

import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { Worker, type WorkerOptions } from 'node:worker_threads'
import { packageHome } from './package-home.ts'
import { createProgress, type Progress } from './progress.ts'

/** A thread that works decks. */
export interface DeckThread {
  readonly worker: Worker
  readonly progress: Progress
}

/** The built code of a thread. */
export function threadScript(name: 'worker' | 'grammar-thread' | 'config-thread'): URL {
  return pathToFileURL(join(packageHome(), 'lib', `${name}.cjs`))
}

/** Starts the code of a thread: what is built for `boot.ts` by that, anything else by itself. */
export function startScript(script: URL, options: WorkerOptions): Worker {
  if (!script.pathname.endsWith('.cjs')) return new Worker(script, options)
  return new Worker(new URL('boot.cjs', script), { ...options, argv: [fileURLToPath(script)] })
}

/** Starts one that keeps nobody waiting: a program that ends without a use for it just ends. */
export function startThread(script: URL): DeckThread {
  const progress = createProgress()
  const worker = startScript(script, { workerData: progress.memory, stdin: false })
  worker.setMaxListeners(0)
  worker.unref()
  return { worker, progress }
}
