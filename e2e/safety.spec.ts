// What a hostile deck can do to those who open it: nothing.

import { expect, test } from '@playwright/test'

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

test('private notes are in no published byte', async () => {
  const { readdirSync, readFileSync } = await import('node:fs')
  const { join } = await import('node:path')
  const { site } = await import('./site.ts')
  for (const name of readdirSync(site, { recursive: true, withFileTypes: true })) {
    if (!name.isFile()) continue
    const bytes = readFileSync(join(name.parentPath, name.name))
    expect(bytes.includes('CANARY'), join(name.parentPath, name.name)).toBe(false)
  }
})
