// A line end in a paragraph is one on the slide, as in Deckset.

import type { Break, Nodes, Paragraph, PhrasingContent, Text } from 'mdast'
import type { Point } from '../../deck/deck.ts'
import type { Line } from '../../syntax/lines.ts'

type Place = NonNullable<Text['position']>

/** Puts breaks where lines end in the paragraphs of a tree with true positions, in place. */
export function breakLines(node: Nodes, lines: readonly Line[]): void {
  if (!('children' in node)) return
  if (node.type === 'paragraph' || node.type === 'attribution')
    breakIn(node as Paragraph, node.position, lines)
  else for (const child of node.children) breakLines(child, lines)
}

function breakIn(
  parent: { children: PhrasingContent[] },
  around: Place | undefined,
  lines: readonly Line[],
): void {
  parent.children = parent.children.flatMap((child): PhrasingContent[] => {
    if ('children' in child) {
      breakIn(child as { children: PhrasingContent[] }, child.position ?? around, lines)
      return [child]
    }
    return child.type === 'text' && child.value.includes('\n') ? split(child, around, lines) : [child]
  })
}

function split(text: Text, around: Place | undefined, lines: readonly Line[]): PhrasingContent[] {
  const values = text.value.split('\n')
  const places = placesOf(text, values.length, lines)
  return values.flatMap((value, index): PhrasingContent[] => {
    const place = places?.[index]
    const end = places?.[index - 1]?.end
    const here = place && end ? { start: end, end: place.start } : around
    const line: Break = { type: 'break', ...(here ? { position: here } : {}) }
    const piece: Text[] = value === '' ? [] : [{ type: 'text', value, ...(place ? { position: place } : {}) }]
    return index === 0 ? piece : [line, ...piece]
  })
}

/** Where each line of a text stands; undefined where the source has other lines than the text. */
function placesOf({ position }: Text, count: number, lines: readonly Line[]): Place[] | undefined {
  if (!position || position.end.line - position.start.line !== count - 1) return undefined
  const places: Place[] = []
  for (let at = 0; at < count; at += 1) {
    const line = lines[position.start.line + at - 1]
    if (!line) return undefined
    // Signs of quotes, lists and notes stand before a line and are none of its words.
    const lead = /^[ \t>^]*/.exec(line.text)?.[0].length ?? 0
    const length = line.text.trimEnd().length
    places.push({
      start: at === 0 ? position.start : pointIn(line, Math.min(lead, length)),
      end: at === count - 1 ? position.end : pointIn(line, length),
    })
  }
  const ordered = places.every(
    ({ start, end }, index) =>
      (start.offset ?? 0) <= (end.offset ?? 0) && (places[index - 1]?.end.offset ?? 0) <= (start.offset ?? 0),
  )
  return ordered ? places : undefined
}

function pointIn(line: Line, at: number): Point {
  return { line: line.number, column: at + 1, offset: line.offset + at }
}
