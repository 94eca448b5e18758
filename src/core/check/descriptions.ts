// Pictures whose description says nothing: in raw HTML, where none is asked for, or a file's name in its place.

import type { Slide } from '../deck/deck.ts'
import { type Diagnostic, diagnostic } from '../deck/diagnostic.ts'
import { shownIn } from './nodes.ts'
import type { Check } from './talk.ts'

/** What editors write when a picture is dropped into them. */
const fileName =
  /^[^\s/\\]*\.(?:png|jpe?g|gif|svg|webp|avif|bmp)$|^(?:image|picture|screenshot|photo|alt(?: text)?)$/i

/** Pictures that reading found no fault with and that are not described all the same (`image-alt`). */
export const checkDescriptions: Check = ({ meant }) => {
  const found: Diagnostic[] = []
  for (const { node, file } of shownIn(meant)) {
    const position = node.position as Slide['position'] | undefined
    if (node.type === 'image' && node.alt && fileName.test(node.alt.trim())) {
      const message = `\`${node.alt}\` does not describe the picture`
      found.push(diagnostic(file, 'image-alt', message, { position }))
    }
    if (node.type !== 'html') continue
    for (const [tag] of node.value.matchAll(/<img\b[^<>]*>/gi)) {
      if (/\salt\s*=|\srole\s*=\s*["']?(?:presentation|none)/i.test(tag)) continue
      const source = /\ssrc\s*=\s*["']?([^\s"'>]+)/i.exec(tag)?.[1]
      const message = source ? `\`${source.slice(0, 120)}\` is not described` : 'An `<img>` is not described'
      found.push(diagnostic(file, 'image-alt', message, { position, note: 'Give the tag an `alt="…"`.' }))
    }
  }
  return found
}
