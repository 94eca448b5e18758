// The words of a tree: what a reader would read of it, without tags, pictures and private marks.

import type { Nodes } from 'mdast'

/**
 * The text of a tree: code included, alternative texts of pictures left out, tags taken off raw HTML,
 * white space made single blanks. Blocks and lines are apart by a blank.
 */
export function wordsOf(tree: Nodes | readonly Nodes[]): string {
  const parts: string[] = []
  for (const node of Array.isArray(tree) ? tree : [tree as Nodes]) gather(node, parts)
  return collapse(parts.join(''))
}

/** White space as HTML counts it: any run is one blank, none at the ends. */
export function collapse(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}

/** Raw HTML without tags and comments, its character references decoded. */
export function textOfHtml(html: string): string {
  return decodeReferences(html.replace(/<!--[\s\S]*?(?:-->|$)/g, '').replace(/<\/?[a-z][^<>]*>/gi, ''))
}

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  copy: '©',
}

/** The character references people write by hand; an unknown one stays as it is. */
export function decodeReferences(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/gi, (whole, decimal, hex, name) => {
    if (name) return named[String(name).toLowerCase()] ?? whole
    const point = decimal ? Number(decimal) : Number.parseInt(String(hex), 16)
    return point > 0 && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff)
      ? String.fromCodePoint(point)
      : whole
  })
}

const phrasing = new Set([
  'delete',
  'emphasis',
  'footnoteReference',
  'html',
  'image',
  'imageReference',
  'inlineCode',
  'link',
  'linkReference',
  'strong',
  'text',
  'timing',
])

function gather(node: Nodes, parts: string[]): void {
  if (node.type === 'html') parts.push(textOfHtml(node.value))
  else if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') parts.push(node.value)
  else if ('children' in node) for (const child of node.children) gather(child, parts)
  if (!phrasing.has(node.type)) parts.push(' ')
}
