// The words the client says: those of the page's language, English where a language is not here.

import type { KeyWords } from './keys-by-language.ts'
import * as keysByLanguage from './keys-by-language.ts'
import { de, en, es, fr, it, ja, nl, type Phrases, pl, pt, zh } from './words-by-language.ts'

/** What the client says in one language. */
export interface Words extends Phrases {
  /** The keys of the talk, a blank between two, and what they do. */
  readonly keys: readonly (readonly [keys: string, meaning: string])[]
}

interface Spoken {
  readonly phrases: Phrases
  readonly keys: KeyWords
}

const byLanguage: Readonly<Record<string, Spoken>> = {
  en: { phrases: en, keys: keysByLanguage.en },
  de: { phrases: de, keys: keysByLanguage.de },
  fr: { phrases: fr, keys: keysByLanguage.fr },
  es: { phrases: es, keys: keysByLanguage.es },
  it: { phrases: it, keys: keysByLanguage.it },
  pt: { phrases: pt, keys: keysByLanguage.pt },
  nl: { phrases: nl, keys: keysByLanguage.nl },
  pl: { phrases: pl, keys: keysByLanguage.pl },
  ja: { phrases: ja, keys: keysByLanguage.ja },
  zh: { phrases: zh, keys: keysByLanguage.zh },
}

/**
 * The words for a page.
 *
 * @param lang the page's language, a BCP 47 tag; its primary language counts
 */
export function wordsFor(lang: string): Words {
  const primary = lang.toLowerCase().split('-')[0] ?? ''
  const spoken = Object.hasOwn(byLanguage, primary) ? byLanguage[primary] : undefined
  const { phrases, keys } = spoken ?? { phrases: en, keys: keysByLanguage.en }
  const [space, pageDown, pageUp, home, end] = keys.caps
  const caps = [
    `→ ${space} ${pageDown}`,
    `← ${pageUp}`,
    '↑ ↓',
    `${home} ${end}`,
    'Esc, O',
    'F',
    'B, .',
    'R',
    '?',
  ]
  return { ...phrases, keys: caps.map((key, at) => [key, keys.meanings[at] ?? ''] as const) }
}
