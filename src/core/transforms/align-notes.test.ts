// Where a person would put each note, by number, title and order.

import { describe, expect, test } from 'vitest'
import { alignNotes } from './align-notes.ts'

/** `12 Title`, `12` or `- Title` as the head of a note. */
function head(text: string): { number?: number; title?: string } {
  const [, number, title] = /^(\d+|-) ?(.*)$/.exec(text) ?? []
  return { ...(number === '-' ? {} : { number: Number(number) }), ...(title ? { title } : {}) }
}

/** For each note the number of its slide, 0 for none. */
function place(notes: readonly string[], slides: readonly string[]): number[] {
  const titles = slides.map(title => title || undefined)
  return alignNotes(notes.map(head), titles).map(found => (found ? found.slide + 1 : 0))
}

const slides = ['Hello', 'Plan', 'Knots', 'Knots', 'Knots', 'Sails', 'Storms', 'Thanks']

describe('a number and a title', () => {
  test('that fit are enough, whatever the order of the page', () => {
    expect(place(['8 Thanks', '1 Hello', '6 Sails'], slides)).toEqual([8, 1, 6])
  })

  test('that is like the slide’s fits: case, signs, fillers, slips and a word more or less', () => {
    const notes = ['1 HELLO!', '2 Plan slide', '6 Sials', '7 Storms and gales', '8 Thank you']
    expect(place(notes, slides)).toEqual([1, 2, 6, 7, 8])
  })

  test('wins over an equal title elsewhere', () => {
    expect(place(['4 Agenda slide'], ['Agenda slide', 'a', 'b', 'Agenda: boats', 'Agenda slide'])).toEqual([
      4,
    ])
  })
})

describe('a number used twice', () => {
  test('goes on in order where the slides do', () => {
    const notes = ['2 Plan', '3 Knots', '3 Knots', '4 Knots', '5 Sails', '6 Storms']
    expect(place(notes, slides)).toEqual([2, 3, 4, 5, 6, 7])
  })

  test('is two notes for one slide where there is no other', () => {
    const notes = ['3 Knots', '4 Knots', '5 Knots', '5 Knots', '6 Sails']
    expect(place(notes, slides)).toEqual([3, 4, 5, 5, 6])
  })

  test('goes by its title where that is another', () => {
    expect(place(['6 Sails', '6 Storms', '8 Thanks'], slides)).toEqual([6, 7, 8])
  })
})

describe('a number that is off', () => {
  test('because a slide was put in, is shifted with all behind it', () => {
    const longer = slides.toSpliced(1, 0, 'Who I am')
    const notes = ['1 Hello', '2 Plan', '3 Knots', '4 Knots', '5 Knots', '6 Sails', '7 Storms', '8 Thanks']
    expect(place(notes, longer)).toEqual([1, 3, 4, 5, 6, 7, 8, 9])
  })

  test('because a slide was taken out, leaves its note without a slide', () => {
    const notes = ['1 Hello', '2 Plan', '3 Knots', '4 Knots', '5 Knots', '6 Sails', '7 Storms', '8 Thanks']
    expect(place(notes, slides.toSpliced(5, 1))).toEqual([1, 2, 3, 4, 5, 0, 6, 7])
  })

  test('because two slides were exchanged, goes by title', () => {
    expect(place(['5 Knots', '6 Storms', '7 Sails', '8 Thanks'], slides)).toEqual([5, 7, 6, 8])
    const far = ['1 Hello', '2 Storms', '3 Knots', '4 Knots', '5 Knots', '6 Sails', '7 Plan', '8 Thanks']
    expect(place(far, slides)).toEqual([1, 7, 3, 4, 5, 6, 2, 8])
  })

  test('goes by title among titles of one kind', () => {
    const demos = [
      'Hello',
      'Who I am',
      'Demo 1',
      'Demo 2',
      'Demo 3',
      'Why images matter',
      'Why layers matter',
    ]
    const notes = [
      '1 Hello',
      '2 Demo 1',
      '3 Demo 2',
      '4 Demo 3',
      '5 Why images matter',
      '6 Why layers matter',
    ]
    expect(place(notes, demos)).toEqual([1, 3, 4, 5, 6, 7])
  })

  test('past the end goes by title, or nowhere', () => {
    expect(place(['6 Sails', '70 Storms', '90 Monsters'], slides)).toEqual([6, 7, 0])
  })

  test('and a title that is hardly alike are no reason', () => {
    expect(
      place(['1 Hello', '2 Plan', '40 in storms'], ['Hello', 'Plan', 'x', 'What storms do to a mast']),
    ).toEqual([1, 2, 0])
  })
})

describe('a missing title', () => {
  test('leaves the number, shifted as its neighbours are', () => {
    expect(place(['1 Hello', '2', '3 Knots'], slides)).toEqual([1, 2, 3])
    expect(place(['1 Plan', '2', '3', '4', '5 Sails'], slides)).toEqual([2, 3, 4, 5, 6])
  })

  test('of slides leaves the numbers', () => {
    expect(place(['1 Hello', '2 A boat', '3 A ship'], ['Hello', '', ''])).toEqual([1, 2, 3])
  })

  test('and number leaves the gap between neighbours, if it is one', () => {
    expect(place(['1 Hello', '-', '3 Knots'], slides)).toEqual([1, 2, 3])
    expect(place(['1 Hello', '-', '6 Sails'], slides)).toEqual([1, 0, 6])
  })
})

describe('a title without a number', () => {
  test('is enough where one slide has it', () => {
    expect(place(['- Sails', '- Plan'], slides)).toContain(6)
    expect(place(['- Plan', '- Sails'], slides)).toEqual([2, 6])
  })
})

describe('a title that is another', () => {
  test('leaves the number', () => {
    expect(place(['1 Hello', '2 What comes', '3 Knots'], slides)).toEqual([1, 2, 3])
  })

  test('with a number that is off leaves the place between two that are shifted alike', () => {
    expect(place(['5 Sails', '6 Wind', '7 Thanks'], slides)).toEqual([6, 7, 8])
  })
})

test('nothing, and pages for no deck', () => {
  expect(place([], slides)).toEqual([])
  expect(place(['1 Hello'], [])).toEqual([0])
})

test('thousands of notes take no long time', () => {
  const many = Array.from({ length: 1500 }, (_, index) => `Topic ${index % 7} of ${index % 50}`)
  const notes = many.map((title, index) => `${index + 1 - (index > 700 ? 1 : 0)} ${title}`)
  expect(place(notes, many)).toEqual(many.map((_, index) => index + 1))
}, 20_000)
