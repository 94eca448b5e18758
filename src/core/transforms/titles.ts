// The headings at the top of a slide are its title and subtitle.

import type { Heading, Nodes, Root, RootContent } from 'mdast'
import type { Deck, Slide } from '../deck/deck.ts'
import { isBlank, isMedia, isMediaBlock } from './media.ts'
import { wordsOf } from './words.ts'

/**
 * The first heading of a slide is its title where nothing but pictures and line breaks stands before it; a
 * heading right below is the subtitle. A heading that is a picture is
 * called what the picture shows. A heading that says nothing is none: a bare picture or line break stays as a
 * paragraph, and an empty one goes.
 */
export function findTitles(deck: Deck): Deck {
  return { ...deck, slides: deck.slides.map(findTitle) }
}

/** One slide with its headings marked and named; changes its body. */
export function findTitle(slide: Slide): Slide {
  dropEmptyHeadings(slide.body)
  const blocks = slide.body.children
  const at = blocks.findIndex(node => !isLeadIn(node))
  const title = headingAt(blocks, at)
  // What the dialect called the title may stand further down, as part of the content.
  const { title: _title, subtitle: _subtitle, ...untitled } = slide
  if (!title) return untitled
  title.data = { ...title.data, role: 'title' }
  const next = headingAt(
    blocks,
    blocks.findIndex((node, index) => index > at && !isBlankBlock(node)),
  )
  const below = next?.data?.role === 'inner' ? undefined : next
  if (below) below.data = { ...below.data, role: 'subtitle' }
  return { ...untitled, title: nameOf(title), ...(below ? { subtitle: nameOf(below) } : {}) }
}

function headingAt(blocks: readonly RootContent[], index: number): Heading | undefined {
  const node = blocks[index]
  return node?.type === 'heading' ? node : undefined
}

/** Whether a block may stand above the title: pictures, line breaks, comments. */
function isLeadIn(node: RootContent): boolean {
  return isBlankBlock(node) || isMediaBlock(node)
}

function isBlankBlock(node: RootContent): boolean {
  return isBlank(node) || (node.type === 'paragraph' && node.children.every(isBlank))
}

function dropEmptyHeadings(body: Root): void {
  body.children = body.children.flatMap((node): RootContent[] => {
    if (node.type !== 'heading' || nameOf(node) !== '') return [node]
    const { children, position } = node
    return children.length === 0 ? [] : [{ type: 'paragraph', children, ...(position ? { position } : {}) }]
  })
}

/** What a heading is called: its words but for a planned time, else what its pictures show. */
function nameOf(heading: Heading): string {
  const named = heading.children.filter(node => node.type !== 'timing')
  return wordsOf(named) || altOf(heading)
}

function altOf(node: Nodes): string {
  if (isMedia(node)) return 'alt' in node && node.alt ? node.alt : ''
  return 'children' in node ? node.children.map(altOf).join(' ').trim() : ''
}
