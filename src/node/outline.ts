// The outline of a talk as data: the shape that `outline --json` promises, made from an enriched deck.

import type { Code, Image, Nodes } from 'mdast'
import type { Deck, FitMode, Slide, SlideMeasure } from '../core/index.ts'

/** Code on a slide. */
export interface CodeEntry {
  readonly language: string | null
  readonly line: number | null
  readonly guessed: boolean
}

/** A picture on a slide. */
export interface ImageEntry {
  readonly src: string
  readonly line: number | null
  readonly status: 'ok' | 'missing' | 'remote'
}

/** A slide as shown, after merging. Minutes are of planned time; `start` is minutes after midnight. */
export interface SlideEntry {
  /** From 1, as shown. */
  readonly index: number
  readonly key: string
  readonly title: string | null
  readonly line: number
  readonly endLine: number
  readonly layout: string
  readonly classes: readonly string[]
  /** What becomes of it where it is too full. */
  readonly fit: FitMode
  /** What a browser said of it; null where none was asked, or the slide is not published. */
  readonly measured: SlideMeasure | null
  /** How many. */
  readonly steps: number
  readonly minutes: number | null
  readonly start: number | null
  /** Whether these depend on a length that nobody wrote. */
  readonly estimated: boolean
  readonly notesWords: number
  readonly below: boolean
  readonly hidden: boolean
  /** Numbers of the written slides it was made from, from 1. */
  readonly mergedFrom: readonly number[]
  readonly code: readonly CodeEntry[]
  readonly images: readonly ImageEntry[]
}

/** A part of the day. Minutes; `start` is minutes after midnight. */
export interface PartEntry {
  readonly title: string
  /** The slide it begins with. */
  readonly key: string
  readonly start: number | null
  readonly minutes: number | null
  readonly startEstimated: boolean
  readonly minutesEstimated: boolean
}

/** A deck's outline but for its diagnostics, which the report adds. */
export interface DeckOutline {
  readonly file: string
  readonly dialect: string
  readonly evidence: readonly { readonly dialect: string; readonly line: number; readonly reason: string }[]
  readonly title: string
  readonly minutes: number | null
  readonly start: number | null
  /** The timetable, where the deck has one. */
  readonly schedule: readonly PartEntry[]
  readonly slides: readonly SlideEntry[]
}

/**
 * @param deck after `transform`
 */
export function outlineOf(deck: Deck): DeckOutline {
  const planned = deck.slides.reduce((sum, slide) => sum + (slide.minutes ?? 0), 0)
  return {
    file: deck.source.path,
    dialect: deck.dialect,
    evidence: deck.evidence.map(({ dialect, line, reason }) => ({ dialect, line, reason })),
    title: deck.meta.title,
    minutes: deck.meta.duration ?? (planned > 0 ? planned : null),
    start: deck.meta.start ?? deck.slides.find(slide => slide.start !== undefined)?.start ?? null,
    schedule: deck.slides.flatMap(partOf),
    slides: deck.slides.map((slide, index) => entryOf(slide, index + 1, deck.meta.fit)),
  }
}

function partOf({ key, part }: Slide): PartEntry[] {
  return part ? [{ ...part, key, start: part.start ?? null, minutes: part.minutes ?? null }] : []
}

function entryOf(slide: Slide, index: number, fit: FitMode): SlideEntry {
  const code: CodeEntry[] = []
  const images: ImageEntry[] = []
  for (const node of nodesOf(slide.body)) {
    if (node.type === 'code') code.push(codeEntry(node))
    if (node.type === 'image') images.push(imageEntry(node))
  }
  return {
    index,
    key: slide.key,
    title: slide.title ?? null,
    line: slide.position.start.line,
    endLine: slide.position.end.line,
    layout: slide.layout,
    classes: slide.classes,
    fit: slide.fit ?? fit,
    measured: null,
    steps: slide.steps.length,
    minutes: slide.minutes ?? null,
    start: slide.start ?? null,
    estimated: slide.estimated ?? false,
    notesWords: wordsOf(slide),
    below: slide.below,
    hidden: slide.hidden,
    mergedFrom: slide.mergedFrom,
    code,
    images,
  }
}

function codeEntry(node: Code): CodeEntry {
  const mark = node.data?.code
  return {
    language: mark?.language ?? null,
    line: node.position?.start.line ?? null,
    guessed: mark?.guessed ?? false,
  }
}

function imageEntry(node: Image): ImageEntry {
  return {
    src: node.url,
    line: node.position?.start.line ?? null,
    status: node.data?.image?.status ?? 'missing',
  }
}

/** Words in all that the speaker says on a slide, at its steps too. */
function wordsOf(slide: Slide): number {
  const notes = [slide.notes, ...slide.steps.map(step => step.notes)]
  let count = 0
  for (const root of notes) {
    if (!root) continue
    for (const node of nodesOf(root)) {
      if ('value' in node && node.type !== 'html')
        count += node.value.match(/[\p{L}\p{N}]+(['’-][\p{L}\p{N}]+)*/gu)?.length ?? 0
    }
  }
  return count
}

/** A tree's nodes in reading order. */
export function* nodesOf(node: Nodes): Generator<Nodes> {
  yield node
  if ('children' in node) for (const child of node.children) yield* nodesOf(child)
}
