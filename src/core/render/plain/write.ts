// Writes plain hast as HTML text, character for character as rehype-stringify does, which has all that is not plain.

import type { Element, Nodes, Properties } from 'hast'

const voids = new Set(['br', 'hr', 'img', 'link', 'meta', 'wbr'])

/** Elements without a rule of their own in how they are written. */
const plainTags = new Set(
  `a abbr aside b blockquote body br cite code dd del div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 head header hr
   html i img ins kbd li link main mark meta nav ol p pre q s section small span strong sub sup table tbody td th thead
   title tr u ul wbr`.split(/\s+/),
)

/** Attributes whose values are text, numbers or lists set apart by spaces, by the property that holds them. */
const plainNames: Readonly<Record<string, string>> = {
  alt: 'alt',
  as: 'as',
  ariaHidden: 'aria-hidden',
  ariaLabel: 'aria-label',
  charSet: 'charset',
  className: 'class',
  colSpan: 'colspan',
  content: 'content',
  crossOrigin: 'crossorigin',
  decoding: 'decoding',
  dir: 'dir',
  height: 'height',
  href: 'href',
  httpEquiv: 'http-equiv',
  id: 'id',
  lang: 'lang',
  loading: 'loading',
  name: 'name',
  property: 'property',
  rel: 'rel',
  role: 'role',
  rowSpan: 'rowspan',
  scope: 'scope',
  src: 'src',
  start: 'start',
  tabIndex: 'tabindex',
  target: 'target',
  title: 'title',
  type: 'type',
  width: 'width',
}

/** Attributes that are there or not. */
const flags: ReadonlySet<string> = new Set(['defer', 'hidden', 'inert'])

/** How a tree is to be written. */
export interface WriteAsk {
  /** Of a whole document; it may hold HTML that is written already, scripts and style sheets. */
  readonly document?: boolean
}

/** @returns undefined where something is not plain */
export function writePlain(node: Nodes, ask: WriteAsk = {}): string | undefined {
  if (node.type === 'text') return escapeText(node.value)
  if (node.type === 'root') return writeAll(node.children, ask)
  if (node.type === 'element') return writeElement(node, ask)
  if (!ask.document) return undefined
  if (node.type === 'raw') return node.value
  return node.type === 'doctype' ? '<!doctype html>' : undefined
}

function writeAll(nodes: readonly Nodes[], ask: WriteAsk): string | undefined {
  let all = ''
  for (const node of nodes) {
    const written = writePlain(node, ask)
    if (written === undefined) return undefined
    all += written
  }
  return all
}

function writeElement({ tagName, properties, children }: Element, ask: WriteAsk): string | undefined {
  const isCode = tagName === 'script' || tagName === 'style'
  if (isCode ? !ask.document : !plainTags.has(tagName)) return undefined
  let open = `<${tagName}`
  for (const name in properties) {
    const value = properties[name]
    if (value === undefined || value === null) continue
    const written = writeAttribute(name, value)
    if (written === undefined) return undefined
    open += written
  }
  const inside = isCode ? writeCode(children) : writeAll(children, ask)
  if (inside === undefined) return undefined
  if (inside === '' && voids.has(tagName)) return `${open}>`
  return `${open}>${inside}</${tagName}>`
}

/** In scripts and style sheets nothing is a reference. */
function writeCode(children: readonly Nodes[]): string | undefined {
  return children.every(child => child.type === 'text')
    ? children.map(child => child.value).join('')
    : undefined
}

function writeAttribute(property: string, value: NonNullable<Properties[string]>): string | undefined {
  if (value === true && flags.has(property)) return ` ${property}`
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
