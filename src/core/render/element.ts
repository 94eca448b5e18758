// Shorthand for hast: building an element, reading its classes, its text and its place.

import type { Element, ElementContent, Nodes, Properties, Text } from 'hast'

/** Makes an element; properties that are `undefined` are left out. */
export function element(
  tagName: string,
  properties: Record<string, Properties[string] | undefined> = {},
  children: ElementContent[] = [],
): Element {
  const own: Properties = {}
  for (const [name, value] of Object.entries(properties)) if (value !== undefined) own[name] = value
  return { type: 'element', tagName, properties: own, children }
}

export function text(value: string): Text {
  return { type: 'text', value }
}

/** The classes of an element, as a list whatever form they have. */
export function classesOf(node: Element): string[] {
  const { className: value } = node.properties as Record<string, Properties[string]>
  if (Array.isArray(value)) return value.map(String)
  return typeof value === 'string' ? value.split(/\s+/).filter(Boolean) : []
}

/** Adds classes that are not there yet; changes the element. */
export function addClasses(node: Element, ...names: readonly string[]): void {
  const all = new Set([...classesOf(node), ...names])
  if (all.size > 0) node.properties.className = [...all]
}

/** Adds declarations behind those the element has, as its `style`; they win. Changes the element. */
export function addStyle(node: Element, declarations: string): void {
  const before = node.properties.style
  node.properties.style = typeof before === 'string' ? `${before};${declarations}` : declarations
}

export function isElement(node: Nodes | undefined, ...tagNames: readonly string[]): node is Element {
  return node?.type === 'element' && (tagNames.length === 0 || tagNames.includes(node.tagName))
}

/** Whether a node shows nothing of itself: blank text or a comment. */
export function isBlank(node: Nodes): boolean {
  return node.type === 'comment' || (node.type === 'text' && node.value.trim() === '')
}

/** The text in a node, as it is written. */
export function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value
  return 'children' in node ? node.children.map(textOf).join('') : ''
}

const inline = new Set(
  'a abbr b bdi bdo cite code data del dfn em i ins kbd mark q s samp small span strong sub sup time u var'.split(
    ' ',
  ),
)

/** Words for some readers only: hidden labels, arrows back from footnotes. */
function isAside(node: Nodes): boolean {
  if (node.type !== 'element') return false
  return classesOf(node).some(name => name === 'visually-hidden' || name === 'footnote-back')
}

/** The words of a node on one line, blocks set apart by a space: for search and labels. */
export function wordsOf(node: Nodes): string {
  const collect = (each: Nodes): string => {
    if (each.type === 'text') return each.value
    if (each.type === 'element' && each.tagName === 'img') return ` ${each.properties.alt ?? ''} `
    if (!('children' in each) || isAside(each)) return ''
    if (each.type === 'element' && each.tagName === 'wbr') return ''
    const inside = each.children.map(collect).join('')
    return each.type === 'element' && inline.has(each.tagName) ? inside : ` ${inside} `
  }
  return collect(node).replace(/\s+/g, ' ').trim()
}
