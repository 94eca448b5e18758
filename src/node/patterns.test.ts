// Turned patterns colour as the grammars' own do.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createHighlighterCore } from 'shiki/core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { samples, writePatterns } from '../../scripts/patterns.mjs'
import { createPatternEngine } from './patterns.ts'

const folder = mkdtempSync(join(tmpdir(), 'deckhand-patterns-'))
beforeAll(() => writePatterns(folder))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const theme = {
  name: 'any',
  settings: [{ settings: { foreground: '#000' } }, { scope: 'string', settings: { foreground: '#111' } }],
}

async function colour(id: string, code: string, from: string): Promise<unknown> {
  const grammar = (await import(`shiki/langs/${id}.mjs`)).default
  const { engine, learn } = createPatternEngine(from)
  learn(id)
  const core = await createHighlighterCore({ themes: [theme], langs: [grammar], engine })
  const tokens = core.codeToTokensBase(code, { lang: id, theme: 'any', includeExplanation: 'scopeName' })
  core.dispose()
  return tokens
}

test.each(samples)('$id', async ({ id, code }) => {
  const turned = await colour(id, code, folder)
  const own = await colour(id, code, join(folder, 'no-such'))
  expect(turned).toEqual(own)
})
