// Real decks and our own talks are taken for what they are, clearly, and it is said why.

import { describe, expect, test } from 'vitest'
import type { Source } from '../deck/deck.ts'
import { normaliseText } from '../syntax/lines.ts'
import { type Candidate, rankDialects } from './detect.ts'
import { fixtures, seeds, talks } from './fixtures.test-aid.ts'
import { dialects } from './index.ts'

const rank = ({ path, text }: Source): Candidate[] =>
  rankDialects({ path, text: normaliseText(text) }, dialects)

/** By the beginning of the file's name. */
const real: readonly (readonly [start: string, dialect: string, reason: RegExp])[] = [
  ['000_', 'outline', /./],
  ['001_', 'cleaver', /is a theme of Cleaver's/],
  ['002_', 'outline', /./],
  ['003_', 'deckset', /a heading with `\[fit\]`/],
  ['004_', 'numbered-notes', /its headings are numbered from 1 to 59/],
]

describe.each(real)('%s', (start, dialect, reason) => {
  const seed = seeds.find(({ path }) => path.startsWith(start))

  test.skipIf(!seed)(`is ${dialect}, by far`, () => {
    const [best, second] = rank(seed ?? { path: '', text: '' })
    expect(best?.dialect.name).toBe(dialect)
    expect(best?.evidence.map(each => each.reason).join('\n')).toMatch(reason)
    expect((best?.weight ?? 0) - (second?.weight ?? 0)).toBeGreaterThanOrEqual(3)
  })

  test.skipIf(!seed)('is the same whatever its line ends', () => {
    const { path, text } = seed ?? { path: '', text: '' }
    const names = rank({ path, text: text.replaceAll('\n', '\r\n') }).map(each => each.dialect.name)
    expect(names[0]).toBe(dialect)
  })
})

test.each(talks.map(talk => [talk.path, talk] as const))('%s leaves no doubt', (_path, talk) => {
  const [best, second] = rank(talk)
  if ((best?.weight ?? 0) > 0) expect(best?.weight).toBeGreaterThan(second?.weight ?? 0)
  expect(best?.dialect.name === 'numbered-notes').toBe(talk.path.endsWith('.notes.md'))
})

test('a tie is only where a fixture is made for it', () => {
  const tied = fixtures.filter(({ source }) => {
    const [best, second] = rank(source)
    return (best?.weight ?? 0) > 0 && best?.weight === second?.weight
  })
  expect(tied.map(({ name }) => name)).toEqual(['dialect-tie'])
})

test('chapters of a day are an outline, however they are numbered', () => {
  for (const sign of [' -', '.', ':']) {
    const heading = (title: string, index: number): string => `## ${index + 1}${sign} ${title}\n\nText.\n`
    const day = ['Install (9am, 10min)', 'Run (20min)', 'Lunch (12 - 1pm)', 'Build'].map(heading).join('\n')
    expect(rank({ path: 'day.md', text: `# A day\n\n${day}` })[0]?.dialect.name).toBe('outline')
  }
})

test.each(['--', '---'])(
  'slides that are numbered in their titles and cut by %s are no page of notes',
  separator => {
    const slides = [1, 2, 3, 4, 5].map(number => `## Slide ${number}: one thought\n\n- A point\n`)
    const [best] = rank({ path: 'talk.md', text: slides.join(`\n${separator}\n\n`) })
    expect(best?.dialect.name).not.toBe('numbered-notes')
  },
)

test('every reason says something, and where', () => {
  for (const source of [...fixtures.map(each => each.source), ...talks, ...seeds]) {
    const lines = normaliseText(source.text).split('\n').length
    for (const { evidence, dialect } of rank(source))
      for (const { reason, line, dialect: name } of evidence) {
        expect(name).toBe(dialect.name)
        expect(reason).not.toBe('')
        expect(line).toBeGreaterThanOrEqual(1)
        expect(line).toBeLessThanOrEqual(lines)
      }
  }
})
