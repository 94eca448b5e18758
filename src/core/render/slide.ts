// One slide as a reveal.js section: its head, its body, its handout and, where asked for, its notes.

import type { Element, ElementContent, Root, RootContent } from 'hast'
import type * as mdast from 'mdast'
import type { Deck, Highlight, PublicDeck, PublicSlide, Slide } from '../deck/deck.ts'
import { type Diagnostic, diagnostic } from '../deck/diagnostic.ts'
import type { ImageMark } from '../deck/nodes.ts'
import { placeOf, type SlideContext, type Sources } from './context.ts'
import { withDefinitions } from './definitions.ts'
import { classesOf, element, isBlank, isElement, text, wordsOf } from './element.ts'
import { insertCode } from './insert-code.ts'
import { markLines } from './lines.ts'
import type { RenderedSlide } from './page.ts'
import { toCleanHast, toHtml } from './processor.ts'
import { depthOf, noteSources, sectionProperties } from './section.ts'
import type { StyleRules } from './style-rules.ts'
import type { Words } from './words.ts'

/** What all slides of a page share. */
export interface DeckContext {
  readonly deck: Deck | PublicDeck
  readonly words: Words
  readonly highlight: Highlight | undefined
  readonly trusted: boolean
  readonly lines: boolean
  readonly addresses: ReadonlyMap<string, string>
  readonly styles: StyleRules
  readonly sources: Sources
  readonly report: (problem: Diagnostic) => void
}

type Part = 'body' | 'handout' | 'notes'

/** Renders a slide of a deck; the first that is shown carries the heading of the page. */
export function renderSlide(
  slide: Slide | PublicSlide,
  isFirst: boolean,
  shared: DeckContext,
): { readonly slide: RenderedSlide; readonly section: Element } {
  const body = part(slide, isFirst, 'body', slide.body, shared)
  const { title, subtitle } = takeTitles(body)
  const placed = takePlaced(body)
  const handout = slide.handout ? part(slide, isFirst, 'handout', slide.handout, shared) : undefined
  const notes = notesOf(slide, isFirst, shared)
  const heads = headOf(slide, isFirst, { title, subtitle }, shared)
  const frame = element(
    'div',
    { className: ['slide-frame'], id: heads.named ? undefined : `/${slide.key}` },
    [
      ...heads.nodes,
      element('div', { className: ['slide-body'] }, body.children as ElementContent[]),
      ...placed,
    ],
  )
  const properties = sectionProperties(slide, shared.deck.meta, shared.deck.source.path, shared.report)
  if (shared.deck.meta.continuation === 'split') properties.dataDepth = depthOf(slide)
  const section = element('section', properties, [frame])
  if (handout) section.children.push(aside('handout', handout))
  if (notes) section.children.push(aside('notes', notes))
  noteSources(section, shared.sources)
  const words = [title, subtitle, body, ...placed, handout].flatMap(node => (node ? [wordsOf(node)] : []))
  const rendered: RenderedSlide = {
    key: slide.key,
    ...(slide.title === undefined ? {} : { title: slide.title }),
    html: toHtml({ type: 'root', children: [section] }),
    text: words.filter(each => each !== '').join(' '),
    steps: slide.steps.length,
    ...(slide.minutes === undefined ? {} : { minutes: slide.minutes }),
    below: slide.below,
    hidden: slide.hidden,
    line: slide.position.start.line,
  }
  return { slide: rendered, section }
}

/** A tree of the slide as clean hast with its code. */
function part(
  slide: Slide | PublicSlide,
  isFirst: boolean,
  name: Part,
  tree: mdast.Root,
  shared: DeckContext,
): Root {
  const { deck, report, highlight, lines, ...rest } = shared
  const file = slide.file ?? deck.source.path
  const isBody = name === 'body'
  const context: SlideContext = {
    ...rest,
    key: slide.key,
    prefix: `${slide.key}-${isBody ? '' : `${name}-`}`,
    headingBase: titleLevel(slide, isFirst) + 1,
    title: isBody ? slide.title : undefined,
    subtitle: isBody ? slide.subtitle : undefined,
    fillsWithPicture: isBody && (slide.layout === 'split' || slide.layout === 'image'),
    images: imageMarks(tree),
    code: [],
    report: (rule, message, position, note) =>
      report(diagnostic(file, rule, message, { position: placeOf(position), note })),
  }
  const result = toCleanHast(withDefinitions(tree, deck.definitions), context)
  insertCode(result, context.code, highlight, lines)
  if (lines) markLines(result, slide.position.start.line)
  return result
}

