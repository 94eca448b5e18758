// The real Cleaver deck, unedited, where this machine has it: built without an error, and every slide of it shown.

import { expect, test } from '@playwright/test'
import { cleaverSeed, deckhand } from './site.ts'

interface Outline {
  decks: {
    dialect: string
    slides: {
      key: string
      steps: number
      title?: string
      mergedFrom: number[]
      code: { language: string }[]
    }[]
    diagnostics: { severity: string }[]
  }[]
}

test.describe('the Cleaver document', () => {
  test.skip(!cleaverSeed, 'the document is not on this machine')

  test('is read as its author meant it', () => {
    const run = deckhand('outline', cleaverSeed ?? '', '--json')
    expect(run.status).toBe(0)
    const deck = (JSON.parse(run.stdout) as Outline).decks[0]
    expect(deck?.dialect).toBe('cleaver')
    expect(deck?.slides).toHaveLength(43)
    expect(deck?.slides.flatMap(slide => slide.mergedFrom)).toHaveLength(58)
    const whoAmI = deck?.slides.find(slide => slide.title === 'Who am I?')
    expect(whoAmI).toMatchObject({ steps: 3, mergedFrom: [2, 3, 4, 5] })
    const languages = deck?.slides.flatMap(slide => slide.code.map(code => code.language)) ?? []
    const runs = (language: string, count: number) => Array.from({ length: count }, () => language)
    expect(languages).toEqual([
      ...runs('console', 6),
      ...runs('dockerfile', 2),
      ...runs('console', 4),
      ...runs('sh', 2),
      ...runs('console', 3),
    ])
    expect(deck?.slides.filter(slide => slide.title?.startsWith('DEMO-'))).toHaveLength(3)
    expect(deck?.diagnostics.filter(problem => problem.severity === 'error')).toEqual([])
  })

  test('is shown slide by slide, step by step', async ({ page }) => {
    test.setTimeout(120_000)
    const problems: string[] = []
    page.on('console', message => {
      if (message.type() === 'error' || message.type() === 'warning') problems.push(message.text())
    })
    page.on('pageerror', error => problems.push(String(error)))
    const run = deckhand('outline', cleaverSeed ?? '', '--json')
    const slides = (JSON.parse(run.stdout) as Outline).decks[0]?.slides ?? []
    const clicks = slides.reduce((sum, slide) => sum + slide.steps, 0) + slides.length - 1
    await page.goto('.')
    await page
      .getByRole('link', { name: /Docker Presentation/ })
      .first()
      .click()
    await expect(page.locator('.reveal.ready')).toBeVisible()
    const seen = new Set<string>()
    for (let click = 0; click < clicks; click++) {
      const before = page.url()
      await page.keyboard.press('Space')
      await expect.poll(() => page.url()).not.toBe(before)
      seen.add(new URL(page.url()).hash)
    }
    expect(seen.size).toBe(clicks)
    const last = slides.at(-1)
    await expect(page).toHaveURL(new RegExp(`#/${last?.key}`))
    expect(problems).toEqual([])
  })
})
