// What a deck is where its front matter says nothing: the defaults.

import type { DeckMeta } from '../deck/deck.ts'

/**
 * A deck's meta with every gap filled.
 *
 * @param written what the front matter says
 * @param title the first title among the slides
 * @param path the file's path, whose name is the last resort
 */
export function completeMeta(written: Partial<DeckMeta>, title: string | undefined, path: string): DeckMeta {
  const name = path.replace(/^.*\//, '').replace(/\.[^.]+$/, '')
  return {
    authors: [],
    lang: 'en',
    theme: 'harbor',
    scheme: 'auto',
    transition: 'none',
    fit: 'shrink',
    reveal: 'none',
    buildups: 'merge',
    continuation: 'keep',
    guess: true,
    math: false,
    agenda: false,
    closing: 'none',
    progress: true,
    controls: true,
    slideNumber: true,
    aspect: '16:9',
    ...written,
    title: written.title || title || name || path,
  }
}
