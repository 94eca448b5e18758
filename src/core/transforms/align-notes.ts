// Finds the slide of each numbered note: by number and title together, in the order of both.

import { layBeside } from './lay-beside.ts'
import {
  createGround,
  type Ground,
  mostCompared,
  type NoteHead,
  similar,
  surelySimilar,
} from './note-ground.ts'

/** The slide of a note, from 0, and how alike their titles are; absent is nowhere. */
export interface Placed {
  readonly slide: number
  /** Undefined where one of the two has no title. */
  readonly likeness: number | undefined
}

/**
 * Finds the slide of each note.
 *
 * A note whose title is that of one slide, and of no other, is certain, unless its number leads to one like it. Between these the notes are
 * laid beside the slides in order so that as many titles and numbers as possible fit. What is left is placed by its
 * title where only one free slide has it, then by the number or the gap that its neighbours leave.
 *
 * @param notes in the order of their file
 * @param titles of the slides, in their order; undefined where one has none
 * @returns a place for each note; several notes of one number may share a slide
 */
export function alignNotes(
  notes: readonly NoteHead[],
  titles: readonly (string | undefined)[],
): (Placed | undefined)[] {
  const ground = createGround(notes, titles)
  const found: (number | undefined)[] = notes.map(() => undefined)
  for (const [note, slide] of certain(ground)) found[note] = slide
  alignBetween(ground, found)
  dropUnsure(ground, found)
  placeByTitle(ground, found)
  placeByNeighbours(ground, found)
  placeBesideTwins(ground, found)
  return found.map((slide, note) =>
    slide === undefined ? undefined : { slide, likeness: ground.like(note, slide) },
  )
}

/**
 * Notes whose title is that of one slide, both only there, and whose number is that slide's, or that of no slide with
 * a title like theirs.
 */
function certain({ notes, noteForms, slideForms, like }: Ground): [number, number][] {
  const ofNotes = onlyOnce(noteForms.map(form => form?.letters))
  const ofSlides = onlyOnce(slideForms.map(form => form?.letters))
  const numbers = onlyOnce(notes.map(({ number }) => number))
  return notes.flatMap(({ number }, note): [number, number][] => {
    const letters = noteForms[note]?.letters
    const slide = letters === undefined || !ofNotes.has(letters) ? undefined : ofSlides.get(letters)
    if (slide === undefined || number === undefined || !numbers.has(number)) return []
    const numbered = number - 1
    return slide === numbered || (like(note, numbered) ?? 0) < similar ? [[note, slide]] : []
  })
}

/** The places of values that are there once. */
function onlyOnce<Value>(all: readonly (Value | undefined)[]): Map<Value, number> {
  const places = new Map<Value, number>()
  const again = new Set<Value>()
  for (const [place, value] of all.entries()) {
    if (value === undefined) continue
    if (places.has(value)) again.add(value)
    else places.set(value, place)
  }
  for (const value of again) places.delete(value)
  return places
}

/** Aligns what stands between certain pairs that are in order with one another. */
function alignBetween(ground: Ground, found: (number | undefined)[]): void {
  const fixed = inOrder(found)
  const taken = new Set(found)
  const edges: [number, number][] = [[-1, -1], ...fixed, [ground.notes.length, ground.slides]]
  for (const [index, [note, slide]] of edges.slice(0, -1).entries()) {
    const [noteEnd, slideEnd] = edges[index + 1] as [number, number]
    const notes = range(note + 1, noteEnd).filter(each => found[each] === undefined)
    const slides = range(slide + 1, slideEnd).filter(each => !taken.has(each))
    if (notes.length === 0 || slides.length === 0) continue
    const before = note < 0 ? undefined : ([note, slide] as const)
    for (const [each, to] of layBeside(notes, slides, ground, before)) found[each] = to
  }
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index)

/** The longest run of pairs that rise in both. */
function inOrder(found: readonly (number | undefined)[]): [number, number][] {
  const ends: number[] = []
  const before = new Map<number, number | undefined>()
  for (const [note, slide] of found.entries()) {
    if (slide === undefined) continue
    let at = ends.findIndex(end => (found[end] as number) >= slide)
    if (at < 0) at = ends.length
    before.set(note, ends[at - 1])
    ends[at] = note
  }
  const run: [number, number][] = []
  for (let note = ends.at(-1); note !== undefined; note = before.get(note))
    run.unshift([note, found[note] as number])
  return run
}

/**
 * Takes back what half a reason has brought to a slide: a title that is merely alike, far from where the neighbours
 * are, or a number alone where all around are shifted.
 */
function dropUnsure({ notes, like }: Ground, found: (number | undefined)[]): void {
  const shiftOf = (note: number | undefined): number | undefined => {
    const slide = note === undefined ? undefined : found[note]
    const number = note === undefined ? undefined : notes[note]?.number
    return slide === undefined || number === undefined ? undefined : slide + 1 - number
  }
  const likenessOf = (note: number): number | undefined => like(note, found[note] ?? -1)
  const placed = [...found.keys()].filter(note => shiftOf(note) !== undefined)
  const sure = placed.filter(
    note => (likenessOf(note) ?? 0) >= (shiftOf(note) === 0 ? similar : surelySimilar),
  )
  let next = 0
  for (const note of placed) {
    if (sure[next] === note) {
      next += 1
      continue
    }
    const shift = shiftOf(note)
    const [before, after] = [shiftOf(sure[next - 1]), shiftOf(sure[next])]
    const unsure = shift === 0 ? isShifted(before, after, likenessOf(note)) : ![before, after].includes(shift)
    if (unsure) found[note] = undefined
  }
}

