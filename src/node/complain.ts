// What is said of a call that came to nothing, and the exit status it ends with.

import { CommanderError } from 'commander'
import { CallError } from './call-error.ts'
import { githubLines } from './check/github.ts'
import { ConfigError } from './config/config-error.ts'
import { report, reported } from './report.ts'
import { createSourceLines } from './source-lines.ts'
import type { Terminal } from './terminal.ts'

/** `EX_USAGE` of old; here the call is wrong whenever it is neither a deck's fault nor ours. */
const wrong = 2

/**
 * Says what was wrong with a call, or that the fault is ours.
 *
 * @returns the exit status
 */
export function complain(error: unknown, terminal: Terminal, words: readonly string[]): number {
  // Help and version end the program the same way, with status 0; commander has written the rest already.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : wrong
  const { red, bold } = terminal.errColours
  if (error instanceof CallError) {
    if (wantsJson(words)) terminal.out(missingReport(error))
    terminal.err(
      `${bold(red('error'))} ${error.message}\n${error.hint === undefined ? '' : `${error.hint}\n`}`,
    )
    return wrong
  }
  if (error instanceof ConfigError) {
    const { problems } = error
    if (wantsJson(words)) terminal.out(jsonReport(problems.map(reported)))
    else if (wants('github', words)) terminal.out(githubLines(problems, process.cwd()))
    terminal.err(
      report(problems, {
        colours: terminal.errColours,
        full: terminal.errWatched,
        linesOf: createSourceLines(process.cwd()),
      }),
    )
    return wrong
  }
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error)
  terminal.err(
    `${bold(red('error'))} This is a fault of Deckhand's, not yours. Please report it:\n${trace}\n`,
  )
  if (error instanceof Error && error.cause instanceof Error) terminal.err(`${error.cause.stack}\n`)
  return 1
}

/** `--json`, or the same as a format. */
function wantsJson(words: readonly string[]): boolean {
  return words.includes('--json') || wants('json', words)
}

function wants(format: string, words: readonly string[]): boolean {
  return ` ${words.join(' ')} `.replaceAll('=', ' ').includes(` --format ${format} `)
}

/** So that a tool that asked for a report gets one. */
function missingReport({ message, hint, missing }: CallError): string {
  const rule = 'file-missing'
  const place = { file: missing ?? null, line: null, column: null, endLine: null, endColumn: null }
  const problem = {
    ...place,
    severity: 'error',
    rule,
    message,
    note: hint ?? null,
    url: `docs/diagnostics.md#${rule}`,
  }
  return jsonReport([problem])
}

function jsonReport(diagnostics: readonly object[]): string {
  return `${JSON.stringify({ version: 1, decks: [], diagnostics }, null, 2)}\n`
}
