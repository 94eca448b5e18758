// The title of a slide: the text of its first heading.

import type { Nodes, Root } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'

const rawHeading = /<h([1-6])(?:\s[^>]*)?>([\s\S]*?)<\/h\1\s*>/i

/** The first heading with words in it, raw ones inside of other HTML included. */
export function titleOf(body: Root): string | undefined {
  return firstTitle(body.children)
}

function firstTitle(nodes: readonly Nodes[]): string | undefined {
  for (const node of nodes) {
    let title: string | undefined
    if (node.type === 'heading') title = textOf(node, { includeHtml: false })
    else if (node.type === 'slot') title = firstTitle(node.children)
    else if (node.type === 'html') title = rawHeading.exec(node.value)?.[2]?.replace(/<[^>]*>/g, '')
    title = title?.replace(/\s+/g, ' ').trim()
    if (title) return title
  }
  return undefined
}
