// What Deckset means by a tree of Markdown beyond CommonMark: large headings, line breaks, authors, default languages.

import type { Heading, Nodes, Parents, Root, Text } from 'mdast'
import type { Position } from '../../deck/deck.ts'
import { nestDoubledBullets } from '../../syntax/doubled-bullets.ts'
import type { Line } from '../../syntax/lines.ts'
import { markQuotes } from '../../syntax/quotes.ts'
import { pointAfter, type Report, ticked } from '../../syntax/report.ts'
import { breakLines } from './breaks.ts'
import { unmask } from './masks.ts'
import { placeImages } from './pictures.ts'
import type { Options } from './values.ts'

export interface SettleAsk {
  /** All lines of the source. */
  readonly lines: readonly Line[]
  /** The source's text. */
  readonly text: string
  readonly options: Options
  /** Says nothing where what is settled is private. */
  readonly report: Report
}

/** Settles a tree with true positions, in place. */
export function settle(root: Root, ask: SettleAsk): void {
  unmask(root)
  visit(root, ask)
  nestDoubledBullets(root)
  markQuotes(root, ask.lines)
  placeImages(root, ask.report)
  breakLines(root, ask.lines)
}

function visit(node: Nodes, ask: SettleAsk): void {
  if (node.type === 'heading') settleHeading(node, ask.options)
  else if (node.type === 'code' && ask.options.codeLanguage) node.lang ??= ask.options.codeLanguage
  // An anchor as XML has it would hold all that follows.
  else if (node.type === 'html')
    node.value = node.value.replace(/<a(\s[^<>]*?)?\s*\/>/gi, (_, rest = '') => `<a${rest}></a>`)
  else if (node.type === 'inlineCode') reportFormula(node, ask)
  if ('children' in node) for (const child of node.children) visit(child, ask)
}

function reportFormula(node: Extract<Nodes, { type: 'inlineCode' }>, { text, report }: SettleAsk): void {
  const position = node.position as Position | undefined
  if (!position || !text.startsWith('$$', position.start.offset)) return
  report('math-unsupported', `The formula ${ticked(node.value)} is shown as its source`, { position })
}

/** `[fit]` becomes a mark; hashes glued to the last words (`# [fit] _**Demo**_##`) are no words. */
function settleHeading(heading: Heading, { fitHeaders }: Options): void {
  const found = firstText(heading)
  const mark = /^\[fit\][ \t]*/i.exec(found?.text.value ?? '')?.[0] ?? ''
  if (found && mark) takeStart(found.text, mark.length, found.parent)
  const last = heading.children.at(-1)
  const before = heading.children.at(-2)
  if (last?.type === 'text' && before && before.type !== 'text' && /^#+$/.test(last.value.trim()))
    heading.children.pop()
  if (mark || fitHeaders.includes(heading.depth)) addClass(heading, 'fit-heading')
}

function firstText(parent: Parents): { text: Text; parent: Parents } | undefined {
  const [first] = parent.children
  if (first?.type === 'text') return { text: first, parent }
  return first && 'children' in first && first.type !== 'link' ? firstText(first as Parents) : undefined
}

/** Takes characters off the start of a text; one that has none left goes. */
function takeStart(text: Text, length: number, parent: Parents): void {
  text.value = text.value.slice(length)
  const start = text.position?.start as Position['start'] | undefined
  if (text.position && start) text.position = { ...text.position, start: pointAfter(start, length) }
  if (text.value === '') parent.children.shift()
}

/** Adds a class to what a node has. */
export function addClass(node: Nodes, name: string): void {
  const { classes = [], values = {}, ...rest } = node.data?.attributes ?? {}
  node.data = { ...node.data, attributes: { ...rest, classes: [...classes, name], values } }
}

/** Adds declarations to what a node has. */
export function addStyle(node: Nodes, style: string): void {
  const { classes = [], values = {}, ...rest } = node.data?.attributes ?? {}
  const styles = values.style ? `${values.style};${style}` : style
  node.data = { ...node.data, attributes: { ...rest, classes, values: { ...values, style: styles } } }
}
