// From an element back to the line it was written on, in pages that carry the marks.

/** The line of an element, counted from the first of its slide. */
export function lineWithin(element: Element): number {
  const marked = element.closest<HTMLElement>('[data-line]')
  const line = Number(marked?.dataset.line ?? 0)
  // A block of code is marked where its fence stands; its lines follow.
  const code = element.closest('.line')
  const pre = code?.closest('pre')
  if (!code || !pre || !marked?.contains(pre)) return line
  return line + 1 + [...pre.querySelectorAll('.line')].indexOf(code)
}
