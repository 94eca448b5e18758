// What `dev` is asked, and how it is asked again when the configuration has changed.

import type { DeckAsk } from '../deck-ask.ts'

/** What `dev` is asked beyond what all commands are. */
export interface SessionAsk extends DeckAsk {
  readonly host: string
  readonly port: number
  readonly strictPort: boolean
  /** An edit elsewhere leaves a talk where it is. */
  readonly stay: boolean
  /** Looks for changes by itself, for file systems that do not tell. */
  readonly poll: boolean
  /**
   * What the same call asks now, by the configuration as it is now.
   *
   * @throws {ConfigError} and {CallError} for one that cannot be used
   */
  readonly again?: () => Promise<SessionAsk>
}
