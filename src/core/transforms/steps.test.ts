import { describe, expect, test } from 'vitest'
import type { Slide } from '../deck/deck.ts'
import { mergeBuildups } from './buildups.ts'
import { markCode } from './code.ts'
import { numberSteps } from './steps.ts'
import { findTitles } from './titles.ts'
import { sketch, through, written } from './written.test-aid.ts'

function stepped(text: string, meta = {}) {
  const { deck, problems } = through([findTitles, mergeBuildups, markCode, numberSteps], written(text, meta))
  const slide = deck.slides.at(-1) as Slide
  return { slide, shown: sketch(slide.body), kinds: slide.steps.map(step => step.kind), problems }
}

describe('lists', () => {
  test('come item by item where the deck says so, parents before children', () => {
    const { shown, kinds } = stepped('- a\n  - a1\n  - a2\n- b', { reveal: 'lists' })
    expect(shown).toBe('list(item·1(p(a) list(item·2(a1) item·3(a2))) item·4(b))')
    expect(kinds).toEqual(['item', 'item', 'item', 'item'])
  })

  test('come whole unless they are asked for', () => {
    expect(stepped('- a\n- b').kinds).toEqual([])
  })

  test('come item by item on one slide, or not on one slide', () => {
    expect(stepped('x\n-- {reveal}\n- a\n- b').kinds).toEqual(['item', 'item'])
    expect(stepped('x\n-- {reveal=none}\n- a\n- b', { reveal: 'lists' }).kinds).toEqual([])
  })

  test('come item by item but for the first item of the slide, where the rest is asked for', () => {
    const { shown, kinds } = stepped('- a\n  - a1\n- b\n\nx\n\n- c', { reveal: 'rest' })
    expect(shown).toBe('list(item(p(a) list(item·1(a1))) item·2(b)) p(x) list(item·3(c))')
    expect(kinds).toEqual(['item', 'item', 'item'])
    expect(stepped('x\n-- {reveal=rest}\n- a\n- b').kinds).toEqual(['item'])
  })

  test('that are marked come item by item, their inner lists with their items', () => {
    const deck = written('- a\n  - a1\n- b\n\n# T\n\n1. c')
    const list = deck.slides[0]?.body.children[0]
    if (list) list.data = { reveal: true }
    const { slides } = through([numberSteps], deck).deck
    expect(slides.map(slide => sketch(slide.body))).toEqual([
      'list(item·1(p(a) list(item(a1))) item·2(b)) heading(T) list(item(c))',
    ])
  })
})

describe('marked blocks', () => {
  test('without a number come one after the other', () => {
    expect(stepped('a {step}\n\nb\n\nc {step}').shown).toBe('p·1(a) p(b) p·2(c)')
  })

  test('with a number come with it, several at once if need be', () => {
    const { shown, kinds, problems } = stepped('a {step=2}\n\nb {step=1}\n\nc {step=2}')
    expect(shown).toBe('p·2(a) p·1(b) p·2(c)')
    expect(kinds).toHaveLength(2)
    expect(problems).toEqual([])
  })

  test('without a number come after the highest above', () => {
    expect(stepped('a {step=2}\n\nb {step=1}\n\nc {step}').shown).toBe('p·2(a) p·1(b) p·3(c)')
  })

  test('leave no gap, and say so', () => {
    const { shown, kinds, problems } = stepped('a {step}\n\nb {step=4}\n\nc {step=4}')
    expect(shown).toBe('p·1(a) p·2(b) p·2(c)')
    expect(kinds).toHaveLength(2)
    expect(problems.map(problem => [problem.rule, problem.position?.start.line])).toEqual([
      ['step-number', 3],
    ])
  })

  test('with something that is no number come in order, and say so', () => {
    const { shown, problems } = stepped('a {step=soon}\n\nb {step=0}')
    expect(shown).toBe('p·1(a) p·2(b)')
    expect(problems.map(problem => problem.rule)).toEqual(['step-number', 'step-number'])
  })

  test('in a list item are the item', () => {
    expect(stepped('- a\n- b {step}').shown).toBe('list(item(a) item·1(b))')
  })

  test('do not keep the mark as an attribute', () => {
    expect(stepped('a {step}').slide.body.children[0]?.data?.attributes?.values).toEqual({})
  })
})

