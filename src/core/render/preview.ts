// A slide as a picture of itself: nothing in it can be reached, named or started.

import type { Element, ElementContent } from 'hast'
import { addClasses, classesOf, element } from './element.ts'
import { toHtml } from './processor.ts'
import { readStyle } from './style.ts'
import type { StyleRules } from './style-rules.ts'

const gone = new Set(['iframe', 'video', 'audio', 'source', 'track', 'input'])

/**
 * Writes a slide's section as an inert `<div>` for the home page: without ids, roles and notes, with
 * addresses relative to the site's root. Its background, which reveal.js shows in the talk, becomes part of it.
 *
 * @param styles gets the rules that the background needs
 */
export function toPreview(section: Element, styles: StyleRules): string {
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
      properties.src = fromRoot(node.properties.src)
      properties.loading = 'lazy'
      properties.decoding = 'async'
    }
    return [{ type: 'element', tagName: tagOf(node.tagName), properties, children }]
  }
  const children = copy(section)
  const [slide] = children
  if (slide?.type === 'element') addBackground(slide, section, styles)
  return toHtml({ type: 'root', children })
}

function addBackground(slide: Element, { properties }: Element, styles: StyleRules): void {
  const { dataBackgroundColor: color, dataBackgroundImage: image } = properties
  if (color) addClasses(slide, styles.classFor(readStyle(`background-color:${color}`).kept))
  if (!image) return
  const src = fromRoot(image)
  slide.properties.dataBackgroundImage = src
  const behind = 'position:absolute;inset:0;width:100%;height:100%;max-width:none;object-fit:cover;z-index:-1'
  const className = [styles.classFor(readStyle(behind).kept)]
  slide.children.unshift(element('img', { className, src, alt: '', loading: 'lazy', decoding: 'async' }))
}

function fromRoot(address: unknown): string {
  return String(address ?? '').replace(/^\.\.\//, '')
}

function isPrivate(node: Element): boolean {
  return node.tagName === 'aside' && classesOf(node).some(name => name === 'notes' || name === 'handout')
}

/** What would be a heading, a landmark or a link of the home page is none of them. */
function tagOf(tagName: string): string {
  if (tagName === 'a') return 'span'
  return /^(?:section|header|aside|h[1-6]|details|summary)$/.test(tagName) ? 'div' : tagName
}
