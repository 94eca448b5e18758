// The line on a terminal that says how far a check is.

import type { Call } from '../call.ts'
import type { CheckAsk } from './ask.ts'

/** Writes over what it wrote before; '' takes it away. Only persons are told. */
export function checkProgress({ terminal }: Call, ask: CheckAsk): (text: string) => void {
  if (!terminal.errWatched || ask.quiet || ask.format !== 'text') return () => undefined
  return text => terminal.err(`\r\u001b[K${text.slice(0, terminal.width - 1)}`)
}
