#!/usr/bin/env node
// The program `deckhand`: what was asked on the command line becomes one command and one exit status.

import nodeModule from 'node:module'
import { recallCall } from './node/call-record.ts'
import { compileLater } from './node/compiler.ts'
import { closeQuietly } from './node/quiet-streams.ts'
import { startThread, threadScript } from './node/thread.ts'

const began = performance.now()

// Node 22 and later keep compiled code between runs; a start then costs a third less.
const compileCache: unknown = Reflect.get(nodeModule, 'enableCompileCache')
if (typeof compileCache === 'function') compileCache.call(nodeModule)

const words = process.argv.slice(2)
const isBuild = words[0] === 'build'
const said = isBuild && !words.includes('--no-cache') ? recallCall(process.cwd(), words, began) : undefined
if (said) {
  closeQuietly()
  process.stdout.write(said.out)
  process.stderr.write(said.err)
  process.exitCode = said.status
} else {
  compileLater()
  // The thread gets ready while the command line is still being understood: decks wait for it, not the other way.
  const isForDecks = isBuild || /^(check|dev|outline|notes)$/.test(words[0] ?? '')
  const early = isForDecks ? startThread(threadScript('worker')) : undefined
  const { run } = await import('./node/program.ts')
  process.exitCode = await run(words, early)
}
