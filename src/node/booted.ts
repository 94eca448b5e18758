// What a built script has of `kept-code.ts`, which runs it: code that is kept compiled cannot import by itself.

import { createRequire } from 'node:module'
import { join } from 'node:path'
import { packageHome } from './package-home.ts'

/** What `kept-code.ts` hands over. */
export interface Boot {
  /** Has what V8 compiled so far kept for later runs; only the first call counts. */
  keepCode(): void
  /** Imports a module by its name. */
  load(name: string): Promise<unknown>
  /** Runs a script that lies beside this one, once, and gives what it exports. */
  run(name: string): unknown
}

declare const boot: Boot | undefined

/** To be called when most of what will be compiled is. */
export function keepCode(): void {
  if (typeof boot !== 'undefined') boot.keepCode()
}

/** Imports a module by its name. */
export function load(name: string): Promise<unknown> {
  return typeof boot === 'undefined' ? import(name) : boot.load(name)
}

/** What a built script of the package exports. */
export function runBeside(name: string): unknown {
  return typeof boot === 'undefined'
    ? createRequire(import.meta.url)(join(packageHome(), 'lib', name))
    : boot.run(name)
}
