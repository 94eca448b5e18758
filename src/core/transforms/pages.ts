// Deals the pieces of a long part out to slides: as few as do, none too full, parted where it hurts least.

import type { RootContent } from 'mdast'
import { halfWidth, heightOf, plain, roomUnder, sizes } from '../deck/room.ts'
import { type Atom, isLinks, isText, joined } from './atoms.ts'
import { isMediaBlock } from './media.ts'

/** What one slide more costs, beside what it costs to set it small or to part what belongs together. */
const slideCost = 30
/** By size: type as designed costs nothing. */
const sizeCosts = [0, 1, 4, 7, 14, 22] as const
/** The last size that words may be set in, and tables, whose cells are short, and code alone. */
const smallest = { text: 3, table: 4, code: 5 } as const

/** @returns the blocks of each slide, in order; at least one */
export function pagesOf(atoms: readonly Atom[], title: string): RootContent[][] {
  const costs = [0]
  const from = [0]
  for (let end = 1; end <= atoms.length; end += 1) {
    costs[end] = Number.POSITIVE_INFINITY
    for (let start = end - 1; start >= Math.max(0, end - mostPieces); start -= 1) {
      const own = pageCost(atoms.slice(start, end), title)
      const parted = start > 0 ? (atoms[start - 1]?.keep ?? 0) : 0
      const cost = (costs[start] ?? 0) + own + parted + slideCost
      if (cost < (costs[end] ?? 0)) {
        costs[end] = cost
        from[end] = start
      }
      // More on the slide is no better.
      if (own >= tooMuch && start < end - 1) break
    }
  }
  const pages: RootContent[][] = []
  for (let end = atoms.length; end > 0; end = from[end] ?? 0) {
    pages.unshift(joined(atoms.slice(from[end] ?? 0, end)))
  }
  return pages
}

const tooMuch = 10_000
/** More pieces than any slide holds. */
const mostPieces = 60

function pageCost(atoms: readonly Atom[], title: string): number {
  const blocks = joined(atoms)
  const size = sizeFor(blocks, title, atoms.length === 1)
  if (size === undefined) return atoms.length === 1 ? tooMuch / 10 : tooMuch * atoms.length
  const [meant] = sizes
  const room = meant ? roomUnder(title, undefined, meant) : 1
  const empty = meant ? Math.max(0, 1 - heightOf(blocks, meant) / room) : 0
  return (sizeCosts[size] ?? 0) + empty * empty * 12
}

/** The index of the first size at which blocks fit under a title, of those they may be set in. */
export function sizeFor(blocks: readonly RootContent[], title: string, alone: boolean): number | undefined {
  const beside = isBeside(blocks)
  if (beside && blocks.some(isLinks)) return undefined
  const shown = beside ? blocks.filter(node => !isMediaBlock(node)) : blocks
  const width = beside ? halfWidth : undefined
  const last = lastSize(blocks, alone)
  for (const [index, size] of sizes.entries()) {
    if (index > last) return undefined
    if (heightOf(shown, size, width) <= roomUnder(title, undefined, size, width)) return index
  }
  return undefined
}

/** Words and one picture stand side by side. */
function isBeside(blocks: readonly RootContent[]): boolean {
  const pictures = blocks.filter(isMediaBlock)
  const others = blocks.filter(node => !isMediaBlock(node))
  return pictures.length === 1 && others.length > 0 && others.every(isText)
}

function lastSize(blocks: readonly RootContent[], alone: boolean): number {
  if (alone || (blocks.length === 1 && blocks[0]?.type === 'code')) return smallest.code
  return blocks.some(node => node.type === 'table') ? smallest.table : smallest.text
}

/** Whether a quote alone is short enough to be set large. */
export function isShortQuote(quote: RootContent, title: string): boolean {
  return plain(quote).length <= (title.length > 36 ? 160 : 220)
}
