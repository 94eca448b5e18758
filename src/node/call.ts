// One call of the program: what was asked, where it speaks, and how decks are worked for it.

import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { type Diagnostic, diagnostic } from '../core/index.ts'
import { cacheFile } from './cache.ts'
import { type Crew, createCrew } from './crew.ts'
import type { DeckAsk } from './deck-ask.ts'
import { decode } from './decode.ts'
import { plainDisk, type WatchedDisk } from './disk.ts'
import { type Fence, fencesIn } from './fences.ts'
import { type DeckFile, findDecks } from './files.ts'
import { heeded } from './heed.ts'
import { createRecall } from './page-cache.ts'
import { readingFor } from './reading.ts'
import { fails, report } from './report.ts'
import { createSourceLines } from './source-lines.ts'
import { isSystemError } from './system-error.ts'
import type { DeckResult, DeckTask, Reading, Surroundings } from './task.ts'
import type { Terminal } from './terminal.ts'
import { type DeckThread, threadScript } from './thread.ts'

export type { DeckAsk } from './deck-ask.ts'

/** Where a call is made. */
export interface Call {
  /** The folder the author stands in. */
  readonly here: string
  /** The command line without Node and program. */
  readonly words: readonly string[]
  readonly terminal: Terminal
  /** Started before the call was understood. */
  readonly thread?: DeckThread
}

/** What a call that writes pages has beyond what all have. */
export interface PageAsk {
  /** Whether speaker notes go into pages. */
  readonly notes: boolean
  readonly frame: Surroundings
  /** Writes down what was asked of the disk. */
  readonly disk: WatchedDisk
  /** Told which decks there are and how they are read. */
  found(decks: readonly DeckFile[], reading: Reading): void
  /** Called while decks are at work, with all decks and what is remembered of each. */
  meanwhile(decks: readonly DeckFile[], known: readonly (DeckResult | undefined)[]): void
}

/**
 * Works all decks of a call, and shows on a terminal which one.
 *
 * @throws {CallError} for paths that mean no deck, for notes that are for no deck in particular, and for a theme that is
 *   not installed
 */
export async function workDecks(
  call: Call,
  ask: DeckAsk,
  want: DeckTask['want'],
  pageAsk?: PageAsk,
): Promise<readonly DeckResult[]> {
  const disk = pageAsk?.disk ?? plainDisk
  const decks = findDecks(ask.paths, call.here, disk)
  const reading: Reading = {
    ...readingFor(ask, call.here, decks, disk),
    notes: pageAsk?.notes ?? false,
    ...(pageAsk ? { frame: pageAsk.frame } : {}),
  }
  pageAsk?.found(decks, reading)
  const recall = want === 'page' && reading.cache ? createRecall(reading.cache, reading) : () => undefined
  const known = decks.map(recall)
  const left = decks.filter((_, index) => known[index] === undefined)
  if (left.length === 0) return known.flatMap(result => (result ? heeded(result, ask) : []))
  const size = crewSize(left)
  const crew = crewFor(call, ask, size)
  try {
    // With several threads, each colours what it reads.
    if (want === 'page' && size === 1) crew.colour(firstCode(left, reading))
    const progress = progressOn(call.terminal, ask)
    let done = decks.length - left.length
    const working = Promise.all(
      decks.map(async (deck, index) => {
        const recalled = known[index]
        if (recalled) return recalled
        const result = await crew.work({ deck, want, reading })
        progress(`${++done} of ${decks.length}: ${deck.file}`)
        return result
      }),
    )
    // The threads have their decks before anything else is done here.
    await new Promise(setImmediate)
    pageAsk?.meanwhile(decks, known)
    const results = await working
    progress('')
    return results.map(result => heeded(result, ask))
  } finally {
    crew.close()
  }
}

/** The code of the first deck that has some and of which nothing is remembered: what a thread can get ready with. */
function firstCode(decks: readonly DeckFile[], reading: Reading): readonly Fence[] {
  for (const deck of decks) {
    const code = unknownCode(deck, reading)
    if (code.length > 0) return code
  }
  return []
}

