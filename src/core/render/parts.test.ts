// The small rules: colours, styles, addresses, words.

import { describe, expect, test } from 'vitest'
import { contrast, readColor, withReadableInk } from './ink.ts'
import { legacyColor } from './legacy-color.ts'
import { scanTags } from './raw-tags.ts'
import { readStyle } from './style.ts'
import { encodeUrl, originOf, safeUrl } from './urls.ts'
import { directionOf, languageTag, wordsFor } from './words.ts'
import * as languages from './words-by-language.ts'

describe('legacy colours', () => {
  // The expected values are what browsers show (HTML standard, "rules for parsing a legacy color value").
  test.each([
    ['#ff000', '#ff0000'],
    ['#00cc00', '#00cc00'],
    ['red', '#ff0000'],
    ['  ReD ', '#ff0000'],
    ['#f0c', '#ff00cc'],
    ['chucknorris', '#c00000'],
    ['crap', '#c0a000'],
    ['#12', '#010200'],
    ['6db6ec49efd278cd0bc92d1e5e072d68', '#6ecde0'],
    ['zzz', '#000000'],
    ['ff0000;}', '#ff0000'],
  ])('%s is %s', (written, color) => expect(legacyColor(written)).toBe(color))

  test.each(['', 'transparent'])('%j is none', written => expect(legacyColor(written)).toBeUndefined())
})

describe('ink', () => {
  test.each(['#ff0000', '#00cc00', '#ffff00', 'blue', 'navy', 'white', 'black', 'rgb(255, 165, 0)'])(
    '%s can be read on light and dark paper',
    color => {
      const value = withReadableInk([{ property: 'color', value: color }])[0]?.value ?? ''
      const [light = value, dark = value] = /^light-dark\((.*),(.*)\)$/.exec(value)?.slice(1) ?? []
      const on = (ink: string, paper: string) =>
        contrast(readColor(ink) ?? [0, 0, 0], readColor(paper) ?? [0, 0, 0])
      expect(on(light, '#f2ecdf')).toBeGreaterThanOrEqual(4.5)
      expect(on(dark, '#15243a')).toBeGreaterThanOrEqual(4.5)
    },
  )

  test('a colour on a ground of its own stays', () => {
    const written = readStyle('color:yellow;background:navy').kept
    expect(withReadableInk(written)).toEqual(written)
  })

  test('a ground alone is given its ink', () => {
    expect(withReadableInk(readStyle('background-color:#ffee00').kept)[1]).toEqual({
      property: 'color',
      value: '#000',
    })
  })
})

describe('styles', () => {
  test.each([
    'margin: 0 auto',
    'width: calc(100% - 2em)',
    'color: rgb(1 2 3 / 50%)',
    "font-family: 'Gill Sans', serif",
    'background: linear-gradient(to right, #fff, red 20%)',
    'transform: rotate(-3deg) scale(1.2)',
    'grid-template-columns: repeat(2, minmax(0, 1fr))',
  ])('%s is harmless', style => expect(readStyle(style).dropped).toEqual([]))

  test.each([
    'background: url(x)',
    'background: URL("x")',
    'background: u/**/rl(x)',
    'background: \\75rl(x)',
    'position: fixed',
    'position: sticky',
    'z-index: 99999',
    'width: expression(x)',
    'behavior: url(x)',
    'content: "x"',
    'color: red}',
    'color: red{',
    'color: "<"',
    'color: (',
    'color: env(x)',
    'color: attr(x)',
    '--x: 1',
    'no-such: 1',
    'color',
    `color: ${'a'.repeat(500)}`,
  ])('%s is dropped', style => {
    const { kept, dropped } = readStyle(style)
    expect(kept).toEqual([])
    expect(dropped).toHaveLength(1)
  })

  test('each declaration is judged by itself', () => {
    const { kept, dropped } = readStyle('color: red !important; ; behavior: url(a;b); /* x: y */ margin: 0')
    expect(kept.map(({ property, value }) => `${property}:${value}`)).toEqual(['color:red', 'margin:0'])
    expect(dropped).toEqual([' behavior: url(a;b)'])
  })
})

describe('addresses', () => {
  test.each([
    'a.html',
    './a',
    '../a',
    '/a',
    '#x',
    '?q',
    '',
    'https://x',
    'HTTP://x',
    'mailto:a@b',
    'tel:1',
    'a/b:c',
    'ä ö.png',
  ])('%s may be linked', url => expect(safeUrl(url, 'link')).toBe(url))
  test.each([
    'ftp://x',
    'c:/x',
    'data:image/png,x',
    'x:y',
    ':x',
    '\u200bjavascript:x',
    'a\u0000b',
    '/\\x',
    '\t//x',
  ])('%j may not', url => expect(safeUrl(url, 'link')).toBeUndefined())
  test('pictures may be data of a few kinds', () => {
    expect(safeUrl('data:image/png;base64,AA', 'image')).toBeDefined()
    expect(safeUrl('data:image/svg+xml,<svg/>', 'image')).toBeDefined()
    expect(safeUrl('data:image/x-icon,x', 'image')).toBeUndefined()
    expect(safeUrl('data:text/html,x', 'image')).toBeUndefined()
  })
  test('frames come over https', () => {
    expect(safeUrl('https://x', 'frame')).toBeDefined()
    expect(safeUrl('http://x', 'frame')).toBeUndefined()
    expect(safeUrl('page.html', 'frame')).toBeUndefined()
  })
  test('origins cannot smuggle a directive into the policy', () => {
    expect(originOf('https://x.example/a')).toBe('https://x.example')
    expect(originOf("https://x.example;script-src'*'/a")).toBe('https://x.example')
    expect(originOf('a/b')).toBeUndefined()
  })
  test('spaces and quotes are encoded once', () => {
    expect(encodeUrl('a b"c%20d')).toBe('a%20b%22c%20d')
  })
})

describe('raw tags', () => {
  const names = (html: string) =>
    scanTags(html).map(({ kind, name }) => (kind === 'close' ? `/${name}` : name))
  test('quotes count after an equals sign only', () => {
    expect(names(`<a title=it's><b x='>' y=">">`)).toEqual(['a', 'b'])
  })
  test('comments end as browsers end them', () => {
    expect(names('<!--><a><!-- --!><b><!-- <c> -->')).toEqual(['', 'a', '', 'b', ''])
  })
  test('a script holds no tags', () => {
    expect(names('<script>"<b>"</script><i>')).toEqual(['script', '/script', 'i'])
  })
  test('a long text of odd brackets takes no time', () => {
    const start = performance.now()
    scanTags('<a "'.repeat(20_000))
    scanTags('<!--'.repeat(20_000))
    scanTags('</script '.repeat(20_000))
    expect(performance.now() - start).toBeLessThan(2000)
  })
})

describe('words', () => {
  test('every language says everything', () => {
    const shape = (words: object) => Object.keys(words).sort()
    for (const words of Object.values(languages)) {
      expect(shape(words)).toEqual(shape(languages.en))
      expect(shape(words.callouts)).toEqual(shape(languages.en.callouts))
    }
  })
  test('a region speaks its language, an unknown one English', () => {
    expect(wordsFor('pt-BR')).toBe(languages.pt)
    expect(wordsFor('xx')).toBe(languages.en)
    expect(wordsFor('constructor')).toBe(languages.en)
  })
  test('tags are well formed, and know their direction', () => {
    expect(languageTag('de-CH')).toBe('de-CH')
    expect(languageTag('en" onload="x')).toBe('en')
    expect(directionOf('ar-EG')).toBe('rtl')
    expect(directionOf('arn')).toBe('ltr')
  })
})
