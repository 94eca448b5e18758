// A deck's meta with every gap filled: the title from the first slide or the file's name, the rest by default.

import type { DeckMeta } from '../deck/deck.ts'

/**
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
    reveal: 'none',
    buildups: 'merge',
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
