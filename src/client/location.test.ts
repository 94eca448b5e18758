// Addresses: what they name, and what is shown where they name nothing.

import { expect, test } from 'vitest'
import { findSlide, formatPlace, parsePlace } from './location.ts'

const slide = (id: string, aliases?: string): HTMLElement =>
  ({ id, dataset: aliases === undefined ? {} : { aliases } }) as unknown as HTMLElement
const slides = [
  slide('start'),
  slide('why-containers', 'why:0 why-not:2'),
  slide('größe'),
  slide('what-is-running'),
]

test.each([
  ['#/why', { key: 'why', step: 0 }],
  ['#/why/', { key: 'why', step: 0 }],
  ['#/why/3', { key: 'why', step: 3 }],
  ['#/gr%C3%B6%C3%9Fe/1', { key: 'größe', step: 1 }],
  ['#/100%25', { key: '100%', step: 0 }],
  ['#/%zz', { key: '%zz', step: 0 }],
  ['#fn1', undefined],
  ['#/', undefined],
  ['', undefined],
])('%s', (hash, place) => {
  expect(parsePlace(hash)).toEqual(place)
})

test('an address is written as it is read', () => {
  for (const place of [
    { key: 'größe', step: 2 },
    { key: 'a b', step: 0 },
  ]) {
    expect(parsePlace(formatPlace(place))).toEqual(place)
  }
})

test('a key names its slide, an old key the slide and step it became', () => {
  expect(findSlide(slides, { key: 'größe', step: 1 })).toEqual({ slide: slides[2], step: 1, exact: true })
  expect(findSlide(slides, { key: 'why-not', step: 0 })).toEqual({ slide: slides[1], step: 2, exact: true })
  expect(findSlide(slides, { key: 'why-not', step: 1 })).toEqual({ slide: slides[1], step: 3, exact: true })
})

test('an unknown key leads to the slide whose key is most alike, and is not exact', () => {
  expect(findSlide(slides, { key: 'what-is-runing', step: 4 })).toEqual({
    slide: slides[3],
    step: 0,
    exact: false,
  })
  expect(findSlide([], { key: 'x', step: 0 })).toBeUndefined()
})
