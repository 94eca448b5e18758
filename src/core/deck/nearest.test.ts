// What an author probably meant.

import { expect, test } from 'vitest'
import { nearest } from './nearest.ts'

const known = ['title', 'subtitle', 'theme', 'transition', 'slide-number']

test.each([
  ['titel', 'title'],
  ['tilte', 'title'],
  ['them', 'theme'],
  ['Transistion', 'transition'],
  ['slidenumber', 'slide-number'],
  ['t', undefined],
  ['background', undefined],
  ['', undefined],
])('%s: %s', (written, meant) => {
  expect(nearest(written, known)).toBe(meant)
})
