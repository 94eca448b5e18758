// Pictures among words: their size, and rows of those that were written on one line.

import type { Image, Nodes, Paragraph, Parent, RootContent } from 'mdast'
import { isMediaBlock } from './media.ts'

/** Gives pictures marked `inline` their size; pictures on one line of the source become a row. Changes the tree. */
export function arrangeInline(parent: Parent): void {
  parent.children = (parent.children as RootContent[]).flatMap((node): RootContent[] => {
    if (node.type === 'paragraph' && isMediaBlock(node) && node.children.some(isMarked)) return rowsOf(node)
    if (node.type === 'heading') for (const child of node.children) useMark(child, 'heading')
    else if ('children' in node) arrangeInline(node)
    else useMark(node, 'words')
    return [node]
  }) as Parent['children']
}

const isMarked = (node: Nodes): boolean => node.data?.place !== undefined

/** The lines of a paragraph of pictures, each a block; lines of several are rows. */
function rowsOf(paragraph: Paragraph): Paragraph[] {
  const lines = new Map<number, Paragraph['children']>()
  for (const node of paragraph.children) {
    if (node.type === 'break' || (node.type === 'text' && node.value.trim() === '')) continue
    const line = node.position?.start.line ?? 0
    lines.set(line, [...(lines.get(line) ?? []), node])
  }
  return [...lines.values()].map((children): Paragraph => {
    const { position } = paragraph
    // What was asked to stay among the words is not put beside them.
    const data: Paragraph['data'] = { ...paragraph.data, place: { where: 'inline' } }
    const [only] = children
    const block: Paragraph = { type: 'paragraph', children, ...(position ? { position } : {}) }
    if (children.length > 1) {
      for (const child of children) useMark(child, 'row')
      block.data = { ...data, attributes: { classes: ['picture-row'], values: {} } }
    } else if (only?.type === 'image') {
      // The frame of a picture that stands alone has its width, so that a caption keeps to it.
      const width = only.data?.place?.zoom
      const wide = only.data?.place?.fit === 'cover' ? 100 : undefined
      const style = width ?? wide
      useMark(only, 'alone')
      // Alone on its line, it stands in the middle of it.
      const classes = style ? ['center', 'sized'] : ['center']
      block.data = { ...data, attributes: { classes, values: style ? { style: `width:${style}%` } : {} } }
    }
    return block
  })
}

function useMark(node: Nodes, holder: 'heading' | 'words' | 'row' | 'alone'): void {
  const place = node.data?.place
  if (!place || (node.type !== 'image' && node.type !== 'imageReference')) return
  const { place: _place, attributes, ...rest } = node.data ?? {}
  const { zoom, corner, alpha, fit } = place
  const styles = [
    ...(corner === undefined ? [] : [`border-radius:${corner}px`]),
    ...(alpha === undefined ? [] : [`opacity:${alpha}`]),
    ...(zoom === undefined || holder === 'heading' || holder === 'alone'
      ? []
      : [holder === 'row' ? `flex:0 1 ${zoom}%` : `width:${zoom}%`]),
  ]
  const classes = [...(attributes?.classes ?? []), ...(holder === 'row' && fit === 'cover' ? ['wide'] : [])]
  const values = { ...attributes?.values, ...(styles.length > 0 ? { style: styles.join(';') } : {}) }
  const used: Image['data'] = { ...rest }
  if (classes.length > 0 || Object.keys(values).length > 0)
    used.attributes = { ...attributes, classes, values }
  node.data = used
}
