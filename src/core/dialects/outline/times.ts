// Finds planned times in headings and items, and sets their words apart: `Lunch (12 - 1pm)`, `9:00–9:45 Welcome`.

import type { Heading, ListItem, Nodes, PhrasingContent, Text } from 'mdast'
import type { PlannedTime, Timing } from '../../deck/nodes.ts'
import { readTiming } from '../../deck/timing.ts'

const clock = String.raw`\d{1,2}(?:[:.h]\d{2})(?:\s*[ap]\.?m\.?)?|\d{1,2}\s*[ap]\.?m\.?`
const stretch = String.raw`(?:${clock}|\d{1,2})\s*[-–—]\s*(?:${clock})`
/** In brackets at the end. */
const behind = /^(.*?\S)?(\s*[([])([^()[\]]{1,40})([)\]][ \t]*[:.]?[ \t]*)$/s
/** Before everything else: a stretch of the clock, or a time with minutes. */
const before = new RegExp(String.raw`^(${stretch}|${clock})(\s*[:|–—-]?\s+)(?=\S)`, 'i')
/** At the end, without brackets: only a stretch is sure to be a time. */
const trailing = new RegExp(String.raw`^(.*?\S)(\s*[,:|–—-]?\s+)(${stretch})([ \t]*)$`, 'is')

/** A time, where its words stand in a text, and what of the text is left before and behind. */
interface Place {
  readonly time: PlannedTime
  readonly from: number
  readonly to: number
  readonly head: number
  readonly tail: number
}

/** Marks the times in a tree with true positions, in place. */
export function markTimes(node: Nodes): void {
  if (node.type === 'heading') markLine(node, true)
  else if (node.type === 'listItem') markItem(node)
  if (node.type === 'root' || node.type === 'list' || node.type === 'listItem')
    for (const child of node.children) markTimes(child)
}

/** What a heading or an item says of its time. */
export function timingOf(node: Heading | ListItem): PlannedTime | undefined {
  const line = node.type === 'heading' ? node : node.children[0]
  if (!line || !('children' in line)) return undefined
  return (line.children as Nodes[]).find((child): child is Timing => child.type === 'timing')?.time
}

function markItem(item: ListItem): void {
  const [first] = item.children
  if (first?.type === 'paragraph') markLine(first, false)
}

/** A paragraph of several lines has its time at the end of one of them, or at its start. */
function markLine(line: { children: PhrasingContent[] }, heading: boolean): void {
  const first = line.children[0]
  const last = line.children.at(-1)
  if (last?.type === 'text' && replace(line, last, findBehind(last.value, heading, last === first))) return
  if (first?.type === 'text') replace(line, first, findBefore(first.value, line.children.length > 1))
}

function findBehind(value: string, heading: boolean, alone: boolean): Place | undefined {
  const [, words = '', open = '', inside = ''] = behind.exec(value) ?? []
  const time = inside ? readTiming(inside.trim()) : undefined
  if (time) {
    // A heading that is nothing but a time is about it.
    if (words === '' && alone) return undefined
    const from = words.length + open.length
    return { time, from, to: from + inside.length, head: from - 1, tail: value.length }
  }
  const [, title = '', gap = '', written = ''] = heading ? (trailing.exec(value) ?? []) : []
  const plain = written ? readTiming(written) : undefined
  const from = title.length + gap.length
  return plain && { time: plain, from, to: from + written.length, head: title.length, tail: value.length }
}

function findBefore(value: string, more: boolean): Place | undefined {
  const [whole = '', written = ''] = before.exec(more ? `${value}.` : value) ?? []
  const time = written ? readTiming(written) : undefined
  return time && { time, from: 0, to: written.length, head: 0, tail: Math.min(whole.length, value.length) }
}

function replace(line: { children: PhrasingContent[] }, text: Text, place: Place | undefined): boolean {
  if (!place) return false
  const { time, from, to, head, tail } = place
  const part = (start: number, end: number): Text => ({
    type: 'text',
    value: text.value.slice(start, end),
    ...stretchOf(text, start, end),
  })
  const timing: Timing = { type: 'timing', time, children: [part(from, to)], ...stretchOf(text, from, to) }
  const pieces: PhrasingContent[] = [timing]
  if (head > 0) pieces.unshift(part(0, head), ...(/\s/.test(text.value.charAt(head - 1)) ? [] : [blank()]))
  if (tail < text.value.length) pieces.push(blank(), part(tail, text.value.length))
  line.children.splice(line.children.indexOf(text), 1, ...pieces)
  return true
}

const blank = (): Text => ({ type: 'text', value: ' ' })

/** The place of a stretch of a text, counted from its nearer end: where lines meet, the source has blanks of its own. */
function stretchOf({ value, position }: Text, from: number, to: number): Pick<Text, 'position'> {
  if (!position) return {}
  const { start, end } = position
  const point = (by: number) => {
    const near = value.slice(0, by).includes('\n') ? end : start
    const shift = near === end ? by - value.length : by
    return { line: near.line, column: near.column + shift, offset: (near.offset ?? 0) + shift }
  }
  return { position: { start: point(from), end: point(to) } }
}
