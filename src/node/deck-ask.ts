// What a command that reads decks is asked.

import type { Configuration } from './config/load-config.ts'

/** What commands that read decks share. */
export interface DeckAsk {
  readonly paths: readonly string[]
  /** What the project says of all its talks. */
  readonly config: Configuration
  readonly dialect?: string
  readonly variant?: string
  /** A file of notes to join in the place of the deck's own companion; as written on the command line. */
  readonly companion?: string
  readonly theme?: string
  readonly cache: boolean
  readonly json: boolean
  readonly strict: boolean
  readonly quiet: boolean
  /** Milliseconds a deck may take. */
  readonly timeLimit: number
}
