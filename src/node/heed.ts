// What becomes of problems by the rules of the configuration: the one place where they are taken more lightly or left out.

import type { Diagnostic } from '../core/index.ts'
import type { DeckAsk } from './deck-ask.ts'

/** Problems as the author wants to hear of them. */
export function heed(problems: readonly Diagnostic[], { config }: Pick<DeckAsk, 'config'>): Diagnostic[] {
  const { rules } = config.settings
  return problems.flatMap(problem => {
    const set = rules[problem.rule]
    if (set === 'off') return []
    return set === undefined || set === problem.severity ? [problem] : [{ ...problem, severity: set }]
  })
}
