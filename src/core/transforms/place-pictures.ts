// Pictures that have a place of their own leave the words: they fill the slide, stand behind its words or take a half.

import type { Image, ImageReference, Link, Nodes, Paragraph, Parent, RootContent } from 'mdast'
import type { Deck, Slide } from '../deck/deck.ts'
import type { PlaceMark } from '../deck/nodes.ts'
import { holds } from './holds.ts'
import { arrangeInline } from './inline-pictures.ts'
import { isBlank } from './media.ts'

/** What can have a place: a picture, or the link to a film. */
type Placed = Image | ImageReference | Link

/**
 * Uses up `data.place`. All pictures of one place become one block behind the content, with the classes `placed` and
 * `placed-full`, `placed-left` or `placed-right`; `behind` where words stand before them. A slide with a picture in one
 * half is a split, one of nothing but pictures an image. Pictures among words get their size.
 */
export function placePictures(deck: Deck): Deck {
  return { ...deck, slides: deck.slides.map(placeOnSlide) }
}

function placeOnSlide(slide: Slide): Slide {
  if (!holds(slide.body, node => node.data?.place !== undefined)) return slide
  const lifted: Placed[] = []
  lift(slide.body, lifted)
  arrangeInline(slide.body)
  if (lifted.length === 0) return slide
  const hasWords = slide.body.children.some(node => !isBlank(node))
  const on = (side: PlaceMark['where']) => lifted.filter(node => node.data?.place?.where === side)
  let [full, left, right] = [on('full'), on('left'), on('right')]
  // Where pictures take both halves, words can only stand before them.
  if (hasWords && left.length > 0 && right.length > 0)
    [full, left, right] = [[...full, ...left, ...right], [], []]
  slide.body.children.push(
    ...blockOf('full', full, hasWords),
    ...blockOf('left', left, false),
    ...blockOf('right', right, false),
  )
  if (!hasWords) return { ...slide, layout: 'image' }
  return left.length > 0 || right.length > 0 ? { ...slide, layout: 'split' } : slide
}

/** Takes placed nodes out of a tree, and what is empty without them. */
function lift(parent: Parent, lifted: Placed[]): void {
  const kept: Nodes[] = []
  let took = false
  for (const node of parent.children as Nodes[]) {
    const where = node.data?.place?.where
    if (where && where !== 'inline') {
      lifted.push(node as Placed)
      took = true
      continue
    }
    const before = lifted.length
    if ('children' in node) lift(node, lifted)
    const emptied = lifted.length > before && 'children' in node && node.children.every(isBlank)
    if (emptied) took = true
    else kept.push(node)
  }
  if (took) parent.children = trimmed(kept) as RootContent[]
}

/** Without line ends that stood around what was taken out. */
function trimmed(nodes: readonly Nodes[]): Nodes[] {
  const isSpace = (node: Nodes | undefined): boolean =>
    node?.type === 'break' || (node?.type === 'text' && node.value.trim() === '')
  const single = nodes.filter((node, index) => node.type !== 'break' || nodes[index + 1]?.type !== 'break')
  const from = single.findIndex(node => !isSpace(node))
  const to = single.findLastIndex(node => !isSpace(node))
  return from < 0 ? [] : single.slice(from, to + 1)
}

function blockOf(side: 'full' | 'left' | 'right', nodes: readonly Placed[], behind: boolean): RootContent[] {
  const [first] = nodes
  if (!first) return []
  const filters = nodes.map(node => node.data?.place?.filter)
  // What is faint by itself needs no veil for words to be read on it.
  const faint = nodes.every(node => (node.data?.place?.alpha ?? 1) <= 0.4)
  const filter = filters.includes('on')
    ? ['filtered']
    : behind && faint
      ? ['faint']
      : behind && filters.includes('off')
        ? ['original']
        : []
  const block: Paragraph = {
    type: 'paragraph',
    children: nodes.map(node => settled(node, behind)),
    ...(first.position ? { position: first.position } : {}),
    data: {
      place: { where: side },
      attributes: {
        classes: ['placed', `placed-${side}`, ...(behind ? ['behind'] : []), ...filter],
        values: {},
      },
    },
  }
  return [block]
}

/** A placed node with its mark made classes and declarations. */
function settled(node: Placed, behind: boolean): Placed {
  const { place, attributes, ...rest } = node.data ?? {}
  if (node.type === 'link') return { ...node, data: { ...rest, ...(attributes ? { attributes } : {}) } }
  const { zoom, alpha } = place ?? {}
  const fit = place?.fit ?? (zoom !== undefined && zoom < 100 ? 'contain' : 'cover')
  const style = [
    ...(zoom === undefined || zoom === 100 ? [] : [`scale:${zoom / 100}`]),
    ...(alpha === undefined ? [] : [`opacity:${alpha}`]),
  ].join(';')
  const values = {
    ...attributes?.values,
    ...(style ? { style } : {}),
    // Behind words, a picture that is not described is decoration.
    ...(behind && !node.alt ? { alt: '' } : {}),
  }
  return {
    ...node,
    data: { ...rest, attributes: { classes: [...(attributes?.classes ?? []), fit], values } },
  } as Placed
}
