// The published page as its attendee reads it: without scripts, with a failed script, on a phone.

import { expect, test } from '@playwright/test'

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('every slide can be read, in order, with what its steps add', async ({ page }) => {
    await page.goto('steps/')
    const titles = await page.locator('.slide-title').allInnerTexts()
    expect(titles).toEqual([
      'Steps and addresses',
      'A list',
      'Lines in focus',
      'A session',
      'Growing',
      'Below',
      'The last one',
    ])
    for (const item of await page.locator('.slide li').all()) await expect(item).toBeVisible()
    await expect(page.getByText('Read this afterwards.')).toBeVisible()
  })

  test('headings stand in order', async ({ page }) => {
    for (const deck of ['steps/', 'tour/', 'containers/']) {
      await page.goto(deck)
      const levels = await page
        .locator('h1, h2, h3, h4, h5, h6')
        .evaluateAll(all => all.map(heading => Number(heading.tagName[1])))
      expect(levels.filter(level => level === 1)).toHaveLength(1)
      levels.forEach((level, at) => {
        if (at > 0) expect(level - (levels[at - 1] ?? 0), `${deck} heading ${at + 1}`).toBeLessThanOrEqual(1)
      })
    }
  })

  test('the home page leads to each deck', async ({ page }) => {
    await page.goto('.')
    for (const deck of ['steps', 'tour', 'containers']) {
      await expect(page.locator(`a[href="${deck}/index.html"], a[href="${deck}/"]`).first()).toBeVisible()
    }
  })
})

test('a talk whose script does not arrive is an article', async ({ page }) => {
  await page.route('**/talk.js', route => route.abort())
  await page.goto('steps/')
  await expect(page.getByText('That is all there is.')).toBeVisible()
  await expect(page.getByText('Read this afterwards.')).toBeVisible()
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true })

  test('the page is an article that does not scroll sideways, and Present is one tap away', async ({
    page,
  }) => {
    for (const deck of ['.', 'steps/', 'long-words/', 'containers/', 'tour/']) {
      await page.goto(deck)
      await expect(page.locator('html')).not.toHaveAttribute('data-view', 'talk')
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect(overflow, deck).toBeLessThanOrEqual(0)
    }
    await page.goto('steps/')
    await page
      .getByRole('button', { name: /present/i })
      .or(page.getByRole('link', { name: /present/i }))
      .first()
      .tap()
    await expect(page.locator('.reveal.ready')).toBeVisible()
  })
})

test('the page reads from a folder, without a server', async ({ page, browserName }) => {
  test.skip(browserName === 'webkit', 'WebKit under test refuses file addresses')
  const { site } = await import('./site.ts')
  await page.goto(`file://${site}/steps/index.html#/list`)
  await expect(page.locator('.reveal.ready')).toBeVisible()
  await page.keyboard.press('Space')
  await expect(page).toHaveURL(/#\/list\/1$/)
})
