// The smallest pieces of a slide's content that may stand on a slide of their own, and how they go together again.

import type {
  Blockquote,
  List,
  ListItem,
  Nodes,
  Paragraph,
  PhrasingContent,
  RootContent,
  Table,
  Text,
} from 'mdast'
import { plain } from '../deck/room.ts'
import { splitCode } from './split-code.ts'

/** A piece: a block, an item, a row, some lines of code. */
export interface Atom {
  readonly block: RootContent
  /** Neighbours of one group are one block again where they stand on one slide. */
  readonly group: number
  /** What it does not like to be parted from: the more, the less. */
  readonly keep: number
}

const fewestInColumns = 6
/** Items below an item that are dealt out one by one. */
const manyItems = 10

/** Characters of a paragraph that no slide holds. */
const longestParagraph = 640

/** @param blocks of a slide, without its title */
export function atomsOf(blocks: readonly RootContent[]): Atom[] {
  let group = 0
  return blocks.flatMap((block, index): Atom[] => {
    const next = blocks[index + 1]
    const pieces = split(block)
    const last = pieces.length - 1
    group += 1
    return pieces.map((piece, at) => ({
      block: piece,
      group: isJoinable(piece) ? group : -group * 1000 - at,
      keep: at === last ? keepWithNext(block, next) : keepInside(block, at, pieces.length),
    }))
  })
}

/** Pieces as blocks: items as lists, rows as tables. */
export function joined(atoms: readonly Atom[]): RootContent[] {
  const blocks: RootContent[] = []
  let group: number | undefined
  for (const atom of atoms) {
    const above = blocks.at(-1)
    if (above && atom.group === group) blocks[blocks.length - 1] = append(above, atom.block)
    else blocks.push(atom.block)
    group = atom.group
  }
  return blocks.map(withColumns)
}

/** A few links of a long list need no columns. */
function withColumns(block: RootContent): RootContent {
  const attributes = block.data?.attributes
  if (block.type !== 'list' || !attributes?.classes.includes('links-columns')) return block
  if (block.children.length >= fewestInColumns) return block
  const classes = attributes.classes.filter(name => name !== 'links-columns')
  return { ...block, data: { ...block.data, attributes: { ...attributes, classes } } }
}

function split(block: RootContent): RootContent[] {
  if (block.type === 'list') return splitList(block)
  if (block.type === 'code') return splitCode(block)
  if (block.type === 'table') return splitTable(block)
  if (block.type === 'paragraph') return splitParagraph(block)
  if (block.type === 'blockquote') return splitQuote(block)
  return [block]
}

function splitList(list: List): RootContent[] {
  return list.children.flatMap((whole, index) =>
    splitItem(whole).map(
      (item): List => ({
        ...list,
        ...(list.ordered ? { start: (list.start ?? 1) + index } : {}),
        children: [item],
        ...(item.position ? { position: item.position } : {}),
      }),
    ),
  )
}

/** An item that holds more items than a slide does is parted between these, and says its own words each time. */
function splitItem(item: ListItem): ListItem[] {
  const [words, list, ...more] = item.children
  if (words?.type !== 'paragraph' || list?.type !== 'list' || more.length > 0) return [item]
  if (list.children.length < manyItems) return [item]
  return list.children.map((child, index): ListItem => {
    const inner: List = {
      ...list,
      ...(list.ordered ? { start: (list.start ?? 1) + index } : {}),
      children: [child],
    }
    return { ...item, children: [words, inner], ...(child.position ? { position: child.position } : {}) }
  })
}

/** What was parted in an item is one item again. */
function appendItem(above: readonly ListItem[], more: readonly ListItem[]): ListItem[] {
  const last = above.at(-1)
  const [first, ...others] = more
  const [words, list] = last?.children ?? []
  const [sameWords, rest] = first?.children ?? []
  const isOne = last && first && words === sameWords && list?.type === 'list' && rest?.type === 'list'
  if (!isOne) return [...above, ...more]
  const item: ListItem = {
    ...last,
    children: [
      words as ListItem['children'][number],
      { ...list, children: [...list.children, ...rest.children] },
    ],
  }
  return [...above.slice(0, -1), item, ...others]
}

