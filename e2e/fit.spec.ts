// Every slide of our talks, of the gallery and of the real documents fits, is large enough to be read, and keeps its
// title where its layout has it; and nothing on a page moves once it has been painted.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, type Page, test } from '@playwright/test'
import type { SlideMeasure } from '../src/core/deck/measure.ts'
import { documents, site, slugOf } from './site.ts'

const talks = ['advanced', 'containers', 'gallery', 'reference', 'storage-and-networking', 'tour', 'workshop']
const slugs = [...talks, ...documents.map(slugOf)]

const aspects = [
  { name: '16:9', width: 1280 },
  { name: '4:3', width: 960 },
] as const

async function measure(page: Page, slug: string, aspect: (typeof aspects)[number]): Promise<SlideMeasure[]> {
  await page.setViewportSize({ width: aspect.width, height: 720 })
  await page.addInitScript(name => {
    const root = (): void => {
      const { documentElement } = document
      if (documentElement && documentElement.dataset.aspect !== name) documentElement.dataset.aspect = name
    }
    new MutationObserver(root).observe(document, { childList: true, subtree: true })
  }, aspect.name)
  await page.goto(`${slug}/?view=talk`)
  await expect(page.locator('html[data-ready]')).toBeAttached()
  return await page.evaluate(async () => {
    const { deckhand } = window as unknown as { deckhand: { measureSlides(): Promise<SlideMeasure[]> } }
    return await deckhand.measureSlides()
  })
}

/**
 * What may differ in where a title stands: the layout, whether anything stands below it, the half that a picture leaves
 * it, and whether it opens the talk. Where even the smallest type does not help, it moves up, which is reported.
 */
function placesOf(slides: readonly SlideMeasure[]): Map<string, Map<string, string[]>> {
  const places = new Map<string, Map<string, string[]>>()
  for (const [index, { layout, title, raised, key, alone, side }] of slides.entries()) {
    if (!title || raised) continue
    const opens = index === 0 && layout === 'center'
    const kind = [layout, alone ? 'alone' : '', side ?? '', opens ? 'first' : ''].filter(Boolean).join(' ')
    const place = `${title.x},${title.y}`
    const known = places.get(kind) ?? new Map<string, string[]>()
    known.set(place, [...(known.get(place) ?? []), key])
    places.set(kind, known)
  }
  return places
}

for (const slug of slugs) {
  for (const aspect of aspects) {
    test(`${slug} at ${aspect.name}`, async ({ page }) => {
      const slides = await measure(page, slug, aspect)
      expect(slides.length).toBeGreaterThan(20)
      const fitted = slides.filter(slide => slide.fit !== 'off')
      expect(fitted.filter(slide => slide.cut > 0)).toEqual([])
      // Where a slide had to be scaled, fit says so, and with what it was too full.
      const scaled = fitted.filter(slide => slide.scale < 1)
      expect(scaled.filter(slide => slide.overflow === 0 || slide.block === null)).toEqual([])
      const small = fitted.filter(
        slide => slide.overflow === 0 && ((slide.smallestText ?? 99) < 20 || (slide.smallestCode ?? 99) < 16),
      )
      expect(
        small.map(({ key, smallestText, smallestCode, smallestWords }) => [
          key,
          smallestText,
          smallestCode,
          smallestWords,
        ]),
      ).toEqual([])
      const moved = [...placesOf(fitted)].filter(([, places]) => places.size > 1)
      expect(moved.map(([kind, places]) => [kind, [...places]])).toEqual([])
    })
  }
}

test.describe('what has been painted stays where it is', () => {
  for (const address of [
    'gallery/',
    'gallery/#/heading-long',
    'gallery/#/bullets-forty',
    'gallery/#/quote-long',
    'tour/',
  ]) {
    test(address, async ({ page, browserName }) => {
      test.skip(browserName !== 'chromium', 'only Chromium tells of layout shifts')
      await page.addInitScript(() => {
        const shifts: string[] = []
        Object.assign(window, { shifts })
        new PerformanceObserver(list => {
          for (const entry of list.getEntries() as (PerformanceEntry & {
            value: number
            sources?: { node?: Node }[]
          })[]) {
            const what = entry.sources?.map(
              ({ node }) => (node as Element | undefined)?.className ?? node?.nodeName,
            )
            shifts.push(`${entry.value} ${what?.join(' ')}`)
          }
        }).observe({ type: 'layout-shift', buffered: true })
      })
      await page.goto(address)
      await expect(page.locator('html[data-ready]')).toBeAttached()
      for (let turn = 0; turn < 6; turn++) {
        await page.keyboard.press('ArrowRight')
        await page.evaluate(
          () => new Promise(next => requestAnimationFrame(() => requestAnimationFrame(next))),
        )
      }
      expect(await page.evaluate(() => (window as unknown as { shifts: string[] }).shifts)).toEqual([])
    })
  }
})

test('the first view of a talk needs little: fonts of 60 KB, a theme of 12', async ({ browser, baseURL }) => {
  for (const slug of talks) {
    const context = await browser.newContext({ ...(baseURL ? { baseURL } : {}) })
    const page = await context.newPage()
    const asked = new Set<string>()
    page.on('request', request => asked.add(new URL(request.url()).pathname))
    await page.goto(`${slug}/`)
    await expect(page.locator('html[data-ready]')).toBeAttached()
    await page.waitForLoadState('networkidle')
    await context.close()
    const files = [...asked].map(path => join(site, decodeURIComponent(path)))
    const fonts = files.filter(file => file.endsWith('.woff2')).map(file => readFileSync(file).length)
    const themes = files
      .filter(file => file.endsWith('theme.css'))
      .map(file => gzipSync(readFileSync(file)).length)
    expect(fonts.length, slug).toBeGreaterThan(0)
    expect(
      fonts.reduce((sum, size) => sum + size, 0),
      `${slug} ${files.join(' ')}`,
    ).toBeLessThanOrEqual(60_000)
    expect(themes, slug).toHaveLength(1)
    expect(themes[0], slug).toBeLessThanOrEqual(12_000)
  }
})
