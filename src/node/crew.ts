// Has decks worked in a thread of their own and ends the thread when a deck takes too long.

import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads'
import type { Fence } from './fences.ts'
import type { DeckResult, DeckTask } from './task.ts'
import { type DeckThread, startThread } from './thread.ts'

/** Works decks one after the other. */
export interface Crew {
  /**
   * Works a deck. A deck that takes longer than the limit, or more memory than there is, comes back with a
   * diagnostic; the next deck gets a fresh thread.
   */
  work(task: DeckTask): Promise<DeckResult>
  /**
   * Starts a second thread that colours code while the first still reads; without it the first does that too.
   * Worth it where code is expected that nobody remembers.
   *
   * @param fences what will probably be asked
   */
  colour(fences: readonly Fence[]): void
  /** Ends the threads; nobody need wait for that. */
  close(): void
}

/** Added to a deck's limit for each piece it has begun, milliseconds: 3,000 slides are much work, not a trap. */
const perPiece = 10

/**
 * The limit counts what the processor worked for us (nothing else of ours is at work meanwhile), since the clock
 * would blame a deck for a busy machine. By the clock it may take this many times as long, and this to start.
 */
const patience = 10
const startLimit = 10_000

/**
 * @param scripts where the threads' code is
 * @param limit milliseconds of work a deck may take
 * @param failed makes the result of a deck that did not come back
 * @param early a thread that was started before it was known what for
 */
export function createCrew(
  { deck, grammar }: { readonly deck: URL; readonly grammar: URL },
  limit: number,
  failed: (task: DeckTask, why: 'time' | 'memory', offset: number) => DeckResult,
  early?: DeckThread,
): Crew {
  let thread: DeckThread | undefined = early ?? startThread(deck)
  let grammars: Worker | undefined
  let port: MessagePort | undefined
  /** Ends the deck at work for a fault in either thread. */
  let broken: (error: Error) => void = () => undefined
  let queue: Promise<unknown> = Promise.resolve()

  function one(task: DeckTask): Promise<DeckResult> {
    thread ??= startThread(deck)
    const { worker, progress } = thread
    worker.ref()
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
        Promise.all([worker.terminate(), grammars?.terminate()]).then(() => resolve(result), reject)
        grammars = undefined
        port = undefined
      }
      function done(result: DeckResult): void {
        finish()
        resolve(result)
      }
      broken = error => {
        if ('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') {
          fail('memory')
          return
        }
        finish()
        thread = undefined
        worker.terminate().then(() => {
          reject(new Error(`Work on \`${task.deck.file}\` failed`, { cause: error }))
        }, reject)
      }
      const fault = broken
      function finish(): void {
        clearTimeout(timer)
        worker.off('message', done)
        worker.off('error', fault)
      }
      worker.on('message', done)
      worker.on('error', fault)
      // The port moves with the first task and stays in the thread.
      if (port) worker.postMessage({ task, port }, [port])
      else worker.postMessage({ task })
      port = undefined
    })
  }

  return {
    work(task) {
      const next = queue.then(() => one(task))
      queue = next.catch(() => undefined)
      return next
    },
    colour(fences) {
      if (grammars || fences.length === 0) return
      const { port1, port2 } = new MessageChannel()
      grammars = new Worker(grammar, { workerData: { port: port1, fences }, transferList: [port1] })
      grammars.on('error', error => broken(error))
      port = port2
    },
    close() {
      void thread?.worker.terminate()
      void grammars?.terminate()
      thread = undefined
      grammars = undefined
    },
  }
}
