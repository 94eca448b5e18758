import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { BrowserError, startBrowser } from './chromium.ts'

let place: string
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'deckhand-browser-test-'))
})
afterEach(() => rmSync(place, { recursive: true, force: true }))

/** A program that is no browser. */
function impostor(script: string): string {
  const file = join(place, 'browser')
  writeFileSync(file, `#!/bin/sh\n${script}\n`)
  chmodSync(file, 0o755)
  return file
}
const size = { width: 10, height: 10 }

test.runIf(process.platform !== 'win32').each([
  ['ends at once', 'exit 7'],
  ['is killed', 'kill -9 $$'],
])('a browser that %s is an error, and can be closed', async (_, script) => {
  const browser = startBrowser(impostor(script))
  await expect(browser.run('about:blank', '1', size)).rejects.toThrow(BrowserError)
  await browser.close()
})

test('a browser that is not there is an error, and can be closed', async () => {
  const browser = startBrowser(join(place, 'nothing'))
  await expect(browser.run('about:blank', '1', size)).rejects.toThrow(BrowserError)
  await browser.close()
})
