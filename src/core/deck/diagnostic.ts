// A problem as data: what is wrong, where, by which rule, and the way out.

import type { Position } from './place.ts'
import { type RuleId, rules } from './rules.ts'

/** How bad a problem is: an `error` fails the build, a `warning` only under `--strict`, an `info` never. */
export type Severity = 'error' | 'warning' | 'info'

/** One problem with its place, in the shape of a `VFileMessage` made plain data. */
export interface Diagnostic {
  /** The file it is in, as the source was named. */
  readonly file: string
  /** Where in that file; absent when the problem is of the file as a whole. */
  readonly position?: Position
  readonly severity: Severity
  readonly rule: RuleId
  /** What is wrong, one sentence without a full stop, naming the offending thing in backticks. */
  readonly message: string
  /** The way out, one or two sentences. */
  readonly note?: string
}

/** What a diagnostic may say beyond its rule and message. */
export interface DiagnosticDetail {
  readonly position?: Position | undefined
  readonly note?: string | undefined
  /** Replaces the rule's own severity where a case is milder or worse. */
  readonly severity?: Severity
}

/**
 * Makes a diagnostic of a known rule.
 *
 * @param file the file the problem is in, as its source is named
 * @param rule the rule's id; its severity and remedy are the defaults
 * @param message what is wrong
 * @param detail place, remedy and severity where they differ from the rule's
 */
export function diagnostic(
  file: string,
  rule: RuleId,
  message: string,
  detail: DiagnosticDetail = {},
): Diagnostic {
  const note = detail.note ?? rules[rule].remedy
  return {
    file,
    rule,
    message,
    severity: detail.severity ?? rules[rule].severity,
    ...(detail.position ? { position: detail.position } : {}),
    ...(note ? { note } : {}),
  }
}

/** As a reader meets them: file by file in the order they were met, from top to bottom. */
export function inOrder(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const files = [...new Set(diagnostics.map(problem => problem.file))]
  const at = ({ position }: Diagnostic) => position?.start.offset ?? -1
  return diagnostics.toSorted((a, b) => files.indexOf(a.file) - files.indexOf(b.file) || at(a) - at(b))
}

/** The page of the documentation that says what to do about a rule, relative to the package's root. */
export function ruleUrl(rule: RuleId): string {
  return `docs/diagnostics.md#${rule}`
}
