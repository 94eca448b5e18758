// Words to be highlighted in code: a line of tokens cut where they begin and end.

import type { Token } from '../deck/deck.ts'
import { type TokenLine, textOf } from './tokens.ts'

/** A part of a line that is highlighted, or is not. */
export interface MarkedPart {
  readonly marked: boolean
  readonly tokens: TokenLine
}

/** Cuts a line where the words begin and end, wherever they stand in it. */
export function markedTokens(line: TokenLine, words: readonly string[]): MarkedPart[] {
  const ranges = rangesOf(textOf(line), words)
  if (ranges.length === 0) return [{ marked: false, tokens: line }]
  const parts: { marked: boolean; tokens: Token[] }[] = []
  let at = 0
  for (const token of line) {
    let rest = token.text
    while (rest !== '') {
      const range = ranges.find(({ to }) => at < to)
      const marked = range !== undefined && at >= range.from
      const end = range === undefined ? Number.POSITIVE_INFINITY : marked ? range.to : range.from
      const text = rest.slice(0, end - at)
      const last = parts.at(-1)
      const piece: Token = token.kind ? { text, kind: token.kind } : { text }
      if (last && last.marked === marked) last.tokens.push(piece)
      else parts.push({ marked, tokens: [piece] })
      at += text.length
      rest = rest.slice(text.length)
    }
  }
  return parts
}

interface Range {
  readonly from: number
  to: number
}

/** Where the words stand, in order; what overlaps is one. */
function rangesOf(text: string, words: readonly string[]): Range[] {
  const found: Range[] = []
  for (const word of words) {
    if (word === '') continue
    for (let from = text.indexOf(word); from >= 0; from = text.indexOf(word, from + word.length))
      found.push({ from, to: from + word.length })
  }
  found.sort((a, b) => a.from - b.from)
  const ranges: Range[] = []
  for (const range of found) {
    const last = ranges.at(-1)
    if (last && range.from <= last.to) last.to = Math.max(last.to, range.to)
    else ranges.push({ ...range })
  }
  return ranges
}
