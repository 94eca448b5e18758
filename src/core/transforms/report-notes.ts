// What is doubtful about notes that were joined to slides: said with numbers and with titles that slides have.

import type { Position, Slide } from '../deck/deck.ts'
import { type Diagnostic, diagnostic } from '../deck/diagnostic.ts'
import type { RuleId } from '../deck/rules.ts'
import type { Placed } from './align-notes.ts'
import type { Context } from './context.ts'
import { type NoteHead, similar } from './note-ground.ts'

/** A note and where it went. */
export interface JoinedNote extends NoteHead {
  /** Of its heading. */
  readonly position: Position
  /** Whether it says anything. */
  readonly said: boolean
  /** Absent where no slide was found for it. */
  readonly place: Placed | undefined
}

/** A run of notes that stand as far from their numbers. */
interface Shift {
  readonly by: number
  readonly first: JoinedNote
  last: JoinedNote
  count: number
}

/**
 * Says every doubt, and what was done about it. Notes next to each other that are shifted alike are one doubt.
 *
 * @param file of the notes
 */
export function reportJoined(
  notes: readonly JoinedNote[],
  slides: readonly Slide[],
  file: string,
  context: Context,
): void {
  const seen = new Set<number>()
  const say = (
    { position }: JoinedNote,
    rule: RuleId,
    message: string,
    severity?: Diagnostic['severity'],
  ): void => context.report(diagnostic(file, rule, message, { position, ...(severity ? { severity } : {}) }))
  let shift: Shift | undefined
  const endShift = (): void => {
    if (shift) say(shift.first, 'notes-number', shiftMessage(shift, slides))
    shift = undefined
  }
  for (const note of notes) {
    const { number, place } = note
    const twice = number !== undefined && seen.has(number)
    if (number !== undefined) seen.add(number)
    const by = place && number !== undefined ? place.slide + 1 - number : 0
    if (shift && by !== shift.by) endShift()
    if (!place) say(note, 'notes-unplaced', unplaced(note, slides.length), note.said ? undefined : 'info')
    else {
      const where = `it is joined to ${nameOf(slides, place.slide)}`
      const doubt = doubtOf(note, place, twice, where, slides.length)
      if (doubt) say(note, doubt.rule, doubt.message, doubt.severity)
      else if (by !== 0 && shift) {
        shift.last = note
        shift.count += 1
      } else if (by !== 0) shift = { by, first: note, last: note, count: 1 }
    }
  }
  endShift()
}

interface Doubt {
  readonly rule: RuleId
  readonly message: string
  readonly severity?: Diagnostic['severity']
}

/** What is doubtful about a note by itself; a number that is off may be so because all around are. */
function doubtOf(
  { number, title }: JoinedNote,
  { slide, likeness }: Placed,
  twice: boolean,
  where: string,
  slideCount: number,
): Doubt | undefined {
  if (number === undefined) return { rule: 'notes-number', message: `This note has no number; ${where}` }
  if (twice) return { rule: 'notes-number', message: `The number ${number} is used twice; ${where}` }
  if (title === undefined)
    return { rule: 'notes-title', message: `Note ${number} has no title; ${where}`, severity: 'info' }
  if (likeness !== undefined && likeness < similar)
    return { rule: 'notes-title', message: `The title of note ${number} is another; ${where}` }
  if (number > slideCount)
    return { rule: 'notes-number', message: `There is no slide ${number} for note ${number}; ${where}` }
  if (likeness === undefined && number === slide + 1)
    return {
      rule: 'notes-title',
      message: `Slide ${number} has no title to know its note by; note ${number} is joined to it`,
      severity: 'info',
    }
  return undefined
}

function unplaced({ number }: JoinedNote, slideCount: number): string {
  if (number === undefined) return 'No slide was found for this note, which has no number'
  const past = number > slideCount ? `; the deck has ${slideCount}` : ''
  return `No slide was found for note ${number}${past}`
}

function shiftMessage({ by, first, last, count }: Shift, slides: readonly Slide[]): string {
  const { number = 0 } = first
  if (count === 1) return `Note ${number} is joined to ${nameOf(slides, number + by - 1)}, by title and order`
  const end = last.number ?? number
  return `Notes ${number} to ${end} are joined to slides ${number + by} to ${end + by}, by title and order`
}

function nameOf(slides: readonly Slide[], index: number): string {
  const title = slides[index]?.title?.replaceAll('`', "'")
  const short = title && title.length > 60 ? `${title.slice(0, 59)}…` : title
  return short ? `slide ${index + 1}, \`${short}\`` : `slide ${index + 1}`
}
