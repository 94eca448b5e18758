// What a slide leaves open: fences, comments, raw blocks and tags, each reported where it opens.

import type { Code, Html, Nodes } from 'mdast'
import type { Point, Source } from '../deck/deck.ts'
import { pointAfter, type Report, stretch } from './report.ts'

const optionalEnd =
  'area base br col embed hr img input link meta param source track wbr p li dt dd tr td th thead tbody tfoot colgroup option optgroup rt rp html head body'
const needsNoEnd: ReadonlySet<string> = new Set(optionalEnd.split(' '))
const rawText: ReadonlySet<string> = new Set(['script', 'style', 'textarea', 'pre'])
const tag = /<!--[\s\S]*?(?:-->|$)|<(\/?)([a-z][\w-]*)((?:"[^"]*"|'[^']*'|[^'"<>])*)>/gi

interface OpenTag {
  readonly name: string
  readonly at: Point
  readonly length: number
}

/** Reports `fence-unclosed`, `comment-unclosed` and `html-unclosed` in a tree with true positions. */
export function reportUnclosed(root: Nodes, source: Source, report: Report): void {
  const open: OpenTag[] = []
  visit(root)
  const told = new Set<string>()
  for (const { name, at, length } of open) {
    // `<center>text<center>` is one slip, not two.
    if (told.has(name)) continue
    told.add(name)
    report('html-unclosed', `\`<${name}>\` is not closed on its slide`, { position: stretch(at, length) })
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
  report('fence-unclosed', `The code block opened with \`${fence}\` is not closed`, {
    position: stretch(pointOf(start), fence.length),
  })
}

function checkComment(node: Html, source: Source, report: Report): void {
  const start = node.position?.start
  if (!start || !/^\s*<!--(?!-?>)/.test(node.value) || node.value.includes('-->')) return
  const indent = node.value.length - node.value.trimStart().length
  report('comment-unclosed', 'The comment opened with `<!--` is not closed', {
    position: stretch(pointIn(node, indent, source), 4),
  })
}

function collectTags(node: Html, source: Source, open: OpenTag[]): void {
  for (const found of node.value.matchAll(tag)) {
    const [whole, closing, written, rest = ''] = found
    if (!written || rest.endsWith('/')) continue
    const name = written.toLowerCase()
    if (needsNoEnd.has(name)) continue
    const inRawText = rawText.has(open.at(-1)?.name ?? '') && open.at(-1)?.name !== 'pre'
    if (closing) {
      const index = open.findLastIndex(each => each.name === name)
      if (index >= 0) open.splice(index, 1)
    } else if (!inRawText) {
      open.push({
        name,
        at: pointIn(node, found.index, source),
        length: whole.includes('\n') ? 1 : whole.length,
      })
    }
  }
}

/** Where a character of a raw text stands; the node's start where quote marks or indents make it unsure. */
function pointIn(node: Html, index: number, source: Source): Point {
  const start = pointOf(node.position?.start ?? { line: 1, column: 1, offset: 0 })
  const before = node.value.slice(0, index)
  if (!source.text.startsWith(node.value.slice(0, index + 1), start.offset)) return start
  const lastLine = before.lastIndexOf('\n') + 1
  if (lastLine === 0) return pointAfter(start, index)
  const line = start.line + before.split('\n').length - 1
  return { line, column: index - lastLine + 1, offset: start.offset + index }
}

const pointOf = (point: { line: number; column: number; offset?: number | undefined }): Point => ({
  line: point.line,
  column: point.column,
  offset: point.offset ?? 0,
})
