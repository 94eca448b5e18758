// What is different between two versions of a slide, and the step at which it shows.

/** Children that were written; the buttons of the client are not. */
const childrenOf = (element: Element): Element[] =>
  [...element.children].filter(child => !child.classList.contains('copy'))

const textOf = (element: Element): string =>
  [...element.childNodes].flatMap(node => (node instanceof Text ? node.data.trim() || [] : [])).join(' ')

const names = ['src', 'href', 'alt', 'width', 'height', 'data-line'] as const

/** Whether two elements say the same; classes come and go with steps and fit. */
function same(one: Element, other: Element): boolean {
  if (one.tagName !== other.tagName || textOf(one) !== textOf(other)) return false
  if (names.some(name => name !== 'data-line' && one.getAttribute(name) !== other.getAttribute(name)))
    return false
  const [ours, theirs] = [childrenOf(one), childrenOf(other)]
  return ours.length === theirs.length && ours.every((child, at) => theirs[at] && same(child, theirs[at]))
}

/**
 * The innermost element of a new version that holds all that is different from the old one.
 *
 * @returns undefined where nothing is, as far as one can see
 */
export function firstDifference(old: Element, fresh: Element): Element | undefined {
  if (same(old, fresh)) return undefined
  const was = childrenOf(old)
  const now = childrenOf(fresh)
  if (old.tagName !== fresh.tagName || textOf(old) !== textOf(fresh)) return fresh
  let start = 0
  while (was[start] && now[start] && same(was[start] as Element, now[start] as Element)) start++
  let end = 0
  const left = Math.min(was.length, now.length) - start
  while (end < left && same(was.at(-1 - end) as Element, now.at(-1 - end) as Element)) end++
  const [first] = now.slice(start, now.length - end)
  const before = was[start]
  // Something was taken away: what it stood in is what changed.
  if (!first) return fresh
  const inserted = now.length - end - start > was.length - end - start
  return before && !inserted ? (firstDifference(before, first) ?? first) : first
}

/**
 * The step at which an element of a slide is seen, as reveal.js counts: -1 is before the first.
 *
 * @param element on a slide whose fragments are in order
 */
export function stepThatShows(element: Element): number {
  let step = -1
  for (let at: Element | null = element; at && !at.matches('section'); at = at.parentElement) {
    if (at.matches('.fragment:not(.fade-out)')) step = Math.max(step, indexOf(at))
  }
  const line = element.closest<HTMLElement>('.line[data-states]')
  const state = Number(line?.dataset.states?.split(' ')[0] ?? 0)
  if (line && state > 0) {
    const marks = line.closest('pre')?.querySelectorAll('.focus-step')
    const mark = marks?.[state - 1]
    if (mark) step = Math.max(step, indexOf(mark))
  }
  return step
}

function indexOf(fragment: Element): number {
  return Number(fragment.getAttribute('data-fragment-index') ?? -1)
}
