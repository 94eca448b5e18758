#!/usr/bin/env node
// The program `deckhand`: what was asked on the command line becomes one command and one exit status.

import nodeModule from 'node:module'
import { run } from './node/program.ts'

// Node 22 and later keep compiled code between runs; a start then costs a third less.
const compileCache: unknown = Reflect.get(nodeModule, 'enableCompileCache')
if (typeof compileCache === 'function') compileCache.call(nodeModule)

process.exitCode = await run(process.argv.slice(2))
