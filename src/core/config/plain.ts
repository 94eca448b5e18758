// What code came to as data with places: a key stands where its name is found in the text of the code.

import type { Position } from '../deck/deck.ts'
import type { YamlEntry, YamlValue } from '../syntax/yaml.ts'
import { placesIn } from './json.ts'

/** The place of what is not found: nothing but the file is known. */
export const nowhere: Position = {
  start: { line: 0, column: 0, offset: 0 },
  end: { line: 0, column: 0, offset: 0 },
}

/**
 * Makes data with places of what a configuration that is code came to. What is no plain data becomes `strange`, with
 * what it is as its text.
 *
 * @param data anything
 * @param text the code
 */
export function fromData(data: unknown, text: string): YamlValue {
  const place = placesIn(text)
  const around = new Set<object>()
  return placedValue(data, 0, nowhere)

  function placedValue(value: unknown, from: number, position: Position): YamlValue {
    if (typeof value === 'string') return { kind: 'text', text: value, position }
    if (typeof value === 'boolean') return { kind: 'truth', text: String(value), position }
    if (typeof value === 'number')
      return { kind: Number.isFinite(value) ? 'number' : 'strange', text: String(value), position }
    if (value === null) return { kind: 'nothing', position }
    if (typeof value !== 'object') return { kind: 'strange', text: `a ${typeof value}`, position }
    if (around.has(value)) return { kind: 'strange', text: 'a circle', position }
    around.add(value)
    const read = holderOf(value, from, position)
    around.delete(value)
    return read
  }

  function holderOf(value: object, from: number, position: Position): YamlValue {
    if (Array.isArray(value))
      return { kind: 'list', items: value.map(item => placedValue(item, from, position)), position }
    const proto: unknown = Object.getPrototypeOf(value)
    // Also what comes from another realm, and what modules export.
    const isPlain = proto === null || Object.getPrototypeOf(proto) === null
    if (!isPlain) return { kind: 'strange', text: `a ${value.constructor?.name ?? 'thing'}`, position }
    const entries = Object.entries(value).flatMap(([key, of]): YamlEntry[] => {
      // As if it were not there: `{ theme: process.env.THEME }`.
      if (of === undefined) return []
      const found = keyIn(text, key, from)
      const at = found === undefined ? position : place(found, found + key.length)
      return [{ key, position: at, value: placedValue(of, found ?? from, at) }]
    })
    return { kind: 'map', entries, position }
  }
}

/** Where a key stands in code, from a place on: `key:`, `'key':`, `"key":`, `{ key }`. */
function keyIn(text: string, key: string, from: number): number | undefined {
  const name = key.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const pattern = new RegExp(`(?<![\\w$.])(['"\`]?)${name}\\1\\s*[:,}(]`, 'g')
  pattern.lastIndex = from
  const found = pattern.exec(text)
  return found ? found.index + (found[1]?.length ?? 0) : undefined
}
