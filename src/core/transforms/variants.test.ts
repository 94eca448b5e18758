import { describe, expect, test } from 'vitest'
import { chooseVariant } from './variants.ts'
import { sketch, through, written } from './written.test-aid.ts'

const deck = 'all\n-- {only=long}\nlong\n-- {only=short,long}\nboth\n-- {hidden}\nhidden'

function shown(variant?: string) {
  const { deck: result, problems } = through([chooseVariant], written(deck), new Map(), variant)
  return [...result.slides.map(slide => sketch(slide.body)), ...problems.map(problem => problem.rule)]
}

describe('a variant', () => {
  test('has the slides for all and its own; hidden ones stay, marked', () => {
    expect(shown('short')).toEqual(['p(all)', 'p(both)', 'p(hidden)'])
    expect(shown('long')).toHaveLength(4)
  })

  test('not asked for is all', () => {
    expect(shown()).toHaveLength(4)
  })

  test('that no slide is for is reported', () => {
    expect(shown('lang')).toEqual(['p(all)', 'p(hidden)', 'variant-unknown'])
  })
})
