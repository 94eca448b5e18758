// The words of the pages themselves, by language; a deck's pages speak the deck's language.

import { de, en, es, fr, it, ja, nl, pl, pt, type Words, zh } from './words-by-language.ts'

export type { Words } from './words-by-language.ts'

const byLanguage: Readonly<Record<string, Words>> = { en, de, fr, es, it, pt, nl, pl, ja, zh }

/**
 * The words of a language.
 *
 * @param lang a BCP 47 tag; its primary language counts
 * @returns that language's words, English where it has none
 */
export function wordsFor(lang: string): Words {
  const primary = lang.toLowerCase().split('-')[0] ?? ''
  return Object.hasOwn(byLanguage, primary) ? (byLanguage[primary] ?? en) : en
}

const rightToLeft =
  /^(?:ar|arc|ckb|dv|fa|he|ks|ku-arab|nqo|ps|sd|ug|ur|yi)(?:-|$)|-(?:arab|hebr|syrc|thaa)(?:-|$)/i

/** Which way a language is written. */
export function directionOf(lang: string): 'ltr' | 'rtl' {
  return rightToLeft.test(lang) ? 'rtl' : 'ltr'
}

/** A language tag that is safe to write: as given where it is well formed, else `en`. */
export function languageTag(lang: string): string {
  return /^[a-z]{2,8}(?:-[a-z0-9]{1,8}){0,4}$/i.test(lang) ? lang : 'en'
}
