// Puts what a Markdown node carries beyond CommonMark on its element: attributes, and the step it appears with.

import type { Element, ElementContent, Root } from 'hast'
import type { Nodes } from 'mdast'
import type { Attributes } from '../deck/deck.ts'
import { focalPoint } from '../deck/focal-point.ts'
import { nearest } from '../deck/nearest.ts'
import type { SlideContext } from './context.ts'
import { addClasses, addStyle, element } from './element.ts'

type Result = ElementContent | ElementContent[] | Root | undefined

/** Attributes an author may write in braces, by the property they become. */
const written: Readonly<Record<string, string>> = {
  title: 'title',
  lang: 'lang',
  dir: 'dir',
  style: 'style',
  width: 'width',
  height: 'height',
  alt: 'alt',
  align: 'align',
  target: 'target',
  rel: 'rel',
  start: 'start',
  role: 'role',
  loop: 'loop',
  muted: 'muted',
  autoplay: 'dataAutoplay',
  'aria-label': 'ariaLabel',
  'aria-hidden': 'ariaHidden',
}

/** Marks that transforms read and render does not. */
const elsewhere = new Set(['step', 'reveal', 'layout', 'time', 'only', 'include', 'background', 'transition'])

/** The result of a node with its marks; wrapped where a mark needs an element and there is none. */
export function withMarks(node: Nodes, result: Result, context: SlideContext): Result {
  const step = node.data?.step
  const attributes = node.data?.attributes
  if (step === undefined && !attributes) return result
  if (node.type === 'code') return result
  if (!Array.isArray(result) && result?.type === 'root') return result
  const target = Array.isArray(result) || result?.type !== 'element' ? wrap(result) : result
  if (!target) return result
  if (attributes) addAttributes(target, attributes, node, context)
  if (step !== undefined) addStep(target, step)
  return target
}

/** Makes an element appear with a step, counted from 1; reveal.js counts from 0. */
export function addStep(target: Element, step: number): void {
  if (step < 1) return
  addClasses(target, 'fragment')
  target.properties.dataFragmentIndex = String(step - 1)
}

function wrap(result: ElementContent | ElementContent[] | undefined): Element | undefined {
  if (result === undefined) return undefined
  return element('div', {}, Array.isArray(result) ? result : [result])
}

/** Sets id, classes and values; what is unknown or not harmless is reported as `attribute-unknown`. */
function addAttributes(target: Element, attributes: Attributes, node: Nodes, context: SlideContext): void {
  if (attributes.id) target.properties.id = attributes.id
  addClasses(target, ...attributes.classes)
  for (const [name, value] of Object.entries(attributes.values)) {
    const property = Object.hasOwn(written, name) ? written[name] : undefined
    if (property === 'style') addStyle(target, value)
    else if (name === 'focus' && focalPoint(value)) addStyle(target, `object-position:${focalPoint(value)}`)
    else if (property) target.properties[property] = value
    else if (!elsewhere.has(name)) {
      const meant = nearest(name, [...Object.keys(written), ...elsewhere])
      context.report(
        'attribute-unknown',
        `\`${name}\` is no attribute of a block or picture`,
        node.position,
        meant ? `Did you mean \`${meant}\`?` : undefined,
      )
    }
  }
}
