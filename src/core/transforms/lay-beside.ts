// Lays notes beside slides, both in their order, so that as many numbers and titles as possible fit.

import { type Ground, mostPairs, similar, surelySimilar } from './note-ground.ts'

const none = Number.NEGATIVE_INFINITY

/**
 * What a pair is worth. The number with a title that is plainly the same, altered, is worth more than an equal title
 * elsewhere, unless that is as far on as the pair before.
 */
const worth = {
  title: 10,
  exact: 10.3,
  number: 4,
  numberAlone: 2,
  altered: 7,
  alike: 3,
  inStep: 1,
} as const

/** As alike as titles have to be to be plainly the same, altered. */
const plainlySimilar = 0.7

/** Slides around its number among which a note's altered title is looked for. */
const reach = 60

/** What it is worth to put a note to a slide; undefined where nothing speaks for it. */
function worthOf(ground: Ground, note: number, slide: number): number | undefined {
  const number = ground.notes[note]?.number
  const exact = number === slide + 1
  if (ground.isSame(note, slide)) return worth.title + (exact ? worth.number : 0)
  if (number !== undefined && Math.abs(number - slide - 1) > reach) return undefined
  const like = ground.like(note, slide)
  if (like === undefined) return exact ? worth.number : undefined
  if (like < similar) return exact ? worth.numberAlone : undefined
  if (exact) return like < plainlySimilar ? like * worth.altered + worth.number : worth.exact
  return like < surelySimilar ? worth.alike : like * worth.title
}

/**
 * The best way to lay notes beside slides without crossing, by dynamic programming over both.
 * Where two ways are equally good, earlier notes are placed, at earlier slides.
 */
export function layBeside(
  notes: readonly number[],
  slides: readonly number[],
  ground: Ground,
  before: readonly [number, number] | undefined,
): [number, number][] {
  const width = slides.length + 1
  if ((notes.length + 1) * width > mostPairs) return byNumber(notes, slides, ground)
  const best = new Float64Array((notes.length + 1) * width)
  const pair = new Float64Array((notes.length + 1) * width).fill(none)
  const from = new Int32Array((notes.length + 1) * width).fill(-1)
  const numberOf = (note: number | undefined) => (note === undefined ? undefined : ground.notes[note]?.number)
  for (const [row, note] of notes.entries()) {
    const number = numberOf(note)
    const last = row === 0 ? before?.[0] : notes[row - 1]
    const lastNumber = numberOf(last)
    const stride = number !== undefined && lastNumber !== undefined ? number - lastNumber : 0
    for (const [column, slide] of slides.entries()) {
      const at = (row + 1) * width + column + 1
      const above = at - width
      best[at] = Math.max(best[above] ?? 0, best[at - 1] ?? 0)
      const gain = worthOf(ground, note, slide)
      if (gain === undefined) continue
      // Two notes that are as far apart as their slides speak for one another.
      const partner = above - stride
      const inStep = stride > 0 && stride <= column && slides[column - stride] === slide - stride
      const withPartner = inStep && row > 0 ? (pair[partner] ?? none) : none
      const first = row === 0 && before && stride > 0 && slide - before[1] === stride
      const alone = (best[above - 1] ?? 0) + gain + (first ? worth.inStep : 0)
      const joined = withPartner + gain + worth.inStep
      pair[at] = Math.max(alone, joined)
      if (joined > alone) from[at] = partner
      if ((pair[at] as number) > (best[at] as number)) best[at] = pair[at] as number
    }
  }
  return traceBack(notes, slides, { best, from, width })
}

interface Table {
  readonly best: Float64Array
  /** The cell of the pair before, where the two speak for one another. */
  readonly from: Int32Array
  readonly width: number
}

function traceBack(
  notes: readonly number[],
  slides: readonly number[],
  { best, from, width }: Table,
): [number, number][] {
  const found: [number, number][] = []
  let at = best.length - 1
  let paired = false
  while (at >= width && at % width > 0) {
    if (!paired && best[at] === best[at - width]) at -= width
    else if (!paired && best[at] === best[at - 1]) at -= 1
    else {
      found.unshift([notes[Math.floor(at / width) - 1] as number, slides[(at % width) - 1] as number])
      const partner = from[at] as number
      paired = partner >= 0
      at = paired ? partner : at - width - 1
    }
  }
  return found
}

function byNumber(notes: readonly number[], slides: readonly number[], ground: Ground): [number, number][] {
  const free = new Set(slides)
  return notes.flatMap((note): [number, number][] => {
    const slide = (ground.notes[note]?.number ?? 0) - 1
    return free.delete(slide) ? [[note, slide]] : []
  })
}
