// Binds the speaker's notes to steps: a pause in them means that what follows is said at the next click.

import type { Root } from 'mdast'
import type { Slide, Step } from '../deck/deck.ts'

/**
 * @param slide with its notes as written, those of build-up states in the steps of the states
 * @param steps all steps of the slide, without notes
 * @param stepOf the number of the step of a build-up state; 0 for the first
 */
export function bindNotes(slide: Slide, steps: readonly Step[], stepOf: (state: number) => number): Slide {
  const bound = Array.from({ length: steps.length + 1 }, (): Root[] => [])
  const written = [slide.notes, ...slide.steps.map(step => step.notes)]
  written.forEach((notes, state) => {
    const from = state === 0 ? 0 : stepOf(state)
    cutAtPauses(notes).forEach((part, index) => {
      // More pauses in the notes than clicks on the slide: the rest is said at the last one.
      if (part.children.length > 0) bound[Math.min(from + index, steps.length)]?.push(part)
    })
  })
  const { notes: _notes, ...open } = slide
  const [first, ...others] = bound.map(join)
  return {
    ...open,
    ...(first ? { notes: first } : {}),
    steps: steps.map((step, index) => {
      const notes = others[index]
      return notes ? { ...step, notes } : step
    }),
  }
}

/** What is said at each click, the first part before any. */
export function cutAtPauses(notes: Root | undefined): Root[] {
  if (!notes) return []
  const parts: Root[] = [{ ...notes, children: [] }]
  for (const node of notes.children) {
    if (node.type === 'pause') parts.push({ type: 'root', children: [] })
    else parts.at(-1)?.children.push(node)
  }
  return parts
}

function join(parts: readonly Root[]): Root | undefined {
  const [first, ...others] = parts
  if (!first || others.length === 0) return first
  return { ...first, children: parts.flatMap(part => part.children) }
}
