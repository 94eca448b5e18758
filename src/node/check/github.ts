// Problems as workflow commands of GitHub Actions, which shows them beside the lines of a pull request.

import { relative, resolve } from 'node:path'
import { type Diagnostic, ruleUrl, type Severity } from '../../core/index.ts'

const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' }

/**
 * One line a problem, as GitHub documents it (docs.github.com, “Workflow commands for GitHub Actions”).
 *
 * @param here the folder that the problems' files are named from
 */
export function githubLines(problems: readonly Diagnostic[], here: string): string {
  // The root of the checkout, which GitHub wants files named from.
  const workspace = process.env.GITHUB_WORKSPACE || here
  return problems.map(problem => githubLine(problem, here, workspace)).join('')
}

function githubLine(problem: Diagnostic, here: string, workspace: string): string {
  const { start, end } = problem.position ?? {}
  const file = relative(workspace, resolve(here, problem.file)).replaceAll('\\', '/')
  const properties = {
    file: file.startsWith('../') ? problem.file : file,
    line: start?.line,
    endLine: end?.line,
    // Columns mean something to GitHub on a single line only.
    ...(start?.line === end?.line ? { col: start?.column, endColumn: end?.column } : { col: start?.column }),
    title: problem.rule,
  }
  const said = Object.entries(properties).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${property(String(value))}`],
  )
  const message = [problem.message, problem.note, ruleUrl(problem.rule)].filter(Boolean).join('\n')
  return `::${commands[problem.severity]} ${said.join(',')}::${data(message)}\n`
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
