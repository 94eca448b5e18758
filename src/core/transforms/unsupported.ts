// Formulas and diagrams, which are shown as their source until they can be drawn, and reported.

import type { Code, Nodes, Paragraph, PhrasingContent, RootContent, Text } from 'mdast'
import type { Deck, Position } from '../deck/deck.ts'
import { diagnostic } from '../deck/diagnostic.ts'
import type { Context } from './context.ts'
import { holds } from './holds.ts'
import { wordsOf } from './words.ts'

/**
 * Fences of `math` and `mermaid` stay code. A paragraph `$$…$$` becomes such a fence; `$…$` in running text becomes
 * code where the deck has `math: true`. Reports `math-unsupported` and `diagram-unsupported`.
 */
export function showSources(deck: Deck, context: Context): Deck {
  const mayBe = (node: Nodes): boolean =>
    node.type === 'code' ? sources.test(node.lang ?? '') : node.type === 'text' && node.value.includes('$')
  for (const slide of deck.slides) {
    const trees = [slide.body, slide.handout].filter(tree => tree && holds(tree, mayBe))
    if (trees.length === 0) continue
    const file = slide.file ?? deck.source.path
    const search: Search = {
      inline: deck.meta.math,
      source: slide.file ? '' : deck.source.text,
      report: (rule, message, node) =>
        context.report(diagnostic(file, rule, message, { position: node.position as Position | undefined })),
    }
    for (const tree of trees) if (tree) visit(tree, search)
  }
  return deck
}

/** Languages that are drawn elsewhere. */
const sources = /^(?:math|mermaid)$/i

interface Search {
  readonly inline: boolean
  /** The text that positions count in; '' where it is not at hand. */
  readonly source: string
  readonly report: (rule: 'math-unsupported' | 'diagram-unsupported', message: string, node: Nodes) => void
}

function visit(node: Nodes, search: Search): void {
  if (!('children' in node)) return
  let changed = false
  const children = (node.children as RootContent[]).flatMap((child): RootContent[] => {
    const shown = inSource(child, search)
    if (shown[0] !== child || shown.length > 1) changed = true
    return shown
  })
  if (changed) node.children = children as typeof node.children
}

/** What stands in the place of a node: itself, or code where it was a formula. */
function inSource(node: RootContent, search: Search): RootContent[] {
  if (node.type === 'text') return search.inline ? inlineFormulas(node, search) : [node]
  const block = node.type === 'paragraph' ? (formulaOf(node, search) ?? node) : node
  if (block.type === 'code') {
    const language = block.lang?.toLowerCase()
    if (language === 'math') search.report('math-unsupported', 'This formula is shown as its source', block)
    if (language === 'mermaid') {
      search.report('diagram-unsupported', 'This `mermaid` diagram is shown as its source', block)
    }
  } else visit(block, search)
  return [block]
}

function formulaOf(paragraph: Paragraph, search: Search): Code | undefined {
  const first = paragraph.children[0]
  if (first?.type !== 'text' || !first.value.startsWith('$$')) return undefined
  const { start, end } = paragraph.position ?? {}
  const written = search.source.slice(start?.offset ?? 0, end?.offset ?? 0).trim() || wordsOf(paragraph)
  const inside = /^\$\$([\s\S]+)\$\$$/.exec(written)?.[1]?.trim()
  if (!inside || inside.includes('$$')) return undefined
  const { position } = paragraph
  return { type: 'code', lang: 'math', value: inside, ...(position ? { position } : {}) }
}

function inlineFormulas(node: Text, search: Search): PhrasingContent[] {
  // As pandoc has it: no blank inside the dollars at either end, no digit right behind.
  const pieces = node.value.split(/(?<![\\$\w])(\$(?=\S)[^$\n]*[^\s\\$]\$)(?![\w$])/)
  if (pieces.length === 1) return [node]
  return pieces.flatMap((value, index): PhrasingContent[] => {
    if (value === '') return []
    if (index % 2 === 0) return [{ type: 'text', value }]
    search.report('math-unsupported', `The formula \`${value}\` is shown as its source`, node)
    return [{ type: 'inlineCode', value }]
  })
}
