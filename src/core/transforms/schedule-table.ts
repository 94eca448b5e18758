// The parts of a day as a table: when, what, how long; each title leads to its slides.

import type { PhrasingContent, Table, TableCell, TableRow } from 'mdast'
import type { Part, Slide } from '../deck/deck.ts'
import { clockText } from '../deck/time.ts'
import { wordsOfAgenda } from './agenda-words.ts'

/** @param slides those with which a part begins */
export function scheduleTable(slides: readonly Slide[], lang: string): Table {
  const words = wordsOfAgenda(lang)
  const rows = slides.flatMap(({ key, part }) => (part ? [rowOf(key, part, words.minutes)] : []))
  const clock = slides.some(({ part }) => part?.start !== undefined)
  const head = row([[text(words.time)], [text(words.part)], [text(words.length)]])
  const all = [head, ...rows].map(each => (clock ? each : { ...each, children: each.children.slice(1) }))
  return { type: 'table', align: clock ? ['right', null, 'right'] : [null, 'right'], children: all }
}

function rowOf(key: string, part: Part, minutes: (count: number) => string): TableRow {
  const about = (estimated: boolean): string => (estimated ? '≈ ' : '')
  const when = part.start === undefined ? '' : `${about(part.startEstimated)}${clockText(part.start)}`
  const length =
    part.minutes === undefined
      ? ''
      : `${about(part.minutesEstimated)}${minutes(Math.round(part.minutes * 10) / 10)}`
  const link: PhrasingContent = { type: 'link', url: `#/${key}`, children: [text(part.title)] }
  return row([[text(when)], [link], [text(length)]])
}

function row(cells: readonly PhrasingContent[][]): TableRow {
  return { type: 'tableRow', children: cells.map((children): TableCell => ({ type: 'tableCell', children })) }
}

const text = (value: string): { type: 'text'; value: string } => ({ type: 'text', value })
