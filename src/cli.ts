#!/usr/bin/env node
// The program `deckhand`: what was asked on the command line becomes one command and one exit status.

import { fileURLToPath } from 'node:url'
import { type Amendable, recallCall, sayAgain } from './node/call-record.ts'
import { compileLater } from './node/compiler.ts'
import { nodeKeepsCode, runScript } from './node/kept-code.ts'
import { closeQuietly } from './node/quiet-streams.ts'
import { startThread, threadScript } from './node/thread.ts'

const began = performance.now()

nodeKeepsCode()

const words = process.argv.slice(2)
const isBuild = words[0] === 'build'
const recalled = isBuild && !words.includes('--no-cache') ? recallCall(process.cwd(), words) : undefined
if (recalled && (recalled.changed === undefined || amended(recalled.changed))) {
  closeQuietly()
  sayAgain(recalled.record, began)
} else {
  void start()
}

/** Does what is asked from the beginning. What goes wrong here is a fault of ours, and Node says so. */
async function start(): Promise<void> {
  compileLater()
  // The thread gets ready while the command line is still being understood: decks wait for it, not the other way.
  const isForDecks = isBuild || /^(check|dev|outline|notes)$/.test(words[0] ?? '')
  const early = isForDecks ? startThread(threadScript('worker')) : undefined
  const { run } = await import('./node/program.ts')
  process.exitCode = await run(words, early)
}

/** Whether the one deck that has changed could be worked here and now, without a thread. */
function amended(changed: Amendable): boolean {
  compileLater()
  const { amend } = runScript(fileURLToPath(threadScript('worker'))) as typeof import('./node/worker.ts')
  return amend(changed)
}
