// The talk with planted faults, the list of them, and what a check reports, for the tests that look for them.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the talk. */
export const planted = fileURLToPath(new URL('../e2e/planted', import.meta.url))

/** A problem as `check --json` reports it. */
export interface Finding {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly rule: string
  readonly severity: string
  readonly message: string
  readonly note: string
}

/** What was found, as the list of planted faults has it. */
export const placesOf = (found: readonly Finding[]): string[] =>
  found.map(({ file, line, rule }) => `${file}:${line} ${rule}`).toSorted()

/** What was planted; with a heading, the part of the list under it. */
export function plantedFaults(heading?: string): string[] {
  const list = readFileSync(join(planted, 'faults.txt'), 'utf8')
  const parts = list.split(/^# /m).filter(text => heading === undefined || text.startsWith(`${heading}\n`))
  return parts.flatMap(text => text.split('\n').filter(line => /^\S+:\d+ \S+$/.test(line))).toSorted()
}
