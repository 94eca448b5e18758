// Definitions count for the whole deck: each slide is given those it uses.

import type { Definition, FootnoteDefinition, Nodes, Root, RootContent } from 'mdast'

type Defined = Definition | FootnoteDefinition

/**
 * A tree with the definitions its references need, and no others; the tree itself is not changed.
 *
 * @param tree a slide's body, handout or notes
 * @param definitions the deck's, first one wins
 */
export function withDefinitions(tree: Root, definitions: readonly Defined[]): Root {
  if (definitions.length === 0) return tree
  const used = new Map<string, Defined>()
  const collect = (node: Nodes): void => {
    const wanted =
      node.type === 'linkReference' || node.type === 'imageReference'
        ? 'definition'
        : node.type === 'footnoteReference'
          ? 'footnoteDefinition'
          : undefined
    if (wanted && 'identifier' in node) {
      const name = `${wanted}:${node.identifier.toLowerCase()}`
      const found = used.has(name)
        ? undefined
        : definitions.find(each => each.type === wanted && sameName(each, node.identifier))
      if (found) {
        used.set(name, found)
        collect(found)
      }
    }
    if ('children' in node) for (const child of node.children) collect(child)
  }
  collect(tree)
  if (used.size === 0) return tree
  // Before the slide's own, because remark-rehype takes the first of a name.
  return { ...tree, children: [...(used.values() as Iterable<RootContent>), ...tree.children] }
}

function sameName(definition: Defined, identifier: string): boolean {
  return definition.identifier.toLowerCase() === identifier.toLowerCase()
}
