import { describe, expect, test } from 'vitest'
import { showSources } from './unsupported.ts'
import { sketch, through, written } from './written.test-aid.ts'

function shown(text: string, math = false) {
  const { deck, problems } = through([showSources], written(text, { math }))
  return [deck.slides[0] && sketch(deck.slides[0].body), ...problems.map(problem => problem.rule)]
}

describe('a formula', () => {
  test('in a paragraph is code as it was written', () => {
    expect(shown('$$\na_1 * b_2 * c\n$$')).toEqual(['code(a_1 * b_2 * c)', 'math-unsupported'])
  })

  test('in a line is code where the deck has formulas', () => {
    expect(shown('is $a_1 < b$ or $c$.', true)).toEqual([
      'p(is inlineCode($a_1 < b$) or inlineCode($c$).)',
      'math-unsupported',
      'math-unsupported',
    ])
  })

  test('is not seen in shell variables and prices', () => {
    expect(shown('$HOME and $PATH')).toEqual(['p($HOME and $PATH)'])
    expect(shown('It is $5, or $ 6 $ and 3$', true)).toEqual(['p(It is $5, or $ 6 $ and 3$)'])
  })
})

test('fences of formulas and diagrams are reported', () => {
  expect(shown('```math\nx\n```\n\n```mermaid\nA\n```').slice(1)).toEqual([
    'math-unsupported',
    'diagram-unsupported',
  ])
})
