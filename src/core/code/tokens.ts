// The kinds of token that themes colour, and the few things done to tokens wherever they come from.

import type { Token } from '../deck/deck.ts'

/** Every token kind: the class is `t-<kind>`, the custom property `--code-<kind>`. Tokens without a kind are plain. */
export const tokenKinds = [
  'comment',
  'keyword',
  'operator',
  'string',
  'escape',
  'number',
  'constant',
  'variable',
  'parameter',
  'function',
  'type',
  'tag',
  'attribute',
  'property',
  'punctuation',
  'inserted',
  'deleted',
  'changed',
  'heading',
  'strong',
  'emphasis',
  'link',
] as const

/** A kind of token, by what it is and not by how it looks. */
export type TokenKind = (typeof tokenKinds)[number]

/** One line of code as tokens. */
export type TokenLine = readonly Token[]

/** A token of a kind, or a plain one. */
export function token(text: string, kind?: TokenKind): Token {
  return kind ? { text, kind } : { text }
}

/** The lines of a text as one plain token each; an empty line has none. */
export function plainLines(text: string): TokenLine[] {
  return text.split('\n').map(line => (line ? [{ text: line }] : []))
}

/**
 * Joins neighbours of one kind, also across blanks, which have no colour: `-it --rm` in one kind is one token.
 * Blanks at the edges of a token, and between kinds, are plain.
 */
export function mergeTokens(line: TokenLine): TokenLine {
  const merged: Token[] = []
  let blank = ''
  for (const { text, kind } of line) {
    const core = text.trim()
    if (core === '') {
      blank += text
      continue
    }
    const start = text.indexOf(core)
    blank += text.slice(0, start)
    const last = merged.at(-1)
    if (last && last.kind === kind) merged[merged.length - 1] = { ...last, text: last.text + blank + core }
    else if (kind === undefined) merged.push({ text: blank + core })
    else {
      appendPlain(merged, blank)
      merged.push({ text: core, kind })
    }
    blank = text.slice(start + core.length)
  }
  appendPlain(merged, blank)
  return merged
}

function appendPlain(tokens: Token[], text: string): void {
  const last = tokens.at(-1)
  if (text === '') return
  if (last && last.kind === undefined) tokens[tokens.length - 1] = { text: last.text + text }
  else tokens.push({ text })
}

/** The text of a line of tokens. */
export function textOf(line: TokenLine): string {
  return line.map(one => one.text).join('')
}
