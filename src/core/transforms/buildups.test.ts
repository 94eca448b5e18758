import { describe, expect, test } from 'vitest'
import { mergeBuildups } from './buildups.ts'
import { freeLooseMedia } from './loose-media.ts'
import { numberWritten } from './numbers.ts'
import { readPictureTags } from './picture-tags.ts'
import { numberSteps } from './steps.ts'
import { findTitles } from './titles.ts'
import { sketch, through, written } from './written.test-aid.ts'

const line = [numberWritten, readPictureTags, freeLooseMedia, findTitles, mergeBuildups, numberSteps]

/** Slides as `numbers: sketch`, without their headings. */
function merged(text: string, meta = {}) {
  const { deck, problems } = through(line, written(text, meta))
  const shown = deck.slides.map(slide => {
    const { children } = slide.body
    return `${slide.mergedFrom.join('+')}: ${children
      .filter(node => node.type !== 'heading')
      .map(sketch)
      .join(' ')}`
  })
  return { deck, shown, problems: problems.map(problem => problem.rule) }
}

describe('a slide that repeats the one before with more', () => {
  test('becomes a step of it', () => {
    const { shown, deck } = merged('# T\n- a\n--\n# T\n- a\n- b\n- c\n--\n# T\n- a\n- b\n- c\n- d')
    expect(shown).toEqual(['1+2+3: list(item(a) item·1(b) item·1(c) item·2(d))'])
    expect(deck.slides[0]?.steps).toEqual([
      { kind: 'state', swaps: false },
      { kind: 'state', swaps: false },
    ])
  })

  test('brings blocks along', () => {
    expect(merged('# T\n- a\n\nbye\n--\n# T\nhi\n\n- a\n- b\n\nbye').shown).toEqual([
      '1+2: p·1(hi) list(item(a) item·1(b)) p(bye)',
    ])
  })

  test('keeps the same block and adds another where the lists are equal', () => {
    expect(merged('# T\n- a\n\nx\n--\n# T\n- a\n\nx\n\ny').shown).toEqual(['1+2: list(item(a)) p(x) p·1(y)'])
  })

  test('is another slide where the list is the same and something is gone', () => {
    expect(merged('# T\n- a\n\nx\n--\n# T\n- a\n\ny').shown).toHaveLength(2)
  })

  test('is another slide without a list, under another heading, or under none', () => {
    expect(merged('# T\nx\n--\n# T\nx\n\ny').shown).toHaveLength(2)
    expect(merged('# T\n- a\n--\n# U\n- a\n- b').shown).toHaveLength(2)
    expect(merged('# T\n## one\n- a\n--\n# T\n## two\n- a\n- b').shown).toHaveLength(2)
    expect(merged('- a\n--\n- a\n- b').shown).toHaveLength(2)
    expect(merged('# <br>\n- a\n--\n# <br>\n- a\n- b').shown).toHaveLength(2)
  })

  test('is another slide where an item changed, even if only in its colour', () => {
    expect(merged('# T\n- a\n- b\n--\n# T\n- a\n- <font color="red">b</font>').shown).toHaveLength(2)
  })

  test('does not mind a loose list or other bullets', () => {
    expect(merged('# T\n- a\n- b\n--\n# T\n* a\n\n* b\n\n* c').shown).toEqual([
      '1+2: list(item(a) item(b) item·1(c))',
    ])
    expect(merged('# T\n1. a\n--\n# T\n- a\n- b').shown).toHaveLength(2)
  })

  test('is left alone with `buildups: keep`', () => {
    expect(merged('# T\n- a\n--\n# T\n- a\n- b', { buildups: 'keep' }).shown).toHaveLength(2)
  })

  test('is left alone in dialects that have steps of their own', () => {
    const deck = { ...written('# T\n- a\n--\n# T\n- a\n- b'), dialect: 'marp' }
    expect(through(line, deck).deck.slides).toHaveLength(2)
  })

  test('is another slide where the two could not be shown as one', () => {
    expect(merged('# T\n- a\n-- {hidden}\n# T\n- a\n- b').shown).toHaveLength(2)
    expect(merged('# T\n- a\n-- {background=b.png}\n# T\n- a\n- b').shown).toHaveLength(2)
    expect(merged('# T\n- a\n-- {only=long}\n# T\n- a\n- b').shown).toHaveLength(2)
    expect(merged('# T\n- a\n-- {layout=split}\n# T\n- a\n- b').shown).toHaveLength(2)
  })
})

describe('a slide that says nothing new', () => {
  test('merges without a click, and is reported', () => {
    const { shown, problems, deck } = merged('# T\n- a\n--\n# T\n- a\n--\n# T\n- a\n- b')
    expect(shown).toEqual(['1+2+3: list(item(a) item·1(b))'])
    expect(problems).toEqual(['buildup-duplicate'])
    expect(deck.slides[0]?.aliases.map(alias => alias.step)).toEqual([0, 1])
  })
})

