// How the reading rooms say what they find: rule, message, place, bound to one file.

import type { Point, Position } from '../deck/deck.ts'
import { type Diagnostic, type DiagnosticDetail, diagnostic } from '../deck/diagnostic.ts'
import type { RuleId } from '../deck/rules.ts'

/** Says a problem of the file being read. */
export type Report = (rule: RuleId, message: string, detail?: DiagnosticDetail) => void

/** A `Report` for one file, and the list it writes to, in the order things were found. */
export function createReport(file: string): { readonly report: Report; readonly diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = []
  return {
    diagnostics,
    report: (rule, message, detail) => {
      diagnostics.push(diagnostic(file, rule, message, detail))
    },
  }
}

/** The point `columns` characters behind another on the same line. */
export function pointAfter(point: Point, columns: number): Point {
  return { line: point.line, column: point.column + columns, offset: point.offset + columns }
}

/** The stretch of `length` characters from a point, on one line. */
export function stretch(start: Point, length: number): Position {
  return { start, end: pointAfter(start, length) }
}

/** An author's words in backticks, as messages name them: on one line, shortened, backticks inside exchanged. */
export function ticked(text: string): string {
  const line = text.replace(/\s+/g, ' ').replaceAll('`', "'")
  return `\`${line.length > 60 ? `${line.slice(0, 59)}…` : line}\``
}
