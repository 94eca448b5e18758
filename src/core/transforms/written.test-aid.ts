// Decks for tests: a document cut on `--` lines and parsed, with the few marks that transforms care about.

import type { Nodes, Parent, Root, RootContent } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import type { Assets, Deck, DeckMeta, Slide } from '../deck/deck.ts'
import type { Diagnostic } from '../deck/diagnostic.ts'
import type {} from '../deck/nodes.ts'
import type { Context, Transform } from './context.ts'

const parser = unified().use(remarkParse).use(remarkGfm).freeze()

export const plainMeta: DeckMeta = {
  title: 'A talk',
  authors: [],
  lang: 'en',
  theme: 'harbor',
  scheme: 'auto',
  transition: 'none',
  reveal: 'none',
  buildups: 'merge',
  guess: true,
  math: false,
  agenda: false,
  closing: 'none',
  progress: true,
  controls: true,
  slideNumber: true,
  aspect: '16:9',
}

/** A deck of the text's slides; `Note:` opens notes, `. . .` is a pause, `{name=value}` ends a paragraph or item. */
export function written(text: string, meta: Partial<DeckMeta> = {}, path = 'talk.md'): Deck {
  const lines = text.split('\n')
  const slides: Slide[] = []
  let from = 0
  const close = (to: number) => {
    const body = lines.slice(from, to)
    if (body.some(line => line.trim() !== '')) slides.push(slideOf(lines, from, to, slides.length + 1))
  }
  let fence = false
  lines.forEach((line, index) => {
    if (line.startsWith('```')) fence = !fence
    if (fence || !/^--( .*)?$/.test(line)) return
    close(index)
    from = index + 1
  })
  close(lines.length)
  return {
    source: { path, text },
    dialect: 'native',
    evidence: [],
    meta: { ...plainMeta, ...meta },
    slides,
    definitions: [],
    needs: [],
    diagnostics: [],
  }
}

function slideOf(lines: readonly string[], from: number, to: number, number: number): Slide {
  const separator = from > 0 ? /\{(.*)\}/.exec(lines[from - 1] ?? '') : null
  const words = (separator?.[1] ?? '').split(' ').filter(Boolean)
  const values = Object.fromEntries(
    words
      .filter(word => !/^[#.]/.test(word))
      .map(word => [word.split('=')[0] ?? '', word.split('=')[1] ?? '']),
  )
  const { only, time, layout, hidden, below, background, ...rest } = values
  const note = lines.findIndex((line, index) => index >= from && index < to && line.startsWith('Note:'))
  const notes =
    note < 0 ? undefined : parse([lines[note]?.slice(5) ?? '', ...lines.slice(note + 1, to)], note)
  return {
    key: words.find(word => word.startsWith('#'))?.slice(1) ?? '',
    aliases: [],
    position: {
      start: { line: from + 1, column: 1, offset: lines.slice(0, from).join('\n').length + (from ? 1 : 0) },
      end: {
        line: to,
        column: (lines[to - 1]?.length ?? 0) + 1,
        offset: lines.slice(0, to).join('\n').length,
      },
    },
    attributes: { classes: [], values: rest },
    body: parse(lines.slice(from, note < 0 ? to : note), from),
    classes: words.filter(word => word.startsWith('.')).map(word => word.slice(1)),
    layout: (layout ?? 'content') as Slide['layout'],
    below: below !== undefined,
    hidden: hidden !== undefined,
    only: only ? only.split(',') : [],
    mergedFrom: [number],
    steps: [],
    ...(time ? { minutes: Number(time) } : {}),
    ...(background ? { background: { image: background } } : {}),
    ...(notes ? { notes } : {}),
  }
}

function parse(lines: readonly string[], before: number): Root {
  const tree = parser.parse('\n'.repeat(before) + lines.join('\n')) as Root
  mark(tree)
  return tree
}

function mark(parent: Parent): void {
  parent.children = (parent.children as RootContent[]).map((node): RootContent => {
    if (node.type === 'paragraph') {
      const text =
        node.children.length === 1 && node.children[0]?.type === 'text' ? node.children[0].value : ''
      if (text === '. . .') return { type: 'pause', ...(node.position ? { position: node.position } : {}) }
      const last = node.children.at(-1)
      const wish = last?.type === 'text' ? /\s*\{(\w+)(?:=(\S+))?\}$/.exec(last.value) : null
      if (last?.type === 'text' && wish) {
        last.value = last.value.slice(0, wish.index)
        node.data = { attributes: { classes: [], values: { [wish[1] ?? '']: wish[2] ?? '' } } }
      }
    } else if ('children' in node) mark(node as Parent)
    return node
  }) as Parent['children']
}

/** Runs some transforms over a deck. */
export function after(
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
