// What a deck is where its front matter says nothing: what its project says, then the defaults.

import type { DeckMeta } from '../deck/deck.ts'
import type { WrittenMeta } from './meta-values.ts'

/** What a deck's meta is completed from. */
export interface MetaGround {
  /** The first title among the slides. */
  readonly title: string | undefined
  /** The file's path, whose name is the last resort. */
  readonly path: string
  /** What the project says of all its decks. */
  readonly defaults: WrittenMeta
  /** Where the dialect has other defaults. */
  readonly own?: WrittenMeta
}

/**
 * A deck's meta with every gap filled.
 *
 * @param written what the front matter says
 */
export function completeMeta(written: WrittenMeta, { title, path, defaults, own }: MetaGround): DeckMeta {
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
    ...own,
    ...defaults,
    ...written,
    title: written.title || title || name || path,
  }
}
