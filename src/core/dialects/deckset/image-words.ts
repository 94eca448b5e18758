// The words in the brackets of a Deckset picture: where it goes and how large; the rest describes it.

import type { PlaceMark } from '../../deck/nodes.ts'

/** What the brackets say. */
export interface ImageWords {
  /** Absent parts were not said; `where` is absent where no word names a place. */
  readonly place: Partial<PlaceMark>
  /** Of films: how they play. */
  readonly play: readonly ('autoplay' | 'loop' | 'muted')[]
  /** Words of the reference that are not done. */
  readonly undone: readonly string[]
  /** Whether any word of the reference is there at all. */
  readonly any: boolean
  /** What is left: the alternative text. */
  readonly alt: string
}

type Draft = { place: Partial<PlaceMark>; play: ImageWords['play'][number][]; undone: string[] }
type Take = (draft: Draft, value: string) => void

const where =
  (name: PlaceMark['where']): Take =>
  ({ place }) => {
    // `inline left` stays among the words.
    if (place.where !== 'inline') place.where = name
  }

const words: Readonly<Record<string, Take>> = {
  inline: ({ place }) => {
    place.where = 'inline'
  },
  left: where('left'),
  right: where('right'),
  fit: ({ place }) => {
    place.fit = 'contain'
  },
  fill: ({ place }) => {
    place.fit = 'cover'
  },
  filtered: ({ place }) => {
    place.filter = 'on'
  },
  original: ({ place }) => {
    place.filter = 'off'
  },
  autoplay: ({ play }) => void play.push('autoplay'),
  loop: ({ play }) => void play.push('loop'),
  mute: ({ play }) => void play.push('muted'),
  muted: ({ play }) => void play.push('muted'),
  hide: ({ undone }) => void undone.push('hide'),
  autoadvance: ({ undone }) => void undone.push('autoadvance'),
}

const measures: readonly (readonly [RegExp, Take])[] = [
  [
    /^(\d{1,4}(?:\.\d+)?)%$/,
    ({ place }, value) => {
      place.zoom = Number(value)
    },
  ],
  [
    /^alpha\(\s*(\d*\.?\d+)\s*\)$/,
    ({ place }, value) => {
      place.alpha = Math.min(1, Number(value))
    },
  ],
  [
    /^corner-radius\(\s*(\d{1,4})(?:px)?\s*\)$/,
    ({ place }, value) => {
      place.corner = Number(value)
    },
  ],
]

function takerOf(word: string): ((draft: Draft) => void) | undefined {
  const plain = word.toLowerCase()
  const take = Object.hasOwn(words, plain) ? words[plain] : undefined
  if (take) return draft => take(draft, '')
  for (const [pattern, measure] of measures) {
    const value = pattern.exec(plain)?.[1]
    if (value !== undefined) return draft => measure(draft, value)
  }
  return undefined
}

/**
 * Reads the brackets of a picture. Words of the reference count at their start and at their end, in any order, parted
 * by blanks or commas: in `A left turn` between other words they are part of the description.
 */
export function readImageWords(written: string): ImageWords {
  const tokens = [...written.matchAll(/(?:[^\s,()]|\([^()]*\)|[()])+/g)]
  const takers = tokens.map(([word]) => takerOf(word))
  const first = takers.findIndex(taker => !taker)
  const last = takers.findLastIndex(taker => !taker)
  const draft: Draft = { place: {}, play: [], undone: [] }
  takers.forEach((take, index) => {
    if (first < 0 || index < first || index > last) take?.(draft)
  })
  const from = tokens[first]?.index ?? 0
  const to = last < 0 ? 0 : (tokens[last]?.index ?? 0) + (tokens[last]?.[0].length ?? 0)
  return {
    ...draft,
    any: tokens.length > 0 && (first !== 0 || last < tokens.length - 1),
    alt: first < 0 ? '' : written.slice(from, to).trim(),
  }
}
