import { expect, test } from 'vitest'
import { publish } from './publish.ts'
import { read } from './read.ts'
import { transform } from './transform.ts'

const text =
  '# T\n\n- a\n\nNote: secret one\n\n. . .\n\nsecret two [x](#secret)\n\n--\n\n# T\n\n- a\n- b\n\n???\nsecret three'

test('notes of slides and steps stay behind, and the text that holds them', () => {
  const deck = transform(read({ path: 'talk.md', text }))
  expect(JSON.stringify(deck.slides)).toContain('secret three')
  expect(JSON.stringify(publish(deck))).not.toContain('secret')
})

test('a problem in notes stays behind, a problem of the slide does not', () => {
  const deck = transform(read({ path: 'talk.md', text }))
  const children = deck.slides[0]?.notes?.children ?? []
  const place = children[0]?.position as NonNullable<(typeof deck.diagnostics)[number]['position']>
  const problem = { file: 'talk.md', rule: 'html-unclosed', severity: 'warning', message: 'x' } as const
  const slide = deck.slides[0]?.position ?? place
  const diagnostics = [
    { ...problem, position: place },
    { ...problem, position: slide, message: 'of the slide' },
    { ...problem, message: 'of the deck' },
  ]
  expect(publish({ ...deck, diagnostics }).diagnostics.map(each => each.message)).toEqual([
    'of the slide',
    'of the deck',
  ])
})
