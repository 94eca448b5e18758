// Documents for tests, read as outlines and made into slides; their words, to see that none is lost.

import type { Nodes } from 'mdast'
import type { Deck, Part } from '../deck/deck.ts'
import type {} from '../deck/nodes.ts'
import { clockText } from '../deck/time.ts'
import { read } from '../read.ts'
import { transform } from '../transform.ts'

/** An outline after all transforms. */
export function outlined(text: string): Deck {
  return transform(read({ path: 'notes.md', text }, { dialect: 'outline' }))
}

/** Timetable rows as text: `09:05 30 Title`, `≈` before what is estimated. */
export function timetable({ slides }: Deck): string[] {
  return slides.flatMap(({ part }) => (part ? [row(part)] : []))
}

function row({ title, start, minutes, startEstimated, minutesEstimated }: Part): string {
  const when = start === undefined ? '' : `${startEstimated ? '≈' : ''}${clockText(start)}`
  const length = minutes === undefined ? '' : `${minutesEstimated ? '≈' : ''}${minutes}`
  return [when, length, title].filter(Boolean).join(' ')
}

/** Letters and digits of a tree in order, addresses left out. */
export function wordsIn(node: Nodes): string[] {
  if (node.type === 'pageMark') return []
  if ('value' in node) return node.value.match(/[\p{L}\p{N}]+/gu) ?? []
  return 'children' in node ? (node.children as Nodes[]).flatMap(wordsIn) : []
}
