// The laws of reading, over every fixture, over real decks where there are any, and over whatever fast-check makes of both.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Deck, Source } from '../deck/deck.ts'
import { read } from '../read.ts'
import { normaliseText } from '../syntax/lines.ts'
import { parseMarkdown } from '../syntax/markdown.ts'
import { rankDialects } from './detect.ts'
import { fixtures, seeds, talks } from './fixtures.test-aid.ts'
import { dialects } from './index.ts'
import { frozen, unaccountedLines, untruePositions, withLineEnds } from './laws.test-aid.ts'

const names = dialects.map(({ name }) => name)
const sources: readonly Source[] = [...fixtures.map(({ source }) => source), ...talks, ...seeds]

function account(deck: Deck): string[] {
  const dialect = dialects.find(({ name }) => name === deck.dialect)
  return unaccountedLines(deck, dialect?.account(deck.source) ?? [])
}

/** All that may be said of one document in one dialect. */
function check(source: Source, dialect: string): void {
  // Parsers may remember, so nobody may change what they return.
  const deck = read(source, { dialect, parse: text => frozen(parseMarkdown(text)) })
  expect(untruePositions(deck)).toEqual([])
  expect(account(deck)).toEqual([])
  expect(deck.source.text).not.toMatch(/\r/)
  for (const { file, message } of deck.diagnostics) {
    expect(file).toBe(source.path)
    expect(message).not.toMatch(/\.$|\n|^$/)
  }
}

describe('over every fixture, talk and seed, in every dialect', () => {
  test.each(sources.flatMap(source => names.map(name => [source.path, name, source] as const)))(
    '%s as %s',
    (_path, dialect, source) => check(source, dialect),
  )
})

test.each(fixtures)('the dialect of $dialect/$name is ranked first', ({ dialect, source }) => {
  const [best] = rankDialects({ ...source, text: normaliseText(source.text) }, dialects)
  expect(best?.dialect.name).toBe(dialect)
})

describe('line ends make no difference', () => {
  test.each([
    ['CRLF', ['\r\n']],
    ['CR', ['\r']],
    ['all kinds', ['\n', '\r\n', '\r', '\r\n']],
  ] as const)('%s', (_name, ends) => {
    for (const source of sources) {
      const plain = withLineEnds(source, ['\n'])
      // A lone CR before LF is one line end, so that a blank line cannot be written as the two of them.
      const other = withLineEnds(plain, ends as unknown as [string])
      if (normaliseText(other.text) !== normaliseText(plain.text)) continue
      expect(read(other)).toEqual(read(plain))
    }
  })
})

describe('over documents made of pieces of documents', () => {
  const written = [...new Set(sources.flatMap(({ text }) => normaliseText(text).split('\n')))].filter(
    line => line.length < 200,
  )
  const nasty = [
    '--',
    '---',
    '-- a',
    '```',
    '~~~~',
    '````',
    '<!--',
    '-->',
    '<div>',
    '</div>',
    '<br>',
    'Note:',
    '???',
  ]
    .concat([
      'Handout: x',
      '> q',
      '> [!NOTE]',
      '-- Ada',
      '- ',
      '  - x',
      '* * x',
      '1) x',
      '+ x',
      '{step}',
      '. . .',
    ])
    .concat([
      '::left::',
      '<<< a#b c {1}',
      '\t',
      ' ',
      '',
      '',
      '',
      '[a]: b',
      '[^1]: c',
      '[a] [^1]',
      '| a |',
      '|--|',
      '====',
      '#',
      '####x',
    ])
    .concat([
      'title: x',
      'output: y',
      'author:',
      '  name: z',
      '...',
      '\u2028',
      '\u0000',
      '\u{1F600}',
      'a  ',
      'b\\',
      '&amp;',
      '\\*',
      '<pre>',
      '<h1>x</h1>',
    ])
    .concat([
      '-- {#a .b c=d}',
      '-- {',
      'x {.y}',
      '![a](b){width=1}',
      '<img src=x>',
      '<script>',
      '</script>',
      '$$',
      '    code',
      '> ```',
      '- ```',
    ])
    .concat([
      'autoscale: true',
      'footer: @a ![inline](b c.png) *d*',
      '# [fit] _**a**_##',
      '#[fit] b',
      '^ said',
      '^said',
      '^',
      '^ * a',
      '    - a',
      '\t- b',
      '[.column]',
      '[.code-highlight: 2, 4]',
      '[.header: #fff, alignment(left), X]',
      '[.none]',
      '![fit right](a b.png)![inline 50%](c)',
      '![](d.mp4) e ![left, filtered f](https://youtu.be/g)',
      '[^a b]',
      '[^a b]: c',
      'a $$b$$ `c` $$d$$',
      '$$e$$',
      '<a name="f"/>',
    ])
  const line = fc.oneof(fc.constantFrom(...written), fc.constantFrom(...nasty), fc.string())
  const document = fc.array(line, { maxLength: 30 }).map(lines => lines.join('\n'))

  test.each(names)('as %s', dialect => {
    fc.assert(
      fc.property(document, text => check({ path: 'made.md', text }, dialect)),
      { numRuns: 600 },
    )
  })

  test('by what they look like', () => {
    fc.assert(
      fc.property(document, text => void read({ path: 'made.md', text })),
      { numRuns: 300 },
    )
  })

  test('any text at all', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 300 }),
        text => void read({ path: 'made.md', text }),
      ),
    )
  })
})

