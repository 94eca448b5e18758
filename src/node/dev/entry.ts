// A deck on the desk of the live server: where it stands, and what it came to.

import type { DeckResult, Opening } from '../task.ts'
import type { Place } from './scan.ts'

/** A deck on the desk. */
export interface Entry extends Place {
  /** What it came to last; absent before the first time. */
  readonly latest?: DeckResult
  /** What is shown: the latest that could be, or the first there was. */
  readonly shown?: DeckResult
  /** What can be shown while it is worked for the first time. */
  readonly opening?: Opening
}

/** Whether the slides that are shown are not those of the file as it is. */
export function isBroken({ latest }: Entry): boolean {
  return latest?.diagnostics.some(problem => problem.severity === 'error') ?? false
}
