// Which lines are in focus in which state.

import { expect, test } from 'vitest'
import { inFocus } from './focus.ts'

test('a line is in focus in the states it names, by whole numbers', () => {
  expect(inFocus('0 2 10', 2)).toBe(true)
  expect(inFocus('0 2 10', 1)).toBe(false)
  expect(inFocus('0', 10)).toBe(false)
  expect(inFocus(undefined, 0)).toBe(false)
})
