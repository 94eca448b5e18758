// Every rule must have a section that says what to do.

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { rules } from './rules.ts'

const page = readFileSync(new URL('../../../docs/diagnostics.md', import.meta.url), 'utf8')
const sections = [...page.matchAll(/^## (.+)$/gm)].map(match => match[1])

test('each rule has its section in docs/diagnostics.md, and each section its rule', () => {
  expect(sections.toSorted()).toEqual(Object.keys(rules).toSorted())
})

test('each section says what to do', () => {
  for (const section of page.split(/^## /m).slice(1)) {
    expect(section, section.split('\n')[0]).toContain('**What to do.**')
  }
})
