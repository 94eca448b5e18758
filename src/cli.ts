#!/usr/bin/env node
// The program `deckhand`: what was asked on the command line becomes one command and one exit status.

import nodeModule from 'node:module'
import { startThread, threadScript } from './node/thread.ts'

// Node 22 and later keep compiled code between runs; a start then costs a third less.
const compileCache: unknown = Reflect.get(nodeModule, 'enableCompileCache')
if (typeof compileCache === 'function') compileCache.call(nodeModule)

const words = process.argv.slice(2)
// The thread gets ready while the command line is still being understood: decks wait for it, not the other way.
const early = /^(build|outline|notes)$/.test(words[0] ?? '') ? startThread(threadScript('worker')) : undefined
const { run } = await import('./node/program.ts')
process.exitCode = await run(words, early)
