// When two nodes are the same to a reader: everything but places, blanks and what transforms noted.

import type { Data, Nodes } from 'mdast'
import { isBlank, isMedia } from './media.ts'

/**
 * A text that is equal for nodes that show the same: structure, words, addresses and attributes count;
 * positions, white space and the looseness of lists do not.
 *
 * @param ask `media: false` leaves pictures, films and the blanks around them out
 */
export function signatureOf(node: Nodes, ask: { readonly media: boolean } = { media: true }): string {
  return JSON.stringify(essence(node, ask.media))
}

function essence(node: Nodes, media: boolean): unknown {
  if (!media && isMedia(node)) return null
  const {
    position: _position,
    children,
    data,
    value,
    ...rest
  } = node as Nodes & {
    children?: Nodes[]
    data?: Data
    value?: string
  }
  const fields = Object.entries(rest).filter(([name, field]) => name !== 'spread' && field != null)
  return [
    fields.sort(([a], [b]) => (a < b ? -1 : 1)),
    attributesEssence(data),
    data?.from ?? null,
    value === undefined ? null : node.type === 'code' ? value : value.replace(/\s+/g, ' '),
    children ? childrenEssence(children, media) : null,
  ]
}

/** What attributes show: a key is an address, not a look. */
function attributesEssence(data: Data | undefined): unknown {
  if (!data?.attributes) return null
  const { classes, values } = data.attributes
  const pairs = Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1))
  return classes.length + pairs.length > 0 ? [classes, pairs] : null
}

function childrenEssence(children: readonly Nodes[], media: boolean): unknown[] {
  const seen = media ? children : children.filter(child => !isMedia(child) && !isEmptied(child))
  // Texts that touch once something between them is left out are one; blanks at the ends are of no account.
  const parts: unknown[] = []
  let text = ''
  const flush = (last: boolean) => {
    const shown = parts.length === 0 ? text.trimStart() : text
    const value = (last ? shown.trimEnd() : shown).replace(/\s+/g, ' ')
    if (value !== '') parts.push(value)
    text = ''
  }
  for (const child of seen) {
    if (child.type === 'text') {
      text += child.value
      continue
    }
    flush(false)
    parts.push(essence(child, media))
  }
  flush(true)
  return parts
}

/** A block or link that holds pictures only, so that nothing of it is left without them. */
function isEmptied(node: Nodes): boolean {
  if (!('children' in node) || node.children.length === 0) return false
  const children = node.children as Nodes[]
  return children.some(child => isMedia(child) || isEmptied(child))
    ? children.every(child => isMedia(child) || isEmptied(child) || isBlank(child))
    : false
}
