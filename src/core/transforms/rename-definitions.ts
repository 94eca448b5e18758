// Definitions of an included deck that are called like others of the including one get names of their own.

import type { Definition, FootnoteDefinition, Nodes } from 'mdast'
import type { Deck } from '../deck/deck.ts'
import { signatureOf } from './signature.ts'

type Definitions = Deck['definitions']

/**
 * @param there definitions that are taken
 * @param more definitions that come; those that say something else under a taken name are renamed, in place, and so
 *   is what refers to them in `trees`
 * @returns those of `more` that are not there yet
 */
export function joinDefinitions(there: Definitions, more: Definitions, trees: readonly Nodes[]): Definitions {
  const known = new Map(there.map(node => [nameOf(node), signatureOf(node)]))
  const renamed = new Map<string, string>()
  const fresh = more.filter(node => {
    const name = nameOf(node)
    const taken = known.get(name)
    if (taken === signatureOf(node)) return false
    if (taken !== undefined) {
      let count = 2
      while (known.has(`${name}-${count}`)) count++
      renamed.set(name, `${node.identifier}-${count}`)
    }
    return true
  })
  if (renamed.size > 0) for (const tree of [...trees, ...more]) rename(tree, renamed)
  return fresh
}

const kinds: Readonly<Record<string, 'link' | 'footnote'>> = {
  definition: 'link',
  linkReference: 'link',
  imageReference: 'link',
  footnoteDefinition: 'footnote',
  footnoteReference: 'footnote',
}

/** Links and footnotes have names of their own. */
function nameOf(node: Definition | FootnoteDefinition): string {
  return `${kinds[node.type]}:${node.identifier}`
}

function rename(node: Nodes, names: ReadonlyMap<string, string>): void {
  if ('identifier' in node) {
    const name = names.get(`${kinds[node.type]}:${node.identifier}`)
    if (name !== undefined) {
      node.identifier = name
      node.label = name
    }
  }
  if ('children' in node) for (const child of node.children) rename(child, names)
}