/** The first slide's title heads the page; a slide without a title puts its own headings in that place. */
function titleLevel(slide: PublicSlide, isFirst: boolean): number {
  return isFirst || slide.title === undefined ? 1 : 2
}

/** Pictures that the `images` transform has looked up, by their address as written. */
function imageMarks(tree: mdast.Root): Map<string, ImageMark> {
  const marks = new Map<string, ImageMark>()
  const collect = (node: mdast.Nodes): void => {
    if (node.type === 'image' && node.data?.image) marks.set(node.url, node.data.image)
    for (const [src, mark] of Object.entries(node.data?.images ?? {})) marks.set(src, mark)
    if ('children' in node) node.children.forEach(collect)
  }
  collect(tree)
  return marks
}

/** Takes the title and subtitle out of the body, and the line breaks that pushed the title down. */
function takeTitles(body: Root): { title: Element | undefined; subtitle: Element | undefined } {
  const isNamed = (name: string) => (node: RootContent) => isElement(node) && classesOf(node).includes(name)
  const at = body.children.findIndex(isNamed('slide-title'))
  const title = body.children[at]
  if (!isElement(title)) return { title: undefined, subtitle: undefined }
  const before = body.children.slice(0, at)
  const after = body.children.slice(at + 1)
  const subtitle = after.find(isNamed('slide-subtitle'))
  const spacers = before.every(node => isBlank(node) || isElement(node, 'br'))
  body.children = [...(spacers ? [] : before), ...after.filter(node => node !== subtitle)]
  return { title, subtitle: isElement(subtitle) ? subtitle : undefined }
}

/** Takes the pictures out of the body that have a place of their own; they stand beside it, so that it can move. */
function takePlaced(body: Root): Element[] {
  const isPlaced = (node: RootContent): node is Element =>
    isElement(node) && classesOf(node).includes('placed')
  const placed = body.children.filter(isPlaced)
  if (placed.length > 0) body.children = body.children.filter(node => !isPlaced(node))
  return placed
}

/** The head of a slide, and whether something in it carries the slide's address. */
function headOf(
  slide: PublicSlide,
  isFirst: boolean,
  { title, subtitle }: { title: Element | undefined; subtitle: Element | undefined },
  shared: DeckContext,
): { nodes: ElementContent[]; named: boolean } {
  const id = `/${slide.key}`
  if (title) {
    title.properties = { ...title.properties, id }
    const head = element('header', { className: ['slide-head'] }, subtitle ? [title, subtitle] : [title])
    return { nodes: [head], named: true }
  }
  if (!isFirst) return { nodes: [], named: false }
  const heading = element('h1', { id, className: ['visually-hidden'] }, [text(shared.deck.meta.title)])
  return { nodes: [heading], named: true }
}

function aside(name: 'handout' | 'notes', tree: Root): Element {
  return element('aside', { className: [name] }, tree.children as ElementContent[])
}

/** Notes from one file after the other, so that what is wrong with them is said of the file they are in. */
function noteParts(
  slide: Slide | PublicSlide,
  isFirst: boolean,
  notes: mdast.Root,
  shared: DeckContext,
): ElementContent[] {
  const runs: { readonly file: string | undefined; readonly children: mdast.RootContent[] }[] = []
  for (const node of notes.children) {
    const file = node.data?.file ?? slide.file
    const last = runs.at(-1)
    if (last && last.file === file) last.children.push(node)
    else runs.push({ file, children: [node] })
  }
  return runs.flatMap(({ file, children }) => {
    const written = file === undefined ? slide : { ...slide, file }
    return part(written, isFirst, 'notes', { type: 'root', children }, shared).children as ElementContent[]
  })
}

/** The speaker's notes of the slide and of its steps; undefined where there are none or none may be. */
function notesOf(slide: Slide | PublicSlide, isFirst: boolean, shared: DeckContext): Root | undefined {
  const children: RootContent[] = []
  if ('notes' in slide && slide.notes) {
    children.push(...noteParts(slide, isFirst, slide.notes, shared))
  }
  slide.steps.forEach((step, at) => {
    if (!('notes' in step) || !step.notes) return
    const parts = noteParts(slide, isFirst, step.notes as mdast.Root, shared)
    children.push(element('div', { className: ['step-notes'], dataStep: String(at + 1) }, parts))
  })
  return children.length > 0 ? { type: 'root', children } : undefined
}
