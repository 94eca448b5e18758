// Comments that Markdown would not take for such, because a blank line or another block stands in them: nothing of a
// comment is ever published, wherever it begins.

import type { Line } from './line.ts'

const blockStart = /^\s*(?:$|[-+*>#|`~<]|\d{1,9}[.)])/
const endsWithItsLine = /^ {0,3}#{1,6}(?:\s|[^\s#])|\|/

/**
 * Marks where such comments begin and end. Those that the parser sees as comments are left to it.
 *
 * @param lines scanned
 * @param bounds which of them separate slides or open notes; no stray comment reaches over one
 */
export function markStrayComments(lines: readonly Line[], bounds: readonly boolean[]): Line[] {
  const marked = [...lines]
  for (let index = 0; index < marked.length; index += 1) {
    const line = marked[index] as Line
    const from =
      line.inside && line.commentTo === undefined
        ? ownBlockFrom(line, index, marked)
        : openFrom(line.text, line.commentTo ?? 0)
    if (from === undefined) continue
    const end = closerOf(marked, bounds, index, from)
    if (end === undefined || !needsMark(marked, index, end)) continue
    marked[index] = { ...line, commentFrom: from }
    const inside = line.inside ?? { kind: 'comment', line: line.number, closed: true }
    for (let at = index + 1; at <= end; at += 1) marked[at] = { ...(marked[at] as Line), inside }
    const last = marked[end] as Line
    marked[end] = { ...last, commentTo: last.text.indexOf('-->') + 3 }
    // Another one may open behind it, on the same line.
    index = end - 1
  }
  return marked
}

/** The start of a comment that has lines for itself, at the margin: the parser may be in an HTML block there. */
function ownBlockFrom(
  { inside, number, text }: Line,
  index: number,
  lines: readonly Line[],
): number | undefined {
  const opens =
    inside?.kind === 'comment' && inside.closed && inside.line === number && text.startsWith('<!--')
  return opens && lines[index - 1]?.text.trim() ? 0 : undefined
}

/** Where a comment opens in a line of text and does not close on it. */
function openFrom(text: string, behind: number): number | undefined {
  const from = text.lastIndexOf('<!--')
  if (from < behind || text.includes('-->', from + 2) || text[from - 1] === '\\') return undefined
  const before = text.slice(behind, from)
  // At the start of a line it is a block, which lines know, or indented code.
  if (/^(?:\s|>|[-+*](?=\s)|\d{1,9}[.)](?=\s))*$/.test(before)) return undefined
  return (before.match(/`+/g)?.length ?? 0) % 2 === 0 ? from : undefined
}

function closerOf(
  lines: readonly Line[],
  bounds: readonly boolean[],
  index: number,
  from: number,
): number | undefined {
  for (let at = index + 1; at < lines.length; at += 1) {
    const { text, inside } = lines[at] as Line
    const own = from === 0 && inside === (lines[index] as Line).inside
    if (bounds[at] && !own) return undefined
    const sign = /<!--|-->/.exec(text)?.[0]
    if (sign === '-->') return at
    if (sign === '<!--' && !own) return undefined
  }
  return undefined
}

function needsMark(lines: readonly Line[], index: number, end: number): boolean {
  if (endsWithItsLine.test((lines[index] as Line).text)) return true
  return lines.slice(index + 1, end + 1).some(({ text }) => blockStart.test(text) || text.trim() === '')
}
