// The language of a code block: what its fence says, else what its file is called, else what it looks like.

import { guessLanguage, isLabelledSession } from './guess.ts'
import { type Language, languageOf, languageOfFile } from './language.ts'
import type { FenceInfo } from './meta.ts'

/** What a block is written in. */
export interface BlockLanguage {
  /** A canonical name; absent is plain text. */
  readonly language?: string
  readonly guessed: boolean
  /** What is known of a label that nobody knows. */
  readonly unknown?: Language
}

/**
 * @param text the code
 * @param info what its fence says
 * @param path the file it comes from, where it comes from one
 * @param guess whether unlabelled code may be guessed
 */
export function languageOfBlock(
  text: string,
  info: FenceInfo,
  path: string | undefined,
  guess: boolean,
): BlockLanguage {
  if (info.language) {
    const label = languageOf(info.language)
    const unknown = label.known ? {} : { unknown: label }
    if (guess && isLabelledSession(text, label.name))
      return { language: 'console', guessed: true, ...unknown }
    return { ...(label.name ? { language: label.name } : {}), guessed: false, ...unknown }
  }
  const named = path === undefined ? undefined : languageOfFile(path)
  if (named) return { language: named, guessed: false }
  if (info.prompt !== undefined || info.steps) return { language: 'console', guessed: false }
  const guessed = guess ? guessLanguage(text) : undefined
  return guessed ? { language: guessed, guessed: true } : { guessed: false }
}
