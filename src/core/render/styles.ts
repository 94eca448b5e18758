// Styles written in the deck become classes: the page's policy forbids style attributes.

import type { Element, Root } from 'hast'
import type { VFile } from 'vfile'
import { contextOf } from './context.ts'
import { addClasses } from './element.ts'
import { withReadableInk } from './ink.ts'
import { type Declaration, readStyle } from './style.ts'
import { eachElement } from './walk.ts'

/** Plugin: keeps the harmless declarations of each `style` as a class and reports the others, `style-dropped`. */
export function rehypeStyles() {
  return (tree: Root, file: VFile): void => {
    const context = contextOf(file)
    eachElement(tree, node => {
      const written = node.properties.style
      delete node.properties.style
      if (typeof written !== 'string' || written.trim() === '') return
      const { kept, dropped } = readStyle(written)
      if (kept.length > 0) addClasses(node, context.styles.classFor(withReadableInk(withFit(node, kept))))
      for (const declaration of dropped) {
        context.report('style-dropped', `\`${declaration}\` is not kept`, node.position)
      }
    })
  }
}

/** A picture forced into a box of other proportions is shown whole in it, not stretched. */
function withFit(node: Element, declarations: readonly Declaration[]): readonly Declaration[] {
  if (node.tagName !== 'img') return declarations
  const has = (property: string) => declarations.some(declaration => declaration.property === property)
  if (!has('width') || !has('height') || has('object-fit')) return declarations
  return [...declarations, { property: 'object-fit', value: 'contain' }]
}
