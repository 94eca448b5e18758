// Plain slides to clean hast in one walk. The pipeline stays the reference and has whatever is not surely plain.

import type { Element, ElementContent, Root } from 'hast'
import type * as mdast from 'mdast'
import { codePlaceholder } from '../code-placeholder.ts'
import type { SlideContext } from '../context.ts'
import { element, text } from '../element.ts'
import { addStep } from '../marks.ts'

/** Addresses that no step of the pipeline changes: of the web, in characters that need no encoding. */
const webAddress = /^https?:\/\/[!$&-;=?-Z_a-z~#]+$/

/** What words of a link may be too long for: `breaks.ts` looks at those. */
const short = 28

/** What a walk has met so far. */
interface Walk {
  readonly context: SlideContext
  readonly code: mdast.Code[]
  /** Levels of the headings that the next one stands below. */
  readonly above: number[]
  hasTitle: boolean
}

/**
 * Turns a tree of headings, paragraphs, lists and code, with emphasis, code and links of the web in them, into the
 * very hast that the whole pipeline gives.
 *
 * @param context its `code` gets the blocks whose placeholders are in the result
 * @returns undefined where the tree holds anything else
 */
export function plainHast(tree: mdast.Root, context: SlideContext): Root | undefined {
  const walk: Walk = { context, code: [], above: [], hasTitle: false }
  const children: ElementContent[] = []
  for (const node of tree.children) {
    const made = block(node, walk)
    if (!made) return undefined
    if (children.length > 0) children.push(text('\n'))
    children.push(made)
  }
  // A title may be written as HTML, or be any heading of the same words.
  if (context.title !== undefined && !walk.hasTitle) return undefined
  context.code.push(...walk.code)
  return { type: 'root', children }
}

function block(node: mdast.Nodes, walk: Walk): Element | undefined {
  if (node.data?.attributes) return undefined
  if (node.type === 'heading') return heading(node, walk)
  if (node.type === 'paragraph') return paragraph(node)
  if (node.type === 'list') return list(node, walk)
  if (node.type !== 'code') return undefined
  walk.code.push(node)
  return placed(element(codePlaceholder, { dataBlock: String(walk.code.length - 1) }), node)
}

function heading(node: mdast.Heading, walk: Walk): Element | undefined {
  const children = phrases(node.children)
  if (!children) return undefined
  const role = node.data?.role
  if (role === 'subtitle') {
    if (children.length === 0) return undefined
    return marked(element('p', { className: ['slide-subtitle'], role: 'doc-subtitle' }, children), node)
  }
  const { headingBase } = walk.context
  if (role === 'title') {
    if (walk.hasTitle) return undefined
    walk.hasTitle = true
    return marked(element(`h${headingBase - 1}`, { className: ['slide-title'] }, children), node)
  }
  const { above } = walk
  while (above.length > 0 && (above.at(-1) ?? 0) >= node.depth) above.pop()
  above.push(node.depth)
  return marked(element(`h${Math.min(6, headingBase + above.length - 1)}`, {}, children), node)
}

function paragraph(node: mdast.Paragraph): Element | undefined {
  const children = phrases(node.children)
  // What holds nothing that shows is for the pipeline to drop.
  if (!children?.some(child => child.type === 'element' || child.value.trim() !== '')) return undefined
  return marked(element('p', {}, children), node)
}

function list(node: mdast.List, walk: Walk): Element | undefined {
  // CommonMark: a list is loose as a whole or not at all.
  const isLoose = node.spread === true || node.children.some(isSpread)
  const children: ElementContent[] = [text('\n')]
  for (const item of node.children) {
    const made = listItem(item, isLoose, walk)
    if (!made) return undefined
    children.push(made, text('\n'))
  }
  const { start } = node
  const isOther = typeof start === 'number' && start !== 1
  return marked(element(node.ordered ? 'ol' : 'ul', isOther ? { start } : {}, children), node)
}

function isSpread({ spread, children }: mdast.ListItem): boolean {
  return spread ?? children.length > 1
}

function listItem(node: mdast.ListItem, isLoose: boolean, walk: Walk): Element | undefined {
  if (typeof node.checked === 'boolean' || node.data?.attributes) return undefined
  const children: ElementContent[] = []
  let isLastOpen = false
  for (const [index, child] of node.children.entries()) {
    const made = block(child, walk)
    if (!made) return undefined
    // The words of a tight item stand in it without a paragraph.
    const isBare = !isLoose && made.tagName === 'p'
    if (!isBare || index > 0) children.push(text('\n'))
    // A step of that paragraph would have nothing to stand on.
    if (isBare) children.push(...made.children)
    else children.push(made)
    isLastOpen = !isBare
  }
  if (isLastOpen) children.push(text('\n'))
  return marked(element('li', {}, children), node)
}

function phrases(nodes: readonly mdast.PhrasingContent[]): (Element | mdast.Text)[] | undefined {
  const children: (Element | mdast.Text)[] = []
  for (const node of nodes) {
    const made = phrase(node)
    if (!made) return undefined
    children.push(made)
  }
  return children
}

function phrase(node: mdast.PhrasingContent): Element | mdast.Text | undefined {
  const { data } = node
  if (data?.attributes) return undefined
  if (node.type === 'text') {
    if (data?.step !== undefined || node.value.includes('\r')) return undefined
    const value = node.value.includes('\n') ? node.value.replace(/[ \t]*\n[ \t]*/g, '\n') : node.value
    return text(value)
  }
  if (node.type === 'inlineCode') {
    const value = text(node.value.replace(/\r?\n|\r/g, ' '))
    return marked(element('code', {}, [value]), node)
  }
  if (node.type === 'link') return link(node)
  if (node.type !== 'strong' && node.type !== 'emphasis') return undefined
  const children = phrases(node.children)
  return children && marked(element(node.type === 'strong' ? 'strong' : 'em', {}, children), node)
}

function link(node: mdast.Link): Element | undefined {
  if (!webAddress.test(node.url)) return undefined
  if (node.children.some(child => child.type === 'text' && child.value.length >= short)) return undefined
  const children = phrases(node.children)
  if (!children) return undefined
  return marked(element('a', { href: node.url, title: node.title ?? undefined }, children), node)
}

/** Gives an element the place and the step of its node. */
function marked(made: Element, node: mdast.Nodes): Element {
  const step = node.data?.step
  if (step !== undefined) addStep(made, step)
  return placed(made, node)
}

function placed(made: Element, { position }: mdast.Nodes): Element {
  if (position) made.position = position
  return made
}
