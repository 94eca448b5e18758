// Moves a tree that was parsed by itself to where its text stands in the file; the tree it was made from stays whole.

import type { Root, RootContent } from 'mdast'
import type { Point } from '../deck/deck.ts'

type Place = { line: number; column: number; offset?: number | undefined }
interface Bare {
  children?: Bare[]
  position?: { start: Place; end: Place } | undefined
}

/** What was parsed and is not in the file. */
export interface Added {
  /** Whole lines before the text, and their characters with line ends. */
  readonly lines: number
  readonly characters: number
  /** Blanks before each line of the text, by its index. */
  readonly pads?: readonly number[] | undefined
}

/**
 * A copy of a tree with true positions.
 *
 * @param root positions relative to its text, which begins at 1:1
 * @param at where the first character of that text stands in the file
 * @param added what the parsed text has beyond that of the file; nodes that begin in added lines are left out
 */
export function placed(root: Root, at: Point, added: Added = { lines: 0, characters: 0 }): Root {
  const padsBefore = [0]
  for (const pad of added.pads ?? []) padsBefore.push((padsBefore.at(-1) ?? 0) + pad)
  const move = (place: Place): Place => {
    const index = place.line - added.lines - 1
    const pad = Math.min(added.pads?.[index] ?? 0, place.column - 1)
    const column = place.column - pad
    return {
      line: index + at.line,
      column: index === 0 ? column + at.column - 1 : column,
      offset: (place.offset ?? 0) - added.characters - (padsBefore[index] ?? 0) - pad + at.offset,
    }
  }
  const copy = (node: Bare): Bare => {
    const twin: Bare = { ...node }
    if (node.position) twin.position = { start: move(node.position.start), end: move(node.position.end) }
    if (node.children) twin.children = node.children.map(copy)
    return twin
  }
  const kept = root.children.filter(node => (node.position?.start.line ?? 0) > added.lines)
  return { type: 'root', children: kept.map(node => copy(node as Bare) as RootContent) }
}
