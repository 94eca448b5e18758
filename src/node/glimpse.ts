// A glimpse: what a slide that was just edited comes to, found out among its neighbours before the whole deck is worked.

import { setImmediate } from 'node:timers/promises'
import {
  changeBetween,
  type Diagnostic,
  excerptOf,
  type LineRange,
  normaliseText,
  offsetOf,
  type Page,
  type RenderedSlide,
  type TextChange,
} from '../core/index.ts'
import type { Tools } from './deck-prepare.ts'
import { plainDisk } from './disk.ts'
import { workExcerpt } from './excerpt-work.ts'
import type { Past, Worked } from './past.ts'
import { readSource } from './read-source.ts'
import { isSystemError } from './system-error.ts'
import type { DeckTask, Glimpse } from './task.ts'

/** A deck of fewer slides is worked as a whole in no time. */
const few = 12

/**
 * Works the one slide that a deck was edited in, with the first and with those near it, and nothing else. It is what
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
  if (!past || past.page.slides.length < few || past.page.diagnostics.some(isError)) return undefined
  const source = readSource(task.deck, plainDisk)
  if ('severity' in source) return undefined
  const text = normaliseText(source.text)
  const change = changeBetween(past.text, text)
  const around = change && surroundingsOf(past, change)
  if (!around || concernsAll(past.text, text, change)) return undefined
  // Should it never end, it is this slide that it is lost in.
  tools.at(offsetOf(text, around.own.start))
  const was = written(past).filter(isIn(around.own))
  const proved = await prove(task, past, tools, around, was)
  const worked = proved && (await work(task, past, tools, text, around, change.endAfter - change.endBefore))
  if (worked) past.proofs.put(worked)
  if (!worked || !isLikely(proved, worked, past.page)) return undefined
  const edited = worked.slides.flatMap(({ html }, index) => {
    const before = was[index]
    return !before || before.html === html
      ? []
      : { at: past.page.slides.indexOf(before), before: before.html, html }
  })
  return edited.length > 0 ? { slides: edited, css: worked.css } : undefined
}

/** Slides that are rehearsed at most, and milliseconds for all of them. */
const many = 96
const long = 400

/**
 * Works slides alone before anybody edits one: code that has run is quick, and what the slides were is known when one of
 * them is edited.
 *
 * @param idle whether there is nothing else to do
 */
export async function rehearse(task: DeckTask, past: Past, tools: Tools, idle: () => boolean): Promise<void> {
  const starts = past.page.slides.length < few ? [] : startsOf(past)
  const turns = Math.min(many, starts.length)
  const end = performance.now() + long
  for (let turn = 0; turn < turns; turn++) {
    const start = starts[Math.floor((starts.length * turn) / turns)]
    const around = start && surroundingsOf(past, { start, endBefore: start, endAfter: start })
    if (!around || !idle() || performance.now() > end) return
    const worked = await work(task, past, tools, past.text, around, 0)
    if (worked) past.proofs.put(worked)
    await setImmediate()
  }
}

/** @returns what the slide was, worked alone; undefined where that is not what it was in the whole deck */
async function prove(
  task: DeckTask,
  past: Past,
  tools: Tools,
  around: Surroundings,
  was: readonly RenderedSlide[],
): Promise<Worked | undefined> {
  if (was.length === 0) return undefined
  const proof = past.proofs.get(excerptOf(past.text, around.ranges(0)))
  // What was worked a while ago may be of other pictures, or of another configuration.
  if (proof && areSame(was, proof.slides)) return proof
  const worked = await work(task, past, tools, past.text, around, 0)
  return worked && areSame(was, worked.slides) ? worked : undefined
}

/**
 * @param longer by how many lines the slide is longer than it was
 * @returns undefined where the system refuses a file: what is wrong is for the whole deck to say
 */
async function work(
  task: DeckTask,
  { page: { dialect } }: Past,
  tools: Tools,
  text: string,
  around: Surroundings,
  longer: number,
): Promise<Worked | undefined> {
  const excerpt = excerptOf(text, around.ranges(longer))
  try {
    const worked = await workExcerpt(task, tools, excerpt, dialect)
    const own = new Set(written(worked).filter(isIn(around.within(longer))))
    return {
      excerpt,
      slides: [...own],
      beside: worked.page.slides.filter(slide => !own.has(slide)),
      css: worked.page.css,
      problems: worked.page.diagnostics,
    }
  } catch (error) {
    if (isSystemError(error)) return undefined
    throw error
  }
}

