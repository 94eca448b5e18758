// Long parts of a document go on on further slides, at the bounds of blocks, by arithmetic that is the same everywhere.

import type { Heading, Nodes, Root, RootContent } from 'mdast'
import type { Deck, Position, Slide, Step } from '../deck/deck.ts'
import { heightOf, plain, sizes } from '../deck/room.ts'
import { atomsOf } from './atoms.ts'
import { copyTree } from './copy.ts'
import { layoutFor } from './layout.ts'
import { isBlank } from './media.ts'
import { isShortQuote, pagesOf } from './pages.ts'
import { portions } from './schedule.ts'
import { claim } from './slug.ts'

/** What may stand under the title of the talk: blocks, characters of one, characters of all. */
const underTitle = { blocks: 2, block: 160, all: 240 }

/**
 * Deals what is too long for one slide out to several, where the deck wants that (`continuation: split`; an outline
 * does): between blocks, items and rows, and code of more than 24 lines at a blank line, an instruction or a command.
 * Each slide has the title, marked with its number; the first keeps the key, the others have it with `-2`, `-3`.
 * The title of the whole document stands on a slide of its own with what little is said under it.
 */
export function continueLong(deck: Deck): Deck {
  if (deck.meta.continuation !== 'split') return deck
  const taken = new Set(deck.slides.flatMap(slide => [slide.key, ...slide.aliases.map(alias => alias.key)]))
  const slides = deck.slides.flatMap((slide, index) => {
    const pages = pagesOfSlide(slide, index === 0 && isTitleOfAll(deck))
    return pages.length > 1 ? continued(slide, pages, taken) : [settled(slide)]
  })
  return { ...deck, slides }
}

const dealt: ReadonlySet<string> = new Set(['content', 'split', 'code', 'quote', 'image'])

/** Blocks for each slide, heads left out. */
function pagesOfSlide(slide: Slide, titleOfAll: boolean): RootContent[][] {
  const { content } = parts(slide)
  if (slide.mergedFrom.length === 0 || !dealt.has(slide.layout) || !isDivisible(slide)) return [content]
  const shown = content.filter(block => !isSilent(block))
  const little = titleOfAll ? littleUnderTitle(shown) : 0
  const opening = titleOfAll ? [shown.slice(0, little)] : []
  const [first = [], ...others] = [...opening, ...pagesOf(atomsOf(shown.slice(little)), slide.title ?? '')]
  return [[...first, ...content.filter(isSilent)], ...others]
}

/** Definitions and comments take no room and part nothing. */
function isSilent(node: RootContent): boolean {
  return (
    node.type === 'definition' ||
    node.type === 'footnoteDefinition' ||
    (node.type === 'html' && isBlank(node))
  )
}

/** The head of a slide, what stands before it, and the rest. */
function parts({ body }: Slide): { before: RootContent[]; head: Heading[]; content: RootContent[] } {
  const isHead = (node: RootContent): node is Heading =>
    node.type === 'heading' && (node.data?.role === 'title' || node.data?.role === 'subtitle')
  const at = body.children.findIndex(isHead)
  return {
    before: at > 0 ? body.children.slice(0, at) : [],
    head: body.children.filter(isHead),
    content: body.children.slice(Math.max(at, 0)).filter(node => !isHead(node)),
  }
}

/** Steps that only add can be dealt out; a focus that moves or pictures that change places cannot. */
function isDivisible({ steps }: Slide): boolean {
  return steps.every(
    step => !step.swaps && (step.kind === 'item' || step.kind === 'block' || step.kind === 'pause'),
  )
}

function isTitleOfAll({ slides }: Deck): boolean {
  const depths = slides.map(slide => parts(slide).head[0]?.depth ?? 7)
  const [first = 7, ...others] = depths
  return first < 7 && others.length > 0 && others.every(depth => depth > first)
}

function littleUnderTitle(content: readonly RootContent[]): number {
  let count = 0
  let characters = 0
  for (const block of content.slice(0, underTitle.blocks)) {
    const length = plain(block).length
    characters += length
    if (
      block.type !== 'paragraph' ||
      length === 0 ||
      length > underTitle.block ||
      characters > underTitle.all
    )
      break
    // What leads over to the next block stays with it.
    if (/[:：]\s*$/.test(plain(block))) break
    count += 1
  }
  return count
}

