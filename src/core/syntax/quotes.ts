// Block quotes: a last line `-- Author` is their attribution, a first line `[!NOTE]` makes them a callout.

import type { Blockquote, Nodes, Paragraph, Parents, PhrasingContent, RootContent, Text } from 'mdast'
import type { Attribution, Callout } from '../deck/nodes.ts'
import type { Line } from './lines.ts'

const author = /^--[ \t]+/
const alert = /^\[!(note|tip|important|warning|caution)\][ \t]*(?:\n|$)/i

/** Finds authors and callouts in a tree with true positions, in place. */
export function markQuotes(parent: Parents, lines: readonly Line[]): void {
  for (let index = 0; index < parent.children.length; index += 1) {
    const child = parent.children[index] as Nodes
    if (child.type === 'blockquote') {
      markQuotes(child, lines)
      const callout = toCallout(child, lines)
      if (callout) {
        parent.children[index] = callout as never
        continue
      }
      if (!takeAuthor(child, lines)) {
        const next = parent.children[index + 1]
        const found = next?.type === 'paragraph' ? authorOf(next, lines, true) : undefined
        if (found) {
          child.children.push(found as never)
          if (child.position && found.position) child.position.end = { ...found.position.end }
          parent.children.splice(index + 1, 1)
        }
      }
    } else if (child.type === 'list' || child.type === 'listItem' || child.type === 'slot')
      markQuotes(child as Parents, lines)
  }
}

/** The author inside of the quote, or on the line glued under it, which Markdown takes for more of the quote. */
function takeAuthor(quote: Blockquote, lines: readonly Line[]): boolean {
  let holder: Parents = quote
  let last: Nodes | undefined = quote.children.at(-1)
  while (last && 'children' in last && last.type !== 'paragraph') {
    if (last.type === 'blockquote') return false
    holder = last as Parents
    last = last.children.at(-1) as Nodes | undefined
  }
  if (last?.type !== 'paragraph') return false
  const found = authorOf(last, lines, false)
  if (!found) return false
  if (last.children.length === 0) holder.children.pop()
  quote.children.push(found as never)
  return true
}

/** Splits the author off a paragraph; `alone` wants the paragraph to be nothing else. */
function authorOf(paragraph: Paragraph, lines: readonly Line[], alone: boolean): Attribution | undefined {
  const { children } = paragraph
  const index = children.findLastIndex((node, at) => opensAuthor(node, children[at - 1]))
  const text = children[index]
  if (text?.type !== 'text' || !paragraph.position) return undefined
  const from = text.value.lastIndexOf('\n') + 1
  if (alone && (index > 0 || from > 0)) return undefined
  if (children.slice(index + 1).some(node => node.type === 'break')) return undefined
  const end = children.at(-1)?.position?.end
  if (!end || end.line !== text.position?.end.line) return undefined

  const written = text.value.slice(from)
  const marker = author.exec(written)?.[0].length ?? 0
  const place = authorPlace(text, lines)
  if (!place || (written.length === marker && index === children.length - 1)) return undefined
  const name: Text = { type: 'text', value: written.slice(marker) }
  if (text.position) name.position = { start: place, end: { ...text.position.end } }
  const rest = children.splice(index).slice(1)
  if (from > 0) {
    const value = text.value.slice(0, from - 1)
    if (value !== '') children.push({ ...text, value, ...endOfLineBefore(text, lines) })
  }
  while (children.at(-1)?.type === 'break') children.pop()
  const kept = children.at(-1)?.position?.end
  if (kept) paragraph.position.end = { ...kept }
  return {
    type: 'attribution',
    children: (name.value === '' ? rest : [name, ...rest]) as PhrasingContent[],
    position: {
      start: { ...place, column: place.column - marker, offset: place.offset - marker },
      end: { ...end },
    },
  }
}

function opensAuthor(node: PhrasingContent, before: PhrasingContent | undefined): boolean {
  if (node.type !== 'text') return false
  const from = node.value.lastIndexOf('\n') + 1
  if (from === 0 && before && before.type !== 'break') return false
  return author.test(node.value.slice(from))
}

/** Where the name begins, found in the source line, since quote marks stand between text and column. */
function authorPlace(
  text: Text,
  lines: readonly Line[],
): { line: number; column: number; offset: number } | undefined {
  const line = lines[(text.position?.end.line ?? 0) - 1]
  if (!line) return undefined
  const found = /^[ \t>]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)*--[ \t]+/.exec(line.text)?.[0]
  if (!found) return undefined
  return { line: line.number, column: found.length + 1, offset: line.offset + found.length }
}

function endOfLineBefore(text: Text, lines: readonly Line[]): Pick<Text, 'position'> {
  const line = lines[(text.position?.end.line ?? 0) - 2]
  if (!line || !text.position) return {}
  const length = line.text.replace(/[ \t]+$/, '').length
  return {
    position: {
      start: text.position.start,
      end: { line: line.number, column: length + 1, offset: line.offset + length },
    },
  }
}

function toCallout(quote: Blockquote, lines: readonly Line[]): Callout | undefined {
  const [first, ...others] = quote.children
  const text = first?.type === 'paragraph' ? first.children[0] : undefined
  if (first?.type !== 'paragraph' || text?.type !== 'text') return undefined
  const found = alert.exec(text.value)
  const second = first.children[1]
  if (!found || (found[0].length === text.value.length && second && second.type !== 'break')) return undefined
  const kind = (found[1] ?? 'note').toLowerCase() as Callout['kind']
  const value = text.value.slice(found[0].length)
  const rest = first.children.slice(second?.type === 'break' && value === '' ? 2 : 1)
  const phrasing: PhrasingContent[] = value === '' ? rest : [{ ...text, value }, ...rest]
  const start = secondLineStart(first, lines)
  for (const node of value === '' ? [first] : [first, phrasing[0]])
    if (start && node?.position) node.position = { start: { ...start }, end: node.position.end }
  const body: RootContent[] = phrasing.length > 0 ? [{ ...first, children: phrasing }, ...others] : others
  return {
    type: 'callout',
    kind,
    children: body as Callout['children'],
    ...(quote.data ? { data: quote.data } : {}),
    ...(quote.position ? { position: quote.position } : {}),
  }
}

/** Where the text of a paragraph goes on behind its first line. */
function secondLineStart(
  paragraph: Paragraph,
  lines: readonly Line[],
): { line: number; column: number; offset: number } | undefined {
  const line = lines[paragraph.position?.start.line ?? Number.POSITIVE_INFINITY]
  if (!line || line.number > (paragraph.position?.end.line ?? 0)) return undefined
  const marks = /^[ \t>]*/.exec(line.text)?.[0].length ?? 0
  return { line: line.number, column: marks + 1, offset: line.offset + marks }
}
