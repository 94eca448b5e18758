// The start of the author's loop: the first slides of a talk are there before the rest of it has been worked.

import { expect, type Page, test } from '@playwright/test'
import { connected, current, type Live, startLive } from './live.ts'
import { files, talk } from './live-deck.ts'

/** A deck that takes a while. */
const count = 900
const long = [
  '# The long voyage\n\nAll of it.',
  ...Array.from(
    { length: count - 1 },
    (_, at) => `## Day ${at + 1}\n\n- the sea was **calm**\n- the ship was ${at} miles from home`,
  ),
].join('\n\n--\n\n')

const code = `# Code\n\n\`\`\`js\nconst answer = 42 // as ever\n\`\`\`\n\n--\n\n## More\n\nwords\n`

let live: Live
test.afterEach(() => live?.stop())

test('a long talk begins with its first slides, and the others follow', async ({ page }) => {
  live = await startLive({ 'decks/talk.md': long })
  const response = await page.goto(`${live.url()}talk/`, { waitUntil: 'commit' })
  const html = (await response?.text()) ?? ''
  expect(html).toContain('&#34;part&#34;:true')
  expect(html.match(/<section /g)?.length).toBeLessThan(50)
  await expect(current(page)).toContainText('All of it.')
  await expect(page.locator('.slides section.slide')).toHaveCount(count, { timeout: 15_000 })
  await expect(page.locator('html')).not.toHaveAttribute('data-part')
  await page.keyboard.press('ArrowRight')
  await expect(current(page)).toContainText('0 miles from home')
  await expect(page.locator('.slide-number')).toHaveText(`2 / ${count}`)
  await connected(page)

  const here = await written(page)
  await page.goto('about:blank')
  await page.goto(`${live.url()}talk/`)
  await connected(page)
  expect(await written(page)).toEqual(here)
})

test('an address beyond the first slides leads to its slide', async ({ page }) => {
  live = await startLive({ 'decks/talk.md': long })
  await page.goto(`${live.url()}talk/#/day-800`)
  await expect(current(page)).toContainText('799 miles from home', { timeout: 15_000 })
  await expect(page).toHaveURL(/#\/day-800$/)
  await expect(page.locator('.slides section.slide')).toHaveCount(count)
})

test('who reads a long talk as an article gets all of it', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  live = await startLive({ 'decks/talk.md': long })
  await page.goto(`${live.url()}talk/`)
  await expect(page.locator('.slides section.slide')).toHaveCount(count, { timeout: 15_000 })
  await expect(page.locator(`#day-${count - 1}`)).toContainText(`${count - 2} miles from home`)
})

test('without a browser that looks at it, a page is given as a whole', async () => {
  live = await startLive({ 'decks/talk.md': long })
  const html = await (await fetch(`${live.url()}talk/`)).text()
  expect(html.match(/<section /g)).toHaveLength(count)
  expect(html).toContain('&#34;part&#34;:false')
})

test('code is coloured as soon as the grammars are there', async ({ page }) => {
  live = await startLive({ 'decks/talk.md': code })
  await page.goto(`${live.url()}talk/`)
  await expect(current(page)).toContainText('const answer')
  await expect(current(page).locator('.t-keyword').first()).toHaveText('const')
})

test('a deck with a picture from elsewhere in it is given as a whole', async ({ page }) => {
  live = await startLive({
    'decks/talk.md': `${long}\n\n--\n\n## Far\n\n![A quay](https://example.org/quay.png)\n`,
  })
  const response = await page.goto(`${live.url()}talk/#/far`)
  expect(await response?.text()).toContain('&#34;part&#34;:false')
  await expect(current(page)).toContainText('Far')
})

test('a live page complains of nothing, before and after a save', async ({ page }) => {
  const complaints: string[] = []
  page.on('console', message => complaints.push(message.text()))
  page.on('pageerror', error => complaints.push(String(error)))
  live = await startLive(files)
  await page.goto(`${live.url()}talk/#/cargo/2`)
  await connected(page)
  await page.evaluate(() => new Promise(resolve => requestIdleCallback(() => requestIdleCallback(resolve))))
  live.edit(talk, text => text.replace('- boxes', '- crates'))
  await expect(current(page)).toContainText('crates')
  expect(complaints).toEqual([])
})

/** The slides as they were written, without what the client has found out about them. */
function written(page: Page): Promise<string[]> {
  return page
    .locator('.slides section.slide')
    .evaluateAll(sections =>
      sections.map(one => `${one.id} ${(one as HTMLElement).dataset.hash} ${one.textContent}`),
    )
}
