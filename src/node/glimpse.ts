// A glimpse: what a slide that was just edited comes to, found out among its neighbours before the whole deck is worked.

import { setImmediate } from 'node:timers/promises'
import {
  changeBetween,
  excerptOf,
  type LineRange,
  normaliseText,
  offsetOf,
  type Page,
  type RenderedSlide,
  type TextChange,
} from '../core/index.ts'
import { type Tools, workExcerpt } from './deck-work.ts'
import { plainDisk } from './disk.ts'
import type { Past, Worked } from './past.ts'
import { readSource } from './read-source.ts'
import type { DeckTask, Glimpse } from './task.ts'

/** A deck of fewer slides is worked as a whole in no time. */
const few = 12

/**
 * Works the one slide that a deck was edited in, with the first and with those beside it, and nothing else. It is what
 * the whole deck will come to wherever the same way led, before the edit, to what the whole deck had come to; where it
 * did not, or the edit is of more than what is within one slide, there is nothing to see.
 *
 * @param past as this thread has it
 */
export async function glimpseOf(
  task: DeckTask,
  past: Past | undefined,
  tools: Tools,
): Promise<Glimpse | undefined> {
  if (!past || past.page.slides.length < few || isBroken(past.page)) return undefined
  const source = readSource(task.deck, plainDisk)
  if ('severity' in source) return undefined
  const text = normaliseText(source.text)
  const change = changeBetween(past.text, text)
  const around = change && surroundingsOf(past, change)
  if (!around) return undefined
  // Should it never end, it is this slide that it is lost in.
  tools.at(offsetOf(text, around.own.start))
  const was = written(past).filter(isIn(around.own))
  const { slides: proved } = await work(task, past, tools, past.text, around, 0)
  if (!areSame(was, proved)) return undefined
  const worked = await work(task, past, tools, text, around, change.endAfter - change.endBefore)
  past.proof = worked
  const { slides, css, broken } = worked
  const isLikely =
    !broken &&
    slides.length === was.length &&
    slides.every(({ key, below }, index) => key === was[index]?.key && below === was[index].below)
  if (!isLikely) return undefined
  const edited = slides.flatMap(({ html }, index) => {
    const before = was[index]
    return !before || before.html === html
      ? []
      : { at: past.page.slides.indexOf(before), before: before.html, html }
  })
  return edited.length > 0 ? { slides: edited, css } : undefined
}

/** Slides that are rehearsed. */
const many = 8

/**
 * Works a few slides alone, for nothing: code that has run is quick, and so the first glimpse is.
 *
 * @param idle whether there is nothing else to do
 */
export async function rehearse(task: DeckTask, past: Past, tools: Tools, idle: () => boolean): Promise<void> {
  const starts = past.page.slides.length < few ? [] : startsOf(past)
  for (let turn = 0; turn < many; turn++) {
    const start = starts[Math.floor((starts.length * turn) / many)]
    const around = start && surroundingsOf(past, { start, endBefore: start, endAfter: start })
    if (!around || !idle()) return
    await work(task, past, tools, past.text, around, 0)
    await setImmediate()
  }
}

/** @param longer by how many lines the slide is longer than it was */
async function work(
  task: DeckTask,
  { page: { dialect }, proof }: Past,
  tools: Tools,
  text: string,
  around: Surroundings,
  longer: number,
): Promise<Worked> {
  const excerpt = excerptOf(text, around.ranges(longer))
  if (proof?.excerpt === excerpt) return proof
  const worked = await workExcerpt(task, tools, excerpt, dialect)
  const slides = written(worked).filter(isIn(around.within(longer)))
  return { excerpt, slides, css: worked.page.css, broken: isBroken(worked.page) }
}

/** The slide that a change is within, and what is worked with it. */
interface Surroundings {
  /** Its lines in the text as it was. */
  readonly own: LineRange
  /** What to take of a text in which the slide is so many lines longer. */
  readonly ranges: (longer: number) => readonly LineRange[]
  /** Where the slide stands in what was taken. */
  readonly within: (longer: number) => LineRange
}

/** @returns undefined for a change of more than what is within one slide */
function surroundingsOf(past: Past, change: TextChange): Surroundings | undefined {
  const starts = startsOf(past)
  const at = starts.findLastIndex(start => start <= change.start)
  const start = starts[at]
  const end = starts[at + 1] ?? Number.POSITIVE_INFINITY
  if (start === undefined || change.endBefore > end) return undefined
  // The first slide comes with what stands above it: the deck's own words.
  const head = { start: 1, end: starts[1] ?? 1 }
  const from = starts[at - 1] ?? 1
  const to = starts[at + 2] ?? Number.POSITIVE_INFINITY
  const left = Math.max(0, from - head.end)
  return {
    own: { start, end },
    ranges: longer => (at < 2 ? [{ start: 1, end: to + longer }] : [head, { start: from, end: to + longer }]),
    within: longer => ({ start: start - (at < 2 ? 0 : left), end: end - (at < 2 ? 0 : left) + longer }),
  }
}

/** The slides that were written in the deck's own file. */
function written({ page, origins }: Pick<Past, 'page' | 'origins'>): readonly RenderedSlide[] {
  return page.slides.filter((_, index) => origins[index] === undefined)
}

/** The lines at which they begin. */
function startsOf(past: Past): number[] {
  return [...new Set(written(past).map(({ line }) => line))].toSorted((a, b) => a - b)
}

function isIn({ start, end }: LineRange): (slide: RenderedSlide) => boolean {
  return ({ line }) => line >= start && line < end
}

function areSame(some: readonly RenderedSlide[], others: readonly RenderedSlide[]): boolean {
  return (
    some.length > 0 &&
    some.length === others.length &&
    some.every(({ key, html, below }, index) => {
      const other = others[index]
      return key === other?.key && html === other.html && below === other.below
    })
  )
}

function isBroken({ diagnostics }: Page): boolean {
  return diagnostics.some(({ severity }) => severity === 'error')
}
