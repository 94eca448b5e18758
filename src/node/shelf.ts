// Cache files that a thread holds in memory: what is worked again and again is neither read nor written each time.

import { writeKept } from './kept-file.ts'

/** Files as they would be read now. */
export interface Shelf {
  /** What a file holds, where this thread has written it before. */
  readonly take: (file: string) => ReadonlyMap<string, string> | undefined
  /** Holds it from now on, and writes it when nothing has been put for a while. */
  readonly put: (file: string, entries: ReadonlyMap<string, string>) => void
}

/** Entries as they stand in a file. */
export function asText(entries: ReadonlyMap<string, string>): string {
  return [...entries].map(([name, value]) => `${name} ${value}`).join('\n')
}

/** @param quiet milliseconds without a change after which a file is written; a thread that ends before costs time only */
export function createShelf(quiet = 1000): Shelf {
  const held = new Map<string, ReadonlyMap<string, string>>()
  const timers = new Map<string, NodeJS.Timeout>()
  return {
    take: file => held.get(file),
    put(file, entries) {
      held.set(file, entries)
      clearTimeout(timers.get(file))
      timers.set(
        file,
        setTimeout(() => {
          timers.delete(file)
          writeKept(file, asText(entries))
        }, quiet),
      )
    },
  }
}
