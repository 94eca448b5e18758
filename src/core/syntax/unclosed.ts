// What a slide leaves open: fences, comments, raw blocks and tags, each reported where it opens.

import type { Code, Html, Nodes } from 'mdast'
import type { Point, Position, Source } from '../deck/deck.ts'
import { type Report, stretch } from './report.ts'

const optionalEnd =
  'area base br col embed hr img input link meta param source track wbr p li dt dd tr td th thead tbody tfoot colgroup option optgroup rt rp html head body'
const needsNoEnd: ReadonlySet<string> = new Set(optionalEnd.split(' '))
const rawText: ReadonlySet<string> = new Set(['script', 'style', 'textarea'])
const tag = /<!--[\s\S]*?(?:-->|$)|<(\/?)([a-z][\w-]*)((?:"[^"]*"|'[^']*'|[^'"<>])*)>/gi

interface OpenTag {
  readonly name: string
  readonly position: Position
}

/**
 * Reports `fence-unclosed`, `comment-unclosed` and `html-unclosed` in a tree with true positions, and takes misplaced
 * closers out of its code, in place.
 */
export function reportUnclosed(root: Nodes, source: Source, report: Report): void {
  const open: OpenTag[] = []
  visit(root)
  const told = new Set<string>()
  for (const { name, position } of open) {
    // `<center>text<center>` is one slip, not two.
    if (told.has(name)) continue
    told.add(name)
    report('html-unclosed', `\`<${name}>\` is not closed on its slide`, { position })
  }

  function visit(node: Nodes): void {
    if (node.type === 'code') checkFence(node, source, report)
    else if (node.type === 'html') {
      checkComment(node, source, report)
      collectTags(node, source, open)
    } else if ('children' in node) for (const child of node.children) visit(child)
  }
}

function checkFence(node: Code, source: Source, report: Report): void {
  const start = node.position?.start
  const end = node.position?.end
  if (!start || !end) return
  const written = source.text.slice(start.offset, end.offset)
  const fence = /^(?:`{3,}|~{3,})/.exec(written)?.[0]
  if (!fence) return
  const last = written.slice(written.lastIndexOf('\n') + 1).replace(/^[ \t>]+/, '')
  const closes = last.trimEnd().length >= fence.length && last.replaceAll(fence.charAt(0), '').trim() === ''
  if (end.line > start.line && closes) return
  const sign = fence.charAt(0)
  const glued = mendEnd(node, fence)
  report(
    'fence-unclosed',
    `The code block opened with ${fence.length} ${sign === '~' ? 'tildes' : 'backticks'} is not closed`,
    {
      position: stretch(pointOf(start), fence.length),
      note: glued
        ? `Put the closing ${sign === '~' ? 'tildes' : 'backticks'} on a line of their own.`
        : undefined,
    },
  )
}

/** Takes off what was meant to close the block: a shorter fence, or one at the end of the last line of code. */
function mendEnd(node: Code, fence: string): boolean {
  const value = node.value.trimEnd()
  const short = /(?:^|\n)[ \t]*(`{3,}|~{3,})$/.exec(value)
  if (short?.[1]?.startsWith(fence.slice(0, 3))) {
    node.value = value.slice(0, short.index)
    return false
  }
  if (!value.endsWith(fence)) return false
  node.value = value.slice(0, -fence.length).trimEnd()
  return true
}

function checkComment(node: Html, source: Source, report: Report): void {
  if (!/^\s*<!--(?!-?>)/.test(node.value) || node.value.includes('-->')) return
  report('comment-unclosed', 'The comment opened with `<!--` is not closed', {
    position: find('<!--', 0, node, source).position,
  })
}

function collectTags(node: Html, source: Source, open: OpenTag[]): void {
  let from = 0
  for (const [whole, closing, written, rest = ''] of node.value.matchAll(tag)) {
    const { position, end } = find(whole, from, node, source)
    from = end
    if (!written || rest.endsWith('/')) continue
    const name = written.toLowerCase()
    if (needsNoEnd.has(name)) continue
    const holder = open.at(-1)?.name ?? ''
    if (closing) {
      const index = open.findLastIndex(each => each.name === name)
      if (index >= 0) open.splice(index, 1)
    } else if (!rawText.has(holder)) open.push({ name, position })
  }
}

/**
 * Where a part of a raw text stands, which the marks of lists and quotes make unlike the source: looked for in the
 * source, from a distance behind the node's start. What is not found there has the node's first character.
 */
function find(
  part: string,
  from: number,
  node: Html,
  source: Source,
): { readonly position: Position; readonly end: number } {
  const start = pointOf(node.position?.start ?? { line: 1, column: 1, offset: 0 })
  const at = source.text.indexOf(part, start.offset + from)
  if (at < 0 || at + part.length > (node.position?.end.offset ?? 0))
    return { position: stretch(start, 1), end: from }
  const before = source.text.slice(start.offset, at)
  const lastLine = before.lastIndexOf('\n')
  const point = {
    line: start.line + before.split('\n').length - 1,
    column: lastLine < 0 ? start.column + before.length : before.length - lastLine,
    offset: at,
  }
  const [firstLine = part] = part.split('\n')
  return { position: stretch(point, firstLine.length), end: at + part.length - start.offset }
}

const pointOf = (point: { line: number; column: number; offset?: number | undefined }): Point => ({
  line: point.line,
  column: point.column,
  offset: point.offset ?? 0,
})
