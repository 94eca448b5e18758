// Shows talks to a browser and asks it how their slides fit.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SlideMeasure } from '../core/index.ts'
import { BrowserError, startBrowser } from './browser/chromium.ts'
import { findBrowser } from './browser/find.ts'
import type { Call, DeckAsk } from './call.ts'
import { CallError } from './call-error.ts'
import { build } from './commands/build.ts'
import { serve } from './serve.ts'

/** Waits for the talk to have taken over its page, for at most half a minute. */
const script = `(async () => {
  for (let turn = 0; turn < 1500 && !window.deckhand; turn++) await new Promise(next => setTimeout(next, 20))
  return window.deckhand ? await window.deckhand.measureSlides() : null
})()`

const size = { width: 1280, height: 720 }

/**
 * Builds the decks of a call aside, and measures every slide that is published.
 *
 * @returns what was measured, by deck; a deck that could not be built or shown is not in it
 * @throws {CallError} where there is no browser, or it does not do what it should
 */
export async function measureDecks(
  call: Call,
  ask: DeckAsk,
): Promise<ReadonlyMap<string, readonly SlideMeasure[]>> {
  const path = findBrowser()
  if (path === undefined) {
    throw new CallError(
      'There is no browser to measure slides with',
      'Install Chromium (`apt install chromium`, or `npx playwright install chromium`), or name one in `CHROME_PATH`.',
    )
  }
  const out = mkdtempSync(join(tmpdir(), 'deckhand-measure-'))
  try {
    const addresses = await buildAside(call, ask, out)
    return addresses.length > 0 ? await measure(path, out, addresses) : new Map()
  } catch (error) {
    if (!(error instanceof BrowserError)) throw error
    throw new CallError(`\`${path}\` cannot measure the slides: ${error.message}`)
  } finally {
    rmSync(out, { recursive: true, force: true, maxRetries: 5 })
  }
}

interface Address {
  readonly file: string
  readonly url: string
}

/** Builds the site silently; what is wrong with the decks is the outline's to say. */
async function buildAside(call: Call, ask: DeckAsk, out: string): Promise<Address[]> {
  let said = ''
  const terminal = {
    ...call.terminal,
    out: (text: string) => {
      said += text
    },
    err: () => undefined,
    errWatched: false,
  }
  // Nothing is left behind for later calls, which would never ask for this folder.
  const aside = { ...ask, out: join(out, 'site'), notes: false, json: true, strict: false, cache: false }
  await build({ here: call.here, words: call.words, terminal }, aside)
  const report: { decks: readonly { file: string; url: string | null }[] } = JSON.parse(said)
  return report.decks.flatMap(({ file, url }) => (url === null ? [] : [{ file, url }]))
}

async function measure(
  path: string,
  out: string,
  addresses: readonly Address[],
): Promise<ReadonlyMap<string, readonly SlideMeasure[]>> {
  const serving = await serve(join(out, 'site'), { host: '127.0.0.1', port: 0 })
  const browser = startBrowser(path)
  try {
    const measured = new Map<string, readonly SlideMeasure[]>()
    for (const { file, url } of addresses) {
      const found = await browser.run(new URL(`${url}?view=talk`, serving.url).href, script, size)
      if (Array.isArray(found)) measured.set(file, found)
    }
    return measured
  } finally {
    try {
      await browser.close()
    } finally {
      // A server that is left would keep the program from ending.
      await serving.close()
    }
  }
}
