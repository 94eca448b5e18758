// What the author is told and may do: problems and their places, the editor, the bar, keys, and how the server is started.

import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { connected, current, type Live, open, stand, startLive } from './live.ts'
import { deck, files, talk } from './live-deck.ts'

let live: Live
let tools = ''
test.beforeEach(() => {
  tools = mkdtempSync(join(tmpdir(), 'deckhand-tools-'))
})
test.afterEach(async () => {
  await live?.stop()
  rmSync(tools, { recursive: true, force: true })
})

/** A program that writes down what it is asked to open, and how to read that. */
function stub(name: string): { path: string; asked: () => string } {
  const path = join(tools, name)
  const log = join(tools, `${name}.log`)
  writeFileSync(path, `#!/bin/sh\nprintf '%s\\n' "$*" >> '${log}'\n`)
  chmodSync(path, 0o755)
  return { path, asked: () => (existsSync(log) ? readFileSync(log, 'utf8') : '') }
}

test('an error keeps the last good slides under a panel with the place, and a click opens it', async ({
  page,
}) => {
  const editor = stub('code')
  live = await startLive(files, [], { env: { LAUNCH_EDITOR: editor.path } })
  await open(page, `${live.url()}talk/#/cargo/2`)
  live.write({ [talk]: deck.replace('author: Ada', 'author: [Ada').replace('- barrels', '- oil') })
  const panel = page.getByRole('alert')
  await expect(panel).toBeVisible()
  await expect(panel).toContainText('last good slides')
  await expect(panel).toContainText('decks/talk.md:3:13')
  await expect(panel).toContainText('3 | author: [Ada')
  await expect(panel).toContainText('front-matter-syntax')
  await expect(current(page)).toContainText('barrels')
  expect(await stand(page)).toEqual({ key: 'cargo', steps: 2 })
  await panel.locator('.author-problem').first().click()
  await expect.poll(editor.asked).toContain(`${live.path(talk)}:3:13`)
  live.write({ [talk]: deck.replace('- barrels', '- oil') })
  await expect(panel).toBeHidden()
  await expect(current(page)).toContainText('oil')
  expect(await stand(page)).toEqual({ key: 'cargo', steps: 2 })
})

test('warnings are a quiet badge with a list', async ({ page }) => {
  const editor = stub('code')
  live = await startLive(files, [], { env: { LAUNCH_EDITOR: editor.path } })
  await open(page, `${live.url()}talk/#/ships`)
  const badge = page.locator('.author-problems')
  await expect(badge).toBeHidden()
  live.edit(talk, text => text.replace('A ship is', '![A ship](gone.png)\n\nA ship is'))
  await expect(badge).toHaveText('1 problem')
  await expect(page.getByRole('alert')).toBeHidden()
  await badge.click()
  const list = page.getByRole('region', { name: 'Problems' })
  await expect(list).toContainText('image-missing')
  await expect(list).toContainText('gone.png')
  await list.locator('.author-problem').click()
  await expect.poll(editor.asked).toContain(`${live.path(talk)}:15:1`)
  live.edit(talk, text => text.replace('![A ship]', '![]'))
  await expect(badge).toHaveText('1 problem, 1 remark')
  live.edit(talk, text => text.replace('![](gone.png)\n\n', ''))
  await expect(badge).toBeHidden()
  await expect(list).toBeHidden()
})

test('a deck that was broken from the start says so, and shows when it is mended', async ({ page }) => {
  live = await startLive({ 'decks/talk.md': Buffer.from([0xff, 0xc3, 0x28, 0x00, 0x9f]) })
  await page.goto(`${live.url()}talk/`)
  await expect(page.getByRole('alert')).toContainText('decks/talk.md')
  live.write({ [talk]: '# Well\n' })
  await expect(page.getByRole('heading', { name: 'Well' })).toBeVisible()
  await expect(page.locator('.reveal.ready')).toBeVisible()
})

