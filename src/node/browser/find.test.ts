import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findBrowser } from './find.ts'

let home: string
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'deckhand-find-'))
})
afterEach(() => rmSync(home, { recursive: true, force: true }))

/** A file that can be run. */
function program(path: string): string {
  const file = join(home, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, '')
  chmodSync(file, 0o755)
  return file
}

test('what the environment names comes before what the path has', () => {
  const named = program('own/browser')
  const found = program('bin/chromium')
  const PATH = [join(home, 'none'), dirname(found)].join(delimiter)
  expect(findBrowser({ HOME: home, PATH })).toBe(found)
  expect(findBrowser({ HOME: home, PATH, CHROME_PATH: named })).toBe(named)
  expect(findBrowser({ HOME: home, PATH, CHROME_PATH: join(home, 'gone') })).toBe(found)
})

test('of the browsers of Playwright it is the newest', () => {
  program('.cache/ms-playwright/chromium-999/chrome-linux/chrome')
  const newest = program('.cache/ms-playwright/chromium-1200/chrome-linux/chrome')
  expect(findBrowser({ HOME: home, PATH: '' })).toBe(newest)
})

test.runIf(process.platform === 'linux')('a file that cannot be run is none', () => {
  chmodSync(program('bin/chromium'), 0o644)
  expect(findBrowser({ HOME: home, PATH: join(home, 'bin') })).toBeUndefined()
})
