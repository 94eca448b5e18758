// A file of the cache that holds many things under hashed names, one a line; what a run does not use is forgotten.

import { readKept, writeKept } from './kept-file.ts'
import { asText, type Shelf } from './shelf.ts'

/** Things that were worked out, by name. */
export interface Entries {
  /** What is known under a name, else what is made, from then on known. */
  through<Value>(name: () => string, make: () => Value): Value
  /** Whether something is known under a name; then it stays so. */
  has(name: string): boolean
  /** How often something was wanted, and how often in vain. */
  readonly count: { asked: number; missed: number }
  /** Writes what this run used, if that is not what is there. */
  save(): void
}

/**
 * Opens such a file. One that is absent, cut short, spoilt or of another build counts as empty.
 *
 * @param file undefined knows nothing and remembers nothing
 * @param shelf holds files that are used again and again; without it they are read and written each time
 */
export function openEntries(file: string | undefined, shelf?: Shelf): Entries {
  const known = file === undefined ? new Map<string, string>() : (shelf?.take(file) ?? load(file))
  const used = new Map<string, string>()
  const count = { asked: 0, missed: 0 }
  return {
    count,
    through(nameOf, make) {
      count.asked++
      if (file === undefined) {
        count.missed++
        return make()
      }
      const name = nameOf()
      const line = used.get(name) ?? known.get(name)
      if (line !== undefined) {
        used.set(name, line)
        return JSON.parse(line)
      }
      count.missed++
      const value = make()
      const fresh = written(value)
      if (fresh !== undefined) used.set(name, fresh)
      return value
    },
    has(name) {
      const line = known.get(name)
      if (line !== undefined) used.set(name, line)
      return used.has(name)
    },
    save() {
      if (file === undefined || (count.missed === 0 && used.size === known.size)) return
      if (shelf) shelf.put(file, used)
      else writeKept(file, asText(used))
    },
  }
}

/** A tree too deep to be written, or nothing at all, is not remembered. */
function written(value: unknown): string | undefined {
  try {
    return JSON.stringify(value)
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

function load(file: string): Map<string, string> {
  const entries = new Map<string, string>()
  for (const line of readKept(file)?.split('\n') ?? []) {
    if (line[32] === ' ') entries.set(line.slice(0, 32), line.slice(33))
  }
  return entries
}
