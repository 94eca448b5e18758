// Whether a tree holds a node of some kind: a quick look, so that slides without any are passed over.

import type { Nodes } from 'mdast'

/** Looks at a node and all below it until one is found. */
export function holds(node: Nodes, isSought: (node: Nodes) => boolean): boolean {
  if (isSought(node)) return true
  if (!('children' in node)) return false
  for (const child of node.children as Nodes[]) if (holds(child, isSought)) return true
  return false
}
