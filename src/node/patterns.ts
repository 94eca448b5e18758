// The patterns of grammars that were turned into JavaScript's when the package was built; others are turned as met.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { EmulatedRegExp } from 'oniguruma-to-es'
import type { RegexEngine } from 'shiki/core'
import { createJavaScriptRegexEngine, defaultJavaScriptRegexConstructor } from 'shiki/engine/javascript'
import { packageHome } from './package-home.ts'

/** A pattern's source and flags, and what JavaScript's own expressions cannot do of it. */
type Turned = readonly [source: string, flags: string, options?: EmulatedRegExp['rawOptions']]

/** An engine for grammars that can be told of turned patterns. */
export interface PatternEngine {
  readonly engine: RegexEngine
  /** Learns the patterns of a language by Shiki's name of it, where the package has them. */
  learn(language: string): void
}

/** Turning a pattern takes longer than running it: half of the time of a first block of code. */
export function createPatternEngine(folder = join(packageHome(), 'lib', 'patterns')): PatternEngine {
  const known = new Map<string, Turned>()
  const engine = createJavaScriptRegexEngine({
    // Forgiving: a pattern that JavaScript cannot say costs one rule of a grammar, not the block.
    forgiving: true,
    regexConstructor(pattern) {
      const [source, flags, options] = known.get(pattern) ?? []
      if (source === undefined) return defaultJavaScriptRegexConstructor(pattern)
      return options ? new EmulatedRegExp(source, flags, options) : new RegExp(source, flags)
    },
  })
  return {
    engine,
    learn(language) {
      const table = readTable(join(folder, `${language}.json`))
      for (const [pattern, turned] of Object.entries(table)) known.set(pattern, turned)
    },
  }
}

/** Most languages have no table, and sources that were never built have none at all. */
function readTable(path: string): Record<string, Turned> {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return {}
    throw error
  }
}
