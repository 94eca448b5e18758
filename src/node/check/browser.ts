// What only a browser can tell of a talk: shows it every slide at every step, and asks.

import type { Diagnostic } from '../../core/index.ts'
import { type Aside, type ShownDeck, showAside } from '../aside.ts'
import { asked, type Browser, BrowserError, startBrowser } from '../browser/chromium.ts'
import { findBrowser, howToGetOne } from '../browser/find.ts'
import type { Call } from '../call.ts'
import { CallError } from '../call-error.ts'
import { overflowProblems } from '../overflow.ts'
import { createSourceLines } from '../source-lines.ts'
import type { DeckResult } from '../task.ts'
import type { CheckAsk } from './ask.ts'
import { checkProgress } from './progress.ts'
import { placesIn, sayFault, sayHeard } from './say.ts'
import { walkTalk } from './walk.ts'

/** What a browser found. */
export interface BrowserFound {
  /** In any order. */
  readonly problems: readonly Diagnostic[]
  /** Whether one has looked. */
  readonly looked: boolean
}

/**
 * Shows the decks of a call to a browser.
 *
 * @param results what the decks came to without one; those that cannot be built are passed over
 * @throws {CallError} where a browser is insisted on and there is none, or it does not do what it should
 */
export async function browserProblems(
  call: Call,
  ask: CheckAsk,
  results: readonly DeckResult[],
): Promise<BrowserFound> {
  const path = findBrowser()
  if (path === undefined) {
    if (ask.browser) throw new CallError('There is no browser to look at slides with', howToGetOne)
    if (!ask.quiet) call.terminal.err(`No browser has looked at the slides: there is none. ${howToGetOne}\n`)
    return { problems: [], looked: false }
  }
  const aside = await showAside(call, ask)
  try {
    return { problems: await lookAtAll(call, ask, path, aside, results), looked: aside.decks.length > 0 }
  } catch (error) {
    if (!(error instanceof BrowserError)) throw error
    const why = `\`${path}\` cannot look at the slides: ${error.message}`
    if (ask.browser)
      throw new CallError(why, 'Name another one in `CHROME_PATH`, or leave it out with `--no-browser`.')
    // What was found without one is worth saying all the same.
    if (!ask.quiet)
      call.terminal.err(`No browser has looked at the slides: ${why}. Name another one in \`CHROME_PATH\`.\n`)
    return { problems: [], looked: false }
  } finally {
    await aside.close()
  }
}

async function lookAtAll(
  call: Call,
  ask: CheckAsk,
  path: string,
  aside: Aside,
  results: readonly DeckResult[],
): Promise<Diagnostic[]> {
  if (aside.decks.length === 0) return []
  const said = results.flatMap(result => result.diagnostics)
  const progress = checkProgress(call, ask)
  const browser = await startBrowser(path)
  try {
    const problems: Diagnostic[] = []
    for (const deck of aside.decks) {
      const found = await lookAtOne(call, browser, deck, (at, of) =>
        progress(`${deck.result.file}: slide ${at + 1} of ${of}`),
      )
      problems.push(...found.filter(problem => !isSaid(problem, said)))
    }
    return problems
  } finally {
    progress('')
    await browser.close()
  }
}

async function lookAtOne(
  call: Call,
  { context }: Browser,
  { result, url }: ShownDeck,
  onSlide: (at: number, of: number) => void,
): Promise<Diagnostic[]> {
  const page = await asked(context.newPage())
  try {
    const { faults, measured, heard } = await walkTalk(page, url, onSlide)
    const places = placesIn(result, createSourceLines(call.here))
    const full = result.outline ? overflowProblems(result.outline, measured) : []
    const known = new Set(measured.filter(one => one.cut > 0 || one.fit === 'off').map(one => one.key))
    return [
      ...full,
      // What is too full and cut for that is one problem; what is not to be fitted is none.
      ...faults
        .filter(one => one.fault !== 'cut' || !known.has(one.key))
        .map(fault => sayFault(fault, places)),
      ...heard.flatMap(one => sayHeard(one, places, result.file)),
    ]
  } finally {
    await asked(page.close())
  }
}

/** Whether a check without a browser has said the same in other words. */
function isSaid({ rule, file, message }: Diagnostic, said: readonly Diagnostic[]): boolean {
  const twin = { 'image-remote': 'image-remote', 'link-unreachable': 'link-broken' }[String(rule)]
  return said.some(other => {
    const named = /`([^`]+)`/.exec(other.message)?.[1]
    if (other.rule !== twin || other.file !== file || named === undefined) return false
    return ['`', '#', '/'].some(sign => message.includes(`${sign}${named}\``))
  })
}
