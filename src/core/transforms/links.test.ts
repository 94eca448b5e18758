import { describe, expect, test } from 'vitest'
import { mergeBuildups } from './buildups.ts'
import { assignKeys } from './keys.ts'
import { resolveLinks } from './links.ts'
import { numberSteps } from './steps.ts'
import { findTitles } from './titles.ts'
import { through, written } from './written.test-aid.ts'

const deck = '# Why\n- a\n--\n# Why\n- a\n- b\n-- {#café}\n# Bar\n\n<a name="spot"></a>\n--\n'

function linked(url: string, note = false) {
  const text = `${deck}${note ? 'x\nNote: ' : ''}[go](${url})`
  const result = through([findTitles, mergeBuildups, numberSteps, assignKeys, resolveLinks], written(text))
  const slide = result.deck.slides.at(-1)
  const tree = note ? slide?.notes : slide?.body
  const block = tree?.children[0]
  const link = block?.type === 'paragraph' ? block.children.find(node => node.type === 'link') : undefined
  return [link?.type === 'link' ? link.url : '', ...result.problems.map(problem => problem.rule)]
}

describe('a link inside the deck', () => {
  test('leads to a slide by its key', () => {
    expect(linked('#why')).toEqual(['#/why'])
    expect(linked('#/why')).toEqual(['#/why'])
    expect(linked('#/why/1')).toEqual(['#/why/1'])
    expect(linked('#/why/0')).toEqual(['#/why'])
  })

  test('leads to a step of the slide that took the one it names', () => {
    expect(linked('#why-2')).toEqual(['#/why/1'])
    expect(linked('#bar')).toEqual(['#/café'])
  })

  test('leads to a slide by what stands on it', () => {
    expect(linked('#spot')).toEqual(['#/café'])
  })

  test('may be escaped or decomposed', () => {
    expect(linked('#caf%C3%A9')).toEqual(['#/café'])
    expect(linked('#cafe\u0301')).toEqual(['#/café'])
  })

  test('to nowhere is reported and left as it is', () => {
    expect(linked('#nope')).toEqual(['#nope', 'link-broken'])
    expect(linked('#100%')).toEqual(['#100%', 'link-broken'])
  })

  test('to the top stays', () => {
    expect(linked('#')).toEqual(['#'])
    expect(linked('#/')).toEqual(['#/'])
  })

  test('in notes resolves, but is never spoken of', () => {
    expect(linked('#why-2', true)).toEqual(['#/why/1'])
    expect(linked('#nope', true)).toEqual(['#nope'])
  })
})

test('a link out of the deck is left alone', () => {
  expect(linked('https://example.org/#why')).toEqual(['https://example.org/#why'])
  expect(linked('notes.txt#why')).toEqual(['notes.txt#why'])
  expect(linked('other.notes.md')).toEqual(['other.notes.md'])
})

test('a link to another deck leads to its page', () => {
  expect(linked('other.md')).toEqual(['../other/index.html'])
  expect(linked('other.md#why')).toEqual(['../other/index.html#/why'])
  expect(linked('../Day%201/My%20talk.md#/why/2')).toEqual(['../my-talk/index.html#/why/2'])
  expect(linked('docker/index.md')).toEqual(['../docker/index.html'])
})
