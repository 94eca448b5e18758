// publish: the only way from a deck with private notes to one that may be shown to the world.

import type { Deck, Position, PublicDeck, PublicSlide, Slide } from './deck/deck.ts'
import type { Diagnostic } from './deck/diagnostic.ts'
import type { RuleId } from './deck/rules.ts'

/** What they say of a page of notes is numbers, and titles that the slides have too. */
const sayNothing: ReadonlySet<RuleId> = new Set(['notes-number', 'notes-title', 'notes-unplaced'])

/**
 * Leaves the speaker's notes behind, and everything that could speak of them: the source's text, which holds them,
 * what in it was evidence of its dialect, a page of notes of their own, and problems found in them. What remains says nothing of what the notes say; that there were lines of them can
 * still be told from the positions of what stands below.
 */
export function publish(deck: Deck): PublicDeck {
  const { companion, loose = [], ...open } = deck
  const places = [...deck.slides.flatMap(slide => placesOfNotes(slide, deck.source.path)), ...loose]
  const isPrivate = (problem: Diagnostic): boolean =>
    problem.file === companion?.source.path
      ? !sayNothing.has(problem.rule)
      : places.some(place => isIn(problem, place))
  return {
    ...open,
    source: { path: deck.source.path, text: '' },
    evidence: [],
    slides: deck.slides.map(publishSlide),
    diagnostics: deck.diagnostics.filter(problem => !isPrivate(problem)),
  }
}

function publishSlide({ notes: _notes, steps, ...open }: Slide): PublicSlide {
  return { ...open, steps: steps.map(({ kind, swaps }) => ({ kind, swaps })) }
}

interface Place {
  readonly file: string
  readonly position: Position
}

function placesOfNotes(slide: Slide, path: string): Place[] {
  const trees = [slide.notes, ...slide.steps.map(step => step.notes)]
  return trees.flatMap(tree =>
    (tree?.children ?? []).flatMap((node): Place[] =>
      node.position
        ? [{ file: node.data?.file ?? slide.file ?? path, position: node.position as Position }]
        : [],
    ),
  )
}

function isIn({ file, position }: Diagnostic, place: Place): boolean {
  if (!position || file !== place.file) return false
  const { start, end } = place.position
  // Within, not touching: what is said of the slide as a whole spans its notes and stays.
  return position.start.offset >= start.offset && position.end.offset <= end.offset
}
