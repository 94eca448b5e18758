import { expect, test } from 'vitest'
import { diagnostic } from '../deck/diagnostic.ts'
import { type RuleId, rules } from '../deck/rules.ts'
import { happensWith, ranks, worstFirst } from './rank.ts'

const at = (line: number, column = 1) => {
  const point = { line, column, offset: 0 }
  return { position: { start: point, end: point } }
}

test('every rule that lets a talk be given has a rank, and one only', () => {
  const ranked = ranks.flatMap(([, own]) => own)
  expect(ranked).toEqual([...new Set(ranked)])
  /** Of these nobody in the room would ever know. */
  const unnoticed = ['option-ignored', 'rule-unknown']
  const loose = (Object.keys(rules) as RuleId[]).filter(
    rule => rules[rule].severity !== 'error' && !ranked.includes(rule) && !unnoticed.includes(rule),
  )
  expect(loose).toEqual([])
})

test('the worst comes first: errors, then what happens, then how bad, then the place', () => {
  const problems = [
    diagnostic('a.md', 'image-alt', 'seventh', at(1)),
    diagnostic('a.md', 'planned-time', 'sixth', at(2)),
    diagnostic('a.md', 'image-missing', 'fourth', at(9, 2)),
    diagnostic('a.md', 'image-missing', 'third', at(9, 1)),
    diagnostic('a.md', 'math-unsupported', 'fifth', at(1)),
    diagnostic('a.md', 'note-like', 'second', at(50)),
    diagnostic('a.md', 'heading-order', 'first', { ...at(60), severity: 'error' }),
    diagnostic('a.md', 'option-ignored', 'last', at(1)),
  ]
  const order = worstFirst(problems).map(({ message }) => message)
  expect(order).toEqual(['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'last'])
  expect(problems[0]?.message).toBe('seventh')
})

test('each is said to be what it is', () => {
  expect(happensWith(diagnostic('a.md', 'link-broken', 'x'))).toBe('A click leads nowhere')
  expect(happensWith(diagnostic('a.md', 'link-broken', 'x', { severity: 'error' }))).toBe(
    'There is no talk with this',
  )
})
