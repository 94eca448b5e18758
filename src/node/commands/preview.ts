// deckhand preview: serves a built site until it is interrupted.

import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Call } from '../call.ts'
import { CallError } from '../call-error.ts'
import { type Listening, type Serving, serve } from '../serve.ts'
import { recover } from '../swap.ts'

/** What `preview` is asked. */
export interface PreviewAsk extends Listening {
  readonly folder: string
  readonly quiet: boolean
}

/** @returns the exit status, once interrupted */
export async function preview(call: Call, ask: PreviewAsk): Promise<number> {
  const folder = resolve(call.here, ask.folder)
  recover(folder)
  if (!existsSync(join(folder, 'index.html'))) {
    throw new CallError(`There is no site in \`${ask.folder}\``, 'Run `deckhand build` first.')
  }
  const serving = await open(folder, ask)
  if (!ask.quiet) call.terminal.out(`Serving \`${ask.folder}\` at ${serving.url} (Ctrl-C ends it)\n`)
  await interrupted()
  await serving.close()
  return 0
}

async function open(folder: string, ask: PreviewAsk): Promise<Serving> {
  try {
    return await serve(folder, ask)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    throw new CallError(`Cannot listen on ${ask.host}, port ${ask.port}: ${error.message}`)
  }
}

function interrupted(): Promise<void> {
  return new Promise(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve())
  })
}
