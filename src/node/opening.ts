// The opening of a talk: what can be shown of a deck before all of it has been worked, to whoever waits for its page.

import { normaliseText } from '../core/index.ts'
import type { Tools } from './deck-prepare.ts'
import { plainDisk } from './disk.ts'
import { workExcerpt } from './excerpt-work.ts'
import { readSource } from './read-source.ts'
import type { DeckTask, Opening } from './task.ts'

/** Characters of a deck that is worked as a whole in the time that a beginning of it would take. */
const short = 24 * 1024
/** Characters of a beginning: a dozen slides. */
const beginning = 3 * 1024

/** What a page may load is settled by its first version; such decks come as a whole. */
const fromElsewhere =
  /<(?:img|iframe|video|audio|source|embed|object)\b|!\[[^\]]*\]\(\s*<?https?:|\]:\s*<?https?:/i

/**
 * The first slides of a long deck, without the colours of their code.
 *
 * @returns undefined where there is nothing to gain, or where the beginning alone says too little
 */
export async function openingOf(task: DeckTask, tools: Tools): Promise<Opening | undefined> {
  if (task.reading.html === 'trusted') return undefined
  const source = readSource(task.deck, plainDisk)
  if ('severity' in source || source.text.length < short) return undefined
  const text = normaliseText(source.text)
  if (fromElsewhere.test(text)) return undefined
  const excerpt = text.slice(0, text.lastIndexOf('\n', beginning) + 1)
  const { page, pictures } = await workExcerpt(task, tools, excerpt, task.reading.dialect, false)
  // The last one is cut short.
  const slides = page.slides.slice(0, -1)
  const isSound = slides.length > 1 && page.diagnostics.every(({ severity }) => severity !== 'error')
  return isSound ? { page: { ...page, slides }, pictures, part: true } : undefined
}
