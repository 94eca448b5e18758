// Where a key of the front matter is written.

import type { Source } from './deck.ts'
import type { Position } from './place.ts'

/**
 * @param source with LF line ends
 * @returns the line of the first `key:` that stands at the beginning of one, blanks trimmed; undefined where there is none
 */
export function placeOfKey({ text }: Source, key: string): Position | undefined {
  const found = new RegExp(`^(["']?)${key}\\1[ \\t]*:.*`, 'm').exec(text)
  if (!found) return undefined
  const line = text.slice(0, found.index).split('\n').length
  const { length } = found[0].trimEnd()
  return {
    start: { line, column: 1, offset: found.index },
    end: { line, column: length + 1, offset: found.index + length },
  }
}
