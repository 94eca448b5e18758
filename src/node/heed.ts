// What the author does not want to hear of: the one place where the configuration's rules, and comments that quiet
// rules, decide what becomes of problems.

import { type Diagnostic, type Ignore, unignored } from '../core/index.ts'
import type { DeckAsk } from './deck-ask.ts'
import type { DeckResult } from './task.ts'

/**
 * Problems as the author wants to hear of them.
 *
 * @param ignores what comments in the decks quiet
 */
export function heed(
  problems: readonly Diagnostic[],
  { config }: Pick<DeckAsk, 'config'>,
  ignores: readonly Ignore[] = [],
): Diagnostic[] {
  const { rules } = config.settings
  return unignored(problems, ignores).flatMap(problem => {
    const set = rules[problem.rule]
    if (set === 'off') return []
    return set === undefined || set === problem.severity ? [problem] : [{ ...problem, severity: set }]
  })
}

/** A deck with its problems as the author wants to hear of them. */
export function heeded(result: DeckResult, ask: Pick<DeckAsk, 'config'>): DeckResult {
  return { ...result, diagnostics: heed(result.diagnostics, ask, result.ignores) }
}

/** What comments in these decks quiet. */
export function ignoresOf(results: readonly DeckResult[]): Ignore[] {
  return results.flatMap(result => result.ignores ?? [])
}
