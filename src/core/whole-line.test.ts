// The whole line from source to page, over every fixture, our own talks and real decks: what holds whatever was written.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fixtures, seeds, talks } from './dialects/fixtures.test-aid.ts'
import { dialects } from './dialects/index.ts'
import { frozen } from './dialects/laws.test-aid.ts'
import { type Deck, publish, read, render, type Source, transform } from './index.ts'
import { normaliseText } from './syntax/lines.ts'

const sources: readonly Source[] = [...fixtures.map(({ source }) => source), ...talks, ...seeds]
const names = dialects.map(({ name }) => name)

function pageOf(deck: Deck): string {
  return JSON.stringify(render(publish(transform(deck))))
}

/** All that may be said of one document from end to end. */
function check(source: Source, dialect: string): void {
  // What was read is never changed: a second transform of it gives the same.
  const deck = frozen(read(source, { dialect }))
  const transformed = transform(deck)
  expect(transform(deck)).toEqual(transformed)
  const keys = transformed.slides.map(({ key }) => key)
  expect(new Set(keys).size).toBe(keys.length)
  for (const key of keys) expect(key).toMatch(/^(?!\d+$)\S+$/)

  const page = render(publish(frozen(transformed)))
  expect(page.notes).toBe(false)
  const shown = transformed.slides.filter(({ hidden }) => !hidden)
  expect(page.slides.map(({ key }) => key)).toEqual(shown.map(({ key }) => key))

  const unsaid = { ...deck, slides: deck.slides.map(({ notes, ...slide }) => slide) }
  expect(JSON.stringify({ ...page, diagnostics: [] })).toBe(
    JSON.stringify({ ...render(publish(transform(unsaid))), diagnostics: [] }),
  )
}

/** A source with every letter of its notes exchanged; what marks and separates them stays. */
function whispered({ path, text }: Source, dialect: string): Source {
  const lines = normaliseText(text).split('\n')
  const kinds = dialects.find(({ name }) => name === dialect)?.account({ path, text: lines.join('\n') }) ?? []
  const whispers = lines.map((line, index) => {
    if (kinds[index] !== 'note') return line
    const [marker = ''] = /^(?:Notes?:)?/.exec(line) ?? []
    return marker + line.slice(marker.length).replace(/[a-z]/gi, 'q')
  })
  return { path, text: whispers.join('\n') }
}

describe('over every fixture, talk and seed', () => {
  test.each(sources.flatMap(source => names.map(name => [source.path, name, source] as const)))(
    '%s as %s',
    (_path, dialect, source) => check(source, dialect),
  )
})

/** Each source as native, and as what it is where that has notes of its own. */
const noted = sources.flatMap(source => {
  const own = read(source).dialect
  return [...new Set(['native', own])].map(dialect => [source.path, dialect, source] as const)
})

test.each(noted)('%s as %s: what the notes say changes no byte', (_path, dialect, source) => {
  const text = normaliseText(source.text)
  const deck = read({ ...source, text }, { dialect })
  const other = read(whispered(source, dialect), { dialect })
  const shown = (page: string): string => page.replace(/"diagnostics":\[.*\]/s, '')
  expect(shown(pageOf(other))).toBe(shown(pageOf(deck)))
})

test('over documents made of pieces of documents', () => {
  const written = [...new Set(sources.flatMap(({ text }) => normaliseText(text).split('\n')))].filter(
    line => line.length < 200,
  )
  const line = fc.oneof(
    fc.constantFrom(...written),
    fc.constantFrom('--', '', '', 'Note: x', '. . .', '# x', '```', '{step}', '::left::'),
  )
  fc.assert(
    fc.property(fc.array(line, { maxLength: 24 }), fc.constantFrom(...names), (lines, dialect) =>
      check({ path: 'made.md', text: lines.join('\n') }, dialect),
    ),
    { numRuns: 300 },
  )
})
