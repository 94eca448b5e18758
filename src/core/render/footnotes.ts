// Footnotes stand at the end of their slide: an aside with links there and back in the deck's language.

import type { Element, ElementContent, Root } from 'hast'
import type { VFile } from 'vfile'
import { contextOf, type SlideContext } from './context.ts'
import { element, isElement, text } from './element.ts'
import { eachElement } from './walk.ts'

/** What remark-rehype writes before the ids of footnotes; authors cannot, theirs get another prefix. */
const standard = 'user-content-fn'

/**
 * Plugin: turns remark-rehype's `<section data-footnotes>` into `<aside class="footnotes">` and makes its ids
 * those of this slide, for slides share a page.
 */
export function rehypeFootnotes() {
  return (tree: Root, file: VFile): void => {
    const context = contextOf(file)
    const at = tree.children.findIndex(
      child => isElement(child, 'section') && child.properties.dataFootnotes !== undefined,
    )
    const section = tree.children[at]
    if (!isElement(section)) return
    const list = section.children.find((child): child is Element => isElement(child, 'ol'))
    if (!list) return
    const label = element('p', { className: ['footnotes-title', 'visually-hidden'] }, [
      text(context.words.footnotes),
    ])
    tree.children[at] = element('aside', { className: ['footnotes'], role: 'note' }, [
      label,
      ...(list ? [list as ElementContent] : []),
    ])
    eachElement(tree, node => mend(node, context))
  }
}

function mend(node: Element, { prefix, words }: SlideContext): void {
  const { properties } = node
  const own = (id: string) => id.replace(standard, `user-content-${prefix}fn`)
  if (typeof properties.id === 'string' && properties.id.startsWith(standard)) {
    properties.id = own(properties.id)
  }
  const href = properties.href
  if (typeof href !== 'string' || !href.startsWith(`#${standard}`)) return
  properties.href = own(href)
  delete properties.ariaDescribedBy
  if (properties.dataFootnoteBackref === undefined) {
    properties.className = ['footnote-reference']
    properties.role = 'doc-noteref'
  } else {
    properties.className = ['footnote-back']
    properties.role = 'doc-backlink'
    const name = /^Back to reference (.*)$/.exec(String(properties.ariaLabel ?? ''))?.[1] ?? ''
    properties.ariaLabel = words.backToReference(name)
  }
  delete properties.dataFootnoteRef
  delete properties.dataFootnoteBackref
}
