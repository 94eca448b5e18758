// Speaker notes from a page of their own come to the slides they were written for; what is doubtful is reported.

import type { Root, RootContent } from 'mdast'
import type { Deck, LooseNote, Position, Slide } from '../deck/deck.ts'
import { alignNotes } from './align-notes.ts'
import type { Context } from './context.ts'
import { copyTree } from './copy.ts'
import { type JoinedNote, reportJoined } from './report-notes.ts'
import { cutAtPauses } from './step-notes.ts'

/**
 * Joins the deck's companion: each note by its number and title, counted in slides as they are written, to what the
 * slide's own notes say, which comes first. A pause in either means the same click.
 *
 * Reports `notes-number`, `notes-title` and `notes-unplaced`, with the numbers of notes and the titles of slides, but
 * never with words of the companion's. Notes without a slide stay in the deck's `loose` ones.
 */
export function joinNotes(deck: Deck, context: Context): Deck {
  const { companion } = deck
  if (!companion) return deck
  const file = companion.source.path
  const heads = companion.slides.map(({ mergedFrom: [number], title }) => ({ number, title }))
  const places = alignNotes(
    heads,
    deck.slides.map(slide => slide.title),
  )
  const joined = companion.slides.map(
    (note, index): JoinedNote => ({
      ...heads[index],
      position: headOf(note),
      said: note.notes !== undefined,
      place: places[index],
    }),
  )
  for (const problem of companion.diagnostics) if (!isOfHeads(problem.rule)) context.report(problem)
  reportJoined(joined, deck.slides, file, context)
  const slides = [...deck.slides]
  const loose: LooseNote[] = [...(deck.loose ?? []), ...(companion.loose ?? [])]
  for (const [index, note] of companion.slides.entries()) {
    if (!note.notes) continue
    const at = places[index]?.slide
    const slide = at === undefined ? undefined : slides[at]
    if (at !== undefined && slide)
      slides[at] = { ...slide, notes: together(slide.notes, fromFile(note.notes, file)) }
    else loose.push(looseNote(note, note.notes, file))
  }
  return { ...deck, slides, ...(loose.length > 0 ? { loose } : {}) }
}

/** What reading a page of notes alone says of its headings is said here with what became of it. */
function isOfHeads(rule: string): boolean {
  return rule === 'notes-number' || rule === 'notes-title'
}

/** The heading of a note; one without a title has none in the tree. */
function headOf({ body, position }: Slide): Position {
  return (
    (body.children[0]?.position as Position | undefined) ?? { start: position.start, end: position.start }
  )
}

function looseNote({ mergedFrom: [number], title, position }: Slide, notes: Root, file: string): LooseNote {
  return {
    file,
    position,
    notes,
    ...(number === undefined ? {} : { number }),
    ...(title === undefined ? {} : { title }),
  }
}

/** A copy whose blocks know where they were written. */
function fromFile(notes: Root, file: string): Root {
  const copy = copyTree(notes)
  for (const node of copy.children) node.data = { ...node.data, file }
  return copy
}

/** Both, step by step, so that a pause in one does not hold back what the other says before. */
function together(own: Root | undefined, more: Root): Root {
  const parts = [cutAtPauses(own), cutAtPauses(more)]
  const steps = Math.max(...parts.map(part => part.length))
  const children = Array.from({ length: steps }, (_, step): RootContent[] => [
    ...(step > 0 ? [{ type: 'pause' } as const] : []),
    ...parts.flatMap(part => part[step]?.children ?? []),
  ])
  return { type: 'root', children: children.flat() }
}
