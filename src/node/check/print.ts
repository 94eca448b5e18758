// What a check found, for people, for tools and for GitHub.

import { type Diagnostic, happensWith } from '../../core/index.ts'
import { type Call, problemText } from '../call.ts'
import { counted, fails, reported, tally } from '../report.ts'
import type { DeckResult } from '../task.ts'
import type { CheckAsk } from './ask.ts'
import { githubLine } from './github.ts'

/** A deck and what is wrong with it, the worst first. */
export interface CheckedDeck {
  readonly result: DeckResult
  readonly problems: readonly Diagnostic[]
}

/** All that a check came to. */
export interface Checked {
  readonly decks: readonly CheckedDeck[]
  /** Whether a browser has looked. */
  readonly looked: boolean
}

/** @returns all that goes to the output */
export function printed(call: Call, ask: CheckAsk, checked: Checked): string {
  if (ask.format === 'json') return asJson(checked)
  if (ask.format === 'text') return asText(call, ask, checked)
  return checked.decks
    .flatMap(({ problems }) => loudOnes(problems, ask))
    .map(problem => githubLine(problem, call.here, process.env.GITHUB_WORKSPACE || call.here))
    .join('')
}

function loudOnes(problems: readonly Diagnostic[], { quiet }: CheckAsk): readonly Diagnostic[] {
  return quiet ? problems.filter(({ severity }) => severity === 'error') : problems
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
  const isSeveral = checked.decks.length > 1
  const parts = checked.decks.flatMap(({ result, problems }) => {
    const shown = loudOnes(problems, ask)
    if (shown.length === 0) return []
    const text = call.terminal.outWatched ? inParts(call, shown) : problemText(call, shown, false, 'out')
    return [isSeveral ? `${bold(result.file)}: ${tally(problems)}\n${text}` : text]
  })
  const end = ask.quiet ? [] : [verdict(call, ask, checked)]
  // On a terminal each problem has a blank line behind it already.
  return [...parts, ...end].join(isSeveral && !call.terminal.outWatched ? '\n' : '')
}

/** For a person, under what each problem means in front of the audience. */
function inParts(call: Call, problems: readonly Diagnostic[]): string {
  const { bold, underline } = call.terminal.outColours
  return [...new Set(problems.map(happensWith))]
    .map(happens => {
      const own = problems.filter(problem => happensWith(problem) === happens)
      return `${bold(underline(happens))}\n\n${problemText(call, own, false, 'out')}`
    })
    .join('')
}

/** In one line: what was looked at, and what came of it. */
function verdict(call: Call, ask: CheckAsk, { decks, looked }: Checked): string {
  const sum = (what: 'slides' | 'code' | 'links') =>
    decks.reduce((count, { result }) => count + (result.checked?.[what] ?? 0), 0)
  const counts = [
    counted(decks.length, 'talk'),
    counted(sum('slides'), 'slide'),
    counted(sum('code'), 'code block'),
    counted(sum('links'), 'link'),
  ]
  const problems = decks.flatMap(deck => deck.problems)
  const { green, red, yellow } = call.terminal.outColours
  const paint = fails(problems, ask.strict) ? red : problems.length > 0 ? yellow : green
  const found = paint(tally(problems) || 'nothing is wrong')
  return `${counts.filter(Boolean).join(', ')} checked ${looked ? 'with' : 'without'} a browser: ${found}\n`
}
