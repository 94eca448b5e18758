// Moves a tree that was parsed by itself to where its text stands in the file; the tree it was made from stays whole.

import type { Root, RootContent } from 'mdast'
import type { Point } from '../deck/deck.ts'

type Place = { line: number; column: number; offset?: number | undefined }
interface Bare {
  children?: Bare[]
  position?: { start: Place; end: Place } | undefined
}

/**
 * A copy of a tree with true positions.
 *
 * @param root positions relative to its text, which begins at 1:1
 * @param at where the first character of that text stands in the file
 * @param skip lines at the start of the parsed text that are not in the file; what begins there is left out
 */
export function placed(root: Root, at: Point, skip = { lines: 0, characters: 0 }): Root {
  const move = (place: Place): Place => ({
    line: place.line - skip.lines + at.line - 1,
    column: place.line === skip.lines + 1 ? place.column + at.column - 1 : place.column,
    offset: (place.offset ?? 0) - skip.characters + at.offset,
  })
  const copy = (node: Bare): Bare => {
    const twin: Bare = { ...node }
    if (node.position) twin.position = { start: move(node.position.start), end: move(node.position.end) }
    if (node.children) twin.children = node.children.map(copy)
    return twin
  }
  const kept = root.children.filter(node => (node.position?.start.line ?? 0) > skip.lines)
  return { type: 'root', children: kept.map(node => copy(node as Bare) as RootContent) }
}