/** Whether neighbours say that a number is off: two of them, or one where no title speaks against it. */
function isShifted(before: number | undefined, after: number | undefined, like: number | undefined): boolean {
  if (before !== undefined && after !== undefined) return before === after && before !== 0
  return like === undefined && (before ?? after ?? 0) !== 0
}

/** Notes that are not placed, or only by a number whose slide is called otherwise, go where their title is. */
function placeByTitle(ground: Ground, found: (number | undefined)[]): void {
  const isSure = (note: number): boolean => {
    const slide = found[note]
    return slide !== undefined && (ground.like(note, slide) ?? 1) >= similar
  }
  const open = [...found.keys()].filter(note => !isSure(note) && ground.noteForms[note])
  const taken = new Set(found.filter((_, note) => isSure(note)))
  const free = range(0, ground.slides).filter(slide => !taken.has(slide))
  if (open.length * free.length > mostCompared) return
  const claims = new Map<number, { readonly note: number; readonly like: number }>()
  for (const note of open) {
    const claim = claimOf(note, free, ground)
    if (claim && claim.like > (claims.get(claim.slide)?.like ?? 0))
      claims.set(claim.slide, { note, like: claim.like })
  }
  for (const [slide, { note }] of claims) {
    const holder = found.indexOf(slide)
    if (holder >= 0) found[holder] = undefined
    found[note] = slide
  }
}

/** The one free slide that is called as a note is: by its number where several are. */
function claimOf(
  note: number,
  free: readonly number[],
  ground: Ground,
): { readonly slide: number; readonly like: number } | undefined {
  const alike = free
    .map(slide => ({ slide, like: ground.like(note, slide) ?? 0 }))
    .filter(({ like }) => like >= surelySimilar)
  const best = Math.max(0, ...alike.map(({ like }) => like))
  const exact = alike.find(({ slide }) => slide + 1 === ground.notes[note]?.number)
  const foremost = alike.filter(({ like }) => like === best)
  return exact ?? (foremost.length === 1 ? foremost[0] : undefined)
}

/**
 * A note between two that are placed goes to the slide as far from theirs as its number is from their numbers. Where
 * its title does not forbid it, one neighbour is enough, and so is a gap of as many slides as there are notes.
 */
function placeByNeighbours(ground: Ground, found: (number | undefined)[]): void {
  const taken = new Set(found)
  for (const { from, to } of gapsIn(found)) {
    const before = found[from - 1] ?? (from === 0 ? -1 : undefined)
    const after = found[to]
    const slides = range((before ?? -1) + 1, after ?? ground.slides).filter(slide => !taken.has(slide))
    for (const note of range(from, to)) {
      const allowed = slides.filter(slide => !taken.has(slide))
      const gap = after !== undefined && slides.length === to - from ? slides[note - from] : undefined
      const slide = byShift(note, from, to, ground, found) ?? gap
      if (slide === undefined || !allowed.includes(slide)) continue
      const fits = (ground.like(note, slide) ?? 1) >= similar
      const sure = byShift(note, from, to, ground, found, true) === slide
      if (!fits && !sure) continue
      found[note] = slide
      taken.add(slide)
    }
  }
}

/** Runs of notes that are not placed. */
function gapsIn(found: readonly (number | undefined)[]): { readonly from: number; readonly to: number }[] {
  const gaps: { from: number; to: number }[] = []
  for (const [note, slide] of found.entries()) {
    if (slide !== undefined) continue
    const last = gaps.at(-1)
    if (last?.to === note) last.to += 1
    else gaps.push({ from: note, to: note + 1 })
  }
  return gaps
}

/** Where a note's number leads if it is shifted as its neighbours are; `both` asks that there are two. */
function byShift(
  note: number,
  from: number,
  to: number,
  { notes }: Ground,
  found: readonly (number | undefined)[],
  both = false,
): number | undefined {
  const shiftOf = (neighbour: number): number | undefined => {
    const slide = found[neighbour]
    const number = notes[neighbour]?.number
    return slide === undefined || number === undefined ? undefined : slide - number
  }
  const number = notes[note]?.number
  const before = from === 0 ? -1 : shiftOf(from - 1)
  const after = shiftOf(to)
  if (number === undefined || (both && (before === undefined || after === undefined))) return undefined
  const shift = before ?? after
  if (shift === undefined || (before !== undefined && after !== undefined && before !== after))
    return undefined
  return number + shift
}

/** What is left of notes that share a number goes with the one beside it. */
function placeBesideTwins({ notes, like }: Ground, found: (number | undefined)[]): void {
  for (const [note, { number }] of notes.entries()) {
    if (found[note] !== undefined || number === undefined) continue
    const twin = [note - 1, note + 1].find(
      each => notes[each]?.number === number && found[each] !== undefined,
    )
    const slide = twin === undefined ? undefined : found[twin]
    if (slide !== undefined && (like(note, slide) ?? 1) >= similar) found[note] = slide
  }
}
