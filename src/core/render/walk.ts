// Walks the elements of a tree: a plain loop, for the general visitors cost half the time of rendering.

import type { Element, Nodes, Root } from 'hast'

type Parent = Root | Element

/**
 * Hears of an element; may change it, its children, and its place in its parent. `skip`: not into this element.
 * A number: go on with that child of the parent, for it has changed. Anything else: go on.
 */
type Visit = (node: Element, index: number, parent: Parent) => unknown

/**
 * Calls back for each element under a node, parents before their children.
 *
 * @param root where to begin; it is not called for itself
 */
export function eachElement(root: Nodes, visit: Visit): void {
  if (root.type !== 'root' && root.type !== 'element') return
  for (let index = 0; index < root.children.length; ) {
    const child = root.children[index]
    if (child?.type !== 'element') {
      index++
      continue
    }
    const next = visit(child, index, root)
    if (typeof next === 'number') {
      index = next
      continue
    }
    if (next !== 'skip') eachElement(child, visit)
    index++
  }
}
