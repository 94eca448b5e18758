import { describe, expect, test } from 'vitest'
import { mergeBuildups } from './buildups.ts'
import { assignKeys } from './keys.ts'
import { hashOf, slugOf } from './slug.ts'
import { numberSteps } from './steps.ts'
import { findTitles } from './titles.ts'
import { through, written } from './written.test-aid.ts'

function keyed(text: string) {
  const { deck, problems } = through([findTitles, mergeBuildups, numberSteps, assignKeys], written(text))
  return {
    keys: deck.slides.map(slide => slide.key),
    aliases: deck.slides.map(slide => slide.aliases.map(({ key, step }) => `${key}:${step}`).join(' ')),
    problems: problems.map(problem => problem.rule),
  }
}

describe('keys', () => {
  test('are slugs of titles, told apart by numbers', () => {
    expect(keyed('# Why us?\n--\n# Why us!\n--\n# Why us').keys).toEqual(['why-us', 'why-us-2', 'why-us-3'])
  })

  test('that are written come first and are kept as they are', () => {
    const { keys, aliases } = keyed('# Why\n-- {#why}\n# Because')
    expect(keys).toEqual(['why-2', 'why'])
    expect(aliases).toEqual(['', 'because:0'])
  })

  test('written twice are reported', () => {
    expect(keyed('x\n-- {#a}\n# A\n-- {#a}\n# B')).toMatchObject({
      keys: [expect.any(String), 'a', 'a-2'],
      problems: ['duplicate-key'],
    })
  })

  test('are never all digits', () => {
    expect(keyed('# 2016\n-- {#12}\n# x').keys).toEqual(['slide-2016', 'slide-12'])
  })

  test('do not collide with what the page itself is called', () => {
    expect(keyed('# Talk\n--\n# Slides').keys).toEqual(['talk-2', 'slides-2'])
  })

  test('without a title come from a later heading, a picture, the content', () => {
    expect(keyed('text\n\n## Late').keys).toEqual(['late'])
    expect(keyed('![](a/Big%20Ship.png?x)').keys).toEqual(['big-20ship'])
    const [key] = keyed('just words').keys
    expect(key).toMatch(/^slide-[\da-f]{8}$/)
    expect(keyed('just words').keys).toEqual([key])
    expect(keyed('other words').keys).not.toEqual([key])
  })
})

describe('aliases', () => {
  test('are what the states of a build-up would be called, with their step', () => {
    const text = '# T\n- a\n--\n# T\n- a\n- b\n-- {#mine}\n# T\n- a\n- b\n- c\n--\n# U'
    expect(keyed(text)).toMatchObject({ keys: ['t', 'u'], aliases: ['t-2:1 mine:2', ''] })
  })

  test('make way for slides', () => {
    expect(keyed('# T\n- a\n--\n# T\n- a\n- b\n--\nx\n\n# T\n--\n# T')).toMatchObject({
      keys: ['t', 't-2', 't-3'],
      aliases: ['', '', ''],
    })
  })
})

describe('slugs', () => {
  test('keep letters of every script, composed', () => {
    expect(slugOf('Ünïcode  & Größe')).toBe('ünïcode-größe')
    expect(slugOf('Cafe\u0301')).toBe('café')
    expect(slugOf('容器とは？ 그것')).toBe('容器とは-그것')
    expect(slugOf('What’s `docker_gwbridge`')).toBe('whats-docker_gwbridge')
    expect(slugOf('Q/A')).toBe('q-a')
    expect(slugOf('?!')).toBe('')
  })

  test('are short', () => {
    expect(slugOf('word '.repeat(40)).length).toBeLessThanOrEqual(64)
    expect(slugOf('word '.repeat(40))).toMatch(/word$/)
    expect(slugOf('x'.repeat(200))).toHaveLength(64)
  })

  test('hashes are FNV-1a', () => {
    expect(hashOf('')).toBe('811c9dc5')
    expect(hashOf('a')).toBe('e40c292c')
    expect(hashOf('foobar')).toBe('bf9cf968')
  })
})
