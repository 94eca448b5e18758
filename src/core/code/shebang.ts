// What a `#!` line says of the lines under it.

import { languageOf } from './language.ts'

/** The interpreter a `#!` line names, as a language. */
export function shebangLanguage(line: string): string | undefined {
  const program = /^#!\s*(?:\S*\/)?(?:env\s+(?:-S\s+)?(?:\w+=\S*\s+)*)?(?:\S*\/)?([A-Za-z]+)/.exec(line)?.[1]
  return program ? languageOf(program).name : undefined
}
