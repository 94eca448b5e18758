// What the speaker says, slide by slide: the notes as their author wrote them.

import type { Root, RootContent } from 'mdast'
import { type Deck, type LooseNote, plainSlide, type Slide } from '../core/index.ts'

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

/** Notes that belong to no slide, or to none that was found. */
export interface LooseNotes {
  readonly file: string
  readonly line: number
  /** Of the slide they were written for, where they say. */
  readonly number: number | null
  readonly title: string | null
  readonly notes: string
  /** The notes as HTML, where that was wanted. */
  readonly html?: string
}

/** The notes of a talk. */
export interface DeckNotes {
  readonly file: string
  readonly title: string
  readonly lang: string
  readonly slides: readonly SlideNotes[]
  readonly loose: readonly LooseNotes[]
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
      slideNotes(slide, index + 1, block => textOf(block ?? slide.file ?? deck.source.path)),
    ),
    loose: (deck.loose ?? []).map(({ file, position, number, title, notes }) => ({
      file,
      line: position.start.line,
      number: number ?? null,
      title: title ?? null,
      notes: written(notes, () => textOf(file)),
    })),
  }
}

/** The text that a block was written in; a block without a file of its own is in its slide's. */
type TextOf = (file: string | undefined) => string | undefined

function slideNotes(slide: Slide, index: number, textOf: TextOf): SlideNotes {
  return {
    index,
    key: slide.key,
    title: slide.title ?? null,
    line: slide.position.start.line,
    minutes: slide.minutes ?? null,
    notes: written(slide.notes, textOf),
    steps: slide.steps.flatMap((step, at) =>
      step.notes ? [{ step: at + 1, notes: written(step.notes, textOf) }] : [],
    ),
  }
}

/**
 * A deck that shows as slides what the speaker says, so that it is rendered, and cleaned, as all else is. Pictures
 * are left to the talk. Behind the slides come the notes that belong to none.
 *
 * @param deck after `transform`
 */
export function notesAsSlides(deck: Deck): Deck {
  return {
    ...deck,
    slides: [
      ...deck.slides.map(
        ({ notes, steps, handout: _handout, title: _title, subtitle: _subtitle, ...slide }) => ({
          ...slide,
          // Rendering leaves hidden slides out; their notes are the author's all the same.
          hidden: false,
          steps: [],
          layout: 'content' as const,
          body: {
            type: 'root' as const,
            children: [
              ...(notes?.children ?? []),
              ...steps.flatMap((step, at) => (step.notes ? [stepHead(at + 1), ...step.notes.children] : [])),
            ],
          },
        }),
      ),
      ...(deck.loose ?? []).map(looseSlide),
    ],
  }
}

function looseSlide({ file, position, notes }: LooseNote, index: number): Slide {
  const children = notes.children.filter(node => node.type !== 'pause')
  return { ...plainSlide(position, { type: 'root', children }), file, key: `loose-${index + 1}` }
}

function stepHead(step: number): RootContent {
  return {
    type: 'paragraph',
    children: [{ type: 'strong', children: [{ type: 'text', value: `Step ${step}` }] }],
  }
}

/** Cut from the source block by block, so that it comes out as it was put in, whatever Markdown it uses. */
function written(root: Root | undefined, textOf: TextOf): string {
  return (root?.children ?? [])
    .map(({ position, data }) => {
      const from = position?.start.offset
      const to = position?.end.offset
      return from === undefined || to === undefined ? '' : (textOf(data?.file)?.slice(from, to) ?? '')
    })
    .filter(part => part.trim() !== '')
    .join('\n\n')
}
