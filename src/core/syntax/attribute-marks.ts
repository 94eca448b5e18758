// Attributes written at the end of a block or behind a picture become marks in the tree.

import type { Heading, Image, List, ListItem, Nodes, Paragraph, Parents, RootContent, Text } from 'mdast'
import type { Attributes, Source } from '../deck/deck.ts'
import { faultPosition, readAttributes } from './attributes.ts'
import type { Report } from './report.ts'

/** Bare words that make braces a list of attributes; `{name}` and `{{name}}` are text. */
const knownWords: ReadonlySet<string> = new Set(['step'])

interface Ground {
  readonly source: Source
  readonly report: Report
}

/**
 * Reads `{step}`, `{.class}`, `{width=400}` off a tree with true positions, in place: the text goes, the node it
 * speaks of gets `data.attributes`. Reports `attribute-syntax` where braces were surely meant as attributes.
 */
export function markAttributes(root: Parents, source: Source, report: Report): void {
  walk(root, [], { source, report })
}

function walk(parent: Parents, above: readonly Parents[], ground: Ground): void {
  const path = [...above, parent]
  // Backwards, since a lone paragraph of attributes is taken out and speaks of the block before it.
  for (let index = parent.children.length - 1; index >= 0; index -= 1) {
    const child = parent.children[index] as Nodes
    if (child.type === 'paragraph' || child.type === 'heading') {
      markImages(child, ground)
      if (markTail(child, path, index, ground)) parent.children.splice(index, 1)
    } else if (child.type === 'table' || child.type === 'tableRow') walk(child, path, ground)
    else if (child.type === 'tableCell') markImages(child, ground)
    else if ('children' in child) walk(child, path, ground)
  }
}

/** Attributes behind pictures: `![alt](a.png){width=400}`. */
function markImages(parent: Parents, ground: Ground): void {
  for (const [index, child] of parent.children.entries()) {
    if ('children' in child) markImages(child as Parents, ground)
    const image = parent.children[index - 1]
    if (child.type !== 'text' || (image?.type !== 'image' && image?.type !== 'imageReference')) continue
    const start = child.position?.start.offset ?? 0
    const read = child.value.startsWith('{') ? readAttributes(child.value) : undefined
    if (!read || !ground.source.text.startsWith(child.value.slice(0, read.end), start)) continue
    if (!isList(read.attributes) || read.faults.length > 0) {
      reportFaults(child.value, start, child, ground)
      continue
    }
    mark(image as Image, read.attributes)
    child.value = child.value.slice(read.end)
    if (child.position) {
      const { line, column } = child.position.start
      child.position.start = { line, column: column + read.end, offset: start + read.end }
    }
  }
  const emptied = (node: Nodes): boolean => node.type === 'text' && node.value === ''
  if (parent.children.some(emptied))
    parent.children = parent.children.filter(node => !emptied(node)) as typeof parent.children
}

/** Attributes at the end of a block; true when the block was nothing else and may go. */
function markTail(
  block: Paragraph | Heading,
  path: readonly Parents[],
  index: number,
  ground: Ground,
): boolean {
  const last = block.children.at(-1)
  if (last?.type !== 'text') return false
  const tail = readTail(last, block.children.length === 1, ground)
  if (!tail) return false
  const { attributes, from } = tail
  const alone = block.children.length === 1 && last.value.slice(0, from).trim() === ''
  if (alone) {
    const before = path.at(-1)?.children[index - 1]
    if (!before || before.type === 'pause' || before.type === 'slot' || block.type === 'heading') return false
    mark(before, attributes)
    return true
  }
  mark(target(block, path, index, ownLineColumn(last, from, ground)), attributes)
  cutTail(block, last, from, ground)
  return false
}

function readTail(
  text: Text,
  begins: boolean,
  ground: Ground,
): { readonly attributes: Attributes; readonly from: number } | undefined {
  const value = text.value.replace(/[ \t\n]+$/, '')
  if (!value.endsWith('}')) return undefined
  // Blanks are left at the end where a comment stood behind them.
  const end = (text.position?.end.offset ?? 0) - (text.value.length - value.length)
  // Quoted values may hold a brace: a few openers are tried, from the last one back.
  for (let from = value.lastIndexOf('{'), tries = 0; from >= 0 && tries < 4; tries += 1) {
    const written = value.slice(from)
    const origin = end - written.length
    const before = value.charAt(from - 1)
    const read = readAttributes(value, from)
    // The source is asked too, since `\\{step}` is text.
    const stands = from === 0 ? begins : /\s/.test(before) && ground.source.text[origin - 1] !== '\\'
    if (read?.end === value.length && stands && ground.source.text.startsWith(written, origin)) {
      if (read.faults.length === 0 && isList(read.attributes)) return { attributes: read.attributes, from }
      reportFaults(written, origin, text, ground)
      return undefined
    }
    from = from === 0 ? -1 : value.lastIndexOf('{', from - 1)
  }
  return undefined
}

