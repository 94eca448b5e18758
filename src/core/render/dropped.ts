// Says what the schema is about to drop, element by element, so that nothing vanishes in silence.

import type { Element, Root } from 'hast'
import { sanitize } from 'hast-util-sanitize'
import type { VFile } from 'vfile'
import { contextOf, type SlideContext } from './context.ts'
import { classesOf } from './element.ts'
import { schema } from './schema.ts'
import { eachElement } from './walk.ts'

const known = new Set(schema.tagNames)
const strip = new Set(schema.strip)
/** For an element by itself, wherever it stands. */
const alone = { ...schema, ancestors: {} }
/** Left out of reports: of no consequence, or replaced by ours. */
const quiet = new Set(['style', 'role', 'tabIndex', 'autoPlay', 'ariaHidden'])

/**
 * Plugin: reports `html-dropped` for each element and attribute that the schema does not know, and removes
 * `<aside class="notes">`, which is private where it comes from.
 */
export function rehypeDropped() {
  return (tree: Root, file: VFile): void => {
    const { report } = contextOf(file)
    eachElement(tree, (node, index, parent) => {
      if (node.tagName === 'aside' && classesOf(node).includes('notes')) {
        const note = 'Write speaker notes as `Note:` at the start of a line.'
        report('html-dropped', '`<aside class="notes">` is not published', node.position, note)
        parent.children.splice(index, 1)
        return index
      }
      if (!known.has(node.tagName)) {
        report('html-dropped', `\`<${node.tagName}>\` is not published`, node.position)
        return strip.has(node.tagName) ? 'skip' : undefined
      }
      for (const name of lostAttributes(node)) {
        report(
          'html-dropped',
          `\`${asWritten(name)}\` of \`<${node.tagName}>\` is not published`,
          node.position,
        )
      }
      return undefined
    })
  }
}

/** Reports each attribute of an element that the schema does not know. */
export function reportAttributes(node: Element, report: SlideContext['report']): void {
  for (const name of lostAttributes(node)) {
    report('html-dropped', `\`${asWritten(name)}\` of \`<${node.tagName}>\` is not published`, node.position)
  }
}

function lostAttributes(node: Element): string[] {
  const names = Object.keys(node.properties)
  if (names.length === 0) return []
  const clean = sanitize({ ...node, children: [] }, alone)
  if (clean.type !== 'element') return names
  return names.filter(name => {
    const before = node.properties[name]
    if (quiet.has(name) || before === undefined || before === null || before === false) return false
    const after = clean.properties[name]
    if (Array.isArray(before) && Array.isArray(after)) return after.length < before.length
    return after === undefined || after === null
  })
}

/** A property's name as HTML has it: `onClick` is `onclick`, `dataId` is `data-id`. */
function asWritten(property: string): string {
  return /^(?:data|aria)[A-Z]/.test(property)
    ? property.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)
    : property.toLowerCase()
}
