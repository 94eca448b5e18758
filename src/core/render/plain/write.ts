// Writes plain hast as HTML text, character for character as rehype-stringify does, which has all that is not plain.

import type { Element, Nodes, Properties } from 'hast'

const voids = new Set(['br', 'hr', 'img', 'wbr'])

/** Elements without a rule of their own in how they are written. */
const plainTags = new Set(
  `a abbr aside b blockquote br cite code dd del div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 header hr i img ins
   kbd li mark ol p pre q s section small span strong sub sup table tbody td th thead tr u ul wbr`.split(
    /\s+/,
  ),
)

/** Attributes whose values are text, numbers or lists set apart by spaces, by the property that holds them. */
const plainNames: Readonly<Record<string, string>> = {
  alt: 'alt',
  ariaHidden: 'aria-hidden',
  ariaLabel: 'aria-label',
  className: 'class',
  colSpan: 'colspan',
  decoding: 'decoding',
  dir: 'dir',
  height: 'height',
  href: 'href',
  id: 'id',
  lang: 'lang',
  loading: 'loading',
  rel: 'rel',
  role: 'role',
  rowSpan: 'rowspan',
  scope: 'scope',
  src: 'src',
  start: 'start',
  tabIndex: 'tabindex',
  target: 'target',
  title: 'title',
  width: 'width',
}

/** @returns undefined where something is not plain */
export function writePlain(node: Nodes): string | undefined {
  if (node.type === 'text') return escapeText(node.value)
  if (node.type === 'root') return writeAll(node.children)
  return node.type === 'element' ? writeElement(node) : undefined
}

function writeAll(nodes: readonly Nodes[]): string | undefined {
  let all = ''
  for (const node of nodes) {
    const written = writePlain(node)
    if (written === undefined) return undefined
    all += written
  }
  return all
}

function writeElement({ tagName, properties, children }: Element): string | undefined {
  if (!plainTags.has(tagName)) return undefined
  let open = `<${tagName}`
  for (const name in properties) {
    const value = properties[name]
    if (value === undefined || value === null) continue
    const written = writeAttribute(name, value)
    if (written === undefined) return undefined
    open += written
  }
  const inside = writeAll(children)
  if (inside === undefined) return undefined
  if (inside === '' && voids.has(tagName)) return `${open}>`
  return `${open}>${inside}</${tagName}>`
}

function writeAttribute(property: string, value: NonNullable<Properties[string]>): string | undefined {
  const name = attributeOf(property)
  if (name === undefined || typeof value === 'boolean' || Number.isNaN(value)) return undefined
  const text = Array.isArray(value) ? value.join(' ').trim() : String(value)
  return ` ${name}="${escapeValue(text)}"`
}

function attributeOf(property: string): string | undefined {
  if (Object.hasOwn(plainNames, property)) return plainNames[property]
  if (!/^data(?:[A-Z][a-z]+)+$/.test(property)) return undefined
  return property.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)
}

function escapeText(text: string): string {
  return /[<&]/.test(text) ? text.replace(/[<&]/g, reference) : text
}

function escapeValue(text: string): string {
  return /["&'`\0]/.test(text) ? text.replace(/["&'`\0]/g, reference) : text
}

/** HTML, section 13.1.4: a character by its number, which no name has to be known for. */
function reference(sign: string): string {
  return `&#x${sign.charCodeAt(0).toString(16).toUpperCase()};`
}
