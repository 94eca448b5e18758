// HTML comments leave the tree as soon as it is read: nothing behind `<!--` is ever published.

import type { Nodes } from 'mdast'

// A tag is passed as a whole, so that `<img alt="<!--">` keeps its text; an unclosed comment takes the rest.
const commentOrTag = /<!--(?:-?>|[\s\S]*?(?:--!?>|$))|<\/?[a-z](?:"[^"]*"|'[^']*'|[^'"<>])*>/gi

/** A raw text without its comments. */
export function withoutComments(html: string): string {
  if (!html.includes('<!--')) return html
  return html.replace(commentOrTag, found => (found.startsWith('<!--') ? '' : found))
}

/** Takes the comments out of a tree, in place; a paragraph that held nothing else goes with them. */
export function dropComments(parent: Nodes): void {
  if (!('children' in parent)) return
  const kept: Nodes[] = []
  for (const child of parent.children as Nodes[]) {
    if (child.type === 'html' && child.value.includes('<!--')) {
      child.value = withoutComments(child.value)
      if (child.value.trim() === '') continue
    }
    const had = 'children' in child && child.children.length > 0
    dropComments(child)
    if (had && child.type === 'paragraph' && child.children.every(isBlankText)) continue
    kept.push(child)
  }
  parent.children = kept as typeof parent.children
}

const isBlankText = (node: Nodes): boolean => node.type === 'text' && node.value.trim() === ''
