// A slide as a picture of itself: nothing in it can be reached, named or started.

import type { Element, ElementContent } from 'hast'
import { classesOf } from './element.ts'
import { toHtml } from './processor.ts'

const gone = new Set(['iframe', 'video', 'audio', 'source', 'track', 'input'])

/**
 * Writes a slide's section as an inert `<div>` for the home page: without ids, roles and notes, with
 * addresses relative to the site's root.
 */
export function toPreview(section: Element): string {
  const copy = (node: ElementContent): ElementContent[] => {
    if (node.type !== 'element') return node.type === 'text' ? [{ ...node }] : []
    if (gone.has(node.tagName) || isPrivate(node)) return []
    const children = node.children.flatMap(copy)
    const properties: Element['properties'] = {}
    for (const name of [
      'className',
      'width',
      'height',
      'dataPrompt',
      'dataNumber',
      'dataLanguage',
      'dataLayout',
    ]) {
      if (node.properties[name] !== undefined) properties[name] = node.properties[name]
    }
    if (node.tagName === 'img') {
      properties.alt = ''
      properties.src = String(node.properties.src ?? '').replace(/^\.\.\//, '')
      properties.loading = 'lazy'
      properties.decoding = 'async'
    }
    return [{ type: 'element', tagName: tagOf(node.tagName), properties, children }]
  }
  return toHtml({ type: 'root', children: copy(section) })
}

function isPrivate(node: Element): boolean {
  return node.tagName === 'aside' && classesOf(node).some(name => name === 'notes' || name === 'handout')
}

/** What would be a heading, a landmark or a link of the home page is none of them. */
function tagOf(tagName: string): string {
  if (tagName === 'a') return 'span'
  return /^(?:section|header|aside|h[1-6]|details|summary)$/.test(tagName) ? 'div' : tagName
}
