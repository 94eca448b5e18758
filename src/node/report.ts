// Diagnostics for persons and for tools: one line a problem, or one object, and the shape of each kept stable.

import { type Diagnostic, ruleUrl, type Severity } from '../core/index.ts'
import type { Colours } from './terminal.ts'

/** A diagnostic as `--json` prints it; what is not known is null. */
export interface ReportedDiagnostic {
  readonly file: string
  readonly line: number | null
  readonly column: number | null
  readonly endLine: number | null
  readonly endColumn: number | null
  readonly severity: Severity
  readonly rule: string
  readonly message: string
  readonly note: string | null
  /** The documentation of the rule, relative to the package. */
  readonly url: string
}

export function reported(problem: Diagnostic): ReportedDiagnostic {
  return {
    file: problem.file,
    line: problem.position?.start.line ?? null,
    column: problem.position?.start.column ?? null,
    endLine: problem.position?.end.line ?? null,
    endColumn: problem.position?.end.column ?? null,
    severity: problem.severity,
    rule: problem.rule,
    message: problem.message,
    note: problem.note ?? null,
    url: ruleUrl(problem.rule),
  }
}

/** Errors fail a call, and warnings do where it is strict. */
export function fails(problems: readonly Diagnostic[], strict: boolean): boolean {
  return problems.some(({ severity }) => severity === 'error' || (strict && severity === 'warning'))
}

/** How diagnostics are to be written. */
export interface ReportStyle {
  readonly colours: Colours
  /** For a person: with the source beside it and the way out below. */
  readonly full: boolean
  /** The lines of a file, for the source beside a problem. */
  readonly linesOf: (file: string) => readonly string[] | undefined
}

/**
 * Writes diagnostics as text, `file:line:column severity rule message` and the way out, on one line each unless `full`.
 *
 * @returns empty, or ending with a line end
 */
export function report(problems: readonly Diagnostic[], style: ReportStyle): string {
  return problems.map(problem => one(problem, style)).join('')
}

function one(problem: Diagnostic, { colours, full, linesOf }: ReportStyle): string {
  const start = problem.position?.start
  const place = start ? `${problem.file}:${start.line}:${start.column}` : problem.file
  const severity = paint(colours, problem.severity)(problem.severity)
  const said = full || !problem.note ? problem.message : `${problem.message}. ${problem.note}`
  const message = full ? said : said.replace(/\s*\n\s*/g, ' ')
  const head = `${colours.bold(safe(place))} ${severity} ${colours.dim(problem.rule)} ${safe(message)}\n`
  if (!full) return head
  const frame = start ? framed(problem, linesOf(problem.file), colours) : ''
  const way = problem.note ? `  ${safe(problem.note)}\n` : ''
  return `${head}${frame}${way}${colours.dim(`  ${ruleUrl(problem.rule)}`)}\n\n`
}

/** The line of a problem with marks below the place; empty where there is none. */
export function framed(problem: Diagnostic, lines: readonly string[] | undefined, colours: Colours): string {
  const start = problem.position?.start
  const text = start && lines?.[start.line - 1]
  if (!start || text === undefined) return ''
  const end = problem.position?.end
  const last = end && end.line === start.line ? end.column : text.length + 1
  // A long line is shown from a little before the place.
  const from = Math.max(0, Math.min(start.column - 1 - 20, text.length - 100))
  const shownText = safe(text.slice(from, from + 100).replaceAll('\t', ' '))
  const number = String(start.line)
  const marks = '^'.repeat(Math.max(1, Math.min(last - start.column, 100 - (start.column - 1 - from))))
  const gutter = ' '.repeat(number.length)
  const shift = ' '.repeat(Math.max(0, start.column - 1 - from))
  return `  ${colours.dim(`${number} |`)} ${shownText}\n  ${colours.dim(`${gutter} |`)} ${shift}${paint(colours, problem.severity)(marks)}\n`
}

function paint(colours: Colours, severity: Severity): (text: string) => string {
  return severity === 'error' ? colours.red : severity === 'warning' ? colours.yellow : colours.cyan
}

/** What an author wrote must not steer the terminal: control characters are shown, not sent. */
export function safe(text: string): string {
  return text.replace(/\p{Cc}/gu, sign => {
    const code = sign.charCodeAt(0)
    if (sign === '\t' || sign === '\n') return sign
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : '\ufffd'
  })
}

/** `2 errors, 1 warning`, or empty where there is nothing to count. */
export function tally(problems: readonly Diagnostic[]): string {
  const count = (severity: Severity): number =>
    problems.filter(problem => problem.severity === severity).length
  const parts = [
    counted(count('error'), 'error'),
    counted(count('warning'), 'warning'),
    counted(count('info'), 'remark'),
  ]
  return parts.filter(part => part !== '').join(', ')
}

/** `1 deck`, `2 decks`; empty for none. */
export function counted(count: number, name: string): string {
  return count === 0 ? '' : `${count} ${name}${count === 1 ? '' : 's'}`
}
