// The marks that a dialect may write into Markdown: pauses and code from files inside of lists, reveal lists, and more.

import type { Nodes, Parents } from 'mdast'
import type { Source } from '../deck/deck.ts'
import { markAttributes } from './attribute-marks.ts'
import type { Line } from './lines.ts'
import { isPause, readCodeFrom } from './parts.ts'
import { markQuotes } from './quotes.ts'
import type { Report } from './report.ts'

/**
 * Reads all marks off a tree with true positions, in place.
 *
 * @param lines all lines of the source
 */
export function readMarks(root: Parents, source: Source, lines: readonly Line[], report: Report): void {
  markAttributes(root, source, report)
  markQuotes(root, lines)
  markBlocks(root, source)
}

const holders: ReadonlySet<string> = new Set([
  'listItem',
  'blockquote',
  'callout',
  'slot',
  'footnoteDefinition',
])

function markBlocks(parent: Parents, source: Source): void {
  for (const [index, child] of (parent.children as Nodes[]).entries()) {
    if (child.type === 'paragraph') {
      const written = sourceOf(child, source)
      if (isPause(written))
        parent.children[index] = { type: 'pause', ...(child.position ? { position: child.position } : {}) }
      else if (written.startsWith('<<<') && !written.includes('\n') && child.position) {
        const found = readCodeFrom(written, child.position as Parameters<typeof readCodeFrom>[1])
        if (found) parent.children[index] = found.code
      }
    } else if (child.type === 'list') {
      // `+` or `1)`: reveal this list item by item.
      if (/^(?:\+|\d{1,9}\))/.test(sourceOf(child, source))) child.data = { ...child.data, reveal: true }
      markBlocks(child, source)
    } else if (holders.has(child.type)) markBlocks(child as Parents, source)
  }
}

function sourceOf(node: Nodes, source: Source): string {
  return source.text.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0)
}
