// The whole Markdown parser: CommonMark and GFM, with the few rules that decks add. A thread loads it when it is needed.

import type { Root } from 'mdast'
import type { Extension } from 'micromark-util-types'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { type Processor, unified } from 'unified'
import { convertHeadings } from './html-heading.ts'
import { htmlLine } from './html-line.ts'
import { looseHeading } from './loose-heading.ts'

const deckRules: Extension = {
  flow: { 35: looseHeading, 60: htmlLine },
  disable: { null: ['htmlFlow'] },
}

const standard = unified().use(remarkParse).use(remarkGfm).freeze()
const deck = unified().use(remarkParse).use(remarkGfm).use(addDeckRules).freeze()

function addDeckRules(this: Processor): void {
  const data = this.data() as { micromarkExtensions?: Extension[] }
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), deckRules]
}

/**
 * The same as `parseMarkdown`, without the quick reader before it: what the whole parser says decides.
 *
 * @param text LF line ends
 */
export function parseWhole(text: string): Root {
  const root = deck.parse(text)
  convertHeadings(root, parseStandard)
  return root
}

/**
 * CommonMark and GFM without the rules that decks add.
 *
 * @param text LF line ends
 */
export function parseStandard(text: string): Root {
  return standard.parse(text)
}
