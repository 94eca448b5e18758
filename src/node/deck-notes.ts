// What the speaker says, slide by slide: the notes as their author wrote them.

import type { Root, RootContent } from 'mdast'
import type { Deck, Slide } from '../core/index.ts'

/** The notes of one slide. */
export interface SlideNotes {
  /** From 1, as shown. */
  readonly index: number
  readonly key: string
  readonly title: string | null
  readonly line: number
  readonly minutes: number | null
  /** Markdown said when the slide appears; empty where there is none. */
  readonly notes: string
  /** Markdown said at a step, by its number. */
  readonly steps: readonly { readonly step: number; readonly notes: string }[]
  /** All of it as clean HTML, where that was asked for. */
  readonly html?: string
}

/** The notes of a talk. */
export interface DeckNotes {
  readonly file: string
  readonly title: string
  readonly lang: string
  readonly slides: readonly SlideNotes[]
}

/**
 * @param deck after `transform`
 * @param textOf the text, with LF line ends, of a file that slides were written in
 */
export function notesOf(deck: Deck, textOf: (file: string) => string | undefined): DeckNotes {
  return {
    file: deck.source.path,
    title: deck.meta.title,
    lang: deck.meta.lang,
    slides: deck.slides.map((slide, index) =>
      slideNotes(slide, index + 1, textOf(slide.file ?? deck.source.path)),
    ),
  }
}

function slideNotes(slide: Slide, index: number, text: string | undefined): SlideNotes {
  return {
    index,
    key: slide.key,
    title: slide.title ?? null,
    line: slide.position.start.line,
    minutes: slide.minutes ?? null,
    notes: written(slide.notes, text),
    steps: slide.steps.flatMap((step, at) =>
      step.notes ? [{ step: at + 1, notes: written(step.notes, text) }] : [],
    ),
  }
}

/**
 * A deck that shows as slides what the speaker says, so that it is rendered, and cleaned, as all else is. Pictures
 * are left to the talk.
 *
 * @param deck after `transform`
 */
export function notesAsSlides(deck: Deck): Deck {
  return {
    ...deck,
    slides: deck.slides.map(
      ({ notes, steps, handout: _handout, title: _title, subtitle: _subtitle, ...slide }) => ({
        ...slide,
        // Rendering leaves hidden slides out; their notes are the author's all the same.
        hidden: false,
        steps: [],
        layout: 'content',
        body: {
          type: 'root',
          children: [
            ...(notes?.children ?? []),
            ...steps.flatMap((step, at) => (step.notes ? [stepHead(at + 1), ...step.notes.children] : [])),
          ],
        },
      }),
    ),
  }
}

function stepHead(step: number): RootContent {
  return {
    type: 'paragraph',
    children: [{ type: 'strong', children: [{ type: 'text', value: `Step ${step}` }] }],
  }
}

/** Cut from the source block by block, so that it comes out as it was put in, whatever Markdown it uses. */
function written(root: Root | undefined, text: string | undefined): string {
  if (!root || text === undefined) return ''
  return root.children
    .map(({ position }) => {
      const from = position?.start.offset
      const to = position?.end.offset
      return from === undefined || to === undefined ? '' : text.slice(from, to)
    })
    .filter(part => part.trim() !== '')
    .join('\n\n')
}
