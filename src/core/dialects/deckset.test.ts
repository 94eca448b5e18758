// What Deckset's spellings mean, where a fixture would not show it at a glance; and the law of private notes.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { publish } from '../publish.ts'
import { read } from '../read.ts'
import { transform } from '../transform.ts'
import { readImageWords } from './deckset/image-words.ts'
import { readStyling } from './deckset/styles.ts'
import { seeds } from './fixtures.test-aid.ts'

const deckOf = (text: string) => read({ path: 'talk.md', text }, { dialect: 'deckset' })
const meantBy = (text: string) => transform(deckOf(text))

describe('the words of a picture', () => {
  test.each([
    ['', {}, ''],
    ['fit right', { fit: 'contain', where: 'right' }, ''],
    ['right, fit', { fit: 'contain', where: 'right' }, ''],
    ['12%, original', { zoom: 12, filter: 'off' }, ''],
    ['inline  ', { where: 'inline' }, ''],
    ['alpha(0.6) filtered', { alpha: 0.6, filter: 'on' }, ''],
    ['inline corner-radius(16) fill 35%', { where: 'inline', corner: 16, fit: 'cover', zoom: 35 }, ''],
    ['fit A crane', { fit: 'contain' }, 'A crane'],
    ['A crane, left', { where: 'left' }, 'A crane'],
    ['A left turn', {}, 'A left turn'],
    ['bg left:40%', {}, 'bg left:40%'],
  ])('%s', (written, place, alt) => {
    const read = readImageWords(written)
    expect(read.place).toEqual(place)
    expect(read.alt).toBe(alt)
  })
})

test('styling is done where it is colour or alignment, and the rest is named', () => {
  expect(readStyling('#EE0000, alignment(right), text-scale(2), Avenir Next')).toEqual({
    style: 'color:#EE0000;text-align:right',
    undone: ['text-scale(2)', 'Avenir Next'],
  })
})

describe('the layout that image words ask for', () => {
  const layoutOf = (text: string) => {
    const { slides } = meantBy(`# First\n\nwords\n\n---\n\n${text}\n\n---\n\n# Last\n\nwords`)
    const [, slide] = slides
    const placed = slide?.body.children.flatMap(node => node.data?.attributes?.classes ?? [])
    return [slide?.layout, placed?.join(' ')]
  }
  test.each([
    ['![](a.jpg)', 'image', 'placed placed-full'],
    ['![fit](a.jpg)', 'image', 'placed placed-full'],
    ['![filtered](a.jpg)', 'image', 'placed placed-full filtered'],
    ['# Words\n\n![](a.jpg)', 'section', 'placed placed-full behind'],
    ['# Words\n\n- a\n\n![original](a.jpg)', 'content', 'placed placed-full behind original'],
    ['# Words\n\n![right fit](a.jpg)', 'split', 'placed placed-right'],
    ['# Words\n\n- a\n![left](a.jpg)', 'split', 'placed placed-left'],
    ['![left](a.jpg)\n![right](b.jpg)', 'image', 'placed placed-left placed placed-right'],
    ['# Words\n\n![left](a.jpg)\n![right](b.jpg)', 'section', 'placed placed-full behind'],
    ['# Words\n\n![inline](a.png)\n\nMore', 'content', 'center'],
    ['![inline fill](a.png)![inline fill](b.png)', 'image', 'picture-row'],
  ])('%j', (text, layout, classes) => {
    expect(layoutOf(text)).toEqual([layout, classes])
  })
})

test('a film of another host is a link to it, and nothing is loaded from there', () => {
  const deck = deckOf('# One\n\n![](https://www.youtube.com/watch?v=a)\n\n![](https://example.org/b.mp4)')
  expect(deck.needs).toEqual([])
})

describe('private notes', () => {
  const canary = 'Q7Z'
  const shown = fc.constantFrom(
    '# One',
    'text',
    '- a\n- b',
    '![right](a.png)',
    '[.column]',
    '```\n^ code\n```',
    '',
  )
  const said = fc.constantFrom(
    '^ Q7Z',
    '^Q7Z',
    '^ * Q7Z\n^ * Q7Z',
    '^\nQ7Z',
    '^ said\nQ7Z\n- Q7Z',
    '^ [a]: Q7Z',
    '^ ![Q7Z](Q7Z.png)',
    '^ <img src=Q7Z>',
    '^ # Q7Z',
    '^ [^1]: Q7Z',
    '^ `Q7Z',
    '^ <div title=Q7Z>',
    '^ <!-- Q7Z',
    '^ $$Q7Z$$ x',
    '^ [.footer: Q7Z]',
  )
  const block = fc.oneof(shown, said)
  const slides = fc.array(fc.array(block, { maxLength: 6 }), { maxLength: 4 })
  const textOf = (made: readonly (readonly string[])[]): string =>
    made.map(blocks => blocks.join('\n\n')).join('\n\n---\n\n')

  test('are nowhere else', () => {
    fc.assert(
      fc.property(slides, made => {
        const deck = deckOf(textOf(made))
        const open = deck.slides.map(({ notes, ...each }) => each)
        expect(JSON.stringify([open, deck.definitions, deck.needs, deck.meta])).not.toContain(canary)
        expect(JSON.stringify(publish(transform(deck)))).not.toContain(canary)
      }),
      { numRuns: 400 },
    )
  })

  test('change nothing of what is shown', () => {
    const shape = (text: string): string =>
      JSON.stringify(publish(meantBy(text)).slides, (key, value) => (key === 'position' ? undefined : value))
    fc.assert(
      fc.property(slides, made => {
        const text = textOf(made)
        expect(shape(text.replaceAll(canary, 'W'))).toBe(shape(text))
      }),
      { numRuns: 200 },
    )
  })
})

const source = seeds.find(({ path }) => path.startsWith('003_'))

describe.skipIf(!source)('a deck of 2016', () => {
  const deck = read(source ?? { path: '', text: '' })
  const { slides } = transform(deck)
  const placesOf = (index: number) =>
    slides[index]?.body.children.flatMap(node => (node.data?.place ? [node.data.place.where] : []))

  test('is known for Deckset by what it shows', () => {
    expect(deck.dialect).toBe('deckset')
    expect(deck.evidence.map(({ reason }) => reason)).toContain('a heading with `[fit]`')
  })

  test('has its 36 slides, and no error', () => {
    expect(slides).toHaveLength(36)
    expect(deck.diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([])
  })

  test('has the layouts its image words ask for', () => {
    const count = (layout: string) => slides.filter(slide => slide.layout === layout).length
    expect(count('image')).toBe(8)
    expect(count('split')).toBe(9)
    expect(slides.filter((_, index) => placesOf(index)?.includes('full'))).toHaveLength(15)
    expect(slides.filter((_, index) => placesOf(index)?.includes('right'))).toHaveLength(9)
  })

  test('has lists where Markdown would see code', () => {
    const cli = slides.find(({ title }) => title === 'Docker CLI')
    expect(cli?.body.children.map(({ type }) => type)).toEqual(['heading', 'list'])
    expect(cli?.body.children[0]?.data?.attributes?.classes).toEqual(['fit-heading'])
  })
})
