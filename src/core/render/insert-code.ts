// Puts the code blocks where their placeholders stand, behind everything that could change them.

import type { Element, Root } from 'hast'
import type { Code } from 'mdast'
import type { Highlight } from '../deck/deck.ts'
import { renderCode } from './code.ts'
import { codePlaceholder } from './code-placeholder.ts'
import { addClasses } from './element.ts'
import { addStep } from './marks.ts'
import { classPattern } from './section.ts'
import { eachElement } from './walk.ts'

/**
 * Replaces placeholders by code. A block whose placeholder was lost in broken HTML comes at the end, so that
 * no code is lost; one that is there twice is shown once.
 *
 * @param lines marks code from files with its file and first line, as `data-source`
 */
export function insertCode(
  tree: Root,
  blocks: readonly Code[],
  highlight: Highlight | undefined,
  lines: boolean,
): void {
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
    parent.children[index] = figure(block, highlight, lines)
    return 'skip'
  })
  blocks.forEach((block, number) => {
    if (!shown.has(number)) tree.children.push(figure(block, highlight, lines))
  })
}

function figure(block: Code, highlight: Highlight | undefined, lines: boolean): Element {
  const result = highlight ? renderCode(block, highlight) : renderCode(block)
  if (block.position) result.position = block.position
  const { from, code } = block.data ?? {}
  if (lines && from && code?.fileLine !== undefined)
    result.properties.dataSource = `${code.fileLine}:${from.path}`
  const step = block.data?.step
  const classes = (block.data?.attributes?.classes ?? []).filter(name => classPattern.test(name))
  addClasses(result, ...classes)
  if (step !== undefined) addStep(result, step)
  return result
}
