import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { read } from '../../core/index.ts'
import { fill } from './template.ts'

const text = `---
title: {{title as yaml}}
author: {{author as yaml}}
date: {{date}}
---

# {{title}}

{{author}} · {{month}}
`
const day = new Date(2026, 10, 3)
const said = (title: string, author: string) => {
  const deck = read({ path: 'talk.md', text: fill(text, { title, author, day }) })
  return {
    title: deck.meta.title,
    heading: deck.slides[0]?.title,
    authors: deck.meta.authors.map(({ name }) => name),
    problems: deck.diagnostics.map(({ message }) => message),
  }
}

describe('fill', () => {
  it('dates the deck, and names nobody where nobody is known', () => {
    const filled = fill(text, { title: 'Tides', author: '', day })
    expect(filled).toBe('---\ntitle: Tides\ndate: 2026-11-03\n---\n\n# Tides\n\nNovember 2026\n')
  })

  it.each([
    'C# & friends: why?',
    'A tale of two #',
    '__init__ and snake_case',
    '*Bold* [claims] <b>',
    '- a dash',
    '1. first',
    'true',
    '"quoted" \\ back',
    '100 % & &amp;',
    '{step} {{title}}',
    '2026-11-03',
    '`docker run`',
    '~~not~~ ![this](x)',
  ])('shows the title %s as it is', title => {
    expect(said(title, 'Ada "A." Example')).toEqual({
      title,
      heading: title,
      authors: ['Ada "A." Example'],
      problems: [],
    })
  })

  it('shows any title as it is', () => {
    const piece = fc.constantFrom(...'ab 1-_*#[](){}<>&`~\\!|:=+.\'"$@^/é🚀')
    const title = fc
      .array(piece, { minLength: 1, maxLength: 12 })
      .map(pieces => `x${pieces.join('')}`.replace(/\s+/g, ' ').trim())
    fc.assert(
      fc.property(title, words => {
        expect(said(words, '').heading).toBe(words)
        expect(said(words, '').title).toBe(words)
      }),
      { numRuns: 300 },
    )
  })
})
