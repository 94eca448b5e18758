// How a dialect is chosen, and what is said when that is in doubt.

import { describe, expect, test } from 'vitest'
import type { Evidence } from '../deck/deck.ts'
import { createReport } from '../syntax/report.ts'
import { chooseDialect, rankDialects } from './detect.ts'
import type { Dialect } from './dialect.ts'
import { dialects } from './index.ts'
import { dialectNames } from './names.ts'
import { native } from './native.ts'

/** A dialect that finds evidence of given weights, line by line. */
function dialect(name: string, ...weights: number[]): Dialect {
  const evidence = weights.map(
    (weight, index): Evidence => ({ dialect: name, weight, line: weights.length - index, reason: 'so' }),
  )
  return { ...native, name, detect: () => evidence }
}

function choose(
  text: string,
  among: readonly [Dialect, ...Dialect[]] = dialects,
  ask?: string,
): { name: string; said: string[]; reasons: string[] } {
  const { report, diagnostics } = createReport('talk.md')
  const { dialect: chosen, evidence } = chooseDialect(
    { path: 'talk.md', text },
    among,
    report,
    ask === undefined ? {} : { dialect: ask },
  )
  return {
    name: chosen.name,
    said: diagnostics.map(({ rule, note }) => `${rule}: ${note}`),
    reasons: evidence.map(({ line, reason }) => `${line}: ${reason}`),
  }
}

describe('a word of its own', () => {
  test('of the caller stands above that of the document, and that above every evidence', () => {
    const text = 'title: A talk\noutput: talk.html\ndialect: native\n--\n# One\n'
    expect(choose(text)).toEqual({ name: 'native', said: [], reasons: ['3: `dialect: native`'] })
    expect(choose(text, dialects, 'cleaver')).toEqual({
      name: 'cleaver',
      said: [],
      reasons: ['1: it was asked for'],
    })
  })

  test('that names no dialect is reported, and the evidence decides', () => {
    expect(choose('title: A talk\noutput: talk.html\n--\n# One\n', dialects, 'claever')).toMatchObject({
      name: 'cleaver',
      said: ['dialect-unknown: Did you mean `cleaver`?'],
    })
    expect(choose('# One', dialects, 'powerpoint').said).toEqual([
      `dialect-unknown: Name one of ${dialects.map(({ name }) => `\`${name}\``).join(', ')}.`,
    ])
  })
})

describe('evidence', () => {
  test('is summed; what speaks against counts', () => {
    const among = [dialect('a'), dialect('b', 3, 3), dialect('c', 10, -5)] as const
    expect(rankDialects({ path: '', text: '' }, among).map(each => [each.dialect.name, each.weight])).toEqual(
      [
        ['b', 6],
        ['c', 5],
        ['a', 0],
      ],
    )
    expect(choose('', [...among])).toEqual({ name: 'b', said: [], reasons: ['1: so', '2: so'] })
  })

  test('of equal weight is a tie, and the first dialect is taken', () => {
    expect(choose('', [dialect('a'), dialect('b', 3), dialect('c', 3)])).toMatchObject({
      name: 'b',
      said: ['dialect-tie: Say which it is with `dialect:` in the front matter.'],
    })
  })

  test('is missing: the first dialect is taken, without a word', () => {
    expect(choose('', [dialect('a'), dialect('b', -3)])).toEqual({ name: 'a', said: [], reasons: [] })
  })
})

describe('Cleaver', () => {
  test.each([
    ['output', 'output: a.html\n--\n# One'],
    ['a theme of its own', 'theme: jordan/cleaver-retro\n\n--\n\n# One'],
    ['a theme in a repository', 'title: x\ntheme: some/theme\n--\n# One'],
    ['an author with entries', 'title: x\nauthor:\n  name: Ada\n--\n# One'],
    ['controls', 'title: x\ncontrols: false\n--\n# One'],
  ])('shows by %s', (_name, text) => {
    expect(choose(text).name).toBe('cleaver')
  })

  test.each([
    ['front matter in fences', '---\ntitle: x\noutput: a.html\n---\n# One'],
    ['a title alone', 'title: x\n--\n# One'],
    ['progress alone', 'title: x\nprogress: false\n--\n# One'],
    ['the key in a slide', '# One\n\noutput: a.html\n\n--\n'],
    ['attributes and notes', 'title: x\ncontrols: false\n-- {#one}\n# One\n\nNote: said\n'],
  ])('does not show by %s', (_name, text) => {
    expect(choose(text).name).toBe('native')
  })
})

describe('an outline', () => {
  test.each([
    ['headings of two levels', '# A\n\n## B\n\nx\n\n## C\n\ny'],
    ['headings of one level', '## A\n\nx\n\n## B\n\nx\n\n## C\n\ny'],
    ['underlined headings', 'A\n===\n\nB\n---\n\nx\n\nC\n---\n'],
    ['headings and one rule', '# A\n\n## B\n\nx\n\n---\n\n## C\n\n## D\n'],
    ['a separator in code only', '# A\n\n## B\n\n```\n--\n```\n\n## C\n'],
    ['a word about notes far below', '# A\n\n## B\n\n## C\n\n## D\n\n## E\n\nNote: not secret\n\n## F\n'],
    ['rules between the headings', '# A\n\n---\n\n## B\n\n---\n\n## C\n'],
    ['front matter above', '---\ntitle: x\n---\n\n# A\n\n## B\n\n## C\n'],
  ])('shows by %s', (_name, text) => {
    expect(choose(text).name).toBe('outline')
  })

  test.each([
    ['two headings', '# A\n\n## B\n\nx'],
    ['a title over several lines', '# A\n# B\n# C\n# D\n\nx'],
    ['separators', '# A\n\n--\n\n## B\n\n## C\n\n### D\n'],
    ['headings in code', '# A\n\n```\n# B\n\n## C\n\n# D\n```\n'],
    ['headings in the notes of a slide', '# A\n\nNote: x\n\n## B\n\n## C\n\n## D\n\n## E\n\n## F\n'],
    ['many headings below notes', '# A\n\n## B\n\n???\n\n## C\n\n## D\n\n## E\n\n## F\n'],
  ])('does not show by %s', (_name, text) => {
    expect(choose(text).name).not.toBe('outline')
  })
})

test('the names that calls may ask for are those of the dialects', () => {
  expect(dialectNames).toEqual(dialects.map(({ name }) => name))
})
