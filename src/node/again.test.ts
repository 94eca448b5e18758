import { expect, it } from 'vitest'
import { merged, readBy } from './again.ts'
import type { Asked } from './disk.ts'

const shared: Asked = ['read', '/run.sh', 'sum of one', 'state 1']
const own: Asked = ['read', '/a.md', 'sum of a', '']

it('joins what decks asked, each question once', () => {
  const later: Asked = ['read', '/run.sh', 'sum of one', 'state 2']
  const all = merged([own, shared], [later, ['kind', '/run.sh', 'file', '']])
  expect(all).toEqual([own, later, ['kind', '/run.sh', 'file', '']])
  expect(readBy(all ?? [])).toEqual(['/a.md', '/run.sh'])
})

it('says so where something changed while it was asked', () => {
  expect(merged([shared], [['read', '/run.sh', 'sum of two', 'state 2']])).toBeUndefined()
})