/** The code of a deck that nothing is remembered of. */
function unknownCode({ path }: DeckFile, { cache }: Reading): Fence[] {
  try {
    if (cache !== undefined && existsSync(cacheFile(cache, realpathSync(path)))) return []
    return fencesIn(readFileSync(path, 'utf8'))
  } catch (error) {
    // Whoever reads the deck will say so.
    if (isSystemError(error)) return []
    throw error
  }
}

/** Bytes of decks that pay for the start of one more thread: what one reads in the time that takes. */
const worthThread = 64 * 1024

/** More would wait for each other's memory; and each thread keeps most of another processor busy, which compiles for it. */
const mostThreads = Math.min(8, availableParallelism() - 1)

/** How many threads these decks are worth. */
export function crewSize(decks: readonly DeckFile[]): number {
  const bytes = decks.reduce((sum, { path }) => sum + bytesOf(path), 0)
  return Math.max(1, Math.min(mostThreads, decks.length, Math.ceil(bytes / worthThread)))
}

function bytesOf(path: string): number {
  try {
    return statSync(path).size
  } catch (error) {
    // Whoever reads the deck will say so.
    if (isSystemError(error)) return 0
    throw error
  }
}

/**
 * The threads that work the decks of a call.
 *
 * @param size how many at most
 */
export function crewFor(call: Call, ask: DeckAsk, size = 1): Crew {
  return createCrew({
    scripts: { deck: threadScript('worker'), grammar: threadScript('grammar-thread') },
    size,
    limit: ask.timeLimit,
    failed(task, why, offset) {
      const problem = overrun(task, why, offset, ask.timeLimit)
      return {
        file: task.deck.file,
        diagnostics: [problem],
        pictures: [],
        inputs: [],
        cached: false,
        ms: ask.timeLimit,
      }
    },
    ...(call.thread ? { early: call.thread } : {}),
  })
}

function overrun(task: DeckTask, why: 'time' | 'memory', offset: number, limit: number): Diagnostic {
  const decoded = decode(readFileSync(task.deck.path))
  const before = 'text' in decoded ? decoded.text.replace(/\r\n?/g, '\n').slice(0, offset) : ''
  const line = before.split('\n').length
  const point = { line, column: offset - before.lastIndexOf('\n'), offset }
  const cost = why === 'time' ? `takes longer than ${limit / 1000} s` : 'takes more memory than there is'
  const where = offset > 0 ? `, at line ${line}` : ''
  return diagnostic(task.deck.file, 'time-limit', `\`${task.deck.file}\` ${cost}${where}`, {
    position: { start: point, end: point },
  })
}

function progressOn(terminal: Terminal, ask: DeckAsk): (text: string) => void {
  if (!terminal.errWatched || ask.quiet || ask.json) return () => undefined
  return text => terminal.err(`\r\u001b[K${text.slice(0, terminal.width - 1)}`)
}

/** Exit statuses: design of the command line. */
export const status = { fine: 0, failed: 1, wrong: 2 } as const

/** All problems of all decks, in their order. */
export function problemsOf(results: readonly DeckResult[]): Diagnostic[] {
  return results.flatMap(result => result.diagnostics)
}

/** The status that problems lead to. */
export function statusOf(problems: readonly Diagnostic[], ask: { strict: boolean }): number {
  return fails(problems, ask.strict) ? status.failed : status.fine
}

/** Problems as text for a stream; on a terminal with the source beside them. */
export function problemText(
  call: Call,
  problems: readonly Diagnostic[],
  quiet: boolean,
  to: 'out' | 'err',
): string {
  const { terminal } = call
  return report(quiet ? problems.filter(problem => problem.severity === 'error') : problems, {
    colours: to === 'out' ? terminal.outColours : terminal.errColours,
    full: to === 'out' ? terminal.outWatched : terminal.errWatched,
    linesOf: createSourceLines(call.here),
  })
}
