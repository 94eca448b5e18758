// What is known of notes and slides before they are joined: numbers, and how alike their titles are.

import { likeness, type TitleForm, titleForm } from './title-likeness.ts'

/** A note as its heading has it. */
export interface NoteHead {
  readonly number?: number | undefined
  readonly title?: string | undefined
}

/** As alike as titles have to be to count as the same one, altered. */
export const similar = 0.5

/** As alike as they have to be where neither number nor order speaks for it. */
export const surelySimilar = 0.75

/** Pairs of notes and slides that are looked at together; what is more goes by numbers. */
export const mostPairs = 3_000_000

/** Pairs of titles that are compared, whatever their numbers. */
export const mostCompared = 300_000

/** The notes and the slides, both counted from 0. */
export interface Ground {
  readonly notes: readonly NoteHead[]
  readonly slides: number
  readonly noteForms: readonly (TitleForm | undefined)[]
  readonly slideForms: readonly (TitleForm | undefined)[]
  /** Whether both have the same title. */
  isSame(note: number, slide: number): boolean
  /** Undefined where one has no title. */
  like(note: number, slide: number): number | undefined
}

/** @param titles of the slides, in their order; undefined where one has none */
export function createGround(notes: readonly NoteHead[], titles: readonly (string | undefined)[]): Ground {
  const forms = new Map<string, TitleForm | undefined>()
  const formOf = (title: string | undefined): TitleForm | undefined => {
    if (!title) return undefined
    if (!forms.has(title)) {
      const form = titleForm(title)
      forms.set(title, form.letters === '' ? undefined : form)
    }
    return forms.get(title)
  }
  const noteForms = notes.map(({ title }) => formOf(title))
  const slideForms = titles.map(formOf)
  const known = new Map<TitleForm, Map<TitleForm, number>>()
  return {
    notes,
    slides: titles.length,
    noteForms,
    slideForms,
    isSame: (note, slide) => {
      const letters = noteForms[note]?.letters
      return letters !== undefined && letters === slideForms[slide]?.letters
    },
    like(note, slide) {
      const one = noteForms[note]
      const other = slideForms[slide]
      if (!one || !other) return undefined
      const row = known.get(one) ?? new Map<TitleForm, number>()
      known.set(one, row)
      const value = row.get(other) ?? likeness(one, other)
      row.set(other, value)
      return value
    },
  }
}
