// What holds for every deck that was ever read: each law returns what breaks it, in words.

import type { Nodes, Root } from 'mdast'
import type { Deck, Point, Position, Slide, Source } from '../deck/deck.ts'
import { splitLines } from '../syntax/lines.ts'
import type { LineKind } from './dialect.ts'

/** Roots of a slide, by what they are for. */
function rootsOf({ body, notes, handout }: Slide): readonly (readonly [string, Root])[] {
  return [
    ['body', body],
    ...(notes ? [['notes', notes] as const] : []),
    ...(handout ? [['handout', handout] as const] : []),
  ]
}

/** Places lie in the file, agree with themselves, nest, and hold what they say they hold. */
export function untruePositions(deck: Deck): string[] {
  const { text } = deck.source
  const starts = [0, ...[...text.matchAll(/\n/g)].map(found => found.index + 1)]
  const broken: string[] = []

  const agrees = ({ line, column, offset }: Point): boolean =>
    offset >= 0 && offset <= text.length && starts[line - 1] === offset - column + 1
  const check = (position: Position | undefined, what: string): void => {
    if (!position) return
    const { start, end } = position
    if (!agrees(start) || !agrees(end))
      broken.push(`${what}: line and column say another place than the offset`)
    if (start.offset > end.offset) broken.push(`${what}: ends before it starts`)
  }
  const visit = (node: Nodes, parent: Nodes | undefined): void => {
    const position = node.position as Position | undefined
    const what = `${node.type} at ${position?.start.line}:${position?.start.column}`
    if (!position) {
      // A bare address that GFM links by searching texts, not by parsing, has no place; nor have its neighbours.
      if (parent?.type === 'link' || node.type === 'link' || node.type === 'text') return
      broken.push(`${what} under ${parent?.type}: no position`)
      return
    }
    check(position, what)
    const around = parent?.position as Position | undefined
    if (around && (position.start.offset < around.start.offset || position.end.offset > around.end.offset))
      broken.push(`${what}: outside of its ${parent?.type}`)
    const written = text.slice(position.start.offset, position.end.offset)
    if ((node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') && node.value)
      if (!holds(written, node.value, node.type === 'text'))
        broken.push(`${what}: \`${node.value}\` is not \`${written}\``)
    if ('children' in node) for (const child of node.children) visit(child, node)
  }

  for (const slide of deck.slides) {
    check(slide.position, `slide at ${slide.position.start.line}`)
    for (const [, root] of rootsOf(slide)) for (const node of root.children) visit(node, undefined)
  }
  for (const { position, rule } of deck.diagnostics) check(position, rule)
  return broken
}

const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '')

/** Letters only: escapes, marks of lists and quotes at the start of a line, and blanks may differ. */
function holds(written: string, value: string, whole: boolean): boolean {
  if (/&#?\w+;/.test(written)) return true
  const [source, read] = [letters(written), letters(value)]
  // The first text of an alert keeps the place of the whole, since its own line is not its first.
  return whole
    ? source === read || source.replace(/^(?:note|tip|important|warning|caution)/i, '') === read
    : source.includes(read)
}

/** Every line that is not blank belongs to one slide, to its notes, to the front matter or separates. */
export function unaccountedLines(deck: Deck, kinds: readonly LineKind[]): string[] {
  const lines = splitLines(deck.source.text)
  if (kinds.length !== lines.length) return [`${lines.length} lines, ${kinds.length} kinds`]
  return lines.flatMap(({ number, text }) => {
    if (text.trim() === '') return []
    const kind = kinds[number - 1]
    const within = (position: unknown): boolean => {
      const { start, end } = position as Position
      return start.line <= number && number <= end.line
    }
    const holders = deck.slides.filter(slide => within(slide.position) && !isEmpty(slide.position))
    const wanted = kind === 'slide' || kind === 'note' ? 1 : 0
    if (holders.length !== wanted) return [`line ${number}, ${kind}, is in ${holders.length} slides: ${text}`]
    const [holder] = holders
    if (!holder) return []
    const inNotes = holder.notes !== undefined && rootHolds(holder.notes, number)
    const shown = [holder.body, holder.handout].some(root => root && rootHolds(root, number))
    if (kind === 'note' ? shown : inNotes) return [`line ${number}, ${kind}, is in the wrong part: ${text}`]
    return []
  })
}

function isEmpty({ start, end }: Position): boolean {
  return start.offset === end.offset
}

function rootHolds({ children }: Root, line: number): boolean {
  // A slot reaches over notes that are written between its blocks; what it shows is its blocks.
  const blocks = children.flatMap(node => (node.type === 'slot' ? node.children : [node]))
  return blocks.some(({ position }) => position && position.start.line <= line && line <= position.end.line)
}

/** A source with other line ends. */
export function withLineEnds({ path, text }: Source, ends: readonly [string, ...string[]]): Source {
  let count = 0
  const plain = text.replace(/\r\n?/g, '\n')
  return { path, text: plain.replace(/\n/g, () => ends[count++ % ends.length] as string) }
}

/** Freezes a tree, so that whoever changes it is found out. */
export function frozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const each of Object.values(value)) frozen(each)
  }
  return value
}
