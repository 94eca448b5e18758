// Finds headings by lines, before anything is parsed: hashes, underlines, raw tags; never in code, quotes or lists.

import type { Line } from '../../syntax/lines.ts'

const hashes = /^ {0,3}(#{1,6})(?:[ \t]+\S|[ \t]*$)/
// `####docker run` is a heading in a deck; `##+begin`, `##!` and `##---` are something else.
const glued = /^(#{2,6})[^\s#+|!=\-/:;,)\]}>~%^\\]/
const underline = /^ {0,3}(?:(=+)|-{2,})[ \t]*$/
const tag = /^ {0,3}<h([1-6])(?:\s[^<>]*)?>.*<\/h\1\s*>[ \t]*$/i
// What a paragraph cannot begin with.
const otherBlock =
  /^(?: {4}|\t| {0,3}(?:[>#|]|[-+*](?:[ \t]|$)|\d{1,9}[.)][ \t]|<[a-z/!?]|\[[^\]]+\]:|[`~]{3}|={2,}|[-*_](?:[ \t]*[-*_]){2,}[ \t]*$))/i

const listItem = /^ {0,3}(?:[-+*]|\d{1,9}[.)])[ \t]/

/** The depth of a heading that is one line: 1 to 6, or undefined. */
export function lineDepth(text: string): number | undefined {
  const marks = hashes.exec(text)?.[1] ?? glued.exec(text)?.[1]
  if (marks !== undefined) return /[^#\s]/.test(text) ? marks.length : undefined
  const level = tag.exec(text)?.[1]
  return level === undefined ? undefined : Number(level)
}

/** A heading and where its lines are. */
export interface Found {
  /** Index of its first line. */
  readonly index: number
  readonly depth: number
}

/**
 * @param lines as `scanLines` gave them
 * @returns every heading outside of blocks, in order
 */
export function findHeadings(lines: readonly Line[]): Found[] {
  const found: Found[] = []
  // Where the paragraph began that this line goes on with; -1 in a block that is none.
  let block: number | undefined
  let list = false
  for (const [index, { text, inside }] of lines.entries()) {
    if (inside || /^[ \t]*$/.test(text)) {
      block = undefined
      continue
    }
    const depth = lineDepth(text)
    const under = block !== undefined && block >= 0 ? underline.exec(text) : null
    // An indented line may be of the list item above it.
    if (depth !== undefined && !(list && text.startsWith(' '))) found.push({ index, depth })
    else if (under) found.push({ index: block ?? index, depth: under[1] ? 1 : 2 })
    else {
      if (otherBlock.test(text)) block = -1
      else block ??= index
      list = listItem.test(text) || (list && /^[ \t]/.test(text))
      continue
    }
    block = undefined
    list = false
  }
  return found
}
