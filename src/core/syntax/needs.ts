// What a slide names outside of its document: pictures, code files, languages.

import type { Code, Nodes } from 'mdast'
import type { Need, Position } from '../deck/deck.ts'
import type { AnyDefinition } from './definitions.ts'

const imgTag = /<img\b((?:"[^"]*"|'[^']*'|[^'"<>])*)>/gi
const srcAttribute = /(?:^|[\s"'/])src\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+))/i

const references: readonly (readonly [RegExp, string])[] = [
  [/&lt;/g, '<'],
  [/&gt;/g, '>'],
  [/&quot;/g, '"'],
  [/&#39;|&apos;/g, "'"],
  [/&amp;/g, '&'],
]

/** The addresses of the pictures in a raw text, as written, in order. */
export function imageSources(html: string): string[] {
  const sources: string[] = []
  for (const [, attributes = ''] of html.matchAll(imgTag)) {
    const [, double, single, bare] = srcAttribute.exec(attributes) ?? []
    const written = (double ?? single ?? bare ?? '').trim()
    if (written) sources.push(references.reduce((text, [from, to]) => text.replace(from, to), written))
  }
  return sources
}

/**
 * The needs of a tree, in order. A picture within the page (`data:`) is none.
 *
 * @param definitions where pictures are named by reference
 */
export function needsOf(root: Nodes, definitions: readonly AnyDefinition[]): Need[] {
  const needs: Need[] = []
  const picture = (path: string | undefined, node: Nodes): void => {
    if (path && !/^data:/i.test(path)) needs.push({ kind: 'image', path, ...placeOf(node) })
  }
  const visit = (node: Nodes): void => {
    if (node.type === 'image') picture(node.url, node)
    else if (node.type === 'imageReference') {
      const found = definitions.find(
        each => each.type === 'definition' && each.identifier === node.identifier,
      ) as { url?: string } | undefined
      picture(found?.url, node)
    } else if (node.type === 'html') for (const path of imageSources(node.value)) picture(path, node)
    else if (node.type === 'code') needs.push(...codeNeeds(node))
    else if ('children' in node) for (const child of node.children) visit(child)
  }
  visit(root)
  return needs
}

function codeNeeds(node: Code): Need[] {
  const from = node.data?.from?.path
  return [
    ...(from ? [{ kind: 'code', path: from, ...placeOf(node) } as const] : []),
    ...(node.lang ? [{ kind: 'language', name: node.lang } as const] : []),
  ]
}

const placeOf = (node: Nodes): { position?: Position } =>
  node.position ? { position: node.position as Position } : {}
