// Where a command speaks: two streams, whether a person watches them, and how colours are written.

import pc from 'picocolors'

export type Colours = ReturnType<typeof pc.createColors>

/** What a command may write to. */
export interface Terminal {
  /** What was asked for. */
  out(text: string): void
  /** Everything else. */
  err(text: string): void
  readonly outColours: Colours
  readonly errColours: Colours
  /** Whether a person watches what goes to `out`. */
  readonly outWatched: boolean
  /** Whether a person watches what goes to `err`; progress is shown to persons only. */
  readonly errWatched: boolean
  /** Columns of the window. */
  readonly width: number
}

/**
 * The terminal of this program. Colour is for terminals only, and not where `NO_COLOR` is set (no-color.org).
 */
export function createTerminal(): Terminal {
  const plain = (process.env.NO_COLOR ?? '') !== '' || process.env.TERM === 'dumb'
  const force = (process.env.FORCE_COLOR ?? '') !== '' && process.env.FORCE_COLOR !== '0'
  const outWatched = process.stdout.isTTY === true
  const errWatched = process.stderr.isTTY === true
  return {
    out: text => void process.stdout.write(text),
    err: text => void process.stderr.write(text),
    outColours: pc.createColors(!plain && (outWatched || force)),
    errColours: pc.createColors(!plain && (errWatched || force)),
    outWatched,
    errWatched,
    width: process.stderr.columns || 80,
  }
}
