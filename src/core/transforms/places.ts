// Lines up the blocks of several states of a slide: which stay, which come, which take each other's place.

import type { RootContent as Block } from 'mdast'
import type { Swap, SwapState } from '../deck/nodes.ts'
import { signatureOf } from './signature.ts'
import { wordsOf } from './words.ts'

/** A block that stands in one place from one state until another. */
interface Stay {
  readonly block: Block
  readonly signature: string
  readonly from: number
  /** The first state without it; absent is never. */
  until?: number
}

/** One place of the slide and what stands there, in turn. */
type Place = Stay[]

/**
 * Makes one sequence of blocks out of the blocks of each state.
 *
 * What stands in all states is there from the start. What comes and stays has its step (`data.step`). What goes,
 * or changes, becomes a `swap` whose states name their steps; a block that is the same in consecutive states is
 * one state that lasts. The order is the written one.
 *
 * @param states the blocks of each state; the number of a state is the number of its step, 0 with the slide
 * @param finalWords every word of the last state, to tell which words would be lost on paper
 */
export function placeBlocks(states: readonly (readonly Block[])[], finalWords: ReadonlySet<string>): Block[] {
  const places = states.reduce<Place[]>((before, blocks, state) => lineUp(before, blocks, state), [])
  return groupPlaces(places).flatMap(group => write(group, finalWords))
}

/** Fits the blocks of the next state into the places of those before. */
function lineUp(places: readonly Place[], blocks: readonly Block[], state: number): Place[] {
  const signatures = blocks.map(block => signatureOf(block))
  const current = places.map(place => open(place)?.signature)
  const kept = longestCommon(current, signatures)
  const result: Place[] = []
  let place = 0
  let block = 0
  for (const [keptPlace, keptBlock] of [...kept, [places.length, blocks.length] as const]) {
    const gap = places.slice(place, keptPlace)
    for (const old of gap) close(old, state)
    const fresh = blocks.slice(block, keptBlock).map((node, index): Stay => {
      return { block: node, signature: signatures[block + index] as string, from: state }
    })
    result.push(...fill(gap, fresh))
    const lasting = places[keptPlace]
    if (lasting) result.push(lasting)
    place = keptPlace + 1
    block = keptBlock + 1
  }
  return result
}

/** New blocks take vacated places in order; those that find none get places of their own behind. */
function fill(gap: readonly Place[], fresh: readonly Stay[]): Place[] {
  const filled = gap.map((place, index) => {
    const stay = fresh[index]
    return stay ? [...place, stay] : place
  })
  return [...filled, ...fresh.slice(gap.length).map(stay => [stay])]
}

function open(place: Place): Stay | undefined {
  const last = place.at(-1)
  return last && last.until === undefined ? last : undefined
}

function close(place: Place, state: number): void {
  const stay = open(place)
  if (stay) stay.until = state
}

/** Beyond so many comparisons only what begins and ends alike is taken for the same. */
const mostComparisons = 1_000_000

/** Pairs of indices of the longest common subsequence; places that are empty now have no signature. */
function longestCommon(a: readonly (string | undefined)[], b: readonly string[]): [number, number][] {
  let head = 0
  while (head < b.length && a[head] === b[head]) head++
  let tail = 0
  while (tail < b.length - head && tail < a.length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++
  const inner = commonBetween(a.slice(head, a.length - tail), b.slice(head, b.length - tail))
  return [
    ...Array.from({ length: head }, (_, index): [number, number] => [index, index]),
    ...inner.map(([i, j]): [number, number] => [i + head, j + head]),
    ...Array.from({ length: tail }, (_, index): [number, number] => [
      a.length - tail + index,
      b.length - tail + index,
    ]),
  ]
}

function commonBetween(a: readonly (string | undefined)[], b: readonly string[]): [number, number][] {
  if (a.length * b.length > mostComparisons) return []
  const lengths = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0))
  const at = (i: number, j: number) => lengths[i]?.[j] ?? 0
  for (let i = a.length - 1; i >= 0; i--) {
    const row = lengths[i] as number[]
    for (let j = b.length - 1; j >= 0; j--) {
      row[j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  const pairs: [number, number][] = []
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) pairs.push([i++, j++])
    else if (at(i + 1, j) >= at(i, j + 1)) i++
    else j++
  }
  return pairs
}

/** Neighbouring places that swap join to one place, unless a block of one would outlast a change of another. */
function groupPlaces(places: readonly Place[]): Place[][] {
  const groups: Place[][] = []
  for (const place of places) {
    const group = groups.at(-1)
    if (group && isSwapping(place) && group.every(isSwapping) && canShare([...group, place]))
      group.push(place)
    else groups.push([place])
  }
  return groups
}

/** Whether anything ever leaves the place. */
function isSwapping(place: Place): boolean {
  return place.some(stay => stay.until !== undefined)
}

function canShare(places: readonly Place[]): boolean {
  const changes = changesOf(places)
  return places.flat().every(stay => changes.every(at => at <= stay.from || at >= (stay.until ?? Infinity)))
}

function changesOf(places: readonly Place[]): number[] {
  const points = new Set(places.flat().flatMap(stay => [stay.from, stay.until ?? stay.from]))
  return [...points].sort((a, b) => a - b)
}

function write(group: readonly Place[], finalWords: ReadonlySet<string>): Block[] {
  if (!group.some(isSwapping)) return group.flat().map(stay => withStep(stay))
  const swap: Swap = { type: 'swap', children: [] }
  for (const from of changesOf(group)) {
    const stays = group.flat().filter(stay => stay.from === from)
    if (stays.length > 0) swap.children.push(swapState(stays, finalWords))
  }
  return [swap]
}

function withStep({ block, from }: Stay): Block {
  if (from > 0) block.data = { ...block.data, step: from }
  return block
}

function swapState(stays: readonly Stay[], finalWords: ReadonlySet<string>): SwapState {
  const until = stays[0]?.until
  const children: Block[] = stays.map(stay => stay.block)
  const words = splitWords(wordsOf(children))
  return {
    type: 'swapState',
    from: stays[0]?.from ?? 0,
    ...(until === undefined ? {} : { until }),
    // What is said in a state that goes, and nowhere in the last, must still be read on paper.
    keep: until !== undefined && words.some(word => !finalWords.has(word)),
    children,
  }
}

/** The words of a text, to be compared; signs alone count as words too, so that nothing passes unseen. */
export function splitWords(text: string): string[] {
  return text.split(' ').filter(Boolean)
}
