// The clicks of a session that is revealed step by step: a command, then what came back.

import type { Session } from './session.ts'

/** Lines that appear together, 1-based. `step` counts from 0, with the slide; the `steps` transform renumbers. */
export interface StepRun {
  readonly firstLine: number
  readonly lastLine: number
  readonly step: number
}

/**
 * Puts the lines of a session into runs that appear one a click: a command with the comments and blank lines
 * above it, then its output. Every line belongs to exactly one run; the first is there with the slide.
 */
export function stepRuns(session: Session): StepRun[] {
  const runs: StepRun[] = []
  let pending: number | undefined
  for (const run of session.runs) {
    const last = run.firstLine + run.lines.length - 1
    const first = pending ?? run.firstLine
    pending = undefined
    if (run.kind === 'comment') pending = first
    else if (run.kind === 'command') runs.push({ firstLine: first, lastLine: last, step: runs.length })
    else {
      let shown = run.lines.length
      while (shown > 0 && run.lines[shown - 1]?.text.trim() === '') shown--
      const lastShown = run.firstLine + shown - 1
      if (shown > 0) runs.push({ firstLine: first, lastLine: lastShown, step: runs.length })
      if (lastShown < last) pending = shown > 0 ? lastShown + 1 : first
    }
  }
  const end = session.runs.at(-1)
  const tail = runs.at(-1)
  if (pending !== undefined && end) {
    const lastLine = end.firstLine + end.lines.length - 1
    if (tail && !session.runs.some(run => run.kind === 'comment' && run.firstLine >= (pending ?? 0))) {
      runs[runs.length - 1] = { ...tail, lastLine }
    } else runs.push({ firstLine: pending, lastLine, step: runs.length })
  }
  return runs
}
