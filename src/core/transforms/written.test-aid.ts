// Decks for tests, the line of transforms to run over them, and trees in one line.

import type { Nodes } from 'mdast'
import type { Assets, Deck, DeckMeta } from '../deck/deck.ts'
import type { Diagnostic } from '../deck/diagnostic.ts'
import type {} from '../deck/nodes.ts'
import { read } from '../read.ts'
import type { Context, Transform } from './context.ts'

/** A deck as read in the native format, with what its front matter would say beside. */
export function written(text: string, meta: Partial<DeckMeta> = {}, path = 'talk.md'): Deck {
  const deck = read({ path, text }, { dialect: 'native' })
  return { ...deck, meta: { ...deck.meta, ...meta } }
}

/** Runs some transforms over a deck. */
export function through(
  transforms: readonly Transform[],
  deck: Deck,
  assets: Assets = new Map(),
  variant?: string,
): { deck: Deck; problems: Diagnostic[] } {
  const problems: Diagnostic[] = []
  const context: Context = {
    assets,
    report: problem => void problems.push(problem),
    ...(variant === undefined ? {} : { variant }),
  }
  return { deck: transforms.reduce((before, apply) => apply(before, context), deck), problems }
}

/** A tree in one line, to be compared by eye: `heading(Title) list(item(a) item·1(b))`. */
export function sketch(node: Nodes): string {
  const step = node.data?.step === undefined ? '' : `·${node.data.step}`
  if (node.type === 'text') return node.value.replace(/\n/g, '⏎')
  if (node.type === 'image') return `image${step}(${node.url})`
  if (node.type === 'html' || node.type === 'code' || node.type === 'inlineCode')
    return `${node.type}${step}(${node.value})`
  const name = { listItem: 'item', paragraph: 'p' }[node.type as string] ?? node.type
  const children = 'children' in node ? (node.children as Nodes[]) : []
  const only = node.type === 'listItem' && children.length === 1 ? children[0] : undefined
  const shown = only && 'children' in only ? (only.children as Nodes[]) : children
  const inside = shown.map(sketch).join(isInline(shown[0]) ? '' : ' ')
  if (node.type === 'root') return inside
  if (node.type === 'swapState') return `[${node.from}–${node.until ?? ''}${node.keep ? '!' : ''} ${inside}]`
  return `${name}${step}(${inside})`
}

function isInline(node: Nodes | undefined): boolean {
  return (
    node !== undefined &&
    ['text', 'emphasis', 'strong', 'html', 'image', 'link', 'inlineCode'].includes(node.type)
  )
}