describe('over decks that are well made', () => {
  const inside = fc.constantFrom(
    '--',
    '---',
    '-- center',
    '-- {#x}',
    '--rm -it',
    'Note: x',
    '???',
    '# no title',
    '',
    '<!--',
    '<div>',
    '::left::',
  )
  const fenceOf = (lines: fc.Arbitrary<string>): fc.Arbitrary<string> =>
    fc
      .tuple(
        fc.constantFrom('```', '~~~', '`````'),
        fc.constantFrom('', 'sh', 'yaml'),
        fc.array(lines, { maxLength: 6 }),
      )
      .map(([sign, language, inner]) => [`${sign}${language}`, ...inner, sign].join('\n'))
  const fence = fenceOf(inside)
  const plainFence = fenceOf(fc.constantFrom('--rm -it', '# no title', '', '<div>', 'a'))
  const paragraph = fc.stringMatching(/^[a-z]{1,8}( [a-z]{1,8}){0,3}$/)
  const slideOf = (
    fences: fc.Arbitrary<string>,
  ): fc.Arbitrary<{ readonly title: string; readonly text: string }> =>
    fc
      .tuple(fc.stringMatching(/^[A-Z][a-z]{1,8}$/), fc.array(fc.oneof(fences, paragraph), { maxLength: 4 }))
      .map(([title, blocks]) => ({ title, text: [`## ${title}`, ...blocks].join('\n\n') }))
  const slide = slideOf(fence)
  const plainSlide = slideOf(plainFence)
  const slides = fc.array(slide, { minLength: 1, maxLength: 5 })
  const separatorOf = (dialect: string): string => (dialect === 'deckset' ? '---' : '--')

  test.each(names)('a fence never splits a slide: %s', dialect => {
    fc.assert(
      fc.property(slides, made => {
        const deck = read(
          { path: 'made.md', text: made.map(({ text }) => text).join(`\n\n${separatorOf(dialect)}\n\n`) },
          { dialect },
        )
        expect(deck.slides.map(({ title }) => title)).toEqual(made.map(({ title }) => title))
        expect(deck.diagnostics.filter(({ rule }) => rule === 'fence-unclosed')).toEqual([])
      }),
    )
  })

  test('what is said in notes is nowhere else', () => {
    const canary = 'Q7Z'
    const said = fc.constantFrom(
      ...[
        'Q7Z',
        '[a]: Q7Z',
        '![Q7Z](Q7Z.png)',
        '<img src=Q7Z>',
        '# Q7Z',
        '[^1]: Q7Z',
        '{step} Q7Z',
        '::left::',
        '<br title=Q7Z>',
      ],
    )
    // What is left open reaches to the end of its slide, so it comes last; beside an open fence, whether another holds a
    // separator cannot be told.
    const open = fc.constantFrom('', '<!-- Q7Z', '```Q7Z', '<div title=Q7Z>', '<font color=Q7Z>')
    const note = fc
      .tuple(
        fc.constantFrom('Note: ', 'Notes:\n', '???\n'),
        fc.array(fc.oneof(plainFence, paragraph, said)),
        open,
      )
      .map(([marker, blocks, last]) => `${marker}Q7Z\n\n${[...blocks, last].join('\n\n')}`)
    fc.assert(
      fc.property(fc.array(fc.tuple(plainSlide, note), { minLength: 1, maxLength: 4 }), made => {
        const text = made.map(([{ text: shown }, noted]) => `${shown}\n\n${noted}`).join('\n\n--\n\n')
        const deck = read({ path: 'made.md', text }, { dialect: 'native' })
        const shown = deck.slides.map(({ notes, ...each }) => each)
        expect(JSON.stringify([shown, deck.definitions, deck.needs, deck.meta])).not.toContain(canary)
      }),
      { numRuns: 300 },
    )
  })
})