function continued(slide: Slide, pages: readonly RootContent[][], taken: Set<string>): Slide[] {
  const { before, head } = parts(slide)
  const [size] = sizes
  const weights = pages.map(blocks => (size ? 100 + heightOf(blocks, size) : 1))
  const minutes = portions(slide.minutes, weights)
  let clock = slide.start
  return pages.map((blocks, index): Slide => {
    const number = index + 1
    const opening = index === 0 && isOpening(blocks, slide)
    const titles = index === 0 ? copyTree(head) : head.slice(0, 1).map(withoutTime)
    if (!opening) mark(titles[0], number, pages.length)
    const heads = index === 0 ? [...before, ...titles] : titles
    const body: Root = { ...slide.body, children: [...heads, ...blocks] }
    const own = minutes?.[index]
    const page = pageOf(slide, body, index, index === 0 ? slide.key : claim(`${slide.key}-${number}`, taken))
    const timed = {
      ...page,
      ...(own === undefined ? {} : { minutes: own }),
      ...(clock === undefined ? {} : { start: clock }),
    }
    clock = clock === undefined || own === undefined ? undefined : clock + own
    const titled =
      index > 0 && slide.title !== undefined ? { title: `${slide.title} (${number}/${pages.length})` } : {}
    return settled({ ...timed, ...titled, layout: 'content' }, opening)
  })
}

/** One of several slides, with the steps of what stands on it; what is said of the whole stays with the first. */
function pageOf(slide: Slide, body: Root, index: number, key: string): Slide {
  const position = positionOf(body.children, slide.position)
  const { steps } = renumbered(body, slide.steps)
  if (index === 0) return { ...slide, key, body, position, steps }
  const { notes: _notes, handout: _handout, subtitle: _subtitle, part: _part, ...rest } = slide
  return { ...rest, key, body, position, steps, aliases: [], classes: [...slide.classes, 'continued'] }
}

/** Whether the title of the whole stands alone, or with little under it. */
function isOpening(blocks: readonly RootContent[], slide: Slide): boolean {
  return (
    parts(slide).head[0]?.depth === 1 &&
    blocks.length < parts(slide).content.length &&
    blocks.length <= littleUnderTitle(blocks)
  )
}

/** A slide in the layout that its content asks for now. */
function settled(slide: Slide, opening = false): Slide {
  if (slide.mergedFrom.length === 0 || !dealt.has(slide.layout)) return slide
  if (opening && slide.title !== undefined) return { ...slide, layout: 'title' }
  const layout = layoutFor(slide)
  const [only] = parts(slide).content
  const crowded = layout === 'quote' && only !== undefined && !isShortQuote(only, slide.title ?? '')
  return { ...slide, layout: crowded ? 'content' : layout }
}

function withoutTime(heading: Heading): Heading {
  const copy = copyTree(heading)
  copy.children = copy.children.filter(({ type }) => type !== 'timing')
  if (copy.data?.attributes)
    copy.data = { ...copy.data, attributes: { ...copy.data.attributes, classes: [] } }
  return copy
}

function mark(heading: Heading | undefined, number: number, of: number): void {
  heading?.children.push({ type: 'text', value: ' ' }, { type: 'pageMark', number, of })
}

/** Steps count anew on each slide. */
function renumbered(body: Root, steps: readonly Step[]): { steps: Step[] } {
  const found = new Set<number>()
  each(body, node => {
    if (node.data?.step !== undefined) found.add(node.data.step)
  })
  const numbers = [...found].sort((a, b) => a - b)
  each(body, node => {
    if (node.data?.step !== undefined) node.data = { ...node.data, step: numbers.indexOf(node.data.step) + 1 }
  })
  return { steps: numbers.flatMap(number => steps[number - 1] ?? []) }
}

function each(node: Nodes, visit: (node: Nodes) => void): void {
  visit(node)
  if ('children' in node) for (const child of node.children) each(child, visit)
}

function positionOf(blocks: readonly RootContent[], whole: Position): Position {
  const places = blocks.flatMap(({ position }) => (position ? [position as Position] : []))
  const [first] = places
  const last = places.at(-1)
  return first && last ? { start: first.start, end: last.end } : whole
}
