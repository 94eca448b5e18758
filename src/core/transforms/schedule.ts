// A day's plan out of the times in headings and items: which parts there are, when each begins, how long it takes.

import type { Heading, ListItem, Nodes } from 'mdast'
import type { Deck, Part, Position, Slide } from '../deck/deck.ts'
import { diagnostic } from '../deck/diagnostic.ts'
import type { PlannedTime } from '../deck/nodes.ts'
import { heightOf, sizes } from '../deck/room.ts'
import { clockText } from '../deck/time.ts'
import type { Context } from './context.ts'
import { type Entry, type Fault, layOut } from './timetable.ts'

/**
 * Where headings or their items say times, finds the parts of the day and lays them out over it. The first slide of
 * each gets the part; all of its slides get their share of its minutes, and when they begin.
 *
 * A part has the minutes written behind its heading, else the sum of those behind its items. Parts of unknown length
 * share the gap between two fixed times. Reports `schedule-contradiction` with both values.
 */
export function planSchedule(deck: Deck, context: Context): Deck {
  const chapters = chaptersOf(deck.slides)
  const parts = partsOf(chapters)
  if (parts.length < 2) return deck
  const planned = parts.map(part => planOf(part, deck, context))
  const end =
    deck.meta.start === undefined || deck.meta.duration === undefined
      ? undefined
      : deck.meta.start + deck.meta.duration
  const { rows, faults } = layOut(planned, { start: deck.meta.start, end })
  for (const fault of faults) reportFault(fault, planned, deck, context)
  const slides = [...deck.slides]
  for (const [index, { first, last }] of parts.entries()) {
    const row = rows[index]
    const title = deck.slides[first]?.title ?? ''
    if (row) share(slides, first, last, { title, ...row })
  }
  return { ...deck, slides }
}

/** A slide with a heading, and those below it, as the document's headings nest. */
interface Chapter {
  readonly depth: number
  /** Indices of its own slide and of the last one that belongs to it. */
  readonly first: number
  last: number
  readonly time: PlannedTime | undefined
  /** Of its items and of the headings inside of its slide. */
  readonly minutes: number | undefined
  readonly empty: boolean
  readonly numbered: boolean
  readonly children: Chapter[]
}

function chaptersOf(slides: readonly Slide[]): Chapter[] {
  const roots: Chapter[] = []
  const path: Chapter[] = []
  slides.forEach((slide, index) => {
    const heading = slide.body.children.find((node): node is Heading => node.data?.role === 'title')
    if (!heading) {
      for (const chapter of path) chapter.last = index
      return
    }
    while ((path.at(-1)?.depth ?? 0) >= heading.depth) path.pop()
    const chapter: Chapter = {
      depth: heading.depth,
      first: index,
      last: index,
      time: timeIn(heading),
      minutes: minutesIn(slide.body.children.filter(node => node !== heading)),
      empty: slide.body.children.every(node => node.type === 'heading'),
      numbered: /^\d+[.):]?\s/.test(slide.title ?? ''),
      children: [],
    }
    for (const above of path) above.last = index
    ;(path.at(-1)?.children ?? roots).push(chapter)
    path.push(chapter)
  })
  return roots
}

/** The time in a line of words. */
function timeIn(node: Nodes | undefined): PlannedTime | undefined {
  if (!node || !('children' in node)) return undefined
  for (const child of node.children) if (child.type === 'timing') return child.time
  return undefined
}

/** The sum of what items and inner headings say; an item that says nothing has the sum of those below it. */
function minutesIn(nodes: readonly Nodes[]): number | undefined {
  let sum: number | undefined
  const add = (minutes: number | undefined): void => {
    if (minutes !== undefined) sum = (sum ?? 0) + minutes
  }
  for (const node of nodes) {
    if (node.type === 'heading') add(lengthOf(timeIn(node)))
    else if (node.type === 'listItem') add(lengthOf(timeOfItem(node)) ?? minutesIn(node.children))
    else if (node.type === 'list') add(minutesIn(node.children))
  }
  return sum
}

function timeOfItem(item: ListItem): PlannedTime | undefined {
  return timeIn(item.children[0])
}

function lengthOf(time: PlannedTime | undefined): number | undefined {
  if (time?.minutes !== undefined) return time.minutes
  return time?.start !== undefined && time.end !== undefined ? time.end - time.start : undefined
}

const isTimed = ({ time, minutes }: Chapter): boolean => time !== undefined || minutes !== undefined
const holdsTimes = (chapter: Chapter): boolean => isTimed(chapter) || chapter.children.some(holdsTimes)

/** A chapter that holds several timed ones is a day or a half of one; they are the parts. */
function isGroup(chapter: Chapter): boolean {
  const timed = chapter.children.filter(holdsTimes).length
  return timed > 1 && (chapter.time === undefined ? chapter.minutes === undefined : chapter.empty)
}

/**
 * The parts, in order. Between the first and the last of them every heading of the same level is one, timed or not,
 * and behind the last those that go on with their numbers.
 */
function partsOf(roots: readonly Chapter[]): Chapter[] {
  const parts = gather(roots)
  const last = parts.findLastIndex(holdsTimes)
  const counted = parts.some(part => part.numbered && isTimed(part))
  return parts.filter((part, index) => index <= last || (counted && part.numbered))
}

