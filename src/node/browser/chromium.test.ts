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

test.runIf(process.platform !== 'win32').each([
  ['ends at once', 'exit 7'],
  ['is killed', 'kill -9 $$'],
])('a browser that %s is an error', async (_, script) => {
  await expect(startBrowser(impostor(script))).rejects.toThrow(BrowserError)
})

test('a browser that is not there is an error, said in one line', async () => {
  const error = await startBrowser(join(place, 'nothing')).catch((error: unknown) => error)
  expect(error).toBeInstanceOf(BrowserError)
  expect(String(error)).not.toContain('\n')
})
