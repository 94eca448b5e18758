// Shows talks to a browser and asks it how their slides fit.

import type { Page } from 'playwright-core'
import type { SlideMeasure } from '../core/index.ts'
import { type Aside, showAside } from './aside.ts'
import { asked, BrowserError, startBrowser } from './browser/chromium.ts'
import { findBrowser, howToGetOne } from './browser/find.ts'
import type { Call, DeckAsk } from './call.ts'
import { CallError } from './call-error.ts'

/** The stage at its own size. */
const viewport = { width: 1280, height: 720 }

/**
 * Measures every slide that is published.
 *
 * @returns what was measured, by deck; a deck that could not be built or shown is not in it
 * @throws {CallError} where there is no browser, or it does not do what it should
 */
export async function measureDecks(
  call: Call,
  ask: DeckAsk,
): Promise<ReadonlyMap<string, readonly SlideMeasure[]>> {
  const path = findBrowser()
  if (path === undefined) throw new CallError('There is no browser to measure slides with', howToGetOne)
  const aside = await showAside(call, ask)
  try {
    return aside.decks.length > 0 ? await measure(path, aside) : new Map()
  } catch (error) {
    if (!(error instanceof BrowserError)) throw error
    throw new CallError(`\`${path}\` cannot measure the slides: ${error.message}`)
  } finally {
    await aside.close()
  }
}

async function measure(path: string, aside: Aside): Promise<ReadonlyMap<string, readonly SlideMeasure[]>> {
  const browser = await startBrowser(path)
  try {
    const page = await asked(browser.context.newPage())
    await asked(page.setViewportSize(viewport))
    const measured = new Map<string, readonly SlideMeasure[]>()
    for (const { result, url } of aside.decks) {
      await openTalk(page, url)
      measured.set(result.file, await measureSlides(page))
    }
    return measured
  } finally {
    await browser.close()
  }
}

/**
 * Opens a talk and waits until it has taken over its page, and its pictures are there.
 *
 * @throws {BrowserError} when it does not within half a minute
 */
export async function openTalk(page: Page, url: string): Promise<void> {
  await asked(page.goto(url, { timeout: patience }))
  await asked(page.waitForFunction('window.deckhand !== undefined', undefined, { timeout: patience }))
}

/** Milliseconds. */
const patience = 30_000

/** Fits and measures all slides of the talk that is open. */
export function measureSlides(page: Page): Promise<readonly SlideMeasure[]> {
  return asked(page.evaluate('window.deckhand.measureSlides()'))
}