function gather(chapters: readonly Chapter[]): Chapter[] {
  const first = chapters.findIndex(holdsTimes)
  if (first < 0) return []
  // One timed heading alone among its like opens no schedule: what follows it may be anything.
  const timed = chapters.filter(holdsTimes)
  const lone = timed.length === 1 && timed.every(chapter => !isTimed(chapter) || isGroup(chapter))
  return chapters.slice(first).flatMap(chapter => {
    if (!holdsTimes(chapter)) return lone ? [] : [chapter]
    const inner = isGroup(chapter) || (!isTimed(chapter) && lone)
    return inner ? withGroupTime(chapter, gather(chapter.children)) : [chapter]
  })
}

/** What a group says of itself holds for its first part: when it begins. */
function withGroupTime({ time }: Chapter, parts: readonly Chapter[]): Chapter[] {
  const [first, ...others] = parts
  if (!first) return []
  if (time?.start === undefined || first.time?.start !== undefined) return [first, ...others]
  const { start, halfOpen } = time
  return [{ ...first, time: { ...first.time, start, ...(halfOpen ? { halfOpen } : {}) } }, ...others]
}

/** A part as the timetable needs it. */
interface Planned extends Entry {
  readonly title: string
  readonly position: Position
  readonly file: string
}

function planOf(part: Chapter, deck: Deck, context: Context): Planned {
  const slide = deck.slides[part.first] as Slide
  const title = slide.title ?? ''
  const file = slide.file ?? deck.source.path
  const { time } = part
  const written = lengthOf(time)
  const inside = part.minutes ?? sumOf(part.children)
  if (written !== undefined && inside !== undefined && inside > written) {
    const message = `\`${title}\` has ${minutesText(written)}, but what it holds takes ${minutesText(inside)}`
    context.report(diagnostic(file, 'schedule-contradiction', message, { position: slide.position }))
  }
  if (time?.start !== undefined && time.end !== undefined && time.minutes !== undefined) {
    const stretch = time.end - time.start
    if (stretch !== time.minutes) {
      const message = `\`${title}\` is ${minutesText(stretch)} by the clock and ${minutesText(time.minutes)} by its length`
      context.report(diagnostic(file, 'schedule-contradiction', message, { position: slide.position }))
    }
  }
  return {
    title,
    file,
    position: slide.position,
    start: time?.start,
    end: time?.end,
    minutes:
      time?.end !== undefined && time.start !== undefined ? time.end - time.start : (written ?? inside),
    halfOpen: time?.halfOpen ?? false,
  }
}

function sumOf(chapters: readonly Chapter[]): number | undefined {
  const all = chapters.flatMap(
    chapter => lengthOf(chapter.time) ?? chapter.minutes ?? sumOf(chapter.children) ?? [],
  )
  return all.length > 0 ? all.reduce((sum, minutes) => sum + minutes, 0) : undefined
}

function reportFault(fault: Fault, planned: readonly Planned[], deck: Deck, context: Context): void {
  const part = planned[fault.index]
  if (!part) return
  const message =
    fault.kind === 'late'
      ? `\`${part.title}\` begins at ${clockText(fault.written)}, but what comes before takes until ${clockText(fault.computed)}`
      : `\`${part.title}\` begins at ${clockText(fault.written)}, but what comes before ends at ${clockText(fault.computed)}`
  context.report(
    diagnostic(
      part.file || deck.source.path,
      'schedule-contradiction',
      message,
      fault.kind === 'late'
        ? { position: part.position }
        : {
            position: part.position,
            severity: 'info',
            note: 'Say what happens in between, or change a length.',
          },
    ),
  )
}

/** Gives the slides of a part their share of it, by how much stands on each. */
function share(slides: Slide[], first: number, last: number, part: Part): void {
  const [size] = sizes
  const shown = slides.slice(first, last + 1).filter(slide => !slide.hidden)
  const weights = shown.map(slide => (size ? Math.max(100, heightOf(slide.body.children, size)) : 1))
  const minutes = portions(part.minutes, weights)
  const estimated = part.startEstimated || part.minutesEstimated
  let clock = part.start
  let at = 0
  for (let index = first; index <= last; index += 1) {
    const slide = slides[index]
    if (!slide || slide.hidden) continue
    const own = minutes?.[at]
    at += 1
    slides[index] = {
      ...slide,
      ...(own === undefined ? {} : { minutes: own }),
      ...(clock === undefined ? {} : { start: clock }),
      ...(estimated ? { estimated } : {}),
      ...(index === first ? { part } : {}),
    }
    clock = clock === undefined || own === undefined ? undefined : clock + own
  }
}

/** Whole minutes by weight, that sum up to all; a part of a minute stays with the last. */
export function portions(minutes: number | undefined, weights: readonly number[]): number[] | undefined {
  if (minutes === undefined) return undefined
  const all = weights.reduce((sum, weight) => sum + weight, 0) || 1
  let before = 0
  let given = 0
  return weights.map((weight, index) => {
    before += weight
    const until = index === weights.length - 1 ? minutes : Math.round((minutes * before) / all)
    const own = until - given
    given = until
    return own
  })
}

const minutesText = (minutes: number): string => `${Math.round(minutes * 10) / 10} min`
