// The fourth verb: pages become a site.

import type { Page } from '../render/page.ts'
import { writeDeckPage } from './deck-page.ts'
import type { Frame, Site } from './frame.ts'
import { writeFront } from './front.ts'
import { placePages } from './place.ts'

/**
 * Puts pages together to a site: `<slug>/index.html` for each deck, `index.html`, `404.html`.
 *
 * @param pages in the order the home page shows them
 * @param frame what the edge knows: script, styles, titles
 * @returns the files as text, what became of each deck, and all diagnostics: the pages' own, and
 *   `slug-collision` where two decks would stand at one address (the second then gets another)
 *
 * All addresses are relative: the site works under any path and from a folder. It reads nothing, writes
 * nothing, and what it gives depends on its parameters alone.
 */
export function assemble(pages: readonly Page[], frame: Frame): Site {
  const texts = pages.map(page => writeDeckPage(page, frame))
  const { decks, diagnostics } = placePages(pages, texts.map(byteLength), frame)
  const files = decks.map(({ slug }, index) => ({ path: `${slug}/index.html`, text: texts[index] ?? '' }))
  return { files: [...files, ...writeFront(pages, decks, frame)], decks, diagnostics }
}

/** How many bytes a text has in UTF-8. */
function byteLength(text: string): number {
  let bytes = text.length
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    // A surrogate counts two of the four bytes of its pair.
    if (code >= 0xd800 && code <= 0xdfff) bytes += 1
    else if (code > 0x7ff) bytes += 2
    else if (code > 0x7f) bytes += 1
  }
  return bytes
}
