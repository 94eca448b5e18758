// Markdown to mdast: CommonMark and GFM, with the few rules that decks add.

import type { Root } from 'mdast'
import type { Extension } from 'micromark-util-types'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { type Processor, unified } from 'unified'
import { convertHeadings } from './html-heading.ts'
import { htmlLine } from './html-line.ts'
import { looseHeading } from './loose-heading.ts'
import { readPlain } from './plain/index.ts'

export type { ParseMarkdown } from './parse-markdown.ts'

const deckRules: Extension = {
  flow: { 35: looseHeading, 60: htmlLine },
  disable: { null: ['htmlFlow'] },
}

const plain = unified().use(remarkParse).use(remarkGfm).freeze()
const deck = unified().use(remarkParse).use(remarkGfm).use(addDeckRules).freeze()

function addDeckRules(this: Processor): void {
  const data = this.data() as { micromarkExtensions?: Extension[] }
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), deckRules]
}

/**
 * Parses a slice of a deck: headings without a blank behind the hashes, lines of inline tags that open no HTML
 * block, raw headings.
 *
 * @param text LF line ends
 * @param ask `deck: false` gives CommonMark and GFM without the rules that decks add
 */
export function parseMarkdown(text: string, ask: { readonly deck?: boolean } = {}): Root {
  if (ask.deck === false) return plain.parse(text)
  return readPlain(text) ?? parseWhole(text)
}

/**
 * The same as `parseMarkdown`, without the quick reader before it: what the whole parser says decides.
 *
 * @param text LF line ends
 */
export function parseWhole(text: string): Root {
  const root = deck.parse(text)
  convertHeadings(root, inline => plain.parse(inline))
  return root
}
