// How much room blocks take on the stage, by arithmetic alone: the same answer everywhere, without a browser.

import type { Nodes, Table } from 'mdast'
import type {} from './nodes.ts'

/** One of the sizes that the page tries in turn: type, spacing, code. Pixels of a stage of 1280×720. */
export interface Size {
  readonly text: number
  readonly line: number
  /** Between blocks and between items, in em. */
  readonly gap: number
  readonly itemGap: number
  /** Under the title. */
  readonly headGap: number
  readonly code: number
  readonly codeLine: number
  readonly codePadding: number
}

const loose = { line: 1.35, gap: 0.75, itemGap: 0.5, headGap: 36, codePadding: 48 }
const tight = { line: 1.25, gap: 0.5, itemGap: 0.25, headGap: 24, codePadding: 28 }

/** From the largest to the smallest; what does not fit at the last is too long for a slide. */
export const sizes: readonly Size[] = [
  { ...loose, text: 32, code: 24, codeLine: 1.45 },
  { ...tight, text: 32, code: 24, codeLine: 1.35 },
  { ...loose, text: 28, code: 20, codeLine: 1.45 },
  { ...tight, text: 28, code: 20, codeLine: 1.35 },
  { ...loose, text: 24, code: 16, codeLine: 1.6 },
  { ...tight, text: 24, code: 16, codeLine: 1.4 },
]

const stage = { width: 1136, height: 608 }
/** Of a character of text and of code, in em; text of mixed words is narrower. */
const characterWidth = 0.53
const codeCharacterWidth = 0.6
/** A picture can shrink, but less than this shows nothing. */
const pictureHeight = 300
const titleSize = 52

/** The width that words have beside a picture, where the two share the slide. */
export const halfWidth = 520

/** Height that title and subtitle leave for the body. */
export function roomUnder(title: string, subtitle: string | undefined, size: Size, width = 1060): number {
  if (title === '') return stage.height
  const lines = (text: string, type: number): number => linesOf(text, width / (type * characterWidth))
  const below = subtitle ? 10 + lines(subtitle, 32) * 40 : 0
  return stage.height - lines(title, titleSize) * titleSize * 1.1 - below - size.headGap
}

/** Height of blocks one under the other. */
export function heightOf(blocks: readonly Nodes[], size: Size, width = stage.width): number {
  return stack(blocks, { size, type: size.text, width: Math.min(width, size.text * 38) })
}

/** What a block is set in. */
interface Setting {
  readonly size: Size
  /** Pixels of its type. */
  readonly type: number
  readonly width: number
}

function stack(blocks: readonly Nodes[], setting: Setting): number {
  let height = 0
  let above: Nodes | undefined
  for (const block of blocks) {
    const own = blockHeight(block, setting)
    if (own === 0) continue
    if (above) height += (above.type === 'heading' ? 0.4 : setting.size.gap) * setting.type
    height += own
    above = block
  }
  return height
}

function blockHeight(node: Nodes, setting: Setting): number {
  const { size, type, width } = setting
  switch (node.type) {
    case 'heading':
      return textHeight(plain(node), { ...setting, type: node.depth <= 4 ? type * 1.125 : type }, 1.1)
    case 'list':
      return listHeight(node.children, setting, classesOf(node))
    case 'code':
      return codeHeight(node.value, size, width) + (node.data?.code?.title ? 48 : 0)
    case 'table':
      return tableHeight(node, setting)
    case 'blockquote':
      return stack(node.children, { ...setting, width: width - type })
    case 'callout':
      return type * 2.6 + stack(node.children, { ...setting, width: width - type * 2 })
    case 'swap':
      return Math.max(0, ...node.children.map(state => stack(state.children, setting)))
    case 'slot':
      return stack(node.children, { ...setting, width: width / 2 })
    case 'thematicBreak':
      return 2
    case 'html':
      return htmlHeight(node.value, setting)
    case 'definition':
    case 'footnoteDefinition':
    case 'pause':
      return 0
    default: {
      const text = plain(node)
      const pictures = picturesIn(node)
      if (text.trim() === '' && pictures > 0) return pictureHeight
      const notes = footnotesIn(node) * type * 1.4
      return textHeight(text, setting) + notes + (pictures > 0 ? pictureHeight / 2 : 0)
    }
  }
}

function textHeight(text: string, { size, type, width }: Setting, line = size.line): number {
  return text.trim() === '' ? 0 : linesOf(text, width / (type * characterWidth)) * type * line
}

function listHeight(
  items: readonly Nodes[],
  { size, type, width }: Setting,
  classes: readonly string[],
): number {
  const links = classes.includes('links')
  const columns = classes.includes('links-columns') ? 2 : 1
  const own: Setting = links
    ? { size, type: type * linkType, width: columns === 2 ? width / 2 - 40 : width }
    : { size, type, width }
  const gap = (links ? linkGap : size.itemGap) * own.type
  const heights = items.map(item => gap + itemHeight(item, own))
  const sum = heights.reduce((all, height) => all + height, 0)
  // Columns break between items, so that one may be higher than the other by an item.
  return columns === 2 ? sum / 2 + Math.max(0, ...heights) / 2 : sum - gap
}