/** A list item or a quote stands for the paragraph that begins or ends it. */
function target(
  block: Paragraph | Heading,
  path: readonly Parents[],
  index: number,
  column: number | undefined,
): Nodes {
  const parent = path.at(-1)
  if (parent?.type === 'listItem') {
    if (column !== undefined && column < (block.position?.start.column ?? 0)) {
      // On a line of its own, left of the item's text: the whole list is meant, the outermost it could belong to.
      const lists = path.filter((node): node is List => node.type === 'list')
      const list = lists.find(each => (each.position?.start.column ?? 0) >= column)
      if (list) return list
    }
    return index === 0 ? (parent as ListItem) : block
  }
  if (parent?.type === 'blockquote' && index === parent.children.length - 1) return parent
  return block
}

/** The column of attributes that have a line for themselves. */
function ownLineColumn(text: Text, from: number, ground: Ground): number | undefined {
  if (!/\n\s*$/.test(text.value.slice(0, from)) || !text.position) return undefined
  const at = (text.position.end.offset ?? 0) - (text.value.length - from)
  return at - ground.source.text.lastIndexOf('\n', at - 1)
}

/** Takes the attributes off the text, and with them the blanks before and what they leave empty. */
function cutTail(block: Paragraph | Heading, text: Text, from: number, ground: Ground): void {
  const tail = text.value.slice(from)
  text.value = text.value.slice(0, from).replace(/[ \t\n]+$/, '')
  if (text.position) {
    let end = (text.position.end.offset ?? 0) - tail.length
    let line = text.position.end.line - (tail.split('\n').length - 1)
    const { text: source } = ground.source
    const start = text.position.start.offset ?? 0
    // Over blanks, line ends and the marks of quotes that hold the paragraph.
    while (
      end > start &&
      /[ \t\n>]/.test(source.charAt(end - 1)) &&
      !endsWith(source, start, end, text.value)
    ) {
      end -= 1
      if (source[end] === '\n') line -= 1
    }
    text.position.end = { line, column: end - source.lastIndexOf('\n', end - 1), offset: end }
  }
  while (isEmpty(block.children.at(-1))) block.children.pop()
}

const endsWith = (source: string, start: number, end: number, value: string): boolean => {
  const sign = value.at(-1)
  return sign !== undefined && end > start && source[end - 1] === sign && !/[ \t\n]/.test(sign)
}

const isEmpty = (node: Nodes | undefined): boolean =>
  node?.type === 'break' || (node?.type === 'text' && node.value === '')

function isList({ id, classes, values }: Attributes): boolean {
  const names = Object.keys(values)
  if (id !== undefined || classes.length > 0) return true
  return names.length > 0 && names.every(name => values[name] !== '' || knownWords.has(name))
}

/** Says what is wrong with braces that begin as only attributes do. */
function reportFaults(written: string, offset: number, node: Nodes, ground: Ground): void {
  if (!/^\{\s*(?:[.#][\p{L}_]|step\b|\w+=)/u.test(written)) return
  const read = readAttributes(written)
  const line = node.position?.end.line ?? 1
  const column = offset - ground.source.text.lastIndexOf('\n', offset - 1)
  for (const fault of read?.faults ?? [])
    ground.report('attribute-syntax', fault.message, {
      position: faultPosition(fault, { line, column, offset }),
    })
}

function mark(node: RootContent | Nodes, attributes: Attributes): void {
  const known = node.data?.attributes
  const id = attributes.id ?? known?.id
  node.data = {
    ...node.data,
    attributes: {
      ...(id === undefined ? {} : { id }),
      classes: [...new Set([...(known?.classes ?? []), ...attributes.classes])],
      values: Object.assign(Object.create(null), known?.values, attributes.values),
    },
  }
}
