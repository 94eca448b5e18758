// The quick way to HTML gives the very tree and the very text that the whole pipeline gives, or none.

import fc from 'fast-check'
import type { Nodes } from 'hast'
import { expect, test } from 'vitest'
import type { PublicDeck, PublicSlide } from '../../deck/deck.ts'
import { fixtures, seeds, talks } from '../../dialects/fixtures.test-aid.ts'
import { publish, read, transform } from '../../index.ts'
import { anyText, nearlyPlain } from '../../syntax/plain/texts.test-aid.ts'
import type { SlideContext } from '../context.ts'
import { createStyleRules } from '../style-rules.ts'
import { toCleanWhole, writeWhole } from '../whole.ts'
import { wordsFor } from '../words.ts'
import { plainHast } from './to-hast.ts'
import { writePlain } from './write.ts'

function contextFor(slide: PublicSlide, isFirst: boolean): SlideContext {
  return {
    key: slide.key,
    prefix: `${slide.key}-`,
    words: wordsFor('en'),
    headingBase: isFirst || slide.title === undefined ? 2 : 3,
    title: slide.title,
    subtitle: slide.subtitle,
    fillsWithPicture: false,
    images: new Map(),
    addresses: new Map(),
    styles: createStyleRules(),
    sources: { image: new Set(), media: new Set(), frame: new Set() },
    trusted: false,
    code: [],
    report: () => undefined,
  }
}

/** A tree without the places that nothing looks at: of the root and of texts. */
function placesOfElements(node: Nodes): unknown {
  if (!('children' in node)) return { ...node, position: undefined }
  const children = node.children.map(placesOfElements)
  return node.type === 'root' ? children : { ...node, children }
}

/** @returns how many of a deck's slides are plain */
function compare({ slides }: PublicDeck): number {
  let plain = 0
  slides.forEach((slide, index) => {
    const [quickly, wholly] = [contextFor(slide, index === 0), contextFor(slide, index === 0)]
    const quick = plainHast(slide.body, quickly)
    const whole = toCleanWhole(slide.body, wholly)
    const written = writePlain(whole)
    if (written !== undefined) expect(written).toBe(writeWhole(whole))
    if (!quick) {
      expect(quickly.code).toEqual([])
      return
    }
    plain++
    expect(placesOfElements(quick)).toEqual(placesOfElements(whole))
    expect(quickly.code).toEqual(wholly.code)
  })
  return plain
}

const deckOf = (text: string, dialect?: string): PublicDeck =>
  publish(transform(read({ path: 'talk.md', text }, dialect === undefined ? {} : { dialect })))

test('all slides of fixtures, talks and real documents', () => {
  for (const { source } of fixtures) compare(deckOf(source.text))
  for (const { text } of [...talks, ...seeds]) compare(deckOf(text))
})

test('a good part of the slides of our talks is plain', () => {
  const decks = talks.map(({ text }) => deckOf(text))
  const all = decks.reduce((sum, deck) => sum + deck.slides.length, 0)
  expect(decks.reduce((sum, deck) => sum + compare(deck), 0)).toBeGreaterThan(all * 0.3)
})

test.each([
  '## T\n\nWords over  \t\n  lines, with **weight** and *`code`*.\n\n### Below\n\n##### Deeper\n\n### Below',
  '# T\n## Sub\n\n1. One\n2. Two\n   - Inside\n   - Again [there](https://example.org/a?b=c&d#e)\n',
  '## T\n\n7. Seven\n8. Eight\n\n- a\n\n  b\n',
  '-- {reveal}\n\n## T\n\n- One\n- Two\n\n```sh\ndocker ps\n```\n\n. . .\n\nLater\n',
  'No title, "quotes" & <signs>'.replace('<signs>', '&lt;signs&gt;'),
])('%j is plain', text => {
  const deck = deckOf(text, 'native')
  expect(compare(deck)).toBe(deck.slides.length)
})

const runs = { numRuns: Number(process.env.RUNS ?? 1500) }

/** The parser's development build asserts that a box in the line below a bullet cannot be; its other build does not. */
const asserted = /^[ \t>]*(?:[*+-]|\d+[.)])[ \t]*\n[ \t>]*\[[ x]\]/m

test('any text at all', () => {
  fc.assert(
    fc.property(anyText, text => {
      fc.pre(!asserted.test(text))
      compare(deckOf(`## T\n\n${text}`, 'native'))
    }),
    runs,
  )
})

test('nearly plain texts: what is taken is taken right', () => {
  let plain = 0
  fc.assert(
    fc.property(nearlyPlain, text => {
      fc.pre(!asserted.test(text))
      plain += compare(deckOf(text, 'native'))
    }),
    runs,
  )
  expect(plain).toBeGreaterThan(100)
})

test('any tree of plain elements, whatever its texts and values', () => {
  const value = fc.string({
    unit: fc.constantFrom('a', ' ', '<', '>', '&', '"', "'", '`', '\0', 'é', '\n', '='),
  })
  const text = fc.record({ type: fc.constant('text' as const), value })
  const properties = fc.record(
    {
      className: fc.array(value, { maxLength: 2 }),
      id: value,
      dataFragmentIndex: value,
      ariaHidden: value,
      tabIndex: fc.integer(),
      href: value,
      dataShort: fc.constant(''),
      lang: fc.constant(undefined),
      start: fc.constant(Number.NaN),
    },
    { requiredKeys: [] },
  )
  const { node } = fc.letrec(tie => ({
    node: fc.oneof(
      { maxDepth: 3 },
      text,
      fc.record({
        type: fc.constant('element' as const),
        tagName: fc.constantFrom('p', 'a', 'br', 'img', 'pre', 'section', 'h2', 'script', 'iframe', 'input'),
        properties,
        children: fc.array(tie('node'), { maxLength: 3 }),
      }),
    ),
  }))
  fc.assert(
    fc.property(fc.array(node, { maxLength: 3 }), children => {
      const tree = { type: 'root', children } as Parameters<typeof writeWhole>[0]
      const written = writePlain(tree)
      if (written !== undefined) expect(written).toBe(writeWhole(tree))
    }),
    runs,
  )
})
