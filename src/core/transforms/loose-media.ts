// A tag or picture alone on its source line belongs to the slide, not to the list item or paragraph above it.

import type { List, Nodes, Paragraph, Parent, PhrasingContent, RootContent } from 'mdast'
import type { Deck } from '../deck/deck.ts'
import { holds } from './holds.ts'
import { isMediaBlock } from './media.ts'

/**
 * Markdown lets a paragraph in a list item run on over lines that are not indented ("lazy" lines). Nobody who
 * writes `<img …>` or `<br>` there means the item: such a line ends it, and what follows in the paragraph goes
 * with the line, behind the list. A line indented under the item's text stays with the item.
 *
 * In a slide's own paragraphs, pictures alone on their lines become blocks of their own.
 */
export function freeLooseMedia(deck: Deck): Deck {
  for (const slide of deck.slides) {
    for (const tree of [slide.body, slide.handout]) if (tree && holds(tree, isTagOrPicture)) free(tree)
  }
  return deck
}

function isTagOrPicture({ type }: Nodes): boolean {
  return type === 'html' || type === 'image' || type === 'imageReference'
}

function free(parent: Parent): void {
  parent.children = (parent.children as RootContent[]).flatMap((node): RootContent[] => {
    if (node.type === 'list') return [node, ...freeList(node).map(piece => piece.block)]
    if (node.type === 'paragraph' && parent.type !== 'blockquote') return splitPictures(node)
    if (node.type === 'slot' || node.type === 'blockquote' || node.type === 'callout') free(node)
    return [node]
  }) as Parent['children']
}

/** What leaves a list: a block, and the column its line begins at. */
interface Piece {
  readonly block: Paragraph
  readonly column: number
}

function freeList(list: List): Piece[] {
  const out: Piece[] = []
  for (const item of list.children) {
    const inside = (item.position?.start.column ?? 0) + 2
    item.children = item.children.flatMap((node): typeof item.children => {
      if (node.type !== 'list' && node.type !== 'paragraph') return [node]
      const pieces = node.type === 'list' ? freeList(node) : cutParagraph(node, inside)
      const stays = (piece: Piece) => node.type === 'list' && piece.column >= inside
      out.push(...pieces.filter(piece => !stays(piece)))
      return [node, ...pieces.filter(stays).map(piece => piece.block)]
    })
  }
  return out
}

/** Cuts a paragraph before the first lazy line that is only tags; what comes off is blocks for the slide. */
function cutParagraph(paragraph: Paragraph, inside: number): Piece[] {
  const lines = linesOf(paragraph)
  const from = lines.findIndex((line, index) => index > 0 && isTagLine(line) && line.column < inside)
  if (from < 0) return []
  const column = lines[from]?.column ?? 1
  const end = paragraph.position?.end
  keepLines(paragraph, lines.slice(0, from), lines[from])
  return blocksOf(lines.slice(from), end).map(block => ({ block, column }))
}

/** Takes pictures that fill their source lines out of a paragraph, which is cut in parts around them. */
function splitPictures(paragraph: Paragraph): Paragraph[] {
  if (isMediaBlock(paragraph)) return [paragraph]
  const lines = linesOf(paragraph)
  if (!lines.some(isPictureLine)) return [paragraph]
  const blocks = blocksOf(lines, paragraph.position?.end)
  const last = blocks.at(-1)
  // Marks at a paragraph's end, such as `{step}`, are of what stands there.
  if (last && paragraph.data) last.data = paragraph.data
  return blocks
}

interface SourceLine {
  readonly line: number
  readonly column: number
  readonly nodes: PhrasingContent[]
}

/** The nodes of a paragraph by the source line they begin on; a node over several lines keeps them together. */
function linesOf(paragraph: Paragraph): SourceLine[] {
  const lines: SourceLine[] = [{ line: 0, column: paragraph.position?.start.column ?? 1, nodes: [] }]
  const add = (node: PhrasingContent, fresh: boolean) => {
    const start = node.position?.start
    if (fresh) lines.push({ line: start?.line ?? 0, column: start?.column ?? 1, nodes: [] })
    lines.at(-1)?.nodes.push(node)
  }
  let fresh = false
  for (const node of paragraph.children) {
    if (node.type === 'text') {
      const pieces = node.value.split('\n')
      pieces.forEach((value, index) => {
        if (index > 0) fresh = true
        if (value === '') return
        const whole = pieces.length === 1 && node.position ? { position: node.position } : {}
        add({ type: 'text', value, ...whole }, fresh)
        fresh = false
      })
    } else if (node.type === 'break') {
      add(node, fresh)
      fresh = true
    } else {
      add(node, fresh)
      fresh = false
    }
  }
  return lines.filter(line => line.nodes.length > 0)
}

/** Joins lines to one paragraph's children again. */
function join(lines: readonly SourceLine[]): PhrasingContent[] {
  const joined = lines.flatMap(({ nodes }, index): PhrasingContent[] => {
    const hard = lines[index - 1]?.nodes.at(-1)?.type === 'break'
    return index > 0 && !hard ? [{ type: 'text', value: '\n' }, ...nodes] : [...nodes]
  })
  if (joined.at(-1)?.type === 'break') joined.pop()
  return joined
}

function keepLines(paragraph: Paragraph, kept: readonly SourceLine[], next: SourceLine | undefined): void {
  paragraph.children = join(kept)
  const cut = next?.nodes[0]?.position?.start
  if (!paragraph.position || !cut) return
  const lineStart = { line: cut.line, column: 1, offset: (cut.offset ?? 0) - (cut.column - 1) }
  paragraph.position = { start: paragraph.position.start, end: lineStart }
}

type End = NonNullable<Paragraph['position']>['end']

/** Groups lines to blocks: neighbouring picture lines are one, everything between them is one. */
function blocksOf(lines: readonly SourceLine[], end: End | undefined): Paragraph[] {
  const groups: SourceLine[][] = []
  for (const line of lines) {
    const group = groups.at(-1)
    if (group?.[0] && isPictureLine(group[0]) === isPictureLine(line)) group.push(line)
    else groups.push([line])
  }
  return groups.map((group, index): Paragraph => {
    const start = group[0]?.nodes.find(node => node.position)?.position?.start
    const next = groups[index + 1]?.[0]?.nodes.find(node => node.position)?.position?.start ?? end
    const position = start && next ? { position: { start, end: next } } : {}
    return { type: 'paragraph', children: join(group), ...position }
  })
}

function isPictureLine(line: SourceLine): boolean {
  return line.nodes.some(isMediaBlock) && line.nodes.every(node => isMediaBlock(node) || isSpace(node))
}

/** Whether a line holds tags and pictures and nothing else. */
function isTagLine(line: SourceLine): boolean {
  const isTag = (node: Nodes) =>
    (node.type === 'html' && /^<\/?[a-z]/i.test(node.value)) || isMediaBlock(node)
  return line.nodes.some(isTag) && line.nodes.every(node => isTag(node) || isSpace(node))
}

function isSpace(node: Nodes): boolean {
  return node.type === 'break' || (node.type === 'text' && node.value.trim() === '')
}
