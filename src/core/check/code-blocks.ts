// The code of a talk as it is written, with the place of each of its characters.

import type { Code } from 'mdast'
import { languageOfBlock } from '../code/block-language.ts'
import { parseFenceInfo } from '../code/meta.ts'
import { blankMarks } from '../code/notation.ts'
import { partOf } from '../code/region.ts'
import type { Deck, Point, Position } from '../deck/deck.ts'
import { ignoredAt } from '../deck/ignore.ts'
import type { RuleId } from '../deck/rules.ts'
import { shownIn } from './nodes.ts'
import type { Talk } from './talk.ts'
import { asWritten } from './written.ts'

/** A block of code, to be held against its label. */
export interface CodeBlock {
  /** A canonical language name. */
  readonly language: string
  /** The label as written; absent where the language was guessed or is told by a file's name. */
  readonly label?: string
  /** A prompt of the author's own. */
  readonly prompt?: string
  /** All of it, marks (`[!code ++]`) blank: for code from a file the whole file, though a part may be shown. */
  readonly text: string
  /** The file it is written in. */
  readonly file: string
  /** The lines of `text` that are shown, from 1. */
  readonly shown: { readonly first: number; readonly last: number }
  /** For code from a file: where the slide asks for it, and what a comment there does not want to hear of. */
  readonly asked?: { readonly file: string; readonly line: number; readonly ignored: readonly RuleId[] }
  /** Where an offset into `text` stands in `file`. */
  at(offset: number): Point
}

/**
 * The labelled, named and guessed code of a talk, that of included slides too, before anything is merged or cut in two.
 *
 * @param sourceOf the text of a file that was read, with LF line ends
 */
export function codeIn(talk: Talk, sourceOf: (file: string) => string | undefined): CodeBlock[] {
  const deck = asWritten(talk)
  const blocks = new Map<string, CodeBlock>()
  for (const { node, file } of shownIn(deck)) {
    if (node.type !== 'code') continue
    const block = node.data?.from
      ? fromFile(node, file, deck, talk)
      : fromFence(node, file, deck, sourceOf(file))
    // A file that is shown twice is read once.
    if (block)
      blocks.set(`${block.file} ${block.at(0).offset} ${block.shown.first} ${block.shown.last}`, block)
  }
  return [...blocks.values()]
}

function fromFence(node: Code, file: string, deck: Deck, source: string | undefined): CodeBlock | undefined {
  const info = parseFenceInfo([node.lang, node.meta].filter(Boolean).join(' '))
  const { language } = languageOfBlock(node.value, info, undefined, deck.meta.guess)
  if (language === undefined || source === undefined || !node.position) return undefined
  const lines = node.value.split('\n')
  return {
    language,
    ...(info.language ? { label: info.language.toLowerCase() } : {}),
    ...(info.prompt === undefined ? {} : { prompt: info.prompt }),
    text: blankMarks(node.value),
    file,
    shown: { first: 1, last: lines.length },
    at: placesIn(lines, source, node.position as Position),
  }
}

function fromFile(node: Code, file: string, deck: Deck, { assets }: Talk): CodeBlock | undefined {
  const { path, fragment } = node.data?.from ?? { path: '' }
  const asset = assets.get(`code:${path}`)
  if (asset?.kind !== 'text') return undefined
  const text = asset.text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
  const part = partOf(text, fragment)
  if (!part) return undefined
  const info = parseFenceInfo([node.lang, node.meta].filter(Boolean).join(' '))
  const { language } = languageOfBlock(text, info, path, deck.meta.guess)
  if (language === undefined) return undefined
  const line = node.position?.start.line ?? 1
  const last = part.firstLine + part.text.split('\n').length - 1
  return {
    language,
    text: blankMarks(text),
    file: beside(deck.source.path, path),
    shown: { first: part.firstLine, last },
    asked: { file, line, ignored: ignoredAt(deck.ignores, file, line) },
    at: offset => pointIn(text, offset),
  }
}

/** A path that a deck names, as the deck itself is named. */
function beside(deck: string, path: string): string {
  const parts = deck.split('/').slice(0, -1)
  for (const part of path.split('/')) {
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop()
    else if (part !== '.') parts.push(part)
  }
  return parts.join('/')
}

/**
 * Finds the written place of each character of a block, which may be indented, or stand in a list or a quote.
 *
 * @param lines of the code
 * @param source the text of the file
 * @param position of the block with its fences
 */
function placesIn(lines: readonly string[], source: string, { start }: Position): (offset: number) => Point {
  const written = source.split('\n')
  const isFenced = /^(?:`{3}|~{3})/.test((written[start.line - 1] ?? '').slice(start.column - 1))
  const first = isFenced ? start.line + 1 : start.line
  const begins = source.split('\n', first - 1).reduce((sum, line) => sum + line.length + 1, 0)
  return offset => {
    let left = offset
    let begin = begins
    let index = 0
    while (index < lines.length - 1 && left > (lines[index] ?? '').length) {
      left -= (lines[index] ?? '').length + 1
      begin += (written[first - 1 + index] ?? '').length + 1
      index++
    }
    const line = written[first - 1 + index] ?? ''
    const indent = Math.max(0, line.length - (lines[index] ?? '').length)
    const column = Math.min(indent + left, line.length)
    return { line: first + index, column: column + 1, offset: begin + column }
  }
}

/** An offset into a text as a place. */
function pointIn(text: string, offset: number): Point {
  const before = text.slice(0, offset)
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n'), offset }
}
