// Which keys are ours, and when they are not.

import { expect, test } from 'vitest'
import { actionFor } from './keys.ts'

const press = (key: string, held: Partial<KeyboardEvent> = {}) =>
  actionFor(
    { key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, isComposing: false, ...held },
    true,
  )

test('the keys of a clicker and of a keyboard turn slides', () => {
  expect([press('PageDown'), press(' '), press('n')]).toEqual(['next', 'next', 'next'])
  expect([press('PageUp'), press(' ', { shiftKey: true })]).toEqual(['previous', 'previous'])
})

test('a key with a modifier belongs to the browser', () => {
  expect(press('f', { ctrlKey: true })).toBeUndefined()
  expect(press('ArrowLeft', { altKey: true })).toBeUndefined()
  expect(press('p', { metaKey: true })).toBeUndefined()
})

test('single characters can be turned off, named keys cannot', () => {
  const plain = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, isComposing: false }
  for (const key of ['f', 'o', 'b', '.', '?', 'n']) {
    expect(actionFor({ key, ...plain }, false)).toBeUndefined()
  }
  expect(actionFor({ key: 'ArrowRight', ...plain }, false)).toBe('right')
  expect(actionFor({ key: 'F1', ...plain }, false)).toBe('help')
})

test('names of the prototype are no keys', () => {
  expect(press('constructor')).toBeUndefined()
  expect(press('toString')).toBeUndefined()
})
