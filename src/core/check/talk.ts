// What a check looks at, and what every check is.

import type { Assets, Deck } from '../deck/deck.ts'
import type { Diagnostic } from '../deck/diagnostic.ts'

/** A talk before and after it was understood. */
export interface Talk {
  /** As `read` gave it: slides and code as they are written. */
  readonly written: Deck
  /** As `transform` gave it: what is shown. */
  readonly meant: Deck
  /** What was found for its needs. */
  readonly assets: Assets
  readonly variant?: string
}

/** One thing to look for; what it finds is reported in any order. */
export type Check = (talk: Talk) => readonly Diagnostic[]
