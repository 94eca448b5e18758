// What a check found, for people, for tools and for GitHub.

import { type Diagnostic, happensWith } from '../../core/index.ts'
import { type Call, problemText } from '../call.ts'
import { counted, fails, reported, tally } from '../report.ts'
import type { DeckResult } from '../task.ts'
import type { Colours } from '../terminal.ts'
import type { CheckAsk } from './ask.ts'
import { githubLines } from './github.ts'

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

/** Prints what was asked for; to tools and to GitHub what was looked at goes beside it, where people read it. */
export function print(call: Call, ask: CheckAsk, checked: Checked): void {
  const { terminal } = call
  if (ask.format === 'json') terminal.out(asJson(checked))
  if (ask.format === 'text') terminal.out(asText(call, ask, checked))
  if (ask.format !== 'github') return
  const problems = checked.parts.flatMap(part => loudOnes(part.problems, ask))
  terminal.out(githubLines(problems, call.here))
  if (!ask.quiet) terminal.err(verdict(checked, paintFor(checked, ask, terminal.errColours)))
}

function loudOnes(problems: readonly Diagnostic[], { quiet }: CheckAsk): readonly Diagnostic[] {
  return quiet ? problems.filter(({ severity }) => severity === 'error') : problems
}

/** Of a deck that could not be read. */
const unknown = { slides: null, code: null, links: null }

function asJson({ results, parts, looked }: Checked): string {
  const report = {
    version: 1,
    browser: looked,
    decks: results.map(({ file, checked }) => ({ file, ...(checked ?? unknown) })),
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
  const end = ask.quiet ? [] : [verdict(checked, paintFor(checked, ask, call.terminal.outColours))]
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

/** How bad it is, as a colour. */
function paintFor({ parts }: Checked, { strict }: CheckAsk, colours: Colours): Colours['red'] {
  const problems = parts.flatMap(part => part.problems)
  return fails(problems, strict) ? colours.red : problems.length > 0 ? colours.yellow : colours.green
}

/** In one line: what was looked at, and what came of it. */
function verdict({ results, parts, looked }: Checked, paint: Colours['red']): string {
  const sum = (what: 'slides' | 'code' | 'links') =>
    results.reduce((count, { checked }) => count + (checked?.[what] ?? 0), 0)
  const counts = [
    counted(results.length, 'talk'),
    counted(sum('slides'), 'slide'),
    counted(sum('code'), 'code block'),
    counted(sum('links'), 'link'),
  ]
  const found = paint(tally(parts.flatMap(part => part.problems)) || 'nothing is wrong')
  return `${counts.filter(Boolean).join(', ')} checked ${looked ? 'with' : 'without'} a browser: ${found}\n`
}
