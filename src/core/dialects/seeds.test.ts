// A real Cleaver deck, unedited, where it lies beside the repository; elsewhere there is nothing to test.

import type { Nodes } from 'mdast'
import { describe, expect, test } from 'vitest'
import type { Deck } from '../deck/deck.ts'
import { read } from '../read.ts'
import { splitLines } from '../syntax/lines.ts'
import { seeds } from './fixtures.test-aid.ts'
import { dialects } from './index.ts'

const source = seeds.find(({ path }) => path.startsWith('001_'))

describe.skipIf(!source)('a deck of 2016', () => {
  const deck = read(source ?? { path: '', text: '' })

  test('is known for Cleaver', () => {
    expect(deck.dialect).toBe('cleaver')
    expect(deck.meta).toMatchObject({ scheme: 'dark', closing: 'author', progress: true, controls: true })
    expect(deck.meta.authors[0]?.accounts?.github).toBe('https://github.com/pgporada')
  })

  test('has every slide that was written, and no error', () => {
    expect(deck.slides).toHaveLength(58)
    expect(deck.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  })

  test('has three demos, each with its heading', () => {
    const demos = deck.slides.filter(({ title }) => title?.startsWith('DEMO'))
    expect(demos.map(({ title, layout }) => [title, layout])).toEqual([
      ['DEMO-1', 'center'],
      ['DEMO-2', 'center'],
      ['DEMO-3', 'center'],
    ])
  })

  test('has its 18 blocks of code', () => {
    expect(deck.slides.flatMap(({ body }) => codes(body))).toHaveLength(18)
  })

  test('loses no word', () => {
    const kinds = dialects.find(({ name }) => name === deck.dialect)?.account(deck.source) ?? []
    const shown = splitLines(deck.source.text).filter(({ number }) => kinds[number - 1] === 'slide')
    // A raw heading becomes a heading.
    const written = shown.map(({ text }) => text.replace(/<\/?h[1-6]>/g, ''))
    expect(words(said(deck))).toEqual(words(written.join('\n')))
  })
})

function codes(node: Nodes): Nodes[] {
  if (node.type === 'code') return [node]
  return 'children' in node ? node.children.flatMap(codes) : []
}

/** Everything that a deck holds, in order, addresses and raw HTML too. */
function said(deck: Deck): string {
  const gather = (node: Nodes): string => {
    if ('value' in node) return node.value
    return 'children' in node
      ? node.children.map(gather).join('children' in (node.children[0] ?? {}) ? '\n' : '')
      : ''
  }
  return deck.slides.map(({ body }) => gather(body)).join('\n')
}

/** Letters and digits, since a reader may take signs for marks; the order counts. */
function words(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? []
}
