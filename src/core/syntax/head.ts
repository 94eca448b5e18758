// Finds where front matter ends by the look of its lines, before any YAML is read: closers are forgotten, and a heading
// is a comment to YAML.

import type { Line } from './line.ts'
import { isMetaKey, type Keys, plainKey } from './meta.ts'

/** What a line can be in front matter. */
type LineKind = 'blank' | 'comment' | 'html' | 'key' | 'more' | 'other'

/** A line of the head as YAML has to see it: HTML comments become YAML comments of the same length. */
export interface HeadLine extends Line {
  readonly kind: LineKind
  /** The key as written, on a `key` line. */
  readonly key?: string
}

const keyLine = /^(?:"([^"]+)"|'([^']+)'|([\p{L}_$@<%][\p{L}\p{N}_$.<-]*))[ \t]*:(?=[ \t]|$)/u
// `title:Docker`, without the blank, is a text to YAML and a slip of the finger to everybody else.
const glued = /^([\p{L}_][\p{L}\p{N}_-]*):(?=[^\s:/])/u

/**
 * Tells the lines of a possible head apart.
 *
 * @param lines those between the fences, or up to the first separator
 * @param own keys that the dialect has beside the common ones
 */
export function sortHead(lines: readonly Line[], own: Keys): HeadLine[] {
  const sorted: HeadLine[] = []
  const lastClose = lines.findLastIndex(({ text }) => text.includes('-->'))
  let commentEnd = -1
  let open = false
  for (const [index, line] of lines.entries()) {
    const { text } = line
    if (index > commentEnd && index <= lastClose && /^ {0,3}<!--/.test(text))
      commentEnd = lastOfComment(lines, index)
    if (index <= commentEnd) {
      sorted.push({ ...line, text: text && '#'.padEnd(text.length), kind: text.trim() ? 'html' : 'blank' })
      continue
    }
    const key = keyOf(text, own)
    if (!text.trim()) sorted.push({ ...line, kind: 'blank' })
    else if (/^\s*#/.test(text)) sorted.push({ ...line, kind: 'comment' })
    else if (key !== undefined) {
      sorted.push({ ...line, kind: 'key', key })
      open = true
    } else {
      // A list may stand under its key without being indented, but not under a key that has its value.
      const continues =
        open && (/^[ \t]/.test(text) || /^[\]}]/.test(text) || (text.startsWith('- ') && takesList(sorted)))
      sorted.push({ ...line, kind: continues ? 'more' : 'other' })
    }
  }
  return sorted
}

/** Whether a word is a key in this dialect. */
export function isKnownKey(key: string, own: Keys): boolean {
  return isMetaKey(key) || own.has(plainKey(key))
}

function keyOf(text: string, own: Keys): string | undefined {
  const [, double, single, plain] = keyLine.exec(text) ?? []
  const key = double ?? single ?? plain
  if (key !== undefined) return key
  const [, word] = glued.exec(text) ?? []
  return word !== undefined && isKnownKey(word, own) ? word : undefined
}

/** The last line of a comment that has lines of its own; before the first where it shares one or never ends. */
function lastOfComment(lines: readonly Line[], from: number): number {
  for (let index = from; index < lines.length; index += 1) {
    const text = lines[index]?.text ?? ''
    const close = text.indexOf('-->', index === from ? text.indexOf('<!--') + 2 : 0)
    if (close >= 0) return text.slice(close + 3).trim() === '' ? index : -1
  }
  return -1
}

function takesList(before: readonly HeadLine[]): boolean {
  const last = before.findLast(({ kind }) => kind === 'key' || kind === 'more')
  if (last?.kind === 'key') return /:[ \t]*(#.*)?$/.test(last.text)
  return last !== undefined
}

/**
 * How many of the lines are front matter by their look, when nothing closes it: up to the last line that belongs to a
 * key, before a line that cannot. A heading behind a blank line is content, not a comment.
 */
export function headLength(lines: readonly HeadLine[]): number {
  let end = 0
  for (const [index, { kind }] of lines.entries()) {
    if (kind === 'other') break
    if (kind === 'key' || kind === 'more' || kind === 'html') end = index + 1
    // A comment right under a key is about it.
    else if (kind === 'comment' && end === index && index > 0) end = index + 1
  }
  return end
}
