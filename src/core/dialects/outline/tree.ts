// From the headings of a document to slides: what stands alone, what opens a section, what stays inside of a slide.

import type { Heading, RootContent } from 'mdast'
import type { Position, Slide } from '../../deck/deck.ts'
import { heightOf, roomUnder, sizes } from '../../deck/room.ts'
import { timingOf } from './times.ts'

/** A heading, what stands under it, and the headings below. */
interface Chapter {
  readonly depth: number
  /** As its own lines have it. */
  readonly slide: Slide
  readonly children: Chapter[]
}

/** What is little enough to stand under the words of a section: characters, blocks. */
const little = { characters: 220, blocks: 2 }

/**
 * @param written one slide a heading, in order, with what stands under it up to the next; the first may have none
 */
export function arrange(written: readonly Slide[]): Slide[] {
  const { before, roots } = plant(written)
  const [root] = roots
  if (roots.length !== 1 || !root || before) {
    return [...(before ? [before] : []), ...roots.flatMap(chapter => unfold(chapter))]
  }
  const { title, chapters } = takeSubtitle(root)
  return [title, ...chapters.flatMap(chapter => unfold(chapter))]
}

function plant(written: readonly Slide[]): { before: Slide | undefined; roots: Chapter[] } {
  const roots: Chapter[] = []
  const path: Chapter[] = []
  let before: Slide | undefined
  for (const slide of written) {
    const depth = headingOf(slide)?.depth
    if (depth === undefined) {
      before = slide
      continue
    }
    const chapter: Chapter = { depth, slide, children: [] }
    while ((path.at(-1)?.depth ?? 0) >= depth) path.pop()
    const parent = path.at(-1)
    if (parent) parent.children.push(chapter)
    else roots.push(chapter)
    path.push(chapter)
  }
  return { before, roots }
}

/** A heading right under the title, above all else there is, goes on with the title. */
function takeSubtitle(root: Chapter): { title: Slide; chapters: readonly Chapter[] } {
  const [only, second] = root.children
  const wraps = only && !second && only.children.length > 0 && isEmpty(root.slide)
  if (!wraps) return { title: root.slide, chapters: root.children }
  return { title: join([root.slide, only.slide], 'subtitle'), chapters: only.children }
}

/** The slides of a chapter: one where all of it is small, else its own and those of its children. */
function unfold(chapter: Chapter): Slide[] {
  const { slide, children } = chapter
  if (children.length === 0)
    return [isEmpty(slide) || (isBreak(slide) && isLittle(slide)) ? asSection(slide) : slide]
  if (!children.some(isTimed) && isSmall(chapter)) return [join(flatten(chapter), 'content')]
  const own = isLittle(slide) ? asSection(slide) : slide
  return [own, ...children.flatMap(unfold)]
}

function flatten({ slide, children }: Chapter): Slide[] {
  return [slide, ...children.flatMap(flatten)]
}

function isTimed({ slide, children }: Chapter): boolean {
  const heading = headingOf(slide)
  return (heading !== undefined && timingOf(heading) !== undefined) || children.some(isTimed)
}

/** Whether all of a chapter fits on a slide at the size it is meant to have. */
function isSmall(chapter: Chapter): boolean {
  const [size] = sizes
  if (!size) return false
  const all = flatten(chapter)
  if (all.slice(1).some(isEmpty)) return false
  const blocks = all.flatMap((slide, index) => slide.body.children.slice(index === 0 ? 1 : 0))
  return heightOf(blocks, size) <= roomUnder(chapter.slide.title ?? '', undefined, size)
}

/** The heading a slide begins with; pictures and comments may stand before it. */
function headingOf(slide: Slide): Heading | undefined {
  return slide.body.children.find((node): node is Heading => node.type === 'heading')
}

function contentOf({ body }: Slide): RootContent[] {
  const at = body.children.findIndex(node => node.type === 'heading')
  return body.children.filter(
    (node, index) => index !== at && node.type !== 'definition' && node.type !== 'footnoteDefinition',
  )
}

function isEmpty(slide: Slide): boolean {
  return contentOf(slide).length === 0
}

function isLittle(slide: Slide): boolean {
  const content = contentOf(slide)
  const { start, end } = slide.position
  return (
    content.length <= little.blocks &&
    content.every(node => node.type === 'paragraph') &&
    end.offset - start.offset <= little.characters
  )
}

const breaks =
  /\b(?:lunch|breaks?|coffee|tea|dinner|pause|mittags?pause|mittagessen|kaffee(?:pause)?|déjeuner|pausa|almuerzo|pranzo|almoço|przerwa)\b|休憩|昼食|午餐|休息/iu

/** `Lunch (12 - 1pm)` is a gap in the day, whatever little is said of it. */
function isBreak(slide: Slide): boolean {
  const heading = headingOf(slide)
  return heading !== undefined && timingOf(heading) !== undefined && breaks.test(slide.title ?? '')
}

function asSection(slide: Slide): Slide {
  return { ...slide, layout: 'section' }
}

/** Several as one; what the headings behind the first become. */
function join(slides: readonly Slide[], inner: 'content' | 'subtitle'): Slide {
  const [first, ...others] = slides as readonly [Slide, ...Slide[]]
  const last = others.at(-1) ?? first
  const position: Position = { start: first.position.start, end: last.position.end }
  for (const { body } of inner === 'content' ? others : []) {
    for (const node of body.children) if (node.type === 'heading') node.data = { ...node.data, role: 'inner' }
  }
  const children = slides.flatMap(({ body }) => body.children)
  return { ...first, position, body: { ...first.body, children, position } }
}
