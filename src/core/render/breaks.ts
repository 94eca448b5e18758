// Where a long address that is read out on a slide may go on in the next line.

import type { ElementContent, Root, Text } from 'hast'
import { classesOf, element } from './element.ts'
import { eachElement } from './walk.ts'

/** Characters from which on an address is long. */
const long = 28
const address = /^(?:https?:\/\/|www\.)\S+$/i

/** Plugin: lets addresses break behind their signs, so that no line begins with the last two letters of one. */
export function rehypeBreaks() {
  return (tree: Root): void => {
    eachElement(tree, node => {
      if (node.tagName !== 'a' && !classesOf(node).includes('missing-src')) return
      node.children = node.children.flatMap(child => (child.type === 'text' ? broken(child) : [child]))
    })
  }
}

function broken(text: Text): ElementContent[] {
  if (text.value.length < long || !address.test(text.value)) return [text]
  // Not within `://`, not before a last slash, and not so that an ending stands alone.
  const pieces = text.value.split(/(?<=[/?&=#]|[._](?=.{7}))(?![/?&=#._]|$)/)
  return pieces.flatMap((value, index): ElementContent[] => [
    ...(index === 0 ? [] : [element('wbr', {})]),
    { type: 'text', value },
  ])
}
