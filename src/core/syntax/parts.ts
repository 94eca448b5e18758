// The parts of a section: Markdown between the lines that Deckhand reads itself: `::left::`, `. . .`, `<<< file`.

import type { Code } from 'mdast'
import type { Position } from '../deck/deck.ts'
import { type Line, linesPosition } from './lines.ts'
import { indentWidth } from './openers.ts'

/** A stretch of Markdown, or a line with a meaning of its own. */
export type Part =
  | {
      readonly kind: 'markdown'
      readonly lines: readonly Line[]
      /** Characters at the start of the first line that are not part of the text. */
      readonly skip: number
      /** Where the text ends on the last line; absent is at its end. */
      readonly until?: number
    }
  | { readonly kind: 'pause'; readonly line: Line }
  | { readonly kind: 'slot'; readonly line: Line; readonly name: string }
  | { readonly kind: 'code'; readonly line: Line; readonly code: Code; readonly path: string }

const pause = /^\. \. \.[ \t]*$/
const slot = /^::([a-z][\w-]*)::[ \t]*$/i
const codeFrom = /^<<<[ \t]+(?:"([^"]+)"|(\S+?))(?:#([^\s{}]+))?(?:[ \t]+(.*?))?[ \t]*$/

/** Whether a text is a pause and nothing else. */
export function isPause(text: string): boolean {
  return pause.test(text)
}

/** Reads `<<< ./Dockerfile#build dockerfile {2-4}` as a code block without its text. */
export function readCodeFrom(text: string, position: Position): { code: Code; path: string } | undefined {
  const [, quoted, bare, fragment, rest = ''] = codeFrom.exec(text) ?? []
  const path = quoted ?? bare
  if (!path) return undefined
  const [, lang = '', meta = ''] = /^([^\s{]*)\s*(.*)$/.exec(rest) ?? []
  const plainWord = /^[\w+#.-]+$/.test(lang)
  const code: Code = {
    type: 'code',
    lang: plainWord ? lang : null,
    meta: (plainWord ? meta : rest) || null,
    value: '',
    position: { start: { ...position.start }, end: { ...position.end } },
    data: { from: fragment ? { path, fragment } : { path } },
  }
  return { code, path }
}

/** A stretch of Markdown of one section. */
export type MarkdownPart = Extract<Part, { kind: 'markdown' }>

/**
 * @param lines of one section
 * @param skip characters at the start of the first line that are not part of the text
 * @param marks whether the dialect knows these lines
 */
export function splitParts(lines: readonly Line[], skip: number, marks: boolean): Part[] {
  const parts: Part[] = []
  let from = 0
  let start = skip
  const flush = (to: number, until?: number): void => {
    const stretch = lines.slice(from, to)
    const part: Part = {
      kind: 'markdown',
      lines: stretch,
      skip: start,
      ...(until === undefined ? {} : { until }),
    }
    if (isWritten(part)) parts.push(part)
    from = to
    start = 0
  }
  for (const [index, line] of lines.entries()) {
    if (line.commentTo !== undefined) {
      from = index
      start = line.commentTo
    }
    if (line.commentFrom !== undefined) flush(index + 1, line.commentFrom)
    else if (marks && !line.inside && (index > 0 || skip === 0)) {
      const part = lineOfItsOwn(line)
      if (!part) continue
      flush(index)
      parts.push(part)
      from = index + 1
    }
  }
  flush(lines.length)
  return parts
}

/** Whether there is anything in it to be parsed. */
function isWritten({ lines, skip, until }: MarkdownPart): boolean {
  const last = lines.length - 1
  return lines.some(({ text }, index) =>
    skip > 0 || until !== undefined
      ? /[^ \t]/.test(text.slice(index === 0 ? skip : 0, index === last ? until : undefined))
      : /[^ \t]/.test(text),
  )
}

/** What is parsed. */
export function textOf(part: MarkdownPart): string {
  const { lines, skip, until } = part
  const last = lines.length - 1
  const pads = padsOf(part)
  if (!pads && skip === 0 && until === undefined) return lines.map(({ text }) => text).join('\n')
  return lines
    .map(({ text }, index) => text.slice(index === 0 ? skip : 0, index === last ? until : undefined))
    .map((text, index) => {
      const pad = pads?.[index] ?? 0
      return pad < 0 ? text.slice(-pad) : ' '.repeat(pad) + text
    })
    .join('\n')
}

/**
 * Blanks that are put before lines for the parser only, so that a fence keeps to the list item it opened in though its
 * lines do not; by the lines of the part. Below zero they are characters that the parser does not see.
 */
export function padsOf({ lines }: MarkdownPart): readonly number[] | undefined {
  if (!lines.some(({ inside, dedent }) => dedent || inside?.content !== undefined)) return undefined
  return lines.map(({ text, number, inside, dedent }) => {
    if (dedent) return -dedent
    if (inside?.content === undefined || number === inside.line || text.trim() === '') return 0
    return Math.max(0, inside.content - indentWidth(text))
  })
}

function lineOfItsOwn(line: Line): Part | undefined {
  const { text } = line
  if (!/^[.:<]/.test(text)) return undefined
  if (isPause(text)) return { kind: 'pause', line }
  const name = slot.exec(text)?.[1]
  if (name) return { kind: 'slot', line, name }
  if (!text.startsWith('<<<')) return undefined
  const found = readCodeFrom(text, linesPosition(line, line))
  return found && { kind: 'code', line, ...found }
}
