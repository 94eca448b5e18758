// Has decks worked in a thread of their own and ends the thread when a deck takes too long.

import { Worker } from 'node:worker_threads'
import type { DeckResult, DeckTask } from './task.ts'

/** Works decks one after the other. */
export interface Crew {
  /**
   * Works a deck. A deck that takes longer than the limit, or more memory than there is, comes back with a
   * diagnostic; the next deck gets a fresh thread.
   */
  work(task: DeckTask): Promise<DeckResult>
  close(): Promise<void>
}

/** What a thread shares with the crew: how many pieces it has begun, and where the last begins. */
export const progressBytes = 8

/** Added to a deck's limit for each piece it has begun, milliseconds: 3,000 slides are much work, not a trap. */
const perPiece = 10

/**
 * The limit counts what the processor worked for us (nothing else of ours is at work meanwhile), since the clock
 * would blame a deck for a busy machine. By the clock it may take this many times as long, and this to start.
 */
const patience = 10
const startLimit = 10_000

/**
 * @param script where the thread's code is
 * @param limit milliseconds of work a deck may take
 * @param failed makes the result of a deck that did not come back
 */
export function createCrew(
  script: URL,
  limit: number,
  failed: (task: DeckTask, why: 'time' | 'memory', offset: number) => DeckResult,
): Crew {
  const shared = new SharedArrayBuffer(progressBytes)
  const progress = new Int32Array(shared)
  let thread: Worker | undefined = start()
  let queue: Promise<unknown> = Promise.resolve()

  function start(): Worker {
    const worker = new Worker(script, { workerData: shared, stdin: false })
    worker.setMaxListeners(0)
    return worker
  }

  function one(task: DeckTask): Promise<DeckResult> {
    const worker = thread ?? start()
    thread = worker
    progress.fill(0)
    const began = performance.now()
    const spent = process.cpuUsage()
    return new Promise((resolve, reject) => {
      let timer = setTimeout(check, limit)
      function check(): void {
        const { user, system } = process.cpuUsage(spent)
        const allowed = limit + perPiece * Atomics.load(progress, 0)
        const left = Math.min(
          allowed - (user + system) / 1000,
          allowed * patience + startLimit - (performance.now() - began),
        )
        if (left > 1) timer = setTimeout(check, left)
        else fail('time')
      }
      function fail(why: 'time' | 'memory'): void {
        finish()
        thread = undefined
        const result = failed(task, why, Atomics.load(progress, 1))
        worker.terminate().then(() => resolve(result), reject)
      }
      function done(result: DeckResult): void {
        finish()
        resolve(result)
      }
      function broken(error: Error): void {
        if ('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') {
          fail('memory')
          return
        }
        finish()
        thread = undefined
        reject(new Error(`Work on \`${task.deck.file}\` failed`, { cause: error }))
      }
      function finish(): void {
        clearTimeout(timer)
        worker.off('message', done)
        worker.off('error', broken)
      }
      worker.on('message', done)
      worker.on('error', broken)
      worker.postMessage(task)
    })
  }

  return {
    work(task) {
      const next = queue.then(() => one(task))
      queue = next.catch(() => undefined)
      return next
    },
    async close() {
      await thread?.terminate()
      thread = undefined
    },
  }
}
