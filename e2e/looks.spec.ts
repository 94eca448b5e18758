// The gallery as it looked when it was last looked at, slide by slide, in both schemes. `npm run looks` shows what differs
// side by side, `npm run looks -- --update` takes what is there now as right.

import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import type { SlideMeasure } from '../src/core/deck/measure.ts'
import { compare, dataUrl, fingerprint, small, tolerance } from './looks.ts'

const baselines = join(import.meta.dirname, 'looks')
const report = join(import.meta.dirname, '..', '.cache', 'looks')
const update = process.env.UPDATE === '1'

/** Every slide of the gallery with all its steps, as it is on a screen of 1280 by 720. */
async function* slidesOf(page: Page): AsyncGenerator<{ key: string; png: Buffer }> {
  await page.goto('gallery/')
  await expect(page.locator('html[data-ready]')).toBeAttached()
  // All faces are there, and all slides are fitted, before the first is looked at.
  const keys = await page.evaluate(async () => {
    const { deckhand } = window as unknown as { deckhand: { measureSlides(): Promise<SlideMeasure[]> } }
    return (await deckhand.measureSlides()).map(({ key }) => key)
  })
  for (const key of keys) {
    await page.evaluate(to => {
      location.hash = `#/${to}/99`
    }, key)
    await expect(page.locator(`.slides section.present[id="${key}"]`)).toBeVisible()
    await page.evaluate(async () => {
      await Promise.all([...document.images].map(image => image.decode().catch(() => undefined)))
      await new Promise(next => requestAnimationFrame(() => requestAnimationFrame(next)))
    })
    yield { key, png: await page.screenshot({ animations: 'disabled' }) }
  }
}

interface Case {
  readonly name: string
  readonly share: number
  readonly pictures: readonly string[]
}

for (const scheme of ['light', 'dark'] as const) {
  test(`the gallery looks as it did, ${scheme}`, async ({ page, context, browserName }) => {
    test.skip(browserName !== 'chromium', 'the baselines are of Chromium')
    test.setTimeout(240_000)
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
    const desk = await context.newPage()
    await desk.goto('.')
    const machine = await fingerprint(desk)
    await desk.goto('about:blank')
    const folder = join(baselines, machine, scheme)
    if (update) rmSync(folder, { recursive: true, force: true })
    const why = `There are no baselines for ${machine}; \`npm run looks -- --update\` makes them.`
    if (!update && !existsSync(folder)) process.stderr.write(`${why}\n`)
    test.skip(!update && !existsSync(folder), why)

    mkdirSync(folder, { recursive: true })
    const known = new Set(readdirSync(folder))
    const cases: Case[] = []
    for await (const { key, png } of slidesOf(page)) {
      const now = await small(desk, png)
      const file = join(folder, `${key}.png`)
      if (update) {
        writeFileSync(file, now)
        continue
      }
      if (!known.delete(`${key}.png`)) {
        cases.push({ name: `${key}: no baseline`, share: 1, pictures: ['', dataUrl(now), ''] })
        continue
      }
      const before = readFileSync(file)
      const { share, map } = await compare(desk, before, now)
      if (share > tolerance.share)
        cases.push({ name: key, share, pictures: [dataUrl(before), dataUrl(now), map] })
    }
    for (const name of update ? [] : known)
      cases.push({ name: `${name}: no such slide`, share: 1, pictures: [] })
    writeReport(scheme, cases)
    expect(cases.map(({ name, share }) => `${name}: ${(share * 100).toFixed(2)} % differ`)).toEqual([])
  })
}

/** A page that shows each slide that differs: as it was, as it is, and where. */
function writeReport(scheme: string, cases: readonly Case[]): void {
  mkdirSync(report, { recursive: true })
  const rows = cases.map(
    ({ name, share, pictures }) =>
      `<h2>${name}, ${(share * 100).toFixed(2)} %</h2><p>${pictures.map(source => (source ? `<img src="${source}">` : '<i>none</i>')).join(' ')}</p>`,
  )
  const head =
    '<!doctype html><meta charset="utf-8"><style>body{font:16px sans-serif;margin:2em}img{width:32%}</style>'
  const text = cases.length > 0 ? rows.join('\n') : '<p>Nothing differs.</p>'
  writeFileSync(
    join(report, `${scheme}.html`),
    `${head}<title>Looks, ${scheme}</title><h1>Before, now, where: ${scheme}</h1>${text}\n`,
  )
}
