// Has decks worked in threads of their own and ends a thread when its deck takes too long.

import { MessageChannel, type MessagePort, type Worker } from 'node:worker_threads'
import type { Fence } from './fences.ts'
import { places } from './progress.ts'
import type { Ahead, Answer, DeckResult, DeckTask, Order } from './task.ts'
import { type DeckThread, startScript, startThread } from './thread.ts'

/** Works decks, as many at a time as it has threads. */
export interface Crew {
  /**
   * Works a deck. A deck that takes longer than the limit, or more memory than there is, comes back with a
   * diagnostic; the next deck gets a fresh thread. Decks are begun in the order in which they are given.
   *
   * @param hear hears what is known before all of the deck is
   */
  work(task: DeckTask, hear?: (ahead: Ahead) => void): Promise<DeckResult>
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

/** A thread, and the decks it has, each at its place. */
interface Post {
  thread: DeckThread | undefined
  readonly jobs: Map<number, Job>
  /** Called with what the thread answers, and with the fault it ends with. */
  readonly answered: (answer: Answer) => void
  readonly broken: (error: Error) => void
}

interface Job extends Waiting {
  readonly began: number
  /** Milliseconds of the processor so far. */
  spent: number
}

interface Waiting {
  readonly task: DeckTask
  readonly hear: ((ahead: Ahead) => void) | undefined
  readonly resolve: (result: DeckResult) => void
  readonly reject: (error: unknown) => void
}

/** @param ask `size` of one is a crew that works one deck after the other */
export function createCrew({ scripts, size, limit, failed, early }: CrewAsk): Crew {
  const posts: Post[] = []
  const waiting: Waiting[] = []
  let grammars: Worker | undefined
  /** The way to the grammars, until the first thread has it. */
  let port: MessagePort | undefined
  let timer: NodeJS.Timeout | undefined
  let last = process.cpuUsage()

  const first = createPost(early ?? startThread(scripts.deck))

  function createPost(thread?: DeckThread): Post {
    const post: Post = {
      thread,
      jobs: new Map(),
      answered: ({ place, result, ahead }) => {
        const job = post.jobs.get(place)
        if (!result) {
          job?.hear?.(ahead)
          return
        }
        leave(post, place)
        job?.resolve(result)
        next()
      },
      broken: error => {
        if ('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') {
          give(post, currentOf(post), 'memory')
          return
        }
        const job = post.jobs.get(currentOf(post))
        const why = new Error(`Work on \`${job?.task.deck.file}\` failed`, { cause: error })
        end(post, currentOf(post), () => job?.reject(why))
      },
    }
    posts.push(post)
    return post
  }

  function look(): void {
    const { user, system } = process.cpuUsage(last)
    last = process.cpuUsage()
    const busy = posts.filter(post => post.jobs.size > 0)
    for (const post of busy) {
      const place = currentOf(post)
      const job = post.jobs.get(place)
      if (!job || !post.thread) continue
      job.spent += (user + system) / 1000 / busy.length
      const allowed = limit + perPiece * post.thread.progress.stage(place).pieces
      const late = performance.now() - job.began > allowed * patience + startLimit
      if (job.spent > allowed || late) give(post, place, 'time')
    }
  }

  /** The place its thread is at; or, before it has got there, the only one taken. */
  function currentOf({ thread, jobs }: Post): number {
    const current = thread?.progress.current() ?? 0
    return jobs.has(current) ? current : ([...jobs.keys()][0] ?? current)
  }

  function next(): void {
    for (let post = freePost(); post; post = freePost()) {
      const order = waiting.shift()
      if (!order) return
      begin(post, order)
    }
  }

  /** Threads first get one deck each; a second only while decks are left for all. */
  function freePost(): Post | undefined {
    const idle = posts.find(post => post.jobs.size === 0)
    if (idle || waiting.length === 0) return idle
    if (posts.length < size) return createPost()
    return waiting.length >= size ? posts.find(post => post.jobs.size < places) : undefined
  }

  function begin(post: Post, order: Waiting): void {
    if (!post.thread) post.thread = startThread(scripts.deck)
    const { worker, progress } = post.thread
    if (post.jobs.size === 0) {
      worker.ref()
      worker.on('message', post.answered)
      worker.on('error', post.broken)
    }
    if (!timer) {
      last = process.cpuUsage()
      timer = setInterval(look, watch)
    }
    const place = post.jobs.has(0) ? 1 : 0
    progress.clear(place)
    post.jobs.set(place, { ...order, began: performance.now(), spent: 0 })
    const handed: Order = { task: order.task, place }
    // The port moves with the first task and stays in the thread.
    if (port && post === first) {
      worker.postMessage({ ...handed, port }, [port])
      port = undefined
    } else worker.postMessage(handed)
  }

  /** Frees a place. */
  function leave(post: Post, place: number): void {
    post.jobs.delete(place)
    if (post.jobs.size === 0) {
      post.thread?.worker.off('message', post.answered)
      post.thread?.worker.off('error', post.broken)
    }
    if (posts.some(each => each.jobs.size > 0)) return
    clearInterval(timer)
    timer = undefined
  }

  /** Gives a deck up. */
  function give(post: Post, place: number, why: 'time' | 'memory'): void {
    const job = post.jobs.get(place)
    if (!job || !post.thread) return
    const result = failed(job.task, why, post.thread.progress.stage(place).offset)
    end(post, place, () => job.resolve(result))
  }

  /** Ends a thread for the deck at one place, and lets the one at the other be worked by another thread. */
  function end(post: Post, place: number, then: () => void): void {
    const { thread } = post
    const others = [...post.jobs].filter(([at]) => at !== place).map(([, job]) => job)
    for (const at of [...post.jobs.keys()]) leave(post, at)
    waiting.unshift(...others)
    post.thread = undefined
    // The grammars too, whose port was in it.
    const served = post === first ? grammars : undefined
    if (served) grammars = undefined
    void Promise.all([thread?.worker.terminate(), served?.terminate()]).then(() => {
      then()
      next()
    })
  }

  return {
    work: (task, hear) =>
      new Promise((resolve, reject) => {
        waiting.push({ task, hear, resolve, reject })
        next()
      }),
    colour(fences) {
      if (grammars || fences.length === 0) return
      const { port1, port2 } = new MessageChannel()
      grammars = startScript(scripts.grammar, { workerData: { port: port1, fences }, transferList: [port1] })
      grammars.on('error', error => first.broken(error))
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
