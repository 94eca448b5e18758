// What an author does not want to hear of: rules that a comment quiets, for a slide or for a file.

import type { Diagnostic } from './diagnostic.ts'
import type { RuleId } from './rules.ts'

/** What `<!-- deckhand-ignore rule -->` asks. */
export interface Ignore {
  readonly file: string
  readonly rules: readonly RuleId[]
  /** The first and the last line of the slide it stands on; absent for the whole file. */
  readonly lines?: readonly [first: number, last: number]
}

/** The problems that no comment quiets. */
export function unignored(
  problems: readonly Diagnostic[],
  ignores: readonly Ignore[] = [],
): readonly Diagnostic[] {
  if (ignores.length === 0) return problems
  return problems.filter(problem => !ignores.some(ignore => covers(ignore, problem)))
}

function covers({ file, rules, lines }: Ignore, problem: Diagnostic): boolean {
  if (file !== problem.file || !rules.includes(problem.rule)) return false
  if (lines === undefined) return true
  const line = problem.position?.start.line
  return line !== undefined && line >= lines[0] && line <= lines[1]
}

/** The rules that a comment quiets for what stands on a line of a file. */
export function ignoredAt(ignores: readonly Ignore[] = [], file: string, line: number): readonly RuleId[] {
  return ignores
    .filter(each => each.file === file && (!each.lines || (line >= each.lines[0] && line <= each.lines[1])))
    .flatMap(each => each.rules)
}
