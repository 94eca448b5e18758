// What may stay in an address, and what may not.

import { expect, test } from 'vitest'
import { cleanQuery } from './guard.ts'

test('the view may be asked for', () => {
  expect(cleanQuery('?view=read')).toBe('?view=read')
  expect(cleanQuery('?view=talk&view=read')).toBe('?view=talk')
})

test.each([
  '?postMessage=true',
  '?view=print',
  '?view=scroll',
  '?print-pdf',
  '?showNotes=true&controls=false',
  '?__proto__=x&constructor=y&toString=z',
  '?VIEW=read',
  '',
])('%s leaves nothing', query => {
  expect(cleanQuery(query)).toBe('')
})
