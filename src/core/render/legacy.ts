// HTML of another age in today's words: old elements become new ones, attributes of looks become styles.

import type { Element, Root } from 'hast'
import { addStyle, isElement } from './element.ts'
import { legacyColor } from './legacy-color.ts'
import { eachElement } from './walk.ts'

const renamed: Readonly<Record<string, string>> = {
  font: 'span',
  big: 'span',
  blink: 'span',
  nobr: 'span',
  marquee: 'div',
  center: 'div',
  strike: 's',
  tt: 'code',
  acronym: 'abbr',
  dir: 'ul',
  menu: 'ul',
  // Inside a slide these would be taken for slides, or for landmarks of the page.
  section: 'div',
  article: 'div',
  header: 'div',
  footer: 'div',
  main: 'div',
  nav: 'div',
  hgroup: 'div',
  search: 'div',
  dialog: 'div',
}

const fontSizes = ['x-small', 'small', 'medium', 'large', 'x-large', 'xx-large', 'xxx-large']
const sized = new Set(['img', 'iframe', 'video', 'audio', 'source'])
const blocks = new Set(
  'div p ul ol dl table figure blockquote pre h1 h2 h3 h4 h5 h6 hr aside details'.split(' '),
)
/** Gone without a word: their looks are the theme's. */
const ignored = [
  'cellPadding',
  'cellSpacing',
  'border',
  'frame',
  'rules',
  'hSpace',
  'vSpace',
  'noShade',
  'summary',
]

/** Plugin: renames old elements, and writes `align`, `bgcolor`, `width`, … as styles. */
export function rehypeLegacy() {
  return (tree: Root): void => {
    eachElement(tree, node => {
      if (node.tagName === 'template') return 'skip'
      const before = node.tagName
      attributesToStyle(node)
      if (Object.hasOwn(renamed, before)) node.tagName = renamed[before] ?? before
      if (
        node.tagName === 'span' &&
        node.children.some(child => isElement(child) && blocks.has(child.tagName))
      ) {
        node.tagName = 'div'
      }
      return undefined
    })
  }
}

function attributesToStyle(node: Element): void {
  const { tagName, properties } = node
  const take = (name: string): string | undefined => {
    const value = properties[name]
    delete properties[name]
    return value === undefined || value === null || value === false ? undefined : String(value).trim()
  }
  const styles: string[] = []
  if (tagName === 'center') styles.push('text-align:center')
  if (tagName === 'big') styles.push('font-size:larger')
  if (tagName === 'font') {
    const color = legacyColor(take('color') ?? '')
    const size = fontSize(take('size') ?? '')
    const face = take('face')
    if (color) styles.push(`color:${color}`)
    if (size) styles.push(`font-size:${size}`)
    if (face) styles.push(`font-family:${face}`)
  }
  if (tagName === 'hr') {
    const color = legacyColor(take('color') ?? '')
    const size = dimension(take('size') ?? '')
    if (color) styles.push(`color:${color}`, `background:${color}`)
    if (size) styles.push(`height:${size}`)
  }
  const background = legacyColor(take('bgColor') ?? '')
  if (background) styles.push(`background-color:${background}`)
  if (tagName === 'td' || tagName === 'th') {
    const vertical = take('vAlign')
    if (vertical) styles.push(`vertical-align:${vertical}`)
    if (take('noWrap') !== undefined) styles.push('white-space:nowrap')
  } else alignment(tagName, take('align')?.toLowerCase(), styles)
  dimensions(node, take, styles)
  for (const name of ignored) delete properties[name]
  // Written styles come last: they win over attributes, as in browsers.
  if (styles.length > 0) {
    const written = properties.style
    properties.style = styles.join(';')
    if (typeof written === 'string') addStyle(node, written)
  }
}

function alignment(tagName: string, align: string | undefined, styles: string[]): void {
  if (!align) return
  if (tagName === 'img' || tagName === 'iframe' || tagName === 'table') {
    if (align === 'left' || align === 'right') styles.push(`float:${align}`)
    else if (align === 'center') styles.push('display:block', 'margin:0 auto')
    else if (align === 'middle') styles.push('vertical-align:middle')
  } else if (/^(?:left|right|center|middle|justify)$/.test(align)) {
    styles.push(`text-align:${align === 'middle' ? 'center' : align}`)
  }
}

function dimensions(node: Element, take: (name: string) => string | undefined, styles: string[]): void {
  for (const name of ['width', 'height'] as const) {
    const value = take(name)
    const length = dimension(value ?? '')
    if (!length) continue
    if (sized.has(node.tagName) && length.endsWith('px')) {
      node.properties[name] = String(Math.round(Number.parseFloat(length)))
    } else if (!(node.tagName === 'table' && name === 'height')) styles.push(`${name}:${length}`)
  }
}

/** A length as HTML reads it ("rules for parsing dimension values"): pixels or per cent. */
function dimension(value: string): string | undefined {
  const [, number, percent] = /^\s*\+?(\d+(?:\.\d+)?)(%?)/.exec(value) ?? []
  if (number === undefined || Number(number) === 0 || Number(number) > 10_000) return undefined
  return `${Number(number)}${percent || 'px'}`
}

/** A font size as HTML reads it ("rules for parsing a legacy font size"): 1 to 7, or relative to 3. */
function fontSize(value: string): string | undefined {
  const [, sign, digits] = /^\s*([+-]?)(\d+)/.exec(value) ?? []
  if (digits === undefined) return undefined
  const number = sign === '+' ? 3 + Number(digits) : sign === '-' ? 3 - Number(digits) : Number(digits)
  return fontSizes[Math.min(7, Math.max(1, number)) - 1]
}
