// Every slide and every page against axe-core, in both schemes.

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, type Page, test } from '@playwright/test'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface Violation {
  id: string
  nodes: { html: string; failureSummary: string }[]
}

/** What axe finds on the page as it stands, one line a fault. */
async function faults(page: Page): Promise<string[]> {
  const found = await page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(root: Document, ask: object): Promise<{ violations: Violation[] }> }
    }
    const result = await axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    })
    return result.violations
  })
  return found.flatMap(({ id, nodes }) =>
    nodes.map(node => `${id}: ${node.html.slice(0, 200)} ${node.failureSummary}`),
  )
}

const talks = [
  'containers',
  'gallery',
  'tour',
  'workshop',
  'reference',
  'storage-and-networking',
  'advanced',
  'steps',
] as const

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme, reducedMotion: 'reduce' })

    for (const deck of talks) {
      test(`every slide of ${deck}`, async ({ page }) => {
        test.setTimeout(240_000)
        await page.goto(`${deck}/`)
        await expect(page.locator('.reveal.ready')).toBeVisible()
        await page.evaluate(axe)
        const count = await page.locator('.slides section.slide').count()
        for (let slide = 0; slide < count; slide++) {
          const key = await page.locator('.slides section.slide').nth(slide).getAttribute('id')
          await page.evaluate(to => {
            location.hash = `#/${to}/99`
          }, key)
          await expect(page.locator(`.slides section.present[id="${key}"]`)).toBeVisible()
          expect(await faults(page), `${deck}#/${key}`).toEqual([])
        }
      })

      test(`${deck} as an article`, async ({ page }) => {
        await page.goto(`${deck}/?view=read`)
        await page.evaluate(axe)
        expect(await faults(page)).toEqual([])
      })
    }

    test('the home page', async ({ page }) => {
      await page.goto('.')
      await page.evaluate(axe)
      expect(await faults(page)).toEqual([])
    })
  })
}
