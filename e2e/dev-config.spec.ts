// The configuration is live: what a save of it changes, and what holds while it cannot be used.

import { rmSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { current, type Live, open, startLive } from './live.ts'
import { files } from './live-deck.ts'

let live: Live
test.beforeAll(async () => {
  live = await startLive({
    ...files,
    'package.json': '{}\n',
    'decks/talk.md': '# Harbours\n\n![](crane.svg)\n\n--\n\n## Ships\n\n- one\n- two\n',
  })
})
test.afterAll(() => live.stop())

const config = (text: object): void => live.write({ 'deckhand.config.json': JSON.stringify(text, null, 2) })

test('a configuration that is created, changed, broken, mended and deleted shows at once', async ({
  page,
}) => {
  await open(page, `${live.url()}talk/#/ships`)
  const footer = page.locator('.reveal')
  const problems = page.locator('.author-overlay .author-problem')
  await expect(footer).not.toHaveAttribute('data-footer', /./)
  await page.evaluate(() => Object.assign(window, { same: true }))

  await test.step('created: decks have its defaults', async () => {
    config({ defaults: { footer: 'Ada 2026', scheme: 'dark' } })
    await expect(footer).toHaveAttribute('data-footer', 'Ada 2026')
    await expect(page.locator('html')).toHaveAttribute('data-scheme', 'dark')
    await expect(current(page)).toHaveId('ships')
  })

  await test.step('broken: the last good one holds, and the place is named', async () => {
    live.write({
      'deckhand.config.json': '{\n  "defaults": { "footer": "Eve" },\n  "rules": { "image-atl": "off" }\n}\n',
    })
    await expect(problems.first()).toContainText('deckhand.config.json:3:14')
    await expect(problems.first()).toContainText('Did you mean `image-alt`?')
    await expect(page.locator('.author-overlay')).toContainText('the last good configuration holds')
    await expect(footer).toHaveAttribute('data-footer', 'Ada 2026')
    live.write({ 'deckhand.config.json': '{ "defaults": ' })
    await expect(problems.first()).toContainText('config-syntax')
  })

  await test.step('mended: the panel goes, and what it says holds', async () => {
    config({ defaults: { footer: 'Eve' } })
    await expect(page.locator('.author-overlay')).toBeHidden()
    await expect(footer).toHaveAttribute('data-footer', 'Eve')
    expect(live.said()).toContain('deckhand.config.json: all is well again')
  })

  await test.step('rules: problems are counted anew', async () => {
    await expect(page.locator('.author-list')).toContainText('image-alt')
    config({ defaults: { footer: 'Eve' }, rules: { 'image-alt': 'off' } })
    await expect(page.locator('.author-list')).not.toContainText('image-alt')
  })

  await test.step('port: says that it holds from the next start on', async () => {
    config({ defaults: { footer: 'Eve' }, rules: { 'image-alt': 'off' }, timeLimit: 9000 })
    await expect
      .poll(() => live.said())
      .toContain('`timeLimit` of the configuration holds from the next start on')
  })

  await test.step('deleted: as if there had never been one', async () => {
    rmSync(live.path('deckhand.config.json'))
    await expect(footer).not.toHaveAttribute('data-footer', /./)
  })

  await test.step('code, and what it imports', async () => {
    live.write({
      'words.ts': "export const footer: string = 'Grace'\n",
      'deckhand.config.ts': `import { defineConfig } from 'deckhand'\nimport { footer } from './words.ts'\n\nexport default defineConfig({ title: 'Harbour talks', defaults: { footer } })\n`,
    })
    await expect(footer).toHaveAttribute('data-footer', 'Grace')
    live.write({ 'words.ts': "export const footer: string = 'Hedy'\n" })
    await expect(footer).toHaveAttribute('data-footer', 'Hedy')
    live.write({ 'words.ts': 'export const footer: string =\n' })
    await expect(problems.first()).toContainText('words.ts:')
    live.write({ 'words.ts': "export const footer: string = 'Joan'\n" })
    await expect(page.locator('.author-overlay')).toBeHidden()
    await expect(footer).toHaveAttribute('data-footer', 'Joan')
  })

  // None of it was a reload.
  expect(await page.evaluate(() => 'same' in window)).toBe(true)
  await page.goto(live.url())
  await expect(page.locator('h1')).toHaveText('Harbour talks')
})

test('hosts that the configuration allows are answered', async ({ request }) => {
  const { port } = new URL(live.url())
  const ask = async (host: string): Promise<number> =>
    (await request.get(live.url(), { headers: { host: `${host}:${port}` } })).status()
  expect(await ask('talks.test')).toBe(403)
  rmSync(live.path('deckhand.config.ts'), { force: true })
  config({ allowedHosts: ['talks.test', '.example.org'] })
  await expect.poll(() => ask('talks.test')).toBe(200)
  expect(await ask('a.example.org')).toBe(200)
  expect(await ask('example.org')).toBe(403)
})
