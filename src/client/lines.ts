// From an element back to the line it was written on, in pages that carry the marks.

/** The line of an element, counted from the first of its slide. */
export function lineWithin(element: Element): number {
  const marked = element.closest<HTMLElement>('[data-line]')
  const line = Number(marked?.dataset.line ?? 0)
  // A block of code is marked where its fence stands; its lines follow.
  const code = element.closest('.line')
  const pre = code?.closest('pre')
  if (!code || !pre || !marked?.contains(pre) || pre.closest('[data-source]')) return line
  return line + 1 + linesAbove(code, pre)
}

/** Where a line of code from a file stands in that file, whose path is as the deck names it. */
export function placeInFile(element: Element): { readonly path: string; readonly line: number } | undefined {
  const code = element.closest('.line')
  const pre = code?.closest('pre')
  const [, first, path] =
    /^(\d+):(.+)$/.exec(pre?.closest<HTMLElement>('[data-source]')?.dataset.source ?? '') ?? []
  if (!code || !pre || path === undefined) return undefined
  return { path, line: Number(first) + linesAbove(code, pre) }
}

function linesAbove(line: Element, pre: Element): number {
  return [...pre.querySelectorAll('.line')].indexOf(line)
}
