// The headings at the top of a slide are its title and subtitle.

import type { Heading, Html, Nodes, PhrasingContent, Root, RootContent } from 'mdast'
import type { Deck, Slide } from '../deck/deck.ts'
import { isBlank, isMedia, isMediaBlock } from './media.ts'
import { decodeReferences, wordsOf } from './words.ts'

/**
 * The first heading of a slide is its title where nothing but pictures and line breaks stands before it; a
 * heading right below is the subtitle. Raw `<h1>` to `<h6>` are headings. A heading that is a picture is
 * called what the picture shows. A heading that says nothing is none: a bare picture or line break stays as a
 * paragraph, and an empty one goes.
 */
export function findTitles(deck: Deck): Deck {
  return { ...deck, slides: deck.slides.map(findTitle) }
}

/** One slide with its headings marked and named; changes its body. */
export function findTitle(slide: Slide): Slide {
  slide.body.children = slide.body.children.flatMap(node =>
    node.type === 'html' ? readHeadingTag(node) : [node],
  )
  dropEmptyHeadings(slide.body)
  const blocks = slide.body.children
  const at = blocks.findIndex(node => !isLeadIn(node))
  const title = headingAt(blocks, at)
  if (!title) return slide
  title.data = { ...title.data, role: 'title' }
  const below = headingAt(
    blocks,
    blocks.findIndex((node, index) => index > at && !isBlankBlock(node)),
  )
  if (below) below.data = { ...below.data, role: 'subtitle' }
  return { ...slide, title: nameOf(title), ...(below ? { subtitle: nameOf(below) } : {}) }
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

/** What a heading is called: its words, else what its pictures show. */
function nameOf(heading: Heading): string {
  return wordsOf(heading) || altOf(heading)
}

function altOf(node: Nodes): string {
  if (isMedia(node)) return 'alt' in node && node.alt ? node.alt : ''
  return 'children' in node ? node.children.map(altOf).join(' ').trim() : ''
}

const headingTag = /^\s*<h([1-6])(\s[^<>]*)?>([\s\S]*?)<\/h\1\s*>[ \t]*\n?/i

/** Takes headings off the front of a raw HTML block; what remains stays raw HTML. */
function readHeadingTag(node: Html): RootContent[] {
  const match = headingTag.exec(node.value)
  if (!match) return [node]
  const [whole, depth, attributes = '', inside = ''] = match as unknown as [string, string, string?, string?]
  const heading: Heading = {
    type: 'heading',
    depth: Number(depth) as Heading['depth'],
    children: inlineOf(inside),
    ...headingClasses(attributes),
    ...part(node, 0, whole.length),
  }
  const rest = node.value.slice(whole.length)
  if (rest.trim() === '') return [heading]
  const below: Html = { type: 'html', value: rest, ...part(node, whole.length, node.value.length) }
  return [heading, ...readHeadingTag(below)]
}

function headingClasses(attributes: string): Pick<Heading, 'data'> {
  const classes = /\bclass\s*=\s*(?:"([^"]*)"|'([^']*)'|(\S+))/i.exec(attributes)
  const names = (classes?.[1] ?? classes?.[2] ?? classes?.[3] ?? '').split(/\s+/).filter(Boolean)
  return names.length > 0 ? { data: { attributes: { classes: names, values: {} } } } : {}
}

/** The inside of a tag as inline nodes: tags stay raw, text is decoded. */
function inlineOf(html: string): PhrasingContent[] {
  return html
    .split(/(<\/?[a-z][^<>]*>|<!--[\s\S]*?-->)/i)
    .filter(piece => piece !== '')
    .map((piece, index, all): PhrasingContent => {
      const isTag = /^<(?:\/?[a-z]|!--)/i.test(piece)
      const text = decodeReferences(index === 0 || index === all.length - 1 ? piece.trim() : piece)
      return isTag ? { type: 'html', value: piece } : { type: 'text', value: text.replace(/\s*\n\s*/g, ' ') }
    })
}

/** The position of a stretch of a raw HTML block that begins at the line's start. */
function part(node: Html, from: number, to: number): Pick<Html, 'position'> {
  const start = node.position?.start
  if (!start) return {}
  const point = (at: number) => {
    const before = node.value.slice(0, at).split('\n')
    const last = before.at(-1) ?? ''
    return {
      line: start.line + before.length - 1,
      column: before.length === 1 ? start.column + at : last.length + 1,
      offset: (start.offset ?? 0) + at,
    }
  }
  return { position: { start: point(from), end: point(to) } }
}
