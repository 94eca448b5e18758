import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changeBetween, excerptOf, offsetOf } from './excerpt.ts'

const line = fc.constantFrom('', 'a', 'b', 'ab', '--', '🚢', '🚢🚣', 'a🚢')
const text = fc.array(line, { maxLength: 12 }).map(lines => lines.join('\n'))

/** A text with one stretch of it exchanged, which is what an edit is. */
const edit = fc
  .record({ before: text, from: fc.nat(40), to: fc.nat(40), put: text })
  .map(({ before, from, to, put }) => {
    const [start, end] = [Math.min(from, to), Math.max(from, to)]
    return { before, after: before.slice(0, start) + put + before.slice(end) }
  })

const rest = (start: number) => ({ start, end: Number.POSITIVE_INFINITY })

describe('the change between two texts', () => {
  it('put into the one makes the other', () => {
    fc.assert(
      fc.property(fc.oneof(edit, fc.record({ before: text, after: text })), ({ before, after }) => {
        const change = changeBetween(before, after)
        if (!change) {
          expect(after).toBe(before)
          return
        }
        const { start, endBefore, endAfter } = change
        const made = [
          excerptOf(before, [{ start: 1, end: start }]),
          excerptOf(after, [{ start, end: endAfter }]),
          excerptOf(before, [rest(endBefore)]),
        ]
        expect(made.join('')).toBe(after)
        expect(start).toBeGreaterThanOrEqual(1)
        expect(Math.min(endBefore, endAfter)).toBeGreaterThan(start)
      }),
      { numRuns: 1000 },
    )
  })

  it('reaches no further than the lines that were touched', () => {
    const lines = fc.array(fc.constantFrom('a', 'b', '🚢', ''), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(lines, fc.nat(), (all, index) => {
        const at = index % all.length
        const change = changeBetween(
          all.join('\n'),
          [...all.slice(0, at), 'another', ...all.slice(at + 1)].join('\n'),
        )
        expect(change).toEqual({ start: at + 1, endBefore: at + 2, endAfter: at + 2 })
      }),
    )
  })

  it.each([
    ['nothing', 'a\nb\n', 'a\nb\n', undefined],
    ['nothing of nothing', '', '', undefined],
    ['a first text', '', 'a\nb', { start: 1, endBefore: 2, endAfter: 3 }],
    ['all of it', 'a\nb', '', { start: 1, endBefore: 3, endAfter: 2 }],
    ['a word at the start of a line', 'a\nb\nc', 'a\nnot b\nc', { start: 2, endBefore: 3, endAfter: 3 }],
    ['a word at the end of a line', 'a\nb\nc', 'a\nb too\nc', { start: 2, endBefore: 3, endAfter: 3 }],
    ['a line taken away', 'a\nb\nc', 'a\nc', { start: 2, endBefore: 4, endAfter: 3 }],
    ['a line that repeats the one before', 'a\nb\nc', 'a\nb\nb\nc', { start: 3, endBefore: 4, endAfter: 5 }],
    ['the line end of the last line', 'a\nb', 'a\nb\n', { start: 2, endBefore: 3, endAfter: 4 }],
    ['half of a sign', 'a\n🚢', 'a\n🚣', { start: 2, endBefore: 3, endAfter: 3 }],
  ])('is of %s', (_, before, after, change) => {
    expect(changeBetween(before, after)).toEqual(change)
  })
})

describe('an excerpt', () => {
  it('of neighbouring lines is the text itself', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 15 }), (all, at) => {
        expect(excerptOf(all, [{ start: 1, end: at }, rest(at)])).toBe(all)
      }),
    )
  })

  it('has whole lines, with what ends them', () => {
    expect(excerptOf('a\nb\nc\nd', [{ start: 1, end: 2 }, rest(4)])).toBe('a\nd')
    expect(excerptOf('a\nb', [{ start: 2, end: 2 }])).toBe('')
  })
})

describe('the offset of a line', () => {
  it('is behind all line ends above it, and at most the end', () => {
    fc.assert(
      fc.property(text, all => {
        const lines = all.split('\n')
        for (const [at, each] of lines.entries()) {
          const offset = offsetOf(all, at + 1)
          expect(all.slice(offset, offset + each.length)).toBe(each)
          expect(all.slice(0, offset).split('\n').length).toBe(at + 1)
        }
        expect(offsetOf(all, lines.length + 1)).toBe(all.length)
        expect(offsetOf(all, Number.POSITIVE_INFINITY)).toBe(all.length)
      }),
    )
  })
})
