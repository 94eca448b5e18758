// Confines raw HTML before it is parsed: what a block opens it closes, and nothing closes what is ours.

import type { Element, ElementContent, Root } from 'hast'
import type { Raw } from 'mdast-util-to-hast'
import type { Point as UnistPoint } from 'unist'
import type { VFile } from 'vfile'
import { contextOf, type SlideContext } from './context.ts'
import { pairTags } from './pair-tags.ts'
import type { Edit, Piece } from './pairing.ts'

const phrasingParents = new Set(
  'p h1 h2 h3 h4 h5 h6 em strong del a td th summary figcaption span'.split(' '),
)

/**
 * Plugin: pairs the raw tags among the children of each element.
 *
 * Dropped are end tags that close nothing there, and elements whose content would change how the rest is
 * read; added are the end tags that are missing. Reports `html-unclosed` and `html-dropped`.
 */
export function rehypeBalance() {
  return (tree: Root, file: VFile): void => balance(tree, contextOf(file))
}

function balance(parent: Root | Element, context: SlideContext): void {
  const children = parent.children as ElementContent[]
  for (const child of children) if (child.type === 'element') balance(child, context)
  if (!children.some(isRaw)) return
  for (const child of children) if (isRaw(child)) child.value = withPlainSizes(child.value)
  const pieces: Piece[] = children.map((child, index) =>
    isRaw(child) ? { index, html: child.value } : { index, html: undefined },
  )
  const inline = parent.type === 'element' && phrasingParents.has(parent.tagName)
  const edits = pairTags(pieces, { inline, trusted: context.trusted }, fault => {
    const child = children[fault.index]
    const from = child && isRaw(child) ? pointIn(child, fault.start) : undefined
    const to = child && isRaw(child) ? pointIn(child, fault.end) : undefined
    const position = from && to ? { start: from, end: to } : child?.position
    context.report(fault.rule, fault.message, position, fault.note)
  })
  if (edits.length === 0) return
  const byChild = new Map<number, Edit[]>()
  for (const edit of edits) byChild.set(edit.index, [...(byChild.get(edit.index) ?? []), edit])
  parent.children = children.flatMap((child, index) => apply(child, byChild.get(index) ?? []))
}

/** `<font size="+1">` as `size="4"`: numbers lose their plus on the way through hast. */
function withPlainSizes(html: string): string {
  return html.replace(
    /(<font\b[^<>]{0,200}?\ssize\s*=\s*["']?)\+(\d)/gi,
    (_, before: string, more: string) => before + String(3 + Number(more)),
  )
}

function isRaw(node: { type: string }): node is Raw {
  return node.type === 'raw'
}

/** A child with its edits done: raw pieces that still know their places, or nothing. */
function apply(child: ElementContent, edits: readonly Edit[]): ElementContent[] {
  if (edits.length === 0) return [child]
  if (!isRaw(child)) {
    const behind = edits.flatMap(({ insert }): Raw[] => (insert ? [{ type: 'raw', value: insert }] : []))
    return edits.some(edit => edit.whole) ? [] : [child, ...behind]
  }
  const own = edits.toSorted((a, b) => a.start - b.start)
  const pieces: ElementContent[] = []
  const keep = (from: number, to: number) => {
    if (from >= to) return
    const piece: Raw = { type: 'raw', value: child.value.slice(from, to) }
    const start = pointIn(child, from)
    const end = pointIn(child, to)
    if (start && end) piece.position = { start, end }
    pieces.push(piece)
  }
  let at = 0
  for (const edit of own) {
    keep(at, edit.start)
    if (edit.insert) pieces.push({ type: 'raw', value: edit.insert })
    at = Math.max(at, edit.end)
  }
  keep(at, child.value.length)
  return pieces
}

/** The place of an offset in a raw node, in the source. */
function pointIn(node: Raw, offset: number): UnistPoint | undefined {
  const start = node.position?.start
  if (!start) return undefined
  const before = node.value.slice(0, offset)
  const lastBreak = before.lastIndexOf('\n')
  return {
    line: start.line + (before.match(/\n/g)?.length ?? 0),
    column: lastBreak < 0 ? start.column + offset : offset - lastBreak,
    ...(start.offset === undefined ? {} : { offset: start.offset + offset }),
  }
}
