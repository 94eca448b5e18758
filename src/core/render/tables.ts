// Tables one can read: heads that say what they head, cells set by class, a frame that scrolls by keyboard.

import type { Element, Root } from 'hast'
import type { VFile } from 'vfile'
import { contextOf, type SlideContext } from './context.ts'
import { addClasses, classesOf, element, isElement, wordsOf } from './element.ts'
import { eachElement } from './walk.ts'

/** Plugin: wraps each table in a labelled region that scrolls, and gives its cells scope and alignment classes. */
export function rehypeTables() {
  return (tree: Root, file: VFile): void => {
    const context = contextOf(file)
    const labels = new Map<string, number>()
    eachElement(tree, (node, index, parent) => {
      if (node.tagName !== 'table') return undefined
      if (isElement(parent) && classesOf(parent).includes('table-scroll')) return undefined
      setCells(node)
      parent.children[index] = wrap(node, labelOf(node, context, labels))
      return 'skip'
    })
  }
}

function setCells(table: Element): void {
  eachElement(table, (cell, _, row) => {
    if (cell.tagName !== 'th' && cell.tagName !== 'td') return
    const align = String(cell.properties.align ?? '').toLowerCase()
    delete cell.properties.align
    if (align === 'right' || align === 'center') addClasses(cell, `align-${align}`)
    if (cell.tagName === 'td') return
    // A head without words heads nothing.
    if (wordsOf(cell) === '') cell.tagName = 'td'
    else cell.properties.scope ??= isElement(row) && isHeadRow(row) ? 'col' : 'row'
  })
}

function isHeadRow(row: Element): boolean {
  return !row.children.some(child => isElement(child, 'td') && wordsOf(child) !== '')
}

function wrap(table: Element, label: string): Element {
  const scroll = element(
    'div',
    { className: ['table-scroll'], tabIndex: 0, role: 'region', ariaLabel: label },
    [table],
  )
  if (table.position) scroll.position = table.position
  const steps = classesOf(table).filter(name => name === 'fragment' || name === 'fade-out')
  if (steps.length > 0) {
    addClasses(scroll, ...steps)
    scroll.properties.dataFragmentIndex = table.properties.dataFragmentIndex ?? null
    delete table.properties.dataFragmentIndex
    table.properties.className = classesOf(table).filter(name => name !== 'fragment' && name !== 'fade-out')
  }
  return scroll
}

/** What the region is called: the table's caption or heads, and the slide, for regions are listed without it. */
function labelOf(table: Element, { words, title }: SlideContext, labels: Map<string, number>): string {
  const caption = table.children.find((child): child is Element => isElement(child, 'caption'))
  const heads: string[] = []
  eachElement(table, node => {
    if (node.tagName === 'th' && node.properties.scope === 'col') heads.push(wordsOf(node))
  })
  const subject = caption ? wordsOf(caption) : heads.join(', ')
  const parts = [subject.slice(0, 80), title ?? ''].filter(part => part !== '')
  const label = parts.length > 0 ? `${words.table}: ${parts.join(' – ')}` : words.table
  const count = (labels.get(label) ?? 0) + 1
  labels.set(label, count)
  return count === 1 ? label : `${label} (${count})`
}
