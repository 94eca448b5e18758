// Every fixture of every dialect: `<case>.md` reads as `<case>.deck.json` says, with the problems of `<case>.messages.txt`.
// `UPDATE=1 npx vitest run src/core/dialects/fixtures` writes both anew.

import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type RuleId, rules } from '../deck/rules.ts'
import { read } from '../read.ts'
import { fixtures } from './fixtures.test-aid.ts'
import { outlineDeck, outlineMessages } from './outline.test-aid.ts'

const update = process.env.UPDATE === '1'

function expectFile(file: URL, text: string): void {
  if (update) writeFileSync(file, text)
  expect(text).toBe(readFileSync(file, 'utf8'))
}

describe.each(fixtures)('$dialect: $name', ({ dialect, source, file }) => {
  const deck = read(source)

  test('is taken for what it is', () => {
    expect(deck.dialect).toBe(dialect)
  })

  test('reads as written', () => {
    expectFile(file('.deck.json'), `${JSON.stringify(outlineDeck(deck), null, 2)}\n`)
  })

  test('says what is wrong', () => {
    expectFile(file('.messages.txt'), outlineMessages(deck))
  })
})

/** Rules that reading cannot raise, by the room that does. */
const raisedElsewhere: Readonly<Record<string, readonly RuleId[]>> = {
  'the edge': [
    'encoding',
    'file-missing',
    'time-limit',
    'theme-unknown',
    'out-not-ours',
    'file-outside',
    'file-write',
    'fault',
    'slide-overflow',
    'text-small',
    'text-contrast',
    'link-unreachable',
    'link-dead',
    'request-remote',
    'browser-error',
    'config-syntax',
    'config-key',
    'config-value',
  ],
  transforms: [
    'duplicate-key',
    'buildup-duplicate',
    'include-missing',
    'include-cycle',
    'variant-unknown',
    'notes-unplaced',
    'code-missing',
    'code-region',
    'code-language',
    'code-lines',
    'image-missing',
    'image-remote',
    'image-case',
    'image-outside',
    'image-alt',
    'image-size',
    'link-broken',
    'layout-slots',
    'step-number',
    'schedule-contradiction',
    'diagram-unsupported',
  ],
  check: ['heading-order', 'planned-time', 'code-dockerfile', 'code-json', 'code-yaml', 'code-shell'],
  render: ['html-dropped', 'url-dropped', 'style-dropped'],
  site: ['slug-collision'],
}

test('every rule of reading has a fixture that raises it', () => {
  const raised = new Set(fixtures.flatMap(({ source }) => read(source).diagnostics.map(({ rule }) => rule)))
  const elsewhere = new Set(Object.values(raisedElsewhere).flat())
  const unraised = (Object.keys(rules) as RuleId[]).filter(rule => !elsewhere.has(rule) && !raised.has(rule))
  expect(unraised).toEqual([])
  expect([...raised].filter(rule => elsewhere.has(rule))).toEqual([])
})
