// What a check found, for people, for tools and for GitHub.

import { type Diagnostic, happensWith } from '../../core/index.ts'
import { type Call, problemText } from '../call.ts'
import { counted, fails, reported, tally } from '../report.ts'
import type { DeckResult } from '../task.ts'
import type { CheckAsk } from './ask.ts'
import { githubLine } from './github.ts'

/** A deck and what is wrong with it, the worst first; without a file, what belongs to no deck. */
export interface CheckedPart {
  readonly file?: string
  readonly problems: readonly Diagnostic[]
}

/** All that a check came to. */
export interface Checked {
  readonly results: readonly DeckResult[]
  readonly parts: readonly CheckedPart[]
  /** Whether a browser has looked. */
  readonly looked: boolean
}

/** @returns all that goes to the output */
export function printed(call: Call, ask: CheckAsk, checked: Checked): string {
  if (ask.format === 'json') return asJson(checked)
  if (ask.format === 'text') return asText(call, ask, checked)
  return checked.parts
    .flatMap(({ problems }) => loudOnes(problems, ask))
    .map(problem => githubLine(problem, call.here, process.env.GITHUB_WORKSPACE || call.here))
    .join('')
}

function loudOnes(problems: readonly Diagnostic[], { quiet }: CheckAsk): readonly Diagnostic[] {
  return quiet ? problems.filter(({ severity }) => severity === 'error') : problems
}

function asJson({ results, parts, looked }: Checked): string {
  const report = {
    version: 1,
    browser: looked,
    decks: results.map(({ file, checked }) => ({ file, ...checked })),
    diagnostics: parts.flatMap(({ problems }) => problems.map(reported)),
  }
  return `${JSON.stringify(report, null, 2)}\n`
}

function asText(call: Call, ask: CheckAsk, checked: Checked): string {
  const { bold } = call.terminal.outColours
  const isSeveral = checked.parts.length > 1
  const parts = checked.parts.flatMap(({ file, problems }) => {
    const shown = loudOnes(problems, ask)
    if (shown.length === 0) return []
    const text = call.terminal.outWatched ? inParts(call, shown) : problemText(call, shown, false, 'out')
    return [isSeveral ? `${bold(file ?? 'Beside the talks')}: ${tally(problems)}\n${text}` : text]
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
function verdict(call: Call, ask: CheckAsk, { results, parts, looked }: Checked): string {
  const sum = (what: 'slides' | 'code' | 'links') =>
    results.reduce((count, { checked }) => count + (checked?.[what] ?? 0), 0)
  const counts = [
    counted(results.length, 'talk'),
    counted(sum('slides'), 'slide'),
    counted(sum('code'), 'code block'),
    counted(sum('links'), 'link'),
  ]
  const problems = parts.flatMap(part => part.problems)
  const { green, red, yellow } = call.terminal.outColours
  const paint = fails(problems, ask.strict) ? red : problems.length > 0 ? yellow : green
  const found = paint(tally(problems) || 'nothing is wrong')
  return `${counts.filter(Boolean).join(', ')} checked ${looked ? 'with' : 'without'} a browser: ${found}\n`
}
