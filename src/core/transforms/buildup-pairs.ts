// Whether a slide repeats the one before with more: the two rules of a build-up.

import type { Heading, List, ListItem, Nodes, RootContent } from 'mdast'
import type { Slide } from '../deck/deck.ts'
import { mediaIn } from './media.ts'
import { signatureOf } from './signature.ts'
import { wordsOf } from './words.ts'

/**
 * Two slides next to each other are states of one when their headings are equal and say something, and either
 *
 * (a) the first list of the first, at least one item long, is the beginning of the first list of the second,
 *     items compared without media, and, where the lists are equal, every other block of the first stands in
 *     the second; or
 * (b) all their text is equal, both hold media, and the media differ.
 *
 * Slides that differ as slides (background, layout, version, hidden, named slots) are never merged, because
 * one slide could not show both.
 */
export function isBuildup(before: Slide, after: Slide): boolean {
  return (
    sameFrame(before, after) &&
    sameHeadings(before, after) &&
    (growsList(before, after) || swapsMedia(before, after))
  )
}

/** Whether a slide shows the same as the one before, so that nothing is new. */
export function isSame(before: Slide, after: Slide): boolean {
  return signatureOf(before.body) === signatureOf(after.body)
}

function sameFrame(before: Slide, after: Slide): boolean {
  return (
    before.hidden === after.hidden &&
    before.layout === after.layout &&
    before.file === after.file &&
    before.background?.image === after.background?.image &&
    before.background?.color === after.background?.color &&
    before.only.join() === after.only.join() &&
    slotNames(before).join() === slotNames(after).join()
  )
}

function slotNames(slide: Slide): string[] {
  return slide.body.children.flatMap(node => (node.type === 'slot' ? [node.name] : []))
}

function sameHeadings(before: Slide, after: Slide): boolean {
  // Titles are the words of headings, so that most neighbours need no closer look.
  if (before.title !== after.title) return false
  const headings = (slide: Slide) => slide.body.children.flatMap(inHeadings)
  const first = headings(before)
  const second = headings(after)
  return (
    first.some(heading => wordsOf(heading) !== '') &&
    first.length === second.length &&
    first.every((heading, index) => signatureOf(heading) === signatureOf(second[index] as Heading))
  )
}

function inHeadings(node: RootContent): Heading[] {
  if (node.type === 'heading') return [node]
  return node.type === 'slot' ? node.children.flatMap(inHeadings) : []
}

function growsList(before: Slide, after: Slide): boolean {
  const first = firstList(before.body.children)
  const second = firstList(after.body.children)
  if (!first || !second || !isPrefix(first, second)) return false
  if (second.children.length > first.children.length) return true
  const there = otherBlocks(after, second)
  return otherBlocks(before, first).every(block => there.includes(block))
}

/** The first list of a slide in document order; slots are looked into, quotes and items are not. */
export function firstList(blocks: readonly RootContent[]): List | undefined {
  for (const node of blocks) {
    if (node.type === 'list') return node
    const inside = node.type === 'slot' ? firstList(node.children) : undefined
    if (inside) return inside
  }
  return undefined
}

/** Where the first list of a slide stands: between which slots, or in which. */
export function listPlace(blocks: readonly RootContent[]): string | undefined {
  const index = blocks.findIndex(
    node => node.type === 'list' || (node.type === 'slot' && firstList(node.children)),
  )
  if (index < 0) return undefined
  const slots = blocks.slice(0, index).filter(node => node.type === 'slot').length
  const node = blocks[index]
  return node?.type === 'slot' ? `${slots}/${listPlace(node.children)}` : `${slots}`
}

/** Whether the items of a list, at least one, begin another list of the same kind. */
export function isPrefix(first: List, second: List): boolean {
  return (
    first.children.length > 0 &&
    first.children.length <= second.children.length &&
    Boolean(first.ordered) === Boolean(second.ordered) &&
    (first.start ?? 1) === (second.start ?? 1) &&
    first.children.every(
      (item, index) => itemSignature(item) === itemSignature(second.children[index] as ListItem),
    )
  )
}

/** An item without its media. */
function itemSignature(item: ListItem): string {
  return signatureOf(item, { media: false })
}

function otherBlocks(slide: Slide, list: List): string[] {
  const outside = (blocks: readonly Nodes[]): Nodes[] =>
    blocks.flatMap(node => {
      if (node === list || isDefinition(node)) return []
      return node.type === 'slot' ? outside(node.children) : [node]
    })
  return outside(slide.body.children).map(node => signatureOf(node))
}

function swapsMedia(before: Slide, after: Slide): boolean {
  const media = (slide: Slide) => mediaIn(slide.body).map(node => signatureOf(node))
  const first = media(before)
  const second = media(after)
  return (
    first.length > 0 &&
    second.length > 0 &&
    wordsOf(before.body) === wordsOf(after.body) &&
    first.join('\n') !== second.join('\n')
  )
}

/** Definitions show nothing where they stand and count for the whole deck. */
export function isDefinition(node: Nodes): boolean {
  return node.type === 'definition' || node.type === 'footnoteDefinition'
}
