// Our own talks pass their own check, with a browser.

import { expect, test } from '@playwright/test'
import { deckhand } from './site.ts'

test('our own talks have nothing that a check finds', () => {
  test.setTimeout(240_000)
  const { stdout, stderr } = deckhand('check', 'decks', '--browser', '--json')
  expect(stderr).toBe('')
  expect(JSON.parse(stdout)).toMatchObject({ browser: true, diagnostics: [] })
})
