// `* * item`: a bullet doubled to mean a deeper one, which CommonMark reads as an item that holds nothing but a list.

import type { List, ListItem, Nodes } from 'mdast'

/**
 * Moves a list that is all an item holds under the item before it, throughout a tree. Changes the tree.
 * A first item has none before it and stays.
 */
export function nestDoubledBullets(node: Nodes): void {
  if (node.type === 'list') node.children = node.children.reduce(join, [])
  if ('children' in node) for (const child of node.children) nestDoubledBullets(child)
}

function join(items: ListItem[], item: ListItem): ListItem[] {
  const before = items.at(-1)
  const [only] = item.children
  if (!before || item.children.length !== 1 || only?.type !== 'list') return [...items, item]
  const last = before.children.at(-1)
  if (last?.type === 'list' && last.ordered === only.ordered) append(last, only)
  else before.children.push(only)
  stretch(before, only)
  return items
}

function append(list: List, more: List): void {
  list.children.push(...more.children)
  stretch(list, more)
}

/** Lets a node's place reach to the end of what it has taken in. */
function stretch(node: Nodes, taken: Nodes): void {
  if (node.position && taken.position) node.position = { ...node.position, end: taken.position.end }
}
