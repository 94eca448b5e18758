// Formulas, which are shown as their source until they can be set.

import type { Code, Nodes, Paragraph, PhrasingContent, RootContent, Text } from 'mdast'
import type { Deck, Position } from '../deck/deck.ts'
import { diagnostic } from '../deck/diagnostic.ts'
import type { Context } from './context.ts'
import { wordsOf } from './words.ts'

/**
 * A paragraph `$$…$$` becomes a code block of language `math`, which the `code` transform reports; `$…$` in running
 * text becomes code where the deck has `math: true`, and each is reported here (`math-unsupported`).
 */
export function showFormulas(deck: Deck, context: Context): Deck {
  for (const slide of deck.slides) {
    const file = slide.file ?? deck.source.path
    const search: Search = {
      inline: deck.meta.math,
      source: slide.file ? '' : deck.source.text,
      report: (formula, position) =>
        context.report(
          diagnostic(file, 'math-unsupported', `The formula \`${formula}\` is shown as its source`, {
            position,
          }),
        ),
    }
    for (const tree of [slide.body, slide.handout]) if (tree) visit(tree, search)
  }
  return deck
}

interface Search {
  readonly inline: boolean
  /** The text that positions count in; '' where it is not at hand. */
  readonly source: string
  readonly report: (formula: string, position: Position | undefined) => void
}

function visit(node: Nodes, search: Search): void {
  if (!('children' in node)) return
  node.children = (node.children as RootContent[]).flatMap((child): RootContent[] => {
    const formula = child.type === 'paragraph' ? formulaOf(child, search) : undefined
    if (formula) return [formula]
    if (child.type === 'text') return search.inline ? inlineFormulas(child, search) : [child]
    visit(child, search)
    return [child]
  }) as typeof node.children
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
    search.report(value, node.position as Position | undefined)
    return [{ type: 'inlineCode', value }]
  })
}
