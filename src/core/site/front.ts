// The pages of a site that are no deck's: its home and the page for lost addresses.

import type { PageFace } from '../render/page.ts'
import type { Frame, SiteDeck, SiteFile } from './frame.ts'
import { writeHome } from './home.ts'
import { writeNotFound } from './not-found.ts'

/** Writes `index.html` and `404.html`. */
export function writeFront(pages: readonly PageFace[], decks: readonly SiteDeck[], frame: Frame): SiteFile[] {
  const placed = pages.map((page, index) => ({ page, url: encodeURI(decks[index]?.url ?? '') }))
  return [
    { path: 'index.html', text: writeHome(placed, frame) },
    { path: '404.html', text: writeNotFound(frame) },
  ]
}
