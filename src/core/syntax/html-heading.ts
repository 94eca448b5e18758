// Raw `<h1>` to `<h6>` count as headings: an HTML node that is one heading becomes a heading node.

import type { Heading, Html, PhrasingContent, Root, RootContent } from 'mdast'
import type { Attributes } from '../deck/deck.ts'
import type { ParseMarkdown } from './parse-markdown.ts'
import { placed } from './place.ts'

const whole =
  /^([ \t]*<h([1-6])((?:\s+(?:class|id)\s*=\s*(?:"[^"]*"|'[^']*'|[\w-]+))*)\s*>)([^\n]*)<\/h\2\s*>\s*$/i
const attribute = /\s+(class|id)\s*=\s*(?:"([^"]*)"|'([^']*)'|([\w-]+))/gi

/** Turns the raw headings of a tree into headings, in place. Those with attributes other than `class`, `id` stay. */
export function convertHeadings(parent: Root | { children: RootContent[] }, inline: ParseMarkdown): void {
  for (const [index, node] of parent.children.entries()) {
    if (node.type === 'html') parent.children[index] = heading(node, inline) ?? node
    else if (node.type === 'blockquote' || node.type === 'list' || node.type === 'listItem')
      convertHeadings(node as { children: RootContent[] }, inline)
  }
}

function heading(node: Html, inline: ParseMarkdown): Heading | undefined {
  const found = whole.exec(node.value)
  const start = node.position?.start
  if (!found || !start) return undefined
  const [, open = '', depth, attributes = '', text = ''] = found
  if (/<\/?h[1-6][\s>]/i.test(text)) return undefined
  const lead = text.length - text.trimStart().length
  const children = inlineChildren(text.trim(), inline)
  if (!children) return undefined
  const at = open.length + lead
  const root = placed(
    { type: 'root', children },
    { line: start.line, column: start.column + at, offset: (start.offset ?? 0) + at },
  )
  const marks = readAttributes(attributes)
  return {
    type: 'heading',
    depth: Number(depth) as Heading['depth'],
    children: root.children as PhrasingContent[],
    ...(node.position ? { position: node.position } : {}),
    ...(marks ? { data: { attributes: marks } } : {}),
  }
}

/** Inline content, or undefined where the text would be something else at the start of a line. */
function inlineChildren(text: string, inline: ParseMarkdown): PhrasingContent[] | undefined {
  if (text === '') return []
  const [only, more] = inline(text).children
  return !more && only?.type === 'paragraph' ? only.children : undefined
}

function readAttributes(text: string): Attributes | undefined {
  let id: string | undefined
  let classes: string[] = []
  for (const [, name = '', double, single, bare] of text.matchAll(attribute)) {
    const value = double ?? single ?? bare ?? ''
    if (name.toLowerCase() === 'id') id = value
    else classes = value.split(/\s+/).filter(Boolean)
  }
  if (id === undefined && classes.length === 0) return undefined
  return { ...(id === undefined ? {} : { id }), classes, values: Object.create(null) }
}
