// Writes the pages that are no deck's; apart, since it needs what writes HTML, and most builds do not.

import { createHash } from 'node:crypto'
import { type PageFace, type SiteDeck, type SiteFile, writeFront as write } from '../core/index.ts'
import type { Surroundings } from './task.ts'

/** Writes `index.html` and `404.html`. */
export function writeFront(
  faces: readonly PageFace[],
  decks: readonly SiteDeck[],
  surroundings: Surroundings,
): readonly SiteFile[] {
  const sha256 = (text: string): string => createHash('sha256').update(text).digest('base64')
  return write(faces, decks, { ...surroundings, sha256 })
}
