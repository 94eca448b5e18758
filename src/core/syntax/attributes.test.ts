// Attributes as authors write them, and as they get them wrong.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { faultPosition, readAttributes, readBareAttributes } from './attributes.ts'

const values = (written: string): Record<string, string> => ({
  ...readAttributes(written)?.attributes.values,
})

describe('what is written well', () => {
  test('a key, classes, values and bare words, in any order', () => {
    const read = readAttributes('{.dark #why layout=split reveal .wide background="a b.jpg"} rest')
    expect(read?.attributes.id).toBe('why')
    expect(read?.attributes.classes).toEqual(['dark', 'wide'])
    expect({ ...read?.attributes.values }).toEqual({ layout: 'split', reveal: '', background: 'a b.jpg' })
    expect(read?.faults).toEqual([])
    expect(read?.end).toBe('{.dark #why layout=split reveal .wide background="a b.jpg"}'.length)
  })

  test('classes and keys may touch', () => {
    expect(readAttributes('{#why.dark.wide}')?.attributes).toMatchObject({
      id: 'why',
      classes: ['dark', 'wide'],
    })
  })

  test('quotes of every kind, also those a word processor makes', () => {
    expect(values(`{a="x y" b='x y' c=“x y” d=„x y“ e=‘x y’ f=«x y»}`)).toEqual({
      a: 'x y',
      b: 'x y',
      c: 'x y',
      d: 'x y',
      e: 'x y',
      f: 'x y',
    })
  })

  test('an escaped quote, a brace and an equals sign inside quotes', () => {
    expect(values('{title="say \\"hi\\" {x}" src=a.png?x=1&y=2}')).toEqual({
      title: 'say "hi" {x}',
      src: 'a.png?x=1&y=2',
    })
  })

  test('nothing between the braces', () => {
    expect(readAttributes('{}')).toEqual({ attributes: { classes: [], values: {} }, end: 2, faults: [] })
  })

  test('begins where it is told to', () => {
    expect(readAttributes('-- {below}', 3)?.end).toBe(10)
    expect(readAttributes('-- {below}', 2)).toBeUndefined()
  })

  test('without braces, for code', () => {
    expect({ ...readBareAttributes('title="Dockerfile" lines prompt="$ "').attributes.values }).toEqual({
      title: 'Dockerfile',
      lines: '',
      prompt: '$ ',
    })
  })
})

describe('what is written badly', () => {
  test.each([
    ['{.a', '`{` is not closed', 0],
    ['{.}', '`.` names nothing', 1],
    ['{# .a}', '`#` names nothing', 1],
    ['{#a #b}', '`#b` is a second key beside `#a`', 4],
    ['{width=400 width=500}', '`width` is given twice', 11],
    ['{width=}', '`=` has no value', 6],
    ['{a, .b}', '`,` is no attribute', 2],
    ['{1,3-5}', '`1,3-5` is no attribute', 1],
    ['{title="no end}', '`"` is not closed', 7],
    ['{__proto__=x}', '`__proto__` cannot be an attribute', 1],
  ])('%s', (written, message, start) => {
    expect(readAttributes(written)?.faults[0]).toMatchObject({ message, start })
  })

  test('what is right beside a fault still counts', () => {
    expect(readAttributes('{1,3 .dark #why}')?.attributes).toMatchObject({ id: 'why', classes: ['dark'] })
  })

  test('a fault has its place in the file', () => {
    const [fault] = readAttributes('{.}')?.faults ?? []
    expect(fault && faultPosition(fault, { line: 7, column: 4, offset: 90 })).toEqual({
      start: { line: 7, column: 5, offset: 91 },
      end: { line: 7, column: 6, offset: 92 },
    })
  })
})

describe('laws', () => {
  test('names of every object are only names', () => {
    const read = readAttributes('{constructor=1 toString __proto__=x hasOwnProperty=2}')
    expect(Object.getPrototypeOf(read?.attributes.values)).toBeNull()
    expect(Object.keys(read?.attributes.values ?? {})).toEqual(['constructor', 'toString', 'hasOwnProperty'])
    expect(({} as Record<string, unknown>).x).toBeUndefined()
  })

  test('never throws, ends inside the text, and places its faults in it', () => {
    const written = fc.string({ unit: fc.constantFrom(...'{}#.="\'“” \t\\a-b_1é,|') })
    fc.assert(
      fc.property(written, text => {
        const read = readAttributes(`{${text}`)
        expect(read?.end).toBeLessThanOrEqual(text.length + 1)
        for (const { start, end } of read?.faults ?? []) {
          expect(start).toBeLessThan(end)
          expect(end).toBeLessThanOrEqual(text.length + 1)
        }
      }),
    )
  })

  test('what is written from attributes reads back as them', () => {
    const word = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/)
    const anything = fc.string({ unit: fc.constantFrom(...'ab "\\{}=#.é') })
    fc.assert(
      fc.property(fc.uniqueArray(word), fc.dictionary(word, anything), (classes, given) => {
        const quote = (text: string): string => text.replaceAll('"', '\\"')
        fc.pre(!Object.values(given).some(value => value.includes('\\')))
        const parts = [
          ...classes.map(name => `.${name}`),
          ...Object.entries(given).map(([name, value]) => `${name}="${quote(value)}"`),
        ]
        const read = readAttributes(`{${parts.join(' ')}}`)
        expect(read?.attributes.classes).toEqual(classes)
        expect({ ...read?.attributes.values }).toEqual({ ...given })
        expect(read?.faults).toEqual([])
      }),
    )
  })
})
