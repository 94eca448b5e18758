// The talk as its presenter runs it: keys, steps, addresses, overview, copying, and what a hostile address can do.

import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, type Page, test } from '@playwright/test'

/** The key of the slide on screen. */
const current = (page: Page) => page.locator('.slides section.present:not(.stack)').last()

/** Opens a deck and waits until the talk has taken over the page. */
async function open(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await expect(page.locator('.reveal.ready')).toBeVisible()
}

test.beforeEach(async ({ page }) => {
  const problems: string[] = []
  page.on('console', message => {
    if (message.type() === 'error' || message.type() === 'warning') problems.push(message.text())
  })
  page.on('pageerror', error => problems.push(String(error)))
  Object.assign(page, { problems })
})

test.afterEach(async ({ page }) => {
  expect((page as unknown as { problems: string[] }).problems).toEqual([])
})

test('the first slide is on screen, and the arrow key leads on', async ({ page }) => {
  await open(page, 'steps/')
  await expect(page.getByRole('heading', { name: 'Steps and addresses' })).toBeVisible()
  await page.keyboard.press('ArrowRight')
  await expect(page).toHaveURL(/#\/list$/)
  await expect(page.getByRole('heading', { name: 'A list' })).toBeVisible()
})

test('a list appears item by item, and the address knows the step', async ({ page }) => {
  await open(page, 'steps/#/list')
  const items = current(page).locator('li')
  await expect(items).toHaveCount(3)
  await expect(items.nth(0)).toHaveCSS('opacity', '0')
  await page.keyboard.press('Space')
  await expect(page).toHaveURL(/#\/list\/1$/)
  await expect(items.nth(0)).toHaveCSS('opacity', '1')
  await page.keyboard.press('Space')
  await expect(page).toHaveURL(/#\/list\/2$/)
  await page.reload()
  await expect(page.locator('.reveal.ready')).toBeVisible()
  await expect(items.nth(1)).toHaveCSS('opacity', '1')
  await expect(items.nth(2)).toHaveCSS('opacity', '0')
})

test('what is not yet revealed keeps its place', async ({ page }) => {
  await open(page, 'steps/#/list')
  const title = current(page).locator('.slide-title')
  const before = await title.boundingBox()
  await page.keyboard.press('Space')
  await expect(page).toHaveURL(/#\/list\/1$/)
  expect(await title.boundingBox()).toEqual(before)
})

test('a build-up is one slide with a step', async ({ page }) => {
  await open(page, 'steps/#/build')
  const items = current(page).locator('li')
  await expect(items).toHaveCount(2)
  await expect(items.nth(0)).toHaveCSS('opacity', '1')
  await expect(items.nth(1)).toHaveCSS('opacity', '0')
  await page.keyboard.press('Space')
  await expect(page).toHaveURL(/#\/build\/1$/)
  await expect(items.nth(1)).toHaveCSS('opacity', '1')
})

test('code is focused line by line', async ({ page }) => {
  await open(page, 'steps/#/focus')
  const lines = current(page).locator('.line')
  await expect(lines.nth(0)).not.toHaveClass(/dimmed/)
  await expect(lines.nth(1)).toHaveClass(/dimmed/)
  await page.keyboard.press('Space')
  await expect(lines.nth(0)).toHaveClass(/dimmed/)
  await expect(lines.nth(1)).not.toHaveClass(/dimmed/)
  await page.keyboard.press('Space')
  await expect(current(page).locator('.line.dimmed')).toHaveCount(0)
  await page.keyboard.press('ArrowLeft')
  await expect(lines.nth(0)).toHaveClass(/dimmed/)
})

test('a session copies its commands, and neither prompt nor output', async ({
  page,
  context,
  browserName,
}) => {
  if (browserName === 'chromium') await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await open(page, 'steps/#/session')
  await current(page).locator('.code').hover()
  await current(page).getByRole('button', { name: /copy/i }).click()
  await expect(
    page
      .locator('[aria-live], [role=status]')
      .filter({ hasText: /copied/i })
      .first(),
  ).toBeAttached()
  test.skip(browserName !== 'chromium', 'only Chromium lets a test read the clipboard')
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied.trim()).toBe('docker ps --quiet\ndocker logs \\\n    web-1')
})

test('back and forward, links and stacks', async ({ page }) => {
  await open(page, 'steps/#/under')
  await expect(page.getByRole('heading', { name: 'Below' })).toBeVisible()
  await page.getByRole('link', { name: 'a link back' }).click()
  await expect(page).toHaveURL(/#\/list\/2$/)
  await expect(current(page).locator('li').nth(1)).toHaveCSS('opacity', '1')
  await page.goBack()
  await expect(page).toHaveURL(/#\/under/)
  await expect(page.getByRole('heading', { name: 'Below' })).toBeVisible()
})

test('the way back from a link leads to the slide the talk began with', async ({ page }) => {
  await open(page, 'steps/')
  await page.evaluate(() => {
    location.hash = '#/last'
  })
  await expect(page.getByRole('heading', { name: 'The last one' })).toBeVisible()
  await page.goBack()
  await expect(page.getByRole('heading', { name: 'Steps and addresses' })).toBeVisible()
})

test('an address that is not quite right still leads to its slide', async ({ page }) => {
  for (const address of ['#/list/abc', '#/list/4.5', '#/2']) {
    await open(page, `steps/${address}`)
    await expect(page.getByRole('heading', { name: 'A list' })).toBeVisible()
    await expect(page).toHaveURL(/#\/list$/)
  }
})

test('the overview opens and closes', async ({ page }) => {
  await open(page, 'steps/')
  await page.keyboard.press('o')
  await expect(page.locator('.reveal.overview')).toBeVisible()
  await page.keyboard.press('o')
  await expect(page.locator('.reveal.overview')).toHaveCount(0)
})

test('a slide number and a progress line are shown', async ({ page }) => {
  await open(page, 'steps/#/list')
  await expect(page.locator('.reveal .slide-number')).toBeVisible()
  await expect(page.locator('.reveal .progress')).toBeAttached()
})

test('the address bar configures nothing', async ({ page }) => {
  await open(
    page,
    'steps/?postMessage=true&postMessageEvents=true&showNotes=true&keyboard=false&url=javascript:alert(1)#/list',
  )
  expect(page.url()).not.toContain('postMessage')
  expect(page.url()).not.toContain('showNotes')
  await expect(page.locator('.speaker-notes:visible')).toHaveCount(0)
  await page.keyboard.press('ArrowRight')
  await expect(page).toHaveURL(/#\/list\/1$/)
})

test('a foreign page that embeds the talk gets no answer and moves nothing', async ({ page, baseURL }) => {
  const embedder = createServer((_request, response) => {
    response.setHeader('Content-Type', 'text/html')
    response.end(`<!doctype html><title>Foreign</title><link rel="icon" href="data:,">
      <script>window.heard = []; addEventListener('message', event => heard.push(String(event.data)))</script>
      <iframe width="1200" height="650" src="${baseURL}steps/?view=talk&postMessage=true&postMessageEvents=true#/list">
      </iframe>`)
  })
  await new Promise<void>(done => embedder.listen(0, '127.0.0.1', done))
  const { port } = embedder.address() as AddressInfo
  await page.goto(`http://127.0.0.1:${port}/`)
  await expect(page.frameLocator('iframe').locator('.reveal.ready')).toBeVisible()
  const talk = page.frames().find(frame => frame.url().includes('steps'))
  await page.evaluate(() => {
    for (const method of ['next', 'getSlideNotes', 'getConfig']) {
      document.querySelector('iframe')?.contentWindow?.postMessage(JSON.stringify({ method, args: [] }), '*')
    }
  })
  await talk?.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))))
  expect(await page.evaluate(() => (window as unknown as { heard: string[] }).heard)).toEqual([])
  expect(new URL(talk?.url() ?? '').hash).toBe('#/list')
  embedder.close()
})

test('nothing leaves the host', async ({ page, baseURL }) => {
  const elsewhere: string[] = []
  page.on('request', request => {
    if (!request.url().startsWith(baseURL ?? '') && !request.url().startsWith('data:'))
      elsewhere.push(request.url())
  })
  for (const deck of ['steps/', 'containers/', 'tour/']) {
    await open(page, deck)
    await page.keyboard.press('End')
  }
  expect(elsewhere).toEqual([])
})

test('a word longer than its line stays on the stage', async ({ page }) => {
  await open(page, 'long-words/')
  for (const slide of [0, 1]) {
    const beyond = await current(page).evaluate(section => {
      const edge = section.getBoundingClientRect().right
      return [...section.querySelectorAll('.slide-title, p, li, a')]
        .filter(
          element =>
            element.getBoundingClientRect().right > edge || element.scrollWidth > element.clientWidth + 1,
        )
        .filter(element => getComputedStyle(element).display !== 'inline')
        .map(element => element.textContent)
    })
    expect(beyond, `slide ${slide + 1}`).toEqual([])
    if (slide === 0) await page.keyboard.press('ArrowRight')
  }
})
