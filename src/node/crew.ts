// Has decks worked in threads of their own and ends a thread when its deck takes too long.

import { MessageChannel, type MessagePort, type Worker } from 'node:worker_threads'
import type { Fence } from './fences.ts'
import type { DeckResult, DeckTask } from './task.ts'
import { type DeckThread, startScript, startThread } from './thread.ts'

/** Works decks, as many at a time as it has threads. */
export interface Crew {
  /**
   * Works a deck. A deck that takes longer than the limit, or more memory than there is, comes back with a
   * diagnostic; the next deck gets a fresh thread. Decks are begun in the order in which they are given.
   */
  work(task: DeckTask): Promise<DeckResult>
  /**
   * Starts a thread that colours code while the first deck is still being read; without it each deck's thread does
   * that too. Worth it for a deck alone, where code is expected that nobody remembers.
   *
   * @param fences what will probably be asked
   */
  colour(fences: readonly Fence[]): void
  /** Ends the threads; nobody need wait for that. */
  close(): void
}

/** How a crew is made up. */
export interface CrewAsk {
  /** Where the threads' code is. */
  readonly scripts: { readonly deck: URL; readonly grammar: URL }
  /** Threads at most. */
  readonly size: number
  /** Milliseconds of work a deck may take. */
  readonly limit: number
  /** Makes the result of a deck that did not come back. */
  readonly failed: (task: DeckTask, why: 'time' | 'memory', offset: number) => DeckResult
  /** A thread that was started before it was known what for. */
  readonly early?: DeckThread
}

/** Added to a deck's limit for each piece it has begun, milliseconds: 3,000 slides are much work, not a trap. */
const perPiece = 10

/**
 * The limit counts what the processor worked for us, shared among the decks at work, since the clock would blame a
 * deck for a busy machine. By the clock it may take this many times as long, and this to start.
 */
const patience = 10
const startLimit = 10_000

/** Milliseconds between two looks at what decks have taken. */
const watch = 50

/** A thread, and the deck it is at. */
interface Post {
  thread: DeckThread | undefined
  job: Job | undefined
}

interface Job {
  readonly task: DeckTask
  readonly began: number
  /** Milliseconds of the processor so far. */
  spent: number
  /** Ends the job for a fault in a thread that serves it. */
  readonly broken: (error: Error) => void
  readonly fail: (why: 'time' | 'memory') => void
}

interface Waiting {
  readonly task: DeckTask
  readonly resolve: (result: DeckResult) => void
  readonly reject: (error: unknown) => void
}

/** @param ask `size` of one is a crew that works one deck after the other */
export function createCrew({ scripts, size, limit, failed, early }: CrewAsk): Crew {
  const first: Post = { thread: early ?? startThread(scripts.deck), job: undefined }
  const posts: Post[] = [first]
  const waiting: Waiting[] = []
  let grammars: Worker | undefined
  /** The way to the grammars, until the first deck's thread has it. */
  let port: MessagePort | undefined
  let timer: NodeJS.Timeout | undefined
  let last = process.cpuUsage()

  function look(): void {
    const { user, system } = process.cpuUsage(last)
    last = process.cpuUsage()
    const jobs = posts.flatMap(post => (post.job ? [{ ...post, job: post.job }] : []))
    for (const { job, thread } of jobs) {
      job.spent += (user + system) / 1000 / jobs.length
      const pieces = thread ? Atomics.load(thread.progress, 0) : 0
      const allowed = limit + perPiece * pieces
      const late = performance.now() - job.began > allowed * patience + startLimit
      if (job.spent > allowed || late) job.fail('time')
    }
  }

  function next(): void {
    const idle = posts.find(post => !post.job)
    const post = idle ?? (posts.length < size ? { thread: undefined, job: undefined } : undefined)
    const order = post && waiting.shift()
    if (!post || !order) return
    if (!idle) posts.push(post)
    begin(post, order)
    next()
  }

  function begin(post: Post, { task, resolve, reject }: Waiting): void {
    post.thread ??= startThread(scripts.deck)
    const { worker, progress } = post.thread
    worker.ref()
    progress.fill(0)
    if (!timer) {
      last = process.cpuUsage()
      timer = setInterval(look, watch)
    }
    function done(result: DeckResult): void {
      finish()
      resolve(result)
      next()
    }
    function fail(why: 'time' | 'memory'): void {
      const result = failed(task, why, Atomics.load(progress, 1))
      leave().then(() => {
        resolve(result)
        next()
      }, reject)
    }
    function broken(error: Error): void {
      if ('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') {
        fail('memory')
        return
      }
      leave().then(() => {
        reject(new Error(`Work on \`${task.deck.file}\` failed`, { cause: error }))
        next()
      }, reject)
    }
    /** Ends the thread; the grammars too, whose port was in it. */
    async function leave(): Promise<void> {
      finish()
      post.thread = undefined
      const served = post === first ? grammars : undefined
      if (served) grammars = undefined
      await Promise.all([worker.terminate(), served?.terminate()])
    }
    function finish(): void {
      post.job = undefined
      if (posts.every(each => !each.job)) {
        clearInterval(timer)
        timer = undefined
      }
      worker.off('message', done)
      worker.off('error', broken)
    }
    post.job = { task, began: performance.now(), spent: 0, broken, fail }
    worker.on('message', done)
    worker.on('error', broken)
    // The port moves with the first task and stays in the thread.
    if (port && post === first) worker.postMessage({ task, port }, [port])
    else worker.postMessage({ task })
    if (post === first) port = undefined
  }

  return {
    work: task =>
      new Promise((resolve, reject) => {
        waiting.push({ task, resolve, reject })
        next()
      }),
    colour(fences) {
      if (grammars || fences.length === 0) return
      const { port1, port2 } = new MessageChannel()
      grammars = startScript(scripts.grammar, { workerData: { port: port1, fences }, transferList: [port1] })
      grammars.on('error', error => first.job?.broken(error))
      port = port2
    },
    close() {
      clearInterval(timer)
      for (const { thread } of posts) void thread?.worker.terminate()
      void grammars?.terminate()
      posts.length = 0
      grammars = undefined
    },
  }
}
