// Links by reference in notes, resolved among the notes alone: what they define is as private as they are.

import type { Definition, Nodes, Parent, PhrasingContent, Root } from 'mdast'
import type { AnyDefinition } from '../../syntax/definitions.ts'

/** `[a][b]` and `![a][b]` become a link and an image where `b` is defined anywhere in the notes; changes the tree. */
export function resolveReferences(root: Root, definitions: readonly AnyDefinition[]): void {
  const known = new Map(
    definitions.flatMap(node => (node.type === 'definition' ? [[node.identifier, node] as const] : [])),
  )
  if (known.size > 0) resolveIn(root, known)
}

function resolveIn(parent: Parent, known: ReadonlyMap<string, Definition>): void {
  parent.children = (parent.children as Nodes[]).map((node): Nodes => {
    if ('children' in node) resolveIn(node, known)
    if (node.type !== 'linkReference' && node.type !== 'imageReference') return node
    const definition = known.get(node.identifier)
    if (!definition) return node
    const { url, title } = definition
    const shared = { url, title: title ?? null, ...(node.position ? { position: node.position } : {}) }
    return node.type === 'linkReference'
      ? { type: 'link', ...shared, children: node.children as PhrasingContent[] as never }
      : { type: 'image', ...shared, alt: node.alt ?? '' }
  }) as typeof parent.children
}
