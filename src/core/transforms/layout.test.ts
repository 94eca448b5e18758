import { describe, expect, test } from 'vitest'
import { mergeBuildups } from './buildups.ts'
import { chooseLayouts } from './layout.ts'
import { freeLooseMedia } from './loose-media.ts'
import { findTitles } from './titles.ts'
import { through, written } from './written.test-aid.ts'

const line = [freeLooseMedia, findTitles, mergeBuildups, chooseLayouts]

/** The layout of a slide in the middle of a deck. */
function middle(text: string, separator = '--') {
  const { deck, problems } = through(line, written(`first\n\n- x\n${separator}\n${text}\n--\n# last\n- y`))
  return [deck.slides[1]?.layout, ...problems.map(problem => problem.rule)]
}

const layouts = (text: string) => through(line, written(text)).deck.slides.map(slide => slide.layout)

describe('a layout that is named', () => {
  test('wins', () => {
    expect(middle('# x', '-- {layout=image}')).toEqual(['image'])
    expect(middle('# x', '-- {layout=content}')).toEqual(['content'])
  })

  test('columns want two slots', () => {
    expect(middle('# x\ntext', '-- {layout=columns}')).toEqual(['columns', 'layout-slots'])
  })
})

describe('a layout that is not named', () => {
  test.each([
    ['section', '# Part two'],
    ['section', '# Part two\n## with a subtitle'],
    ['statement', '# We ship on Fridays.'],
    ['statement', '### Containers are processes, and nothing but processes'],
    ['statement', 'One short paragraph.'],
    ['quote', '> To be or not'],
    ['quote', '# Someone said\n> To be or not'],
    ['image', '![](a.png)'],
    ['content', '# Two\n\n![](a.png)\n\n![](b.png)\n\nA line of words.'],
    ['split', '# Two\n\n![](a.png)\n\n![](b.png)\n\n- one\n- two\n- three\n- four'],
    ['code', '# Look\n```js\nx\n```'],
    ['code', '```js\nx\n```'],
    ['split', '# T\n- a\n- b\n\n![](a.png)'],
    ['split', '# T\ntext\n![](a.png)\nmore'],
    ['content', '# T\n- a\n- b\n\n![](a.png){width=400 .right}'],
    ['content', '# T\n![](a.png)'],
    ['content', '# T\n- a'],
    ['content', '# T\n- a\n\n![](a.png)\n\n![](b.png)'],
    ['content', '# T\ntext\n\n```js\nx\n```\n\n![](a.png)'],
    ['content', `A paragraph that goes on. ${'And on it goes. '.repeat(20)}`],
  ])('is %s for %j', (layout, text) => {
    expect(middle(text)).toEqual([layout])
  })

  test('is center for the class', () => {
    expect(middle('<br>\n\n# DEMO', '-- {.center}')).toEqual(['center'])
  })

  test('is columns for slots, which are wanted in pairs', () => {
    const deck = written('x\n--\n# T\n--\ny')
    const slot = (name: string) => ({ type: 'slot' as const, name, children: [] })
    deck.slides[1]?.body.children.push(slot('left'), slot('right'))
    deck.slides[2]?.body.children.push(slot('left'))
    const result = through(line, deck)
    expect(result.deck.slides.map(slide => slide.layout)).toEqual(['statement', 'columns', 'columns'])
    expect(result.problems.map(problem => problem.rule)).toEqual(['layout-slots'])
  })

  test('is title for the first slide with a title and little else', () => {
    expect(layouts('# Hello\n## World\nAda, 2026\n\n![](a.png)\n--\n- x')[0]).toBe('title')
    expect(layouts('# Hello\n- a\n- b\n--\n- x')[0]).toBe('content')
  })

  test('is end for a last slide that closes', () => {
    for (const last of ['# Thank you!', '# Thanks, Ghent', '### Q/A\n![](a.png)', '# Questions?', 'Danke!']) {
      expect(layouts(`# x\n- y\n--\n${last}`)[1]).toBe('end')
    }
    expect(layouts('# x\n- y\n--\n# Results\n- a')[1]).toBe('content')
    expect(layouts('# Thanks\n- y\n--\n# Results\n- a')[0]).toBe('content')
  })

  test('is chosen by what is there at the end', () => {
    expect(layouts('x\n--\n# T\n- a\n\n![](a.png)\n--\n# T\n- a\n- b\n\n![](b.png)\n--\n- z')[1]).toBe(
      'split',
    )
  })
})
