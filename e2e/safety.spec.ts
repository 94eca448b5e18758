// What a hostile deck can do to those who open it: nothing.

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { expect, test } from '@playwright/test'
import { deckhand, site } from './site.ts'

test('no script of a deck runs, and the talk works all the same', async ({ page }) => {
  const dialogs: string[] = []
  page.on('dialog', dialog => {
    dialogs.push(dialog.message())
    return dialog.dismiss()
  })
  const elsewhere: string[] = []
  page.on('request', request => {
    if (request.url().includes('evil.example')) elsewhere.push(request.url())
  })
  await page.goto('hostile/')
  await expect(page.locator('.reveal.ready')).toBeVisible()
  for (let slide = 0; slide < 4; slide++) await page.keyboard.press('ArrowRight')
  for (const link of await page.locator('.slide a').all()) await link.dispatchEvent('click')
  expect(await page.evaluate(() => (window as unknown as { hacked?: number }).hacked)).toBeUndefined()
  expect(dialogs).toEqual([])
  expect(elsewhere).toEqual([])
  expect(await page.title()).toContain('</title><script>')
})

test.describe('as it is published', () => {
  test.use({ javaScriptEnabled: false })

  test('the page holds no handler, no style attribute and no script address', async ({ page }) => {
    await page.goto('hostile/')
    const attributes = await page
      .locator('*')
      .evaluateAll(all =>
        all.flatMap(element => [...element.attributes].map(({ name, value }) => [name, value])),
      )
    expect(attributes.length).toBeGreaterThan(50)
    for (const [name = '', value = ''] of attributes) {
      expect(name).not.toMatch(/^on|^style$|^srcdoc$|^action$|^formaction$/i)
      if (/href|src/i.test(name)) expect(value).not.toMatch(/^\s*(?:javascript|vbscript|data:text)/i)
    }
    const scripts = await page
      .locator('script')
      .evaluateAll(all => all.map(script => script.textContent ?? ''))
    expect(scripts.join('')).not.toContain('hacked')
  })
})

test('private notes are in no published byte', () => {
  for (const [name, bytes] of published(site)) expect(bytes.includes('CANARY'), name).toBe(false)
})

test('the site is the same, byte for byte, whatever the notes say', () => {
  const folder = mkdtempSync(join(tmpdir(), 'deckhand-notes-'))
  const deck = readFileSync(join(import.meta.dirname, 'decks', 'steps.md'), 'utf8')
  const notes: Record<string, string> = {
    original: 'CANARY-list only the speaker sees this.',
    empty: '',
    long: 'CANARY\n\n```js\nCANARY()\n```\n\n![CANARY](CANARY.png) [CANARY](#/CANARY) <b>CANARY\n\n[^CANARY]\n',
  }
  const [first, ...others] = Object.entries(notes).map(([name, words]) => {
    const room = join(folder, name)
    mkdirSync(room)
    writeFileSync(join(room, 'talk.md'), deck.replace(notes.original ?? '', words))
    const run = deckhand('build', join(room, 'talk.md'), '--out', join(room, 'site'), '--quiet')
    expect(run.status, run.stderr).toBe(0)
    return published(join(room, 'site'))
  })
  for (const other of others) expect(other).toEqual(first)
  rmSync(folder, { recursive: true })
})

/** Every file of a site and its bytes, as text that no byte is lost in. */
function published(folder: string): [name: string, bytes: string][] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map((entry): [string, string] => {
      const path = join(entry.parentPath, entry.name)
      return [relative(folder, path), readFileSync(path, 'latin1')]
    })
    .sort(([a], [b]) => (a < b ? -1 : 1))
}
