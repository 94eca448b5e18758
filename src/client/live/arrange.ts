// Puts sections in their order and into their stacks, and moves as few as it can.

import { move } from './renew.ts'

/** A slide and whether it stands below the one before it. */
export interface Placing {
  readonly section: HTMLElement
  readonly below: boolean
}

/**
 * Arranges the sections of a talk.
 *
 * @param slides the element that holds them
 * @returns whether anything had to be moved, added or taken away
 */
export function arrange(slides: HTMLElement, placings: readonly Placing[]): boolean {
  const columns: HTMLElement[][] = []
  for (const { section, below } of placings) {
    const above = columns.at(-1)
    if (below && above) above.push(section)
    else columns.push([section])
  }
  let changed = false
  const wanted = new Set(placings.map(({ section }) => section))
  for (const section of slides.querySelectorAll<HTMLElement>('section.slide')) {
    if (wanted.has(section)) continue
    section.remove()
    changed = true
  }
  const stacks = new Set<Element>()
  const tops = columns.map(column => {
    const [first] = column
    if (!first || column.length === 1) return first as HTMLElement
    const stack = stackOf(first, stacks)
    stacks.add(stack)
    return stack
  })
  // The stacks are put in place first, so that their slides find them there.
  if (order(slides, tops)) changed = true
  columns.forEach((column, at) => {
    const top = tops[at]
    if (column.length > 1 && top && order(top, column)) changed = true
  })
  for (const stack of slides.querySelectorAll('section.stack')) {
    if (stacks.has(stack)) continue
    stack.remove()
    changed = true
  }
  return changed
}

/** The stack a slide heads already, else a new one. */
function stackOf(first: HTMLElement, used: ReadonlySet<Element>): HTMLElement {
  const parent = first.parentElement
  if (parent?.matches('section.stack') && !used.has(parent)) return parent
  const stack = document.createElement('section')
  stack.className = 'stack'
  return stack
}

/** Makes sections the children of a parent in this order; those that are in order stay where they are. */
function order(parent: HTMLElement, wanted: readonly HTMLElement[]): boolean {
  const now = new Map([...parent.children].map((child, at) => [child, at]))
  const places = wanted.map(section => now.get(section) ?? -1)
  const still = longestRise(places)
  let changed = false
  let next: Element | null = null
  for (let at = wanted.length - 1; at >= 0; at--) {
    const section = wanted[at]
    if (!section) continue
    if (!still.has(at)) {
      changed = true
      if (next) move(section, next)
      else putLast(parent, section)
    }
    next = section
  }
  return changed
}

/** Behind all sections, before what the client has put behind them. */
function putLast(parent: HTMLElement, section: HTMLElement): void {
  const last = [...parent.children].findLast(child => child.matches('section') && child !== section)
  if (last) last.after(section)
  else parent.prepend(section)
}

/** The indices of a longest subsequence that rises; -1 is in none. */
function longestRise(values: readonly number[]): ReadonlySet<number> {
  const best: { length: number; before: number }[] = []
  const tails: number[] = []
  values.forEach((value, at) => {
    best[at] = { length: 0, before: -1 }
    if (value < 0) return
    let low = 0
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((values[tails[middle] ?? 0] ?? 0) < value) low = middle + 1
      else high = middle
    }
    best[at] = { length: low + 1, before: low > 0 ? (tails[low - 1] ?? -1) : -1 }
    tails[low] = at
  })
  const rise = new Set<number>()
  for (let at = tails.at(-1) ?? -1; at >= 0; at = best[at]?.before ?? -1) rise.add(at)
  return rise
}