test('a server that is started again finds its pages, where they were, with what was written meanwhile', async ({
  page,
}) => {
  live = await startLive(files)
  await open(page, `${live.url()}talk/#/cargo/2`)
  await page.evaluate(() => Object.assign(window, { same: true }))
  await live.restart(() => live.edit(talk, text => text.replace('- bales', '- bales of hay')))
  await expect(current(page)).toContainText('bales of hay', { timeout: 10_000 })
  expect(await stand(page)).toEqual({ key: 'cargo', steps: 2 })
  expect(await page.evaluate(() => Reflect.get(window, 'same'))).toBe(true)
  live.edit(talk, text => text.replace('A ship is', 'A boat is'))
  await expect(current(page)).toContainText('A boat is')
})

test('Alt-click and E open the source of what is on the slide', async ({ page }) => {
  const editor = stub('code')
  live = await startLive(files, [], { env: { LAUNCH_EDITOR: editor.path } })
  await open(page, `${live.url()}talk/#/cargo/3`)
  const line = (words: string): number => deck.split('\n').findIndex(each => each.includes(words)) + 1
  await current(page)
    .getByText('bales')
    .click({ modifiers: ['Alt'] })
  await expect.poll(editor.asked).toContain(`${live.path(talk)}:${line('- bales')}:1`)
  await page.getByRole('heading', { name: 'Cargo' }).click({ modifiers: ['Alt'] })
  await expect.poll(editor.asked).toContain(`${live.path(talk)}:${line('## Cargo')}:1`)
  // A line above it moves all others; nothing on the slide has changed.
  live.edit(talk, text => text.replace('author: Ada', 'author: Ada\ndate: 2026-11-20'))
  await expect(page.locator('.deck-by')).toContainText('2026')
  await current(page)
    .getByText('boxes')
    .click({ modifiers: ['Alt'] })
  await expect.poll(editor.asked).toContain(`${live.path(talk)}:${line('- boxes') + 1}:1`)
  await page.goto(`${live.url()}talk/#/lines`)
  await connected(page)
  await current(page)
    .getByText('second')
    .click({ modifiers: ['Alt'] })
  await expect.poll(editor.asked).toContain(`${live.path(talk)}:${line('second') + 1}:1`)
  await page.keyboard.press('e')
  await expect.poll(editor.asked).toContain(`${live.path(talk)}:${line('## Lines') + 1}:1`)
  // Code from a file, and a slide from another deck, stand where they were written.
  await page.goto(`${live.url()}talk/#/code`)
  await current(page)
    .getByText('npm')
    .click({ modifiers: ['Alt'] })
  await expect.poll(editor.asked).toContain(`${live.path('decks/Dockerfile')}:2:1`)
  await page.goto(`${live.url()}talk/#/weather`)
  await current(page)
    .getByText('Rain')
    .click({ modifiers: ['Alt'] })
  await expect.poll(editor.asked).toContain(`${live.path('decks/parts/weather.md')}:3:1`)
})

test('an editor that cannot be started is said where the click was', async ({ page }) => {
  live = await startLive(files, [], { env: { LAUNCH_EDITOR: join(tools, 'no-such-editor') } })
  await open(page, `${live.url()}talk/#/ships`)
  await page.keyboard.press('e')
  await expect(page.locator('.author-state')).toContainText('no-such-editor')
  expect(live.said()).toContain('no-such-editor')
})

