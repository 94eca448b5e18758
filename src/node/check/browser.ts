// What only a browser can tell of a talk: shows it every slide at every step, and asks.

import type { Diagnostic } from '../../core/index.ts'
import type { Call } from '../call.ts'
import type { DeckResult } from '../task.ts'
import type { CheckAsk } from './ask.ts'

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
 */
export async function browserProblems(
  _call: Call,
  _ask: CheckAsk,
  _results: readonly DeckResult[],
): Promise<BrowserFound> {
  return { problems: [], looked: false }
}
