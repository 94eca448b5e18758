// A surface of code lines on which stretches are given kinds in any order, and which then reads as tokens.

import type { Token } from '../deck/deck.ts'
import type { TokenKind, TokenLine } from './tokens.ts'

/** Lines of code being coloured. Lines and columns are 0-based; later strokes cover earlier ones. */
export interface Paint {
  /** Gives `line` from column `from` up to `to` a kind. */
  stroke(line: number, from: number, to: number, kind: TokenKind): void
  /** Lays tokens over a line, the first at column `from`; plain ones leave what is there. */
  lay(line: number, from: number, tokens: TokenLine): void
  /** What the lines read as now. */
  tokens(): TokenLine[]
}

/** Makes a plain surface of lines. */
export function createPaint(lines: readonly string[]): Paint {
  const kinds: (string | undefined)[][] = lines.map(() => [])
  const fill = (line: number, from: number, to: number, kind: string) => {
    const row = kinds[line]
    if (row) for (let at = from; at < Math.min(to, lines[line]?.length ?? 0); at++) row[at] = kind
  }
  return {
    stroke: fill,
    lay(line, from, tokens) {
      let at = from
      for (const { text, kind } of tokens) {
        if (kind) fill(line, at, at + text.length, kind)
        at += text.length
      }
    },
    tokens: () => lines.map((line, at) => read(line, kinds[at] ?? [])),
  }
}

function read(line: string, kinds: readonly (string | undefined)[]): TokenLine {
  const tokens: Token[] = []
  let from = 0
  for (let at = 1; at <= line.length; at++) {
    if (at < line.length && kinds[at] === kinds[from]) continue
    const kind = kinds[from]
    const text = line.slice(from, at)
    tokens.push(kind ? { text, kind } : { text })
    from = at
  }
  return tokens
}