/** Link lists are set smaller than text, and closer. The style sheet says the same. */
export const linkType = 0.8125
export const linkGap = 0.3

function itemHeight(item: Nodes, setting: Setting): number {
  if (!('children' in item)) return 0
  let height = 0
  for (const [index, child] of (item.children as Nodes[]).entries()) {
    if (child.type === 'list') {
      const type = setting.type * 0.875
      const inner = { ...setting, size: { ...setting.size, itemGap: 0.3 }, type, width: setting.width - type }
      height += 0.35 * type + listHeight(child.children, inner, [])
    } else height += (index > 0 ? 0.4 * setting.type : 0) + blockHeight(child, setting)
  }
  return Math.max(height, setting.type * setting.size.line)
}

function codeHeight(code: string, size: Size, width: number): number {
  return (
    codeLines(code, Math.floor(Math.max(width, halfWidth) / (size.code * codeCharacterWidth))) *
      size.code *
      size.codeLine +
    size.codePadding
  )
}

/** Lines of code as shown: the smallest size wraps what is too long for it, and no other does. */
function codeLines(code: string, columns: number): number {
  return code.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(cells(line) / columns)), 0)
}

function tableHeight(table: Table, { type, width }: Setting): number {
  const rows = table.children.map(row => row.children.map(plain))
  const count = Math.max(...rows.map(row => row.length), 1)
  const widest = Array.from({ length: count }, (_, at) =>
    Math.max(1, ...rows.map(row => cells(row[at] ?? ''))),
  )
  const room = stage.width === width ? stage.width : Math.max(width, stage.width)
  const columns = room / (type * characterWidth) - 3 * (count - 1)
  const whole = widest.reduce((sum, cell) => sum + cell, 0)
  // What is short keeps its width; the long columns share the rest.
  const share = (at: number): number => {
    const own = widest[at] ?? 1
    if (whole <= columns) return own
    const fixed = widest.filter(cell => cell <= columns / count / 2)
    const rest = columns - fixed.reduce((sum, cell) => sum + cell, 0)
    return own <= columns / count / 2 ? own : Math.max(8, (own / (whole - (columns - rest))) * rest)
  }
  return rows.reduce((sum, row, index) => {
    const lines = Math.max(1, ...row.map((cell, at) => linesOf(cell, share(at))))
    return sum + (index === 0 ? type * 0.78 * 2.25 + 2 : type * (1.25 * lines + 1) + 1)
  }, 0)
}

function htmlHeight(html: string, setting: Setting): number {
  const text = html
    .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
    .replace(/<br\b[^<>]*>|<\/(?:p|div|li|h\d|tr)>/gi, '\n')
  const lines = text.replace(/<[^<>]*>/g, '').trim()
  const pictures = /<(?:img|video|svg|iframe|object|embed)\b/i.test(html) ? pictureHeight : 0
  return pictures + textHeight(lines, setting)
}

/** Lines that words take, broken between words. */
export function linesOf(text: string, columns: number): number {
  const room = Math.max(1, columns)
  let lines = 0
  for (const written of text.trim().split('\n')) {
    let used = 0
    lines += 1
    for (const word of written.split(/\s+/)) {
      const width = cells(word)
      if (used > 0 && used + 1 + width > room) {
        lines += 1
        used = 0
      }
      lines += Math.max(0, Math.ceil(width / room) - 1)
      used += (used > 0 ? 1 : 0) + (width > room ? width % room : width)
    }
  }
  return lines
}

/** Character cells: ideographs and their like take two. */
export function cells(text: string): number {
  let count = 0
  for (const character of text)
    count += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]/.test(
      character,
    )
      ? 2
      : 1
  return count
}

/** The words of a node, hard breaks as line ends. */
export function plain(node: Nodes): string {
  if (node.type === 'text') return node.value.replace(/\s+/g, ' ')
  if (node.type === 'inlineCode') return node.value
  if (node.type === 'break') return '\n'
  if (node.type === 'html') return /^<br\b/i.test(node.value) ? '\n' : ''
  return 'children' in node ? (node.children as Nodes[]).map(plain).join('') : ''
}

function picturesIn(node: Nodes): number {
  if (node.type === 'image' || node.type === 'imageReference') return 1
  if (node.type === 'html') return /<(?:img|video|svg|iframe)\b/i.test(node.value) ? 1 : 0
  return 'children' in node
    ? (node.children as Nodes[]).reduce((sum, child) => sum + picturesIn(child), 0)
    : 0
}

function footnotesIn(node: Nodes): number {
  if (node.type === 'footnoteReference') return 1
  return 'children' in node
    ? (node.children as Nodes[]).reduce((sum, child) => sum + footnotesIn(child), 0)
    : 0
}

function classesOf(node: Nodes): readonly string[] {
  return node.data?.attributes?.classes ?? []
}