test('a slide that is given another title leaves no address behind that leads nowhere', async ({ page }) => {
  live = await startLive(files)
  await open(page, `${live.url()}talk/#/harbours`)
  await page.keyboard.press('ArrowRight')
  await expect(page).toHaveURL(/#\/ships$/)
  for (const title of ['Boats', 'Vessels', 'Ferries']) {
    live.edit(talk, text => text.replace(/## (Ships|Boats|Vessels)\n/, `## ${title}\n`))
    await expect(page).toHaveURL(new RegExp(`#/${title.toLowerCase()}$`))
  }
  await page.goBack()
  await expect(page).toHaveURL(/#\/harbours$/)
})

test('the bar says where the talk stands, `?` says the keys, and who presents sees neither', async ({
  page,
}) => {
  live = await startLive(files)
  await open(page, `${live.url()}talk/#/cargo/1`)
  const bar = page.getByRole('complementary', { name: 'For the author' })
  await expect(bar).toContainText('Harbours › Cargo')
  await expect(bar).toContainText('slide 3 of 8')
  await expect(bar).toContainText('step 1 of 3')
  await expect(bar).toContainText('2 words of notes')
  await page.keyboard.press('ArrowRight')
  await expect(bar).toContainText('step 2 of 3')
  await page.keyboard.press('?')
  const help = page.getByRole('dialog')
  for (const words of ['open the source in the editor', 'all slides', 'author’s bar']) {
    await expect(help).toContainText(words)
  }
  await page.keyboard.press('Escape')
  await expect(help).toBeHidden()
  await page.keyboard.press('a')
  await expect(bar).toBeHidden()
  await page.reload()
  await expect(page.locator('.reveal.ready')).toBeVisible()
  await expect(bar).toBeHidden()
  await page.keyboard.press('a')
  await expect(bar).toBeVisible()
  await page.keyboard.press('f')
  await expect(bar).toBeHidden()
})

test.describe('the server', () => {
  test('takes the next port where one is taken, or says so with --strict-port', async () => {
    const other = createServer()
    await new Promise<void>(resolve => other.listen(0, '127.0.0.1', resolve))
    const { port } = other.address() as AddressInfo
    live = await startLive(files, ['--port', String(port)])
    expect(Number(new URL(live.url()).port)).toBeGreaterThan(port)
    await expect(startLive(files, ['--port', String(port), '--strict-port'])).rejects.toThrow(
      new RegExp(`ended with 2: .*Port ${port} is taken`, 's'),
    )
    other.close()
  })

  test('opens the browser with --open', async () => {
    const browser = stub('xdg-open')
    live = await startLive(files, ['decks/talk.md', '--open'], {
      env: { PATH: `${tools}:${process.env.PATH}` },
    })
    await expect.poll(browser.asked).toBe(`${live.url()}talk/\n`)
    expect(live.said()).toContain(`Serving live at ${live.url()}talk/`)
  })

  test('says at a lost address that it is lost, and looks for no script there', async ({ page }) => {
    live = await startLive(files)
    const asked: string[] = []
    page.on('request', request => asked.push(request.url()))
    expect((await page.goto(`${live.url()}nowhere/at/all`))?.status()).toBe(404)
    await expect(page.getByRole('link', { name: 'All talks' })).toBeVisible()
    expect(asked).toEqual([`${live.url()}nowhere/at/all`])
  })

  test('tells the terminal of each save', async () => {
    live = await startLive(files)
    await expect.poll(async () => (await fetch(`${live.url()}talk/`)).text()).toContain('A ship is')
    live.edit(talk, text => text.replace('A ship is', 'A boat is'))
    await expect.poll(live.said).toMatch(/decks\/talk\.md: 1 slide changed \(\d+ ms\)/)
    live.edit(talk, text => text.replace('author: Ada', 'author: [Ada'))
    await expect.poll(live.said).toMatch(/decks\/talk\.md:3:\d+ error front-matter-syntax/)
    expect(live.said()).toContain('the last good slides stay')
    live.write({ [talk]: deck })
    await expect.poll(live.said).toContain('all is well again')
  })

  test('leaves nothing in the folder but its cache', async () => {
    live = await startLive({ ...files, 'node_modules/keep.txt': '' })
    await expect.poll(async () => (await fetch(`${live.url()}talk/`)).status).toBe(200)
    mkdirSync(live.path('decks/more'))
    await expect.poll(async () => (await fetch(live.url())).status).toBe(200)
    expect(existsSync(live.path('.deckhand'))).toBe(false)
    expect(existsSync(live.path('dist'))).toBe(false)
  })
})
