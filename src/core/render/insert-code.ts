// Puts the code blocks where their placeholders stand, behind everything that could change them.

import type { Element, Root } from 'hast'
import type { Code } from 'mdast'
import type { Highlight } from '../deck/deck.ts'
import { renderCode } from './code.ts'
import { addClasses } from './element.ts'
import { codePlaceholder } from './handlers.ts'
import { addStep } from './marks.ts'
import { classPattern } from './section.ts'
import { eachElement } from './walk.ts'

/**
 * Replaces placeholders by code. A block whose placeholder was lost in broken HTML comes at the end, so that
 * no code is lost; one that is there twice is shown once.
 */
export function insertCode(tree: Root, blocks: readonly Code[], highlight: Highlight | undefined): void {
  const shown = new Set<number>()
  eachElement(tree, (node, index, parent) => {
    if (node.tagName !== codePlaceholder) return undefined
    const number = Number(node.properties.dataBlock)
    const block = blocks[number]
    if (!block || shown.has(number)) {
      parent.children.splice(index, 1)
      return index
    }
    shown.add(number)
    parent.children[index] = figure(block, highlight)
    return 'skip'
  })
  blocks.forEach((block, number) => {
    if (!shown.has(number)) tree.children.push(figure(block, highlight))
  })
}

function figure(block: Code, highlight: Highlight | undefined): Element {
  const result = highlight ? renderCode(block, highlight) : renderCode(block)
  if (block.position) result.position = block.position
  const step = block.data?.step
  const classes = (block.data?.attributes?.classes ?? []).filter(name => classPattern.test(name))
  addClasses(result, ...classes)
  if (step !== undefined) addStep(result, step)
  return result
}
