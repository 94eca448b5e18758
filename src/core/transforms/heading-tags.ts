// Raw `<h1>` to `<h6>` at the front of a block are headings; what stands below them in the block stays raw.

import type { Heading, Html, PhrasingContent, RootContent } from 'mdast'
import type { Attributes, Deck } from '../deck/deck.ts'
import { readAttributes } from './picture-tags.ts'
import { decodeReferences } from './words.ts'

/**
 * Raw HTML runs on to the next blank line, so that `<h1>Title</h1>` with a picture on the line below is one block.
 * Its headings are taken off the front, in bodies.
 */
export function readHeadingTags(deck: Deck): Deck {
  for (const { body } of deck.slides) {
    body.children = body.children.flatMap(node => (node.type === 'html' ? headingsOf(node) : [node]))
  }
  return deck
}

const headingTag = /^\s*<h([1-6])(\s[^<>]*)?>([\s\S]*?)<\/h\1\s*>[ \t]*\n?/i

function headingsOf(node: Html): RootContent[] {
  const match = headingTag.exec(node.value)
  const whole = match?.[0] ?? ''
  const attributes = readAttributes(`${match?.[2] ?? ''}>`)
  if (!match || !attributes) return [node]
  const marks = marksOf(attributes)
  const heading: Heading = {
    type: 'heading',
    depth: Number(match[1]) as Heading['depth'],
    children: inlineOf(match[3] ?? ''),
    ...(marks ? { data: { attributes: marks } } : {}),
    ...part(node, 0, whole.trimEnd().length),
  }
  const rest = node.value.slice(whole.length)
  if (rest.trim() === '') return [heading]
  return [
    heading,
    ...headingsOf({ type: 'html', value: rest, ...part(node, whole.length, node.value.length) }),
  ]
}

function marksOf(written: ReadonlyMap<string, string>): Attributes | undefined {
  if (written.size === 0) return undefined
  const { id, class: names = '', ...values } = Object.fromEntries(written)
  return { ...(id ? { id } : {}), classes: names.split(/\s+/).filter(Boolean), values }
}

/** The inside of a tag as inline nodes: tags stay raw, text is decoded. */
function inlineOf(html: string): PhrasingContent[] {
  return html
    .trim()
    .split(/(<\/?[a-z][^<>]*>|<!--[\s\S]*?-->)/i)
    .filter(piece => piece !== '')
    .map((piece): PhrasingContent => {
      if (/^<(?:\/?[a-z]|!--)/i.test(piece)) return { type: 'html', value: piece }
      return { type: 'text', value: decodeReferences(piece).replace(/\s*\n\s*/g, ' ') }
    })
}

/** The position of a stretch of a raw block, which stands in the source as it is. */
function part(node: Html, from: number, to: number): Pick<Html, 'position'> {
  const start = node.position?.start
  if (!start) return {}
  const point = (at: number) => {
    const before = node.value.slice(0, at).split('\n')
    return {
      line: start.line + before.length - 1,
      column: (before.length === 1 ? start.column : 1) + (before.at(-1) ?? '').length,
      offset: (start.offset ?? 0) + at,
    }
  }
  return { position: { start: point(from), end: point(to) } }
}
