// From mdast to hast, node by node, where CommonMark's own way is not ours.

import type { Element, ElementContent } from 'hast'
import type * as mdast from 'mdast'
import type { Handlers, State } from 'mdast-util-to-hast'
import { defaultHandlers } from 'remark-rehype'
import type { Attribution, Callout, PageMark, Slot, Swap, SwapState, Timing } from '../deck/nodes.ts'
import { codePlaceholder } from './code-placeholder.ts'
import { contextOf } from './context.ts'
import { element, text } from './element.ts'
import { addStep, withMarks } from './marks.ts'

const own: Handlers = {
  blockquote(state: State, node: mdast.Blockquote): Element {
    const attribution = node.children.find(child => child.type === 'attribution')
    const rest = { ...node, children: node.children.filter(child => child !== attribution) }
    const quote = element('blockquote', {}, state.wrap(state.all(rest), true))
    if (!attribution) return quote
    return element('figure', { className: ['quote'] }, [
      quote,
      element('figcaption', {}, state.all(attribution as Attribution)),
    ])
  },

  attribution(state: State, node: Attribution): Element {
    return element('p', { className: ['attribution'] }, state.all(node))
  },

  callout(state: State, node: Callout): Element {
    const { words } = contextOf(state.options.file ?? undefined)
    return element('aside', { className: ['callout', `callout-${node.kind}`] }, [
      element('p', { className: ['callout-title'] }, [text(words.callouts[node.kind])]),
      ...state.wrap(state.all(node), true),
    ])
  },

  code(state: State, node: mdast.Code): Element {
    const { code } = contextOf(state.options.file ?? undefined)
    code.push(node)
    return element(codePlaceholder, { dataBlock: String(code.length - 1) })
  },

  heading(state: State, node: mdast.Heading): Element {
    const role = node.data?.role
    if (role === 'subtitle') {
      return element('p', { className: ['slide-subtitle'], role: 'doc-subtitle' }, state.all(node))
    }
    const classes = role === 'title' ? { className: ['slide-title'] } : {}
    return element(`h${node.depth}`, classes, state.all(node))
  },

  image(_: State, node: mdast.Image): Element {
    return picture(node.url, node.alt, node.title)
  },

  imageReference(state: State, node: mdast.ImageReference): ElementContent | ElementContent[] {
    const definition = state.definitionById.get(node.identifier.toUpperCase())
    if (definition) return picture(definition.url, node.alt, definition.title)
    return defaultHandlers.imageReference(state, node)
  },

  paragraph(state: State, node: mdast.Paragraph): ElementContent | ElementContent[] {
    const children = state.all(node)
    // A line of tags alone is no paragraph: `<font …>` there may open for the blocks that follow.
    const isTags = node.children.every(child => child.type === 'html' || isBlankText(child))
    return isTags ? children : element('p', {}, children)
  },

  pageMark(state: State, { number, of }: PageMark): Element {
    const { words } = contextOf(state.options.file ?? undefined)
    const label = words.partOf(number, of)
    return element('span', { className: ['page-mark'], role: 'img', ariaLabel: label }, [
      text(`${number}/${of}`),
    ])
  },

  pause: () => undefined,

  slot(state: State, node: Slot): Element {
    const name = node.name.replace(/[^\w-]/g, '')
    return element('div', { className: ['slot', `slot-${name}`] }, state.wrap(state.all(node), true))
  },

  swap(state: State, node: Swap): Element {
    return element('div', { className: ['swap'] }, state.all(node))
  },

  swapState(state: State, node: SwapState): Element {
    const { from, until, keep } = node
    const marks = {
      dataFrom: String(from),
      dataUntil: until === undefined ? undefined : String(until),
      dataKeep: keep ? '' : undefined,
    }
    const children = state.wrap(state.all(node), true)
    const leaves = until === undefined ? undefined : leavesWith(until)
    if (from === 0)
      return element(
        'div',
        { className: ['swap-state', ...(leaves?.classes ?? [])], ...leaves?.at, ...marks },
        children,
      )
    const inner = leaves ? [element('div', { className: leaves.classes, ...leaves.at }, children)] : children
    const outer = element('div', { className: ['swap-state'], ...marks }, inner)
    addStep(outer, from)
    return outer
  },

  timing(state: State, node: Timing): Element {
    return element('span', { className: ['timing'] }, state.all(node))
  },
}

/** What makes an element go away with a step, counted from 1. */
function leavesWith(step: number) {
  return { classes: ['fragment', 'fade-out'], at: { dataFragmentIndex: String(step - 1) } }
}

function picture(url: string, alt: string | null | undefined, title: string | null | undefined): Element {
  return element('img', { src: url, alt: alt ?? '', title: title ?? undefined })
}

function isBlankText(node: mdast.PhrasingContent): boolean {
  return node.type === 'text' && node.value.trim() === ''
}

/** All handlers, each followed by the marks its node carries and given its place. */
export const handlers: Handlers = Object.fromEntries(
  Object.entries({ ...defaultHandlers, ...own }).map(([type, handler]) => [
    type,
    (state: State, node: mdast.Nodes, parent: mdast.Parents | undefined) => {
      const result = handler(state, node, parent)
      if (result && !Array.isArray(result)) state.patch(node, result)
      return withMarks(node, result, contextOf(state.options.file ?? undefined))
    },
  ]),
)
