// Sets of lines as authors write them behind a fence: `1,3-5`, and several of them in turn, `1|3-5|all`.

/** Line sets in turn: each is the sorted 1-based lines in focus; empty is all lines, `[0]` none of them. */
export type LineSets = readonly (readonly number[])[]

/** A focus on no line at all: everything steps back. */
export const noLine: readonly number[] = [0]

const set = String.raw`(?:all|none|\*|\d+(?:\s*(?:-|\.\.)\s*(?:\d+|\$|end))?(?:\s*,\s*\d+(?:\s*(?:-|\.\.)\s*(?:\d+|\$|end))?)*)`
const sets = new RegExp(String.raw`^\s*\|?\s*${set}(?:\s*\|\s*${set})*\s*\|?\s*$`, 'i')

/** Whether words between braces are line sets and nothing else. */
export function isLineSets(written: string): boolean {
  return sets.test(written)
}

/**
 * Reads line sets.
 *
 * @param written what stands between the braces
 * @param count how many lines the code has
 * @returns the sets, and the parts that name lines the code has not
 */
export function parseLineSets(
  written: string,
  count: number,
): { sets: LineSets; outside: readonly string[] } {
  const outside: string[] = []
  const found = written
    .split('|')
    .map(part => part.trim())
    .filter((part, at, all) => part !== '' || (at > 0 && at < all.length - 1))
    .map(part => parseSet(part, count, outside))
  return { sets: found, outside }
}

function parseSet(written: string, count: number, outside: string[]): readonly number[] {
  if (/^(?:all|\*|)$/i.test(written)) return []
  if (/^none$/i.test(written)) return noLine
  const lines = new Set<number>()
  for (const part of written.split(',').map(one => one.trim())) {
    const [, from = '', to] = /^(\d+)(?:\s*(?:-|\.\.)\s*(\d+|\$|end))?$/i.exec(part) ?? []
    const first = Number(from)
    const last = to === undefined ? first : /^\d/.test(to) ? Number(to) : count
    if (first < 1 || last < first || last > count) outside.push(part)
    for (let line = Math.max(first, 1); line <= Math.min(last, count); line++) lines.add(line)
  }
  return lines.size ? [...lines].sort((a, b) => a - b) : noLine
}
