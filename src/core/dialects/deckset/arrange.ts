// What a slide's commands ask of its tree: columns, lines of code in focus, colour and alignment.

import type { Code, Nodes, Root, RootContent } from 'mdast'
import type { Slide } from '../../deck/deck.ts'
import type { Slot } from '../../deck/nodes.ts'
import { type Line, linesPosition } from '../../syntax/lines.ts'
import { type Report, ticked } from '../../syntax/report.ts'
import type { Commanded } from './commands.ts'
import { addClass, addStyle } from './settle.ts'
import type { Options } from './values.ts'

/** Arranges a slide's body, in place. Reports `option-ignored` where there is no code to point at. */
export function arrange(
  { body }: Slide,
  commanded: Commanded,
  options: Options,
  ground: { readonly lines: readonly Line[]; readonly report: Report },
): void {
  focusCode(body, commanded, ground.report)
  const text = [options.text, commanded.text].filter(Boolean).join(';')
  const header = [options.header, commanded.header].filter(Boolean).join(';')
  for (const node of body.children) style(node, text, header)
  body.children = columns(body, commanded, ground.lines)
}

function style(node: Nodes, text: string, header: string): void {
  if (node.type === 'heading' && header) {
    addStyle(node, header)
    if (header.includes('text-align')) addClass(node, 'aligned')
  }
  const isText = ['paragraph', 'list', 'blockquote'].includes(node.type)
  if (!isText || !text || isPicture(node)) return
  // Of a list the whole moves, for its bullets stand where its lines begin.
  if (node.type === 'list')
    addStyle(
      node,
      text.replace(/text-align:(\w+)/, (_, side) => `align-self:${sides[side]}`),
    )
  else {
    addStyle(node, text)
    if (text.includes('text-align')) addClass(node, 'aligned')
  }
}

const sides: Readonly<Record<string, string>> = { left: 'flex-start', center: 'center', right: 'flex-end' }

const isPicture = (node: Nodes): boolean =>
  node.type === 'paragraph' && node.children.every(child => child.type === 'image' || child.type === 'break')

/** Line sets stand above the code they speak of; several are steps. */
function focusCode(body: Root, { focus }: Commanded, report: Report): void {
  const blocks = codeIn(body)
  const sets = new Map<Code, string[]>()
  for (const { line, set } of focus) {
    const block = blocks.find(node => (node.position?.start.line ?? 0) > line.number)
    if (block) sets.set(block, [...(sets.get(block) ?? []), set])
    else
      report('option-ignored', `No code stands below ${ticked(line.text.trim())}`, {
        position: linesPosition(line, line),
      })
  }
  for (const [block, all] of sets) {
    block.meta = [block.meta, `{${all.join('|')}}`].filter(Boolean).join(' ')
  }
}

function codeIn(node: Nodes): Code[] {
  if (node.type === 'code') return [node]
  return 'children' in node ? node.children.flatMap(codeIn) : []
}

/** Blocks behind each `[.column]` in a slot of their own; what stands above the first one stays above them all. */
function columns(body: Root, { columns: starts }: Commanded, lines: readonly Line[]): RootContent[] {
  if (starts.length === 0) return body.children
  const above: RootContent[] = []
  const slots = starts.map((number, index): Slot => {
    const line = lines[number - 1] as Line
    const name = index === 0 ? 'left' : index === starts.length - 1 ? 'right' : 'middle'
    return { type: 'slot', name, children: [], position: linesPosition(line, line) }
  })
  for (const node of body.children) {
    const line = node.position?.start.line ?? 0
    const slot = slots.findLast((_, index) => (starts[index] ?? 0) <= line)
    if (!slot) {
      above.push(node)
      continue
    }
    slot.children.push(node)
    if (slot.position && node.position) slot.position = { ...slot.position, end: { ...node.position.end } }
  }
  return [...above, ...slots]
}
