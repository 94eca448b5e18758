// What `check` is asked beyond what all commands are.

import type { DeckAsk } from '../call.ts'

/** How a check is printed. */
export type CheckFormat = 'text' | 'json' | 'github'

export interface CheckAsk extends DeckAsk {
  readonly format: CheckFormat
  /** Whether a browser looks at the slides: absent is where one is found, `true` insists on one. */
  readonly browser?: boolean
  /** Whether addresses on other servers are tried. */
  readonly links: boolean
}
