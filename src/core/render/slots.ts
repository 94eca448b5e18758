// Slots that follow each other stand in one frame, so that a layout can place them side by side.

import type { Element, Root, RootContent } from 'hast'
import { classesOf, element, isBlank, isElement } from './element.ts'

/** Plugin: wraps runs of `.slot` at the top of a slide in `<div class="slots slots-N">`. */
export function rehypeSlots() {
  return (tree: Root): void => {
    if (!tree.children.some(isSlot)) return
    const children: RootContent[] = []
    let run: Element[] = []
    const finish = () => {
      if (run.length > 0) {
        children.push(element('div', { className: ['slots', `slots-${run.length}`] }, run))
        run = []
      }
    }
    for (const child of tree.children) {
      if (isSlot(child)) run.push(child)
      else if (run.length === 0 || !isBlank(child)) {
        finish()
        children.push(child)
      }
    }
    finish()
    tree.children = children
  }
}

function isSlot(node: RootContent): node is Element {
  return isElement(node, 'div') && classesOf(node).includes('slot')
}
