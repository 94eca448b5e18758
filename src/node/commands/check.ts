// deckhand check: everything that would embarrass the speaker, the worst first.

import { type Diagnostic, slugsFor, worstFirst } from '../../core/index.ts'
import { type Call, problemsOf, problemText, statusOf, workDecks } from '../call.ts'
import type { CheckAsk } from '../check/ask.ts'
import { githubLine } from '../check/github.ts'
import { heed } from '../heed.ts'
import { counted, reported, tally } from '../report.ts'
import type { DeckResult } from '../task.ts'

/** @returns the exit status */
export async function check(call: Call, ask: CheckAsk): Promise<number> {
  const worked = await workDecks(call, ask, 'check')
  const { looked, problems } = await seen(call, ask, worked)
  const decks = byDeck(worked, heed([...problems, ...clashes(worked)], ask))
  const all = decks.flatMap(deck => deck.problems)
  call.terminal.out(written(call, ask, { decks, looked }))
  return statusOf(all, ask)
}

/** A deck and what is wrong with it, the worst first. */
interface CheckedDeck {
  readonly result: DeckResult
  readonly problems: readonly Diagnostic[]
}

interface Checked {
  readonly decks: readonly CheckedDeck[]
  /** Whether a browser has looked. */
  readonly looked: boolean
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

function written(call: Call, ask: CheckAsk, checked: Checked): string {
  if (ask.format === 'json') return asJson(checked)
  const problems = checked.decks.flatMap(deck => deck.problems)
  if (ask.format === 'github') {
    const shown = ask.quiet ? problems.filter(({ severity }) => severity === 'error') : problems
    return shown
      .map(problem => githubLine(problem, call.here, process.env.GITHUB_WORKSPACE || call.here))
      .join('')
  }
  return asText(call, ask, checked)
}

function asJson({ decks, looked }: Checked): string {
  const report = {
    version: 1,
    browser: looked,
    decks: decks.map(({ result }) => ({ file: result.file, ...result.checked })),
    diagnostics: decks.flatMap(({ problems }) => problems.map(reported)),
  }
  return `${JSON.stringify(report, null, 2)}\n`
}

function asText(call: Call, ask: CheckAsk, checked: Checked): string {
  const { bold } = call.terminal.outColours
  const several = checked.decks.length > 1
  const parts = checked.decks.flatMap(({ result, problems }) => {
    const text = problemText(call, problems, ask.quiet, 'out')
    if (text === '') return []
    return [several ? `${bold(result.file)}: ${tally(problems)}\n${text}` : text]
  })
  const end = ask.quiet ? '' : verdict(checked)
  return [...parts, ...(end === '' ? [] : [end])].join(several ? '\n' : '')
}

/** In one line: what was looked at, and what came of it. */
function verdict({ decks, looked }: Checked): string {
  const count = { slides: 0, code: 0, links: 0 }
  for (const { result } of decks) {
    count.slides += result.checked?.slides ?? 0
    count.code += result.checked?.code ?? 0
    count.links += result.checked?.links ?? 0
  }
  const parts = [
    counted(decks.length, 'talk'),
    counted(count.slides, 'slide'),
    counted(count.code, 'code block'),
    counted(count.links, 'link'),
  ].filter(part => part !== '')
  const found = tally(decks.flatMap(deck => deck.problems))
  return `${parts.join(', ')} checked ${looked ? 'with' : 'without'} a browser: ${found === '' ? 'nothing is wrong' : found}\n`
}
