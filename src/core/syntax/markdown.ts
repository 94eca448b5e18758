// Markdown to mdast: what is plain by a quick reader, all else by the whole parser.

import type { Root } from 'mdast'
import { readPlain } from './plain/index.ts'
import { parseStandard, parseWhole } from './whole.ts'

export type { ParseMarkdown } from './parse-markdown.ts'

/**
 * Parses a slice of a deck: headings without a blank behind the hashes, lines of inline tags that open no HTML
 * block, raw headings.
 *
 * @param text LF line ends
 * @param ask `deck: false` gives CommonMark and GFM without the rules that decks add
 */
export function parseMarkdown(text: string, ask: { readonly deck?: boolean } = {}): Root {
  if (ask.deck === false) return parseStandard(text)
  return readPlain(text) ?? parseWhole(text)
}
