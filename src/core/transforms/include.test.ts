import { describe, expect, test } from 'vitest'
import type { Asset, Assets, Deck } from '../deck/deck.ts'
import { includeDecks } from './include.ts'
import { numberWritten } from './numbers.ts'
import { sketch, through, written } from './written.test-aid.ts'

const intro = written(
  '# Hello\n--\n# Why\n- a\n--\n# Why\n- a\n- b\n![](img/x.png)\n<img src="../y.png">\n-- {#last}\n# End\n[^1]\n\n[^1]: foot\nNote: bye',
  {},
  'parts/intro.md',
)

function assets(decks: Record<string, Deck>, more: [string, Asset][] = []): Assets {
  return new Map([
    ...Object.entries(decks).map(
      ([path, deck]) => [`deck:${path}`, { kind: 'deck', deck }] as [string, Asset],
    ),
    ...more,
  ])
}

function included(text: string, found: Assets = assets({ 'parts/intro.md': intro })) {
  const result = through([numberWritten, includeDecks], written(text), found)
  return {
    slides: result.deck.slides,
    shown: result.deck.slides.map(slide => sketch(slide.body)),
    problems: result.problems.map(problem => `${problem.rule} ${problem.message}`),
  }
}

describe('an include', () => {
  test('brings all slides, which know their file', () => {
    const { slides, problems } = included('# Mine\n-- {include=parts/intro.md}\n--\n# Rest')
    expect(slides.map(slide => [slide.file, slide.mergedFrom])).toEqual([
      [undefined, [1]],
      ['parts/intro.md', [1]],
      ['parts/intro.md', [2]],
      ['parts/intro.md', [3]],
      ['parts/intro.md', [4]],
      [undefined, [3]],
    ])
    expect(problems).toEqual([])
  })

  test('brings the slide of a key, all states of its build-up', () => {
    expect(included('x\n-- {include=parts/intro.md#why}').shown.slice(1)).toEqual([
      'heading(Why) list(item(a))',
      expect.stringContaining('item(b'),
    ])
    expect(included('x\n-- {include=parts/intro.md#last}').slides).toHaveLength(2)
  })

  test('brings a range, open at either end', () => {
    expect(included('x\n-- {include=parts/intro.md#hello..why}').slides).toHaveLength(4)
    expect(included('x\n-- {include=parts/intro.md#why..}').slides).toHaveLength(4)
    expect(included('x\n-- {include=parts/intro.md#..hello}').slides).toHaveLength(2)
  })

  test('turns paths to what the including deck would write', () => {
    const text = JSON.stringify(included('x\n-- {include=parts/intro.md#why}').slides)
    expect(text).toContain('"parts/img/x.png"')
    expect(text).toContain('src=\\"y.png\\"')
  })

  test('passes on what its separator says', () => {
    const { slides } = included(
      'x\n-- {include=parts/intro.md#hello..why .dark hidden time=5m only=long #go}',
    )
    expect(
      slides.slice(1).map(({ key, classes, hidden, minutes, only }) => [key, classes, hidden, minutes, only]),
    ).toEqual([
      ['go', ['dark'], true, 5, ['long']],
      ['', ['dark'], true, 0, ['long']],
      ['', ['dark'], true, 0, ['long']],
    ])
  })

  test('keeps a slide of the including deck’s own behind it', () => {
    expect(included('x\n-- {include=parts/intro.md#hello}\n# Own\nNote: mine').shown).toEqual([
      'p(x)',
      'heading(Hello)',
      'heading(Own)',
    ])
  })

  test('reveals lists as its own deck would', () => {
    const found = assets({ 'a.md': { ...intro, meta: { ...intro.meta, reveal: 'lists' } } })
    expect(included('x\n-- {include=a.md#hello}', found).slides[1]?.attributes.values.reveal).toBe('lists')
  })

  test('may include in turn, seen from the first deck', () => {
    const outer = written('# Outer\n-- {include=../parts/intro.md#hello}', {}, 'more/outer.md')
    const { shown, problems } = included(
      'x\n-- {include=more/outer.md}',
      assets({ 'more/outer.md': outer, 'parts/intro.md': intro }),
    )
    expect(shown).toEqual(['p(x)', 'heading(Outer)', 'heading(Hello)'])
    expect(problems).toEqual([])
  })
})

test('definitions of two decks do not mix', () => {
  const other = written(
    '# A\n[go][x] ![p][p] [^1]\n\n[x]: http://a.b\n[p]: a.png\n\n[^1]: theirs',
    {},
    'in/a.md',
  )
  const deck = written('[go][x] [^1]\n\n[x]: http://c.d\n\n[^1]: ours\n-- {include=in/a.md}')
  const result = through([numberWritten, includeDecks], deck, assets({ 'in/a.md': other })).deck
  expect(
    result.definitions.map(node => ('url' in node ? `${node.identifier} ${node.url}` : node.identifier)),
  ).toEqual(['x http://c.d', '1', 'x-2 http://a.b', 'p in/a.png', '1-2'])
  const body = JSON.stringify(result.slides[1]?.body)
  for (const name of ['x-2', 'p', '1-2']) expect(body).toContain(`"identifier":"${name}"`)
})

describe('an include that fails', () => {
  test('shows a slide that says so', () => {
    const { shown, problems, slides } = included('x\n-- {include=gone.md}\nmine')
    expect(shown).toEqual(['p(x)', 'p(Not included: inlineCode(gone.md)) p(mine)'])
    expect(problems).toEqual(['include-missing The deck `gone.md` was not found'])
    expect(slides[1]?.attributes.values.include).toBeUndefined()
  })

  test('names a key that is not there', () => {
    expect(included('x\n-- {include=parts/intro.md#nope}').problems).toEqual([
      'include-missing The deck `parts/intro.md` has no slide `nope`',
    ])
    expect(included('x\n-- {include=parts/intro.md#last..hello}').problems).toHaveLength(1)
  })

  test('ends a circle', () => {
    const a = written('# A\n-- {include=b.md}', {}, 'a.md')
    const b = written('# B\n-- {include=a.md}', {}, 'b.md')
    const { shown, problems } = included('x\n-- {include=a.md}', assets({ 'a.md': a, 'b.md': b }))
    expect(shown).toEqual(['p(x)', 'heading(A)', 'heading(B)', 'p(Not included: inlineCode(a.md))'])
    expect(problems).toEqual(['include-cycle `a.md` includes this deck again'])
  })

  test('believes who looked', () => {
    const found = assets({}, [['deck:a.md', { kind: 'absent', rule: 'include-cycle', reason: 'a → b → a' }]])
    expect(included('x\n-- {include=a.md}', found).problems[0]).toContain('include-cycle')
  })
})

test('problems of an included deck count where its slides are used', () => {
  const problem = {
    file: 'parts/intro.md',
    rule: 'note-like',
    severity: 'warning',
    message: 'x',
    position: { start: { line: 3, column: 1, offset: 0 }, end: { line: 3, column: 2, offset: 1 } },
  } as const
  const found = assets({ 'parts/intro.md': { ...intro, diagnostics: [problem] } })
  expect(included('x\n-- {include=parts/intro.md#why}', found).problems).toEqual(['note-like x'])
  expect(included('x\n-- {include=parts/intro.md#hello}', found).problems).toEqual([])
})
