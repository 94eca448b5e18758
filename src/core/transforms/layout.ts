// Chooses a layout from what a slide holds, where its author named none.

import type { Heading, Nodes, Paragraph, RootContent } from 'mdast'
import type { Deck, LayoutName, Slide } from '../deck/deck.ts'
import { diagnostic } from '../deck/diagnostic.ts'
import type { Context } from './context.ts'
import { isBlank, isMediaBlock } from './media.ts'
import { wordsOf } from './words.ts'

/**
 * A named layout stays; `content` is what a slide is that is nothing else. Reports `layout-slots` where columns
 * have no two slots to fill them.
 */
export function chooseLayouts(deck: Deck, context: Context): Deck {
  const last = deck.slides.findLastIndex(slide => !slide.hidden)
  const slides = deck.slides.map((slide, index) => {
    const { layout: named, ...values } = slide.attributes.values
    const chosen =
      named !== undefined || slide.layout !== 'content'
        ? slide.layout
        : layoutOf(slide, { first: index === 0, last: index > 0 && index === last })
    const slots = slide.body.children.filter(node => node.type === 'slot')
    if (chosen === 'columns' && slots.length < 2) {
      const message = `The layout \`columns\` has ${slots.length === 0 ? 'no slots' : 'one slot'}`
      context.report(
        diagnostic(slide.file ?? deck.source.path, 'layout-slots', message, { position: slide.position }),
      )
    }
    return { ...slide, layout: chosen, attributes: { ...slide.attributes, values } }
  })
  return { ...deck, slides }
}

/** The layout that the content of a slide between the first and the last asks for. */
export function layoutFor(slide: Slide): LayoutName {
  return layoutOf(slide, { first: false, last: false })
}

/** What counts about a slide's blocks. */
interface Content {
  readonly title: Heading | undefined
  /** What stands beside title and subtitle and shows something; of a swap, its last state. */
  readonly blocks: readonly Nodes[]
  readonly pictures: readonly Nodes[]
  readonly texts: readonly Nodes[]
}

function layoutOf(slide: Slide, place: { first: boolean; last: boolean }): LayoutName {
  const content = contentOf(slide)
  const { title, blocks, pictures, texts } = content
  if (slide.classes.includes('center')) return 'center'
  if (slide.body.children.some(node => node.type === 'slot')) return 'columns'
  if (place.first && title && isLittle(content)) return 'title'
  if (place.last && isClosing(slide, content)) return 'end'
  if (title && blocks.length === 0) {
    if (isSentence(slide.title ?? '')) return 'statement'
    return title.depth <= 2 ? 'section' : 'statement'
  }
  const [only] = blocks
  if (blocks.length === 1 && only) {
    if (only.type === 'blockquote') return 'quote'
    if (only.type === 'code') return 'code'
    if (!title && isMediaBlock(only)) return 'image'
    if (!title && only.type === 'paragraph' && wordsOf(only).length <= longestStatement) return 'statement'
  }
  const isPlain = texts.every(node => node.type === 'paragraph' || node.type === 'list')
  const isHung = pictures.some(node => isPlaced(node) || node.data?.place)
  if (pictures.length === 1 && !isHung && texts.length > 0 && isPlain) return 'split'
  // Several pictures stand in a grid: below a line of words, beside more.
  if (pictures.length > 1 && !isHung && isPlain && linesOf(texts) > 3) return 'split'
  return 'content'
}

/** Lines that words take, roughly: one an item, and one for so many characters of a paragraph. */
function linesOf(blocks: readonly Nodes[]): number {
  return blocks.reduce((sum, block) => {
    if (block.type === 'list') return sum + linesOf(block.children)
    if (block.type === 'listItem') return sum + Math.max(1, linesOf(block.children))
    return sum + Math.ceil(wordsOf([block] as Paragraph[]).length / 62)
  }, 0)
}

/** Whether an author gave a picture its side: then the words stand beside it where they are, and it keeps its width. */
function isPlaced(node: Nodes): boolean {
  const sides = node.data?.attributes?.classes ?? []
  if (sides.some(name => name === 'left' || name === 'right' || name === 'center')) return true
  return 'children' in node && node.children.some(isPlaced)
}

/** Characters that still read as one statement. */
const longestStatement = 120

function contentOf(slide: Slide): Content {
  const isHead = (node: RootContent) =>
    node.type === 'heading' && (node.data?.role === 'title' || node.data?.role === 'subtitle')
  const title = slide.body.children.find(
    (node): node is Heading => node.type === 'heading' && node.data?.role === 'title',
  )
  const blocks = slide.body.children.filter(node => !isHead(node) && !isApart(node)).flatMap(shown)
  return {
    title,
    blocks,
    pictures: blocks.filter(isMediaBlock),
    texts: blocks.filter(node => !isMediaBlock(node)),
  }
}

/** A picture that has its place beside or behind the words decides nothing among them. */
function isApart({ data }: RootContent): boolean {
  return data?.place !== undefined && data.place.where !== 'inline'
}

/** The blocks of a node that are there at the end, without what shows nothing. */
function shown(node: RootContent): Nodes[] {
  if (node.type === 'swap') {
    const lasting = node.children.findLast(state => state.until === undefined) ?? node.children.at(-1)
    return lasting?.children.flatMap(shown) ?? []
  }
  const isEmpty = isBlank(node) || (node.type === 'paragraph' && node.children.every(isBlank))
  return isEmpty ? [] : [node]
}

/** A title, and at most a picture and a few short lines: who, where, when. */
function isLittle({ pictures, texts }: Content): boolean {
  return (
    pictures.length <= 1 &&
    texts.length <= 3 &&
    texts.every(node => (node.type === 'paragraph' || node.type === 'heading') && wordsOf(node).length <= 160)
  )
}

const closingWords =
  /^(?:thank\s?(?:s|you)\b.*|(?:the )?end|fin|q\s?(?:&|\/|and|\+)?\s?a|(?:any )?questions?|questions? (?:and|&) answers?|(?:good)?bye|cheers|danke\b.*|vielen dank\b.*|fragen|merci\b.*|gracias\b.*|obrigad[oa]\b.*|ありがとう.*)[\s!?.…:)]*$/iu

function isClosing(slide: Slide, content: Content): boolean {
  const said = slide.title ?? (content.texts.length === 1 ? wordsOf(content.texts as Paragraph[]) : '')
  return closingWords.test(said) && content.blocks.length <= 4
}

/** Whether a heading says something rather than names something. */
function isSentence(text: string): boolean {
  return text.split(' ').length > 6 || (/[.!?…。！？]$/u.test(text) && text.includes(' '))
}
