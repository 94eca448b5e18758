import { describe, expect, it } from 'vitest'
import { match, type Piece } from './match.ts'

/** `key: words`, equal where the text is. */
const pieces = (...texts: string[]): Piece[] =>
  texts.map(text => {
    const [key = '', words = ''] = text.split(': ')
    return { hash: text, key, words: () => words }
  })

describe('match', () => {
  it('knows what stayed round an insertion, a deletion and an edit', () => {
    const old = pieces('a: one', 'b: two', 'c: three', 'd: four')
    expect(match(old, pieces('a: one', 'n: quite new words', 'b: two', 'd: four'))).toEqual([0, -1, 1, 3])
    expect(match(old, pieces('a: one', 'b: two and more', 'c: three', 'd: four'))).toEqual([0, 1, 2, 3])
  })

  it('knows a slide that moved', () => {
    expect(match(pieces('a: 1', 'b: 2', 'c: 3', 'd: 4'), pieces('d: 4', 'a: 1', 'b: 2', 'c: 3'))).toEqual([
      3, 0, 1, 2,
    ])
  })

  it('knows a slide that was retitled, edited and moved while others came and went', () => {
    const old = pieces(
      'start: Welcome to the harbour',
      'ships: Ships carry containers over the sea at night',
      'cranes: Cranes lift',
      'end: Goodbye',
    )
    const next = pieces(
      'start: Welcome to the harbour',
      'weather: Rain comes from the west today',
      'end: Goodbye',
      'vessels: Vessels carry containers over the sea by night',
    )
    expect(match(old, next)).toEqual([0, -1, 3, 1])
  })

  it('is not led astray by keys that were handed on to a new slide of the same title', () => {
    const old = pieces('list: alpha beta gamma delta', 'list-2: one two three four')
    const next = pieces(
      'list: new words here now',
      'list-2: alpha beta gamma delta',
      'list-3: one two three four',
    )
    expect(match(old, next)).toEqual([-1, 0, 1])
  })

  it('takes a slide that was written anew for the one whose place it has', () => {
    expect(
      match(pieces('a: 1', 'b: two words', 'c: 3'), pieces('a: 1', 'x: something else', 'c: 3')),
    ).toEqual([0, 1, 2])
  })

  it('finds nothing where there is nothing', () => {
    expect(match([], pieces('a: 1'))).toEqual([-1])
    expect(match(pieces('a: 1'), [])).toEqual([])
  })
})