/** Whether the whole deck will come to the same; a few slides cannot know what others define or are called. */
function isLikely(before: Worked, after: Worked, page: Page): boolean {
  const { slides, beside, problems } = after
  if (problems.some(isError) || !areNoMore(before.problems, problems)) return false
  if (slides.length !== before.slides.length || !areSame(before.beside, beside)) return false
  return slides.every(({ key, below, html }, index) => {
    const was = before.slides[index]
    return (
      key === was?.key &&
      below === was.below &&
      aliasesOf(html) === aliasesOf(was.html) &&
      leadsNowhereNew(was.html, html) &&
      hasFiles(html, page)
    )
  })
}

/** Whether each kind of problem is met no more often: code that is not closed any more may go on in other slides. */
function areNoMore(before: readonly Diagnostic[], after: readonly Diagnostic[]): boolean {
  const left = before.map(({ rule }) => rule)
  return after.every(({ rule }) => {
    const at = left.indexOf(rule)
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  })
}

/** The names that lead to a slide, as long as no other has them. */
function aliasesOf(html: string): string | undefined {
  return /^<section [^>]*\sdata-aliases="([^"]*)"/.exec(html)?.[1]
}

/** Whether a slide has only those links to slides that it had. */
function leadsNowhereNew(before: string, after: string): boolean {
  const known = new Set(before.match(toSlides))
  return (after.match(toSlides) ?? []).every(link => known.has(link))
}

const toSlides = /\shref="#[^"]*"/g

/** Whether all files that it shows are shown already: the server has no others yet. */
function hasFiles(html: string, { slides }: Page): boolean {
  return (html.match(/assets\/[\w-]+\.\w+/g) ?? []).every(file => slides.some(one => one.html.includes(file)))
}

/** Whether a change is of something that holds in all slides: what the deck says of itself, or a definition. */
function concernsAll(before: string, after: string, { start, endBefore, endAfter }: TextChange): boolean {
  const head = /^---[^\n]*\n(?:[^\n]*\n)*?(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(before)?.[0] ?? ''
  if (offsetOf(before, start) < head.length) return true
  const was = excerptOf(before, [{ start, end: endBefore }])
  const is = excerptOf(after, [{ start, end: endAfter }])
  if (definition.test(was) || definition.test(is)) return true
  const defined = new Set([...after.matchAll(definitions)].map(([, name = '']) => nameOf(name)))
  const known = new Set([...was.matchAll(reference)].map(([, name = '']) => nameOf(name)))
  return [...is.matchAll(reference)]
    .map(([, name = '']) => nameOf(name))
    .some(name => defined.has(name) && !known.has(name))
}

const definition = /^[ \t>*+-]*\[[^\]\n]+\]:/m
const definitions = /^[ \t>*+-]*\[([^\]\n]+)\]:/gm
const reference = /\[([^[\]]+)\]/g

function nameOf(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLowerCase()
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
  // What parts the second slide from the first stands above the next that comes: that is not the one right before.
  const from = Math.max(head.end, starts[at - 2] ?? 1)
  const to = starts[at + 2] ?? Number.POSITIVE_INFINITY
  const left = from - head.end
  return {
    own: { start, end },
    ranges: longer =>
      left === 0 ? [{ start: 1, end: to + longer }] : [head, { start: from, end: to + longer }],
    within: longer => ({ start: start - left, end: end - left + longer }),
  }
}

/** The slides that were written in the deck's own file. */
function written({ page, origins }: Pick<Past, 'page' | 'origins'>): readonly RenderedSlide[] {
  return page.slides.filter((_, index) => origins[index] === undefined)
}

/** The lines at which they begin; those that we made of what the deck says of itself are said to stand there. */
function startsOf(past: Past): number[] {
  const lines = written(past).map(({ line }) => line)
  const [first = 1] = lines
  return [...new Set(lines.filter(line => line >= first))].toSorted((a, b) => a - b)
}

function isIn({ start, end }: LineRange): (slide: RenderedSlide) => boolean {
  return ({ line }) => line >= start && line < end
}

function areSame(some: readonly RenderedSlide[], others: readonly RenderedSlide[]): boolean {
  return (
    some.length === others.length &&
    some.every(({ key, html, below }, index) => {
      const other = others[index]
      return key === other?.key && html === other.html && below === other.below
    })
  )
}

function isError({ severity }: Diagnostic): boolean {
  return severity === 'error'
}
