// A cap on nesting, by lines and before the parse, because the parser's time is not linear in it.

import type { Line } from './lines.ts'

/**
 * Deepest lists and quotes that are parsed, and brackets open at once or signs of emphasis in one block.
 * Measured: 500 nested lists hold the parser for 3 s, 24 for 3 ms; the other two cost less and are wider.
 */
export const nestingLimits = { containers: 24, brackets: 400, emphasis: 1500 } as const

const rule = /^[ \t>]*([-*_])(?:[ \t]*\1){2,}[ \t]*$/
const delimiters = /^\|?(?:[ \t]*:?-+:?[ \t]*\|)+(?:[ \t]*:?-+:?)?$/
const marker = /(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$)/y

/** The first line that nests more deeply than is parsed, and in what. */
export function findTooDeep(
  lines: readonly Line[],
): { readonly line: Line; readonly what: 'Lists and quotes' | 'Brackets' | 'Emphasis' } | undefined {
  if (!mayBeDeep(lines)) return undefined
  let lists: readonly number[] = []
  let brackets = 0
  let signs = 0
  let inTable = false
  for (const line of lines) {
    const { text } = line
    if (line.inside?.kind === 'fence' || text.trim() === '') {
      brackets = 0
      signs = 0
      inTable = false
      continue
    }
    const held = containersOf(text, lists)
    lists = held.lists
    if (held.depth > nestingLimits.containers) return { line, what: 'Lists and quotes' }
    // Items and the cells of tables are parsed by themselves.
    if (delimiters.test(text.replace(/^[ \t>]+/, '').trimEnd())) inTable = true
    if (held.begins || inTable) {
      brackets = 0
      signs = 0
    }
    if (rule.test(text)) continue
    for (let at = 0; at < text.length; at += 1) {
      const sign = text.charCodeAt(at)
      if (sign === 91) brackets += 1
      else if (sign === 93) brackets -= brackets > 0 ? 1 : 0
      else if (sign === 42 || sign === 126 || (sign === 95 && !isWithinWord(text, at))) signs += 1
    }
    if (brackets > nestingLimits.brackets) return { line, what: 'Brackets' }
    if (signs > nestingLimits.emphasis) return { line, what: 'Emphasis' }
  }
  return undefined
}

/** A list that deep begins at a column that takes some blanks and signs to get to, six tabs at the least. */
const far = /^[ \t>+*\d.)-]{6}/

/** Whether lines are enough for any of the limits; few are. */
function mayBeDeep(lines: readonly Line[]): boolean {
  let length = 0
  for (const { text } of lines) {
    if (far.test(text)) return true
    length += text.length
  }
  return length > nestingLimits.brackets
}

/** Whether an underscore can be no emphasis: `some_name`. */
function isWithinWord(text: string, at: number): boolean {
  return /[a-z0-9]/i.test(text.charAt(at - 1)) && /[a-z0-9]/i.test(text.charAt(at + 1))
}

/** How many lists and quotes hold a line's content, the columns of those lists, and whether an item begins. */
function containersOf(
  text: string,
  open: readonly number[],
): { readonly depth: number; readonly lists: readonly number[]; readonly begins: boolean } {
  const isRule = rule.test(text)
  let lists: number[] | undefined
  let quotes = 0
  let column = 0
  let begins = false
  for (let at = 0; at < text.length && quotes + (lists?.length ?? 0) <= nestingLimits.containers; ) {
    while (text[at] === ' ' || text[at] === '\t') {
      column += text[at] === '\t' ? 4 - (column % 4) : 1
      at += 1
    }
    lists ??= open.filter(each => each < column)
    if (text[at] === '>') {
      quotes += 1
      at += 1
      column += 1
      continue
    }
    marker.lastIndex = at
    const found = isRule ? undefined : marker.exec(text)?.[0]
    if (!found) break
    begins = true
    lists.push(column)
    at += found.length
    column += found.length
  }
  lists ??= []
  return { depth: quotes + lists.length, lists, begins }
}
