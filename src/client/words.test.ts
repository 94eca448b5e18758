// The client speaks the languages that the pages speak, and each of them in full.

import { expect, test } from 'vitest'
import * as pages from '../core/render/words-by-language.ts'
import { wordsFor } from './words.ts'
import * as client from './words-by-language.ts'

const languages = Object.keys(pages)

test('every language of the pages is one of the client', () => {
  expect(Object.keys(client).sort()).toEqual(languages.sort())
})

test.each(languages)('%s is taken by its tag, and says everything', lang => {
  const words = wordsFor(`${lang}-XX`)
  if (lang !== 'en') expect(words.present).not.toBe(wordsFor('en').present)
  expect(words.keys).toHaveLength(9)
  for (const [keys, meaning] of words.keys) expect(`${keys}${meaning}`).not.toMatch(/undefined/)
  for (const count of [1, 2]) expect(words.lines(count)).toContain(String(count))
  expect(words.unknownKey('old', 'New')).toMatch(/old.*New/)
})

test('a language that is not here is English', () => {
  expect(wordsFor('tlh').present).toBe('Present')
  expect(wordsFor('constructor').present).toBe('Present')
})