describe('pauses', () => {
  test('hold back what follows', () => {
    const { shown, kinds } = stepped('a\n\n. . .\n\nb\n\nc\n\n. . .\n\nd')
    expect(shown).toBe('p(a) p·1(b) p·1(c) p·2(d)')
    expect(kinds).toEqual(['pause', 'pause'])
  })

  test('with nothing behind them are no click', () => {
    expect(stepped('a\n\n. . .\n\n. . .\n\nb\n\n. . .').kinds).toEqual(['pause'])
  })

  test('before a list that comes item by item are its first item', () => {
    expect(stepped('a\n\n. . .\n\n- b\n- c', { reveal: 'lists' }).shown).toBe(
      'p(a) list(item·1(b) item·2(c))',
    )
  })

  test('let a block keep its own number', () => {
    expect(stepped('. . .\n\na\n\nb {step}').shown).toBe('p·1(a) p·2(b)')
  })
})

describe('code', () => {
  test('moves its focus with each click after the first state', () => {
    const { slide, kinds } = stepped('a {step}\n\n```js {1|2|all}\nx\ny\n```\n\nb {step}')
    const code = slide.body.children[1]
    expect(code?.type === 'code' && code.data?.code?.focusFrom).toBe(2)
    expect(kinds).toEqual(['block', 'lines', 'lines', 'block'])
    expect(slide.steps.map(step => step.swaps)).toEqual([false, true, true, false])
  })

  test('with one state of focus has no step', () => {
    expect(stepped('```js {1}\nx\n```').kinds).toEqual([])
  })

  test('sessions come run by run, the first with the slide', () => {
    const { slide, kinds } = stepped('```console steps\n$ ls\na\n$ id\nme\n```')
    const code = slide.body.children[0]
    expect(code?.type === 'code' && code.data?.code?.runs?.map(run => run.step)).toEqual([0, 1, 2, 3])
    expect(kinds).toEqual(['command', 'command', 'command'])
  })
})

describe('build-ups', () => {
  test('count within each state', () => {
    const text = '# T\n- a\n\nx {step}\n--\n# T\n- a\n- b\n\nx {step}\n\ny {step}'
    expect(stepped(text).shown).toBe('heading(T) list(item(a) item·2(b)) p·1(x) p·3(y)')
  })

  test('do not click for a block that comes with a click of its own', () => {
    const text = '# T\n- a\n--\n# T\n- a\n\ny {step}\nNote: on y'
    const { shown, slide } = stepped(text)
    expect(shown).toBe('heading(T) list(item(a)) p·1(y)')
    expect(slide.steps[0]?.notes && sketch(slide.steps[0].notes)).toBe('p(on y)')
  })

  test('bring the first new item with the state where lists come item by item', () => {
    const text = '# T\n- a\n--\n# T\n- a\n- b\n- c\n\n![](p.png)'
    expect(stepped(text, { reveal: 'lists' }).shown).toBe(
      'heading(T) list(item·1(a) item·2(b) item·3(c)) p·2(image(p.png))',
    )
  })
})

describe('notes', () => {
  const notes = (slide: Slide) =>
    [slide.notes, ...slide.steps.map(step => step.notes)].map(tree => tree && sketch(tree))

  test('are said with the step their pause leads to', () => {
    const { slide } = stepped('a\n\nb {step}\n\nc {step}\nNote: one\n\n. . .\n\ntwo\n\n. . .\n\nthree')
    expect(notes(slide)).toEqual(['p(one)', 'p(two)', 'p(three)'])
  })

  test('beyond the last step are said there', () => {
    const { slide } = stepped('a\n\nb {step}\nNote: one\n\n. . .\n\ntwo\n\n. . .\n\nthree')
    expect(notes(slide)).toEqual(['p(one)', 'p(two) p(three)'])
  })

  test('of a slide without steps stay together', () => {
    expect(notes(stepped('a\nNote: one\n\n. . .\n\ntwo').slide)).toEqual(['p(one) p(two)'])
  })
})
