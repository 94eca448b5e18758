// What a call leaves for the next of its kind: all it asked the disk, what it said, and how its decks are worked.

import { type Again, type CallRecord, type DeckAgain, keepCall } from './call-record.ts'
import type { Asked, Trace } from './disk.ts'
import type { DeckFile } from './files.ts'
import { hashOf } from './kept-file.ts'
import type { DeckResult } from './task.ts'

/** What there is to remember of a call. */
export interface Ended extends Omit<CallRecord, 'trace' | 'again'> {
  /** What it asked beside its decks. */
  readonly asked: readonly Trace[]
  readonly decks: readonly DeckResult[]
  /** How the decks are worked again, in their order; absent where each has to be worked with all others. */
  readonly again?: Omit<Again, 'decks'> & { readonly decks: readonly Omit<DeckAgain, 'beside'>[] }
}

/** Remembers a call where it may be: nothing that it asked has changed since, or while it was made. */
export function rememberCall(file: string, { asked, decks, again, ...said }: Ended): void {
  const traces = [...asked, ...decks.map(deck => deck.trace)]
  if (!traces.every(trace => trace !== undefined)) return
  const trace = merged(...traces)
  if (trace === undefined) return
  const alone = again?.decks.flatMap((deck, index): DeckAgain[] => {
    const result = decks[index]
    const isFine = result?.file === deck.file && result.diagnostics.length === 0
    return isFine ? [{ ...deck, beside: besideOf(result) }] : []
  })
  keepCall(file, {
    ...said,
    trace,
    ...(again && alone ? { again: { ...again, decks: apart(alone, traces) } } : {}),
  })
}

/**
 * Joins what was asked, since many decks ask the same of the same folders.
 *
 * @returns undefined where the same was answered differently: then something has changed meanwhile
 */
export function merged(...traces: readonly (readonly Asked[])[]): Asked[] | undefined {
  const all = new Map<string, Asked>()
  for (const one of traces.flat()) {
    const name = `${one[0]} ${one[1]}`
    const before = all.get(name)
    if (before !== undefined && before[2] !== one[2]) return undefined
    all.set(name, one)
  }
  return [...all.values()]
}

/** Stands for all that a site has of a deck beside its page: what the home page shows, and the pictures. */
export function besideOf({ page, pictures }: DeckResult): string {
  return hashOf([JSON.stringify([page?.face, pictures.map(({ url, sum }) => [url, sum])])])
}

/** Those that nobody reads but themselves: where another deck shows a part of one, both change with it. */
function apart<Deck extends DeckFile>(decks: readonly Deck[], traces: readonly (readonly Asked[])[]): Deck[] {
  const readers = new Map<string, number>()
  for (const path of traces.flatMap(readBy)) readers.set(path, (readers.get(path) ?? 0) + 1)
  return decks.filter(({ path }) => readers.get(path) === 1)
}

/** The files that somebody read. */
export function readBy(trace: readonly Asked[]): string[] {
  return trace.flatMap(([question, path]) => (question === 'read' ? [path] : []))
}