describe('pictures', () => {
  test('that differ under equal text take each other’s place', () => {
    const { shown, deck } = merged('# T\nsame\n\n![](a.png)\n--\n# T\nsame\n\n![](b.png)')
    expect(shown).toEqual(['1+2: p(same) swap([0–1 p(image(a.png))] [1– p(image(b.png))])'])
    expect(deck.slides[0]?.steps).toEqual([{ kind: 'state', swaps: true }])
  })

  test('that are the same leave two slides two', () => {
    expect(merged('# T\nsame\n\n![](a.png)\n--\n# T\nsame\n\n![](a.png)').shown).toHaveLength(2)
  })

  test('that differ in size only are exchanged too', () => {
    const text = '# T\n<img src=a.png width=10>\n--\n# T\n<img src=a.png width=20>'
    expect(merged(text).shown).toEqual(['1+2: swap([0–1 p(image(a.png))] [1– p(image(a.png))])'])
  })

  test('that come only with the second slide do not make a build-up of equal text', () => {
    expect(merged('# T\nsame\n--\n# T\nsame\n\n![](b.png)').shown).toHaveLength(2)
  })

  test('last as long as consecutive states show them', () => {
    const states = [
      '- a\n\n![](x.png)',
      '- a\n- b\n\n![](x.png)',
      '- a\n- b\n- c\n\n![](y.png)',
      '- a\n- b\n- c\n- d',
    ]
    expect(merged(states.map(state => `# T\n${state}`).join('\n--\n')).shown).toEqual([
      '1+2+3+4: list(item(a) item·1(b) item·2(c) item·3(d)) swap([0–2 p(image(x.png))] [2–3 p(image(y.png))])',
    ])
  })

  test('keep their captions in place', () => {
    const text = '# T\n- a\n\n![](x.png)\n\ncaption\n--\n# T\n- a\n- b\n\n![](y.png)\n\ncaption'
    expect(merged(text).shown).toEqual([
      '1+2: list(item(a) item·1(b)) swap([0–1 p(image(x.png))] [1– p(image(y.png))]) p(caption)',
    ])
  })

  test('inside an item do not make it another item, and none is lost', () => {
    const text = '# T\n- a ![](x.png)\n--\n# T\n- a ![](y.png)\n- b'
    expect(merged(text).shown).toEqual([
      '1+2: list(item(a image·1(y.png)) item·1(b)) swap([0–1 p(image(x.png))])',
    ])
  })

  test('stand where they are written, before or behind the list', () => {
    const text = '# T\n![](x.png)\n\n- a\n--\n# T\n![](y.png)\n\n- a\n- b'
    expect(merged(text).shown).toEqual([
      '1+2: swap([0–1 p(image(x.png))] [1– p(image(y.png))]) list(item(a) item·1(b))',
    ])
  })
})

describe('words that a later state drops', () => {
  test('are kept for readers', () => {
    expect(merged('# T\n- a\n\nonly here\n--\n# T\n- a\n- b').shown).toEqual([
      '1+2: list(item(a) item·1(b)) swap([0–1! p(only here)])',
    ])
  })

  test('are not said twice where the last state says them', () => {
    expect(merged('# T\n- a\n\none two\n--\n# T\n- a\n- b\n\none two three').shown).toEqual([
      '1+2: list(item(a) item·1(b)) swap([0–1 p(one two)] [1– p(one two three)])',
    ])
  })
})

test('blocks of several states share one place only as long as none outlasts a change', () => {
  const text = '# T\n- a\n\nx\n\ny\n--\n# T\n- a\n- b\n\nz\n\ny\n--\n# T\n- a\n- b\n- c\n\nz'
  expect(merged(text).shown).toEqual([
    '1+2+3: list(item(a) item·1(b) item·2(c)) swap([0–1! p(x)] [1– p(z)]) swap([0–2! p(y)])',
  ])
})

test('minutes add up, notes bind to the state they were written for', () => {
  const text = [
    '# T\n- a\nNote: one',
    '{time=2m}',
    '# T\n- a\n- b\nNote: two',
    '{time=3m}',
    '# T\n- a\n- b\n- c',
  ]
  const { deck } = merged(`${text[0]}\n-- ${text[1]}\n${text[2]}\n-- ${text[3]}\n${text[4]}`)
  const [slide] = deck.slides
  expect(slide?.minutes).toBe(5)
  expect(slide?.notes && sketch(slide.notes)).toBe('p(one)')
  expect(slide?.steps.map(step => step.notes && sketch(step.notes))).toEqual(['p(two)', undefined])
})

test('slots build up slot by slot', () => {
  const slot = (name: string, ...texts: string[]) => ({
    type: 'slot' as const,
    name,
    children: texts.flatMap(text => written(text).slides[0]?.body.children ?? []),
  })
  const deck = written('# T\n--\n# T')
  deck.slides[0]?.body.children.push(slot('left', '- a'), slot('right', 'x'))
  deck.slides[1]?.body.children.push(slot('left', '- a\n- b'), slot('right', 'x', 'y'))
  const { slides } = through(line, deck).deck
  expect(slides.map(slide => sketch(slide.body))).toEqual([
    'heading(T) slot(list(item(a) item·1(b))) slot(p(x) p·1(y))',
  ])
})