function splitTable(table: Table): RootContent[] {
  const [head, ...rows] = table.children
  if (!head || rows.length < 2) return [table]
  return rows.map(
    (row): Table => ({
      ...table,
      children: [head, row],
      ...(row.position ? { position: row.position } : {}),
    }),
  )
}

function splitQuote(quote: Blockquote): RootContent[] {
  const fits = plain(quote).length <= longestParagraph || quote.children.length < 2
  return fits ? [quote] : quote.children.map((child): Blockquote => ({ ...quote, children: [child] }))
}

/** A paragraph that is longer than a slide is parted between sentences, where these are plain text. */
function splitParagraph(paragraph: Paragraph): RootContent[] {
  if (plain(paragraph).length <= longestParagraph) return [paragraph]
  const pieces: PhrasingContent[][] = [[]]
  let length = 0
  for (const node of paragraph.children.flatMap(sentences)) {
    const own = plain(node).length
    const before = pieces.at(-1)?.at(-1)
    const isGood = before !== undefined && endsSentence(before) && length + own > longestParagraph / 2
    if (length > 0 && (isGood || length + own > longestParagraph)) {
      pieces.push([])
      length = 0
    }
    pieces.at(-1)?.push(node)
    length += own
  }
  return pieces.map((children): Paragraph => ({ ...paragraph, children }))
}

function sentences(node: PhrasingContent): PhrasingContent[] {
  if (node.type !== 'text') return [node]
  return node.value
    .split(/(?<=[.!?…。！？])(?=\s)|(?<=[。！？])/u)
    .flatMap(sentence =>
      sentence.length > longestParagraph / 2
        ? (sentence.match(/[\s\S]{1,160}(?:\s+|$)|\S+/gu) ?? [])
        : [sentence],
    )
    .map((value): Text => ({ type: 'text', value }))
}

function endsSentence(node: PhrasingContent): boolean {
  return node.type === 'text' && /[.!?…。！？]\s*$/u.test(node.value)
}

/** Kinds whose pieces are one block again on one slide. */
const joinable: ReadonlySet<string> = new Set(['list', 'table', 'blockquote', 'paragraph'])

function isJoinable(block: RootContent): boolean {
  return joinable.has(block.type)
}

/** One block more of the same kind; positions reach from the first to the last. */
function append(above: RootContent, more: RootContent): RootContent {
  const children = childrenOf(above, more)
  const position =
    above.position && more.position
      ? { position: { start: above.position.start, end: more.position.end } }
      : {}
  return { ...above, children, ...position } as RootContent
}

function childrenOf(above: RootContent, more: RootContent): Nodes[] {
  if (above.type === 'table' && more.type === 'table') return [...above.children, ...more.children.slice(1)]
  if (above.type === 'list' && more.type === 'list') return appendItem(above.children, more.children)
  return [...('children' in above ? above.children : []), ...('children' in more ? more.children : [])]
}

/** What a paragraph above it often speaks of. */
const opened: ReadonlySet<string> = new Set(['code', 'list', 'table', 'blockquote'])

function keepWithNext(block: RootContent, next: RootContent | undefined): number {
  if (!next) return 0
  if (block.type === 'heading') return 1000
  if (block.type !== 'paragraph') return 0
  // What leads over to the next block is not left behind.
  if (/[:：]\s*$/.test(plain(block))) return 60
  return opened.has(next.type) ? 18 : 0
}

/** Better not one item alone on either side. */
function keepInside(block: RootContent, at: number, count: number): number {
  if (block.type === 'code') return 4
  const alone = at === 0 || at === count - 2
  return (block.type === 'table' ? 14 : 10) + (alone ? 16 : 0)
}

/** Whether a block is words that may stand beside a picture. */
export function isText(node: Nodes): boolean {
  return node.type === 'paragraph' || node.type === 'list'
}

/** Whether a block is a list of links, which needs the whole width. */
export function isLinks(node: Nodes): boolean {
  return node.data?.attributes?.classes.includes('links') ?? false
}
