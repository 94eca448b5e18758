// A code block as HTML: for now its text, line by line.

import type { Element, ElementContent } from 'hast'
import type { Code } from 'mdast'
import type { Highlight } from '../deck/deck.ts'

/** Turns a code node into the figure that the theme and the client know. */
export function renderCode(node: Code, _highlight?: Highlight): Element {
  const lines = node.value.split('\n').flatMap((line, index): ElementContent[] => {
    const span: Element = {
      type: 'element',
      tagName: 'span',
      properties: { className: ['line'] },
      children: [{ type: 'text', value: line }],
    }
    return index === 0 ? [span] : [{ type: 'text', value: '\n' }, span]
  })
  return {
    type: 'element',
    tagName: 'figure',
    properties: { className: ['code'], dataLanguage: node.data?.code?.language ?? 'text' },
    children: [
      {
        type: 'element',
        tagName: 'pre',
        properties: { tabIndex: 0 },
        children: [{ type: 'element', tagName: 'code', properties: {}, children: lines }],
      },
    ],
  }
}
