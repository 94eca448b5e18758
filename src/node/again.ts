// What a call leaves for the next of its kind: all it asked the disk, what it said, and how its decks are worked.

import { type Again, type CallRecord, keepCall } from './call-record.ts'
import type { Asked, Trace } from './disk.ts'
import type { DeckResult } from './task.ts'

/** What there is to remember of a call. */
export interface Ended extends Omit<CallRecord, 'trace'> {
  /** What it asked beside its decks. */
  readonly asked: readonly Trace[]
  readonly decks: readonly DeckResult[]
}

/** Remembers a call where it may be: nothing that it asked has changed since. */
export function rememberCall(file: string, { asked, decks, again, ...said }: Ended): void {
  const traces = [...asked, ...decks.map(deck => deck.trace)]
  if (!traces.every(trace => trace !== undefined)) return
  keepCall(file, {
    ...said,
    trace: merged(...traces),
    ...(again ? { again: { ...again, decks: apart(again.decks, traces) } } : {}),
  })
}

/** Many decks ask the same of the same folders; what was asked last counts. */
export function merged(...traces: readonly (readonly Asked[])[]): Asked[] {
  return [...new Map(traces.flat().map(one => [`${one[0]} ${one[1]}`, one])).values()]
}

/** Those that nobody reads but themselves: where another deck shows a part of one, both change with it. */
function apart(decks: Again['decks'], traces: readonly (readonly Asked[])[]): Again['decks'] {
  const readers = new Map<string, number>()
  for (const path of traces.flatMap(readBy)) readers.set(path, (readers.get(path) ?? 0) + 1)
  return decks.filter(({ path }) => readers.get(path) === 1)
}

/** The files that somebody read. */
export function readBy(trace: readonly Asked[]): string[] {
  return trace.flatMap(([question, path]) => (question === 'read' ? [path] : []))
}
