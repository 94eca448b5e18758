// The configuration while decks are served: what a save of it changes, and what holds while it cannot be used.

import { type Diagnostic, diagnostic } from '../../core/index.ts'
import { CallError } from '../call-error.ts'
import { ConfigError } from '../config/config-error.ts'
import type { SessionAsk } from './session-ask.ts'

/** What comes of a change of the configuration. */
export interface RenewalEvents {
  /**
   * Takes what is asked from now on.
   *
   * @throws {CallError} for what cannot be done; then nothing is changed
   */
  readonly renewed: (next: SessionAsk, before: SessionAsk) => void
  /** What is wrong with the configuration, or no longer is. */
  readonly troubled: (troubles: readonly Diagnostic[]) => void
}

export interface Renewal {
  /** What is asked now. */
  readonly ask: () => SessionAsk
  /** What is wrong with the configuration as it stands. */
  readonly troubles: () => readonly Diagnostic[]
  /** The files it is made of, and where one may appear. */
  readonly inputs: () => readonly string[]
  readonly changed: (paths: ReadonlySet<string>) => void
}

/** What was settled when the server was started, by the names that a configuration has. */
const fixed = ['host', 'port', 'strictPort', 'poll', 'timeLimit'] as const

/** @param first what was asked at the start; without `again` it is asked for good */
export function createRenewal(first: SessionAsk, events: RenewalEvents): Renewal {
  let ask = first
  let troubles: readonly Diagnostic[] = []
  let inputs = first.config.inputs
  /** One after the other: the last save is the one that counts. */
  let queue: Promise<void> = Promise.resolve()

  async function renew(): Promise<void> {
    if (!first.again) return
    const before = ask
    const wasTroubled = troubles.length > 0
    try {
      const next = await first.again()
      inputs = next.config.inputs
      events.renewed(next, before)
      ask = next
      troubles = []
    } catch (error) {
      troubles = troublesOf(error, ask.config.file)
      // Where it fails may be another file than those that were known.
      if (error instanceof ConfigError) inputs = [...new Set([...inputs, ...error.inputs])]
    }
    if (wasTroubled || troubles.length > 0) events.troubled(troubles)
  }

  return {
    ask: () => ask,
    troubles: () => troubles,
    inputs: () => inputs,
    changed(paths) {
      if (inputs.some(path => paths.has(path))) queue = queue.then(renew)
    },
  }
}

function troublesOf(error: unknown, file = 'deckhand.config'): readonly Diagnostic[] {
  if (error instanceof ConfigError) return error.problems
  if (error instanceof CallError)
    return [diagnostic(file, 'config-value', error.message, { note: error.hint })]
  return [diagnostic(file, 'config-syntax', error instanceof Error ? error.message : String(error))]
}

/** What has changed and holds only from the next start on. */
export function forNextStart(next: SessionAsk, before: SessionAsk): string[] {
  return fixed.filter(name => next[name] !== before[name])
}
