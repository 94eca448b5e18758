// Raw `<img>` tags become image nodes, so that everything after knows one kind of picture.

import type { Html, Image, Nodes, Parent } from 'mdast'
import type { Attributes, Deck } from '../deck/deck.ts'
import { decodeReferences } from './words.ts'

type PositionOf = NonNullable<Html['position']>

/** In bodies and handouts: `<img …>`, `<img …/>` and `<img …></img>`, where a node is only that. */
export function readPictureTags(deck: Deck): Deck {
  for (const slide of deck.slides) {
    for (const tree of [slide.body, slide.handout, slide.notes]) if (tree) convert(tree)
  }
  return deck
}

function convert(parent: Parent): void {
  const nodes = parent.children as Nodes[]
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index] as Nodes
    if ('children' in node) {
      convert(node)
      continue
    }
    if (node.type !== 'html') continue
    const image = pictureOf(node)
    if (!image) continue
    const closer = nodes[index + 1]
    const closed = closer?.type === 'html' && /^<\/img\s*>$/i.test(closer.value)
    const position = closed ? span(node.position, closer.position) : node.position
    if (position) image.position = position
    nodes.splice(index, closed ? 2 : 1, isFlow(parent) ? alone(image) : image)
  }
}

/** Whether a node's children are blocks, so that an image among them needs a paragraph of its own. */
function isFlow(parent: Parent): boolean {
  return ['root', 'blockquote', 'listItem', 'slot', 'callout', 'footnoteDefinition'].includes(parent.type)
}

function alone(image: Image): Nodes {
  return {
    type: 'paragraph',
    children: [image],
    ...(image.position ? { position: image.position } : {}),
  }
}

function span(from: PositionOf | undefined, to: PositionOf | undefined): PositionOf | undefined {
  return from && to ? { start: from.start, end: to.end } : from
}

/** Attributes that an image node can hold; a tag with any other stays raw HTML and is judged as such. */
const held = new Set([
  'src',
  'alt',
  'title',
  'id',
  'class',
  'width',
  'height',
  'style',
  'align',
  'border',
  'loading',
  'decoding',
])

/** The image that an HTML node is, where it is exactly one tag (with its closer, which HTML does not know). */
export function pictureOf(node: Html): Image | undefined {
  const tag = node.value.trim()
  const closer = /<\/img\s*>$/i.exec(tag.slice(-16))?.[0].length ?? 0
  const written = /^<img[\s/]/i.test(tag) ? readAttributes(tag.slice(4, tag.length - closer)) : undefined
  const src = written?.get('src')
  if (!written || !src || [...written.keys()].some(name => !held.has(name))) return undefined
  const attributes = attributesOf(written)
  const title = written.get('title')
  return {
    type: 'image',
    url: src.trim(),
    alt: written.get('alt') ?? '',
    ...(title ? { title } : {}),
    data: { attributes },
  }
}

const attribute = /\s*([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/y
const end = /\s*\/?>\s*$/y

/**
 * The attributes of a tag, by lower-case name; undefined where there is more than one tag's worth.
 *
 * @param inside what stands behind the tag's name, up to and with its `>`
 */
export function readAttributes(inside: string): Map<string, string> | undefined {
  const found = new Map<string, string>()
  let at = 0
  for (;;) {
    end.lastIndex = at
    if (end.test(inside)) return found
    attribute.lastIndex = at
    const match = attribute.exec(inside)
    if (!match) return undefined
    const name = (match[1] as string).toLowerCase()
    if (!found.has(name)) found.set(name, decodeReferences(match[2] ?? match[3] ?? match[4] ?? ''))
    at = attribute.lastIndex
  }
}

/**
 * Width and height in pixels are read out of `style`, so that there is one place to look for a size. An empty `alt` is kept
 * among the values: it says that the picture is decoration.
 */
function attributesOf(written: ReadonlyMap<string, string>): Attributes {
  const values: Record<string, string> = {}
  for (const [name, value] of written) {
    if (['width', 'height', 'align'].includes(name)) values[name] = value
    if (name === 'alt' && value === '') values.alt = value
  }
  const rest: string[] = []
  for (const declaration of (written.get('style') ?? '').split(';')) {
    const size = /^\s*(width|height)\s*:\s*(\d+(?:\.\d+)?)(?:px)\s*(?:!important)?\s*$/i.exec(declaration)
    if (size) values[(size[1] as string).toLowerCase()] = String(Math.round(Number(size[2])))
    else if (declaration.trim()) rest.push(declaration.trim())
  }
  if (rest.length > 0) values.style = rest.join('; ')
  const id = written.get('id')
  const classes = (written.get('class') ?? '').split(/\s+/).filter(Boolean)
  return { ...(id ? { id } : {}), classes, values }
}
