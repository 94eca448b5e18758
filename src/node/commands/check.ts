// deckhand check: everything that would embarrass the speaker, the worst first.

import { type Diagnostic, slugsFor, worstFirst } from '../../core/index.ts'
import { type Call, problemsOf, statusOf, workDecks } from '../call.ts'
import type { CheckAsk } from '../check/ask.ts'
import { lostNotes } from '../check/lost-notes.ts'
import { type CheckedDeck, printed } from '../check/print.ts'
import { checkProgress } from '../check/progress.ts'
import { heed, ignoresOf } from '../heed.ts'
import type { DeckResult } from '../task.ts'

/** @returns the exit status */
export async function check(call: Call, ask: CheckAsk): Promise<number> {
  const worked = await workDecks(call, ask, 'check')
  const { looked, problems } = await seen(call, ask, worked)
  const dead = ask.links ? await deadOnes(call, ask, worked) : []
  const more = [...problems, ...dead, ...clashes(worked), ...lostNotes(call, ask)]
  const decks = byDeck(worked, heed(more, ask, ignoresOf(worked)))
  const all = decks.flatMap(deck => deck.problems)
  call.terminal.out(printed(call, ask, { decks, looked }))
  return statusOf(all, ask)
}

async function seen(
  call: Call,
  ask: CheckAsk,
  results: readonly DeckResult[],
): ReturnType<typeof import('../check/browser.ts').browserProblems> {
  if (ask.browser === false) return { problems: [], looked: false }
  // Nothing that has to do with browsers is loaded before one is asked for.
  const { browserProblems } = await import('../check/browser.ts')
  return browserProblems(call, ask, results)
}

/** Links to other servers that lead nowhere. */
async function deadOnes(
  call: Call,
  ask: CheckAsk,
  results: readonly DeckResult[],
): Promise<readonly Diagnostic[]> {
  const { deadLinks } = await import('../check/dead-links.ts')
  const progress = checkProgress(call, ask)
  const links = results.flatMap(result => result.addresses ?? [])
  const { problems, asked } = await deadLinks(links, (done, of) => progress(`${done} of ${of} addresses`))
  progress('')
  if (!asked && !ask.quiet) call.terminal.err('There is no network: links to other servers were not tried.\n')
  return problems
}

/** Decks that a site would have no room for side by side. */
function clashes(results: readonly DeckResult[]): Diagnostic[] {
  const problems: Diagnostic[] = []
  slugsFor(
    results.map(result => result.file),
    problem => problems.push(problem),
  )
  return problems
}

/** Each deck with its problems; one in a file that it includes or that goes with it is its own. */
function byDeck(results: readonly DeckResult[], more: readonly Diagnostic[]): CheckedDeck[] {
  const known = new Set(problemsOf(results))
  const fresh = more.filter(problem => !known.has(problem))
  return results.map((result, index) => {
    const own = fresh.filter(({ file }) => {
      const at = results.findIndex(each => each.file === file)
      return (at < 0 ? 0 : at) === index
    })
    return { result, problems: worstFirst([...result.diagnostics, ...own]) }
  })
}
