// Formulas and diagrams, which are shown as their source until they can be drawn, and said so.

import type { Code, Nodes, Paragraph, PhrasingContent, RootContent } from 'mdast'
import type { Deck, Position } from '../deck/deck.ts'
import { diagnostic } from '../deck/diagnostic.ts'
import type { Context } from './context.ts'
import { wordsOf } from './words.ts'

/**
 * Fences of `math` and `mermaid` stay code. A paragraph `$$…$$` becomes such a fence; `$…$` in running text
 * becomes code where the deck has `math: true`. Each is reported once, as `math-unsupported` or
 * `diagram-unsupported`.
 */
export function reportUnsupported(deck: Deck, context: Context): Deck {
  for (const slide of deck.slides) {
    const file = slide.file ?? deck.source.path
    const search: Search = {
      inline: deck.meta.math,
      source: slide.file ? '' : deck.source.text,
      report: (rule, message, node) =>
        context.report(diagnostic(file, rule, message, { position: node.position as Position | undefined })),
    }
    for (const tree of [slide.body, slide.handout]) if (tree) visit(tree, search)
  }
  return deck
}

interface Search {
  readonly inline: boolean
  /** The text that positions count in; '' where it is not at hand. */
  readonly source: string
  readonly report: (rule: 'math-unsupported' | 'diagram-unsupported', message: string, node: Nodes) => void
}

function visit(node: Nodes, search: Search): void {
  if (node.type === 'code') {
    const lang = node.lang?.toLowerCase()
    if (lang === 'math' || lang === 'latex-math')
      search.report('math-unsupported', 'A formula is shown as its source', node)
    if (lang === 'mermaid')
      search.report('diagram-unsupported', 'A `mermaid` diagram is shown as its source', node)
  }
  if (!('children' in node)) return
  node.children = (node.children as RootContent[]).flatMap((child): RootContent[] => {
    if (child.type === 'paragraph') {
      const formula = formulaOf(child, search)
      if (formula) {
        search.report('math-unsupported', 'A formula is shown as its source', formula)
        return [formula]
      }
    }
    if (child.type === 'text' && search.inline) return inlineFormulas(child.value, child, search)
    visit(child, search)
    return [child]
  }) as typeof node.children
}

function formulaOf(paragraph: Paragraph, search: Search): Code | undefined {
  const first = paragraph.children[0]
  if (first?.type !== 'text' || !first.value.startsWith('$$')) return undefined
  const { start, end } = paragraph.position ?? {}
  const written = search.source.slice(start?.offset ?? 0, end?.offset ?? 0).trim() || wordsOf(paragraph)
  const inside = /^\$\$([\s\S]+)\$\$$/.exec(written)
  if (!inside) return undefined
  const { position } = paragraph
  return { type: 'code', lang: 'math', value: (inside[1] ?? '').trim(), ...(position ? { position } : {}) }
}

function inlineFormulas(value: string, node: Nodes, search: Search): PhrasingContent[] {
  const pieces = value.split(/((?<![\\$\w])\$(?=\S)[^$\n]*?[^\s\\$]\$(?![\w$]))/)
  return pieces.flatMap((piece, index): PhrasingContent[] => {
    if (piece === '') return []
    if (index % 2 === 0)
      return [pieces.length === 1 ? (node as PhrasingContent) : { type: 'text', value: piece }]
    search.report('math-unsupported', `The formula \`${piece}\` is shown as its source`, node)
    return [{ type: 'inlineCode', value: piece }]
  })
}
