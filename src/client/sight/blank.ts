// Pictures that have come and cannot be shown: their bytes are no picture that a browser knows.

import type { Blank } from '../../core/deck/sight.ts'
import { lineWithin } from '../lines.ts'
import { beginning, isShown } from './texts.ts'

/** The pictures of this site alone: what is asked of another one is not let through. */
export function findBlank(slide: HTMLElement): Omit<Blank, 'key' | 'step'>[] {
  const ours = new URL(document.baseURI).origin
  return [...slide.querySelectorAll('img')].flatMap(image => {
    const isBlank = image.complete && image.naturalWidth === 0 && isShown(image)
    if (!isBlank || image.closest('.handout, .notes')) return []
    const { origin, pathname } = new URL(image.currentSrc || image.src, document.baseURI)
    if (origin !== ours) return []
    const file = pathname.replace(/.*\//, '')
    return [{ fault: 'blank', file, line: lineWithin(image), words: beginning(image.alt) }]
  })
}
