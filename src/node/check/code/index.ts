// Holds every block of code against its label: which linter is for which language, and what its faults are called.

import { type CodeBlock, type Diagnostic, diagnostic, type RuleId, rules } from '../../../core/index.ts'
import { lintDockerfile } from './dockerfile.ts'
import { lintJson, lintJsonc } from './json.ts'
import type { Linter } from './linter.ts'
import { lintSession, lintShell } from './shell.ts'
import { lintYaml } from './yaml.ts'

const linters: Readonly<Record<string, readonly [rule: RuleId, lint: Linter]>> = {
  dockerfile: ['code-dockerfile', lintDockerfile],
  json: ['code-json', lintJson],
  jsonc: ['code-json', lintJsonc],
  yaml: ['code-yaml', lintYaml],
  sh: ['code-shell', lintShell],
  console: ['code-shell', lintSession],
}

/** More than a slide could show; a linter would take its time over it. */
const longest = 100_000

/**
 * @param begin is told of each block as its turn comes
 * @returns what is wrong, and how many blocks there was a linter for
 */
export function lintCode(
  blocks: readonly CodeBlock[],
  begin: (block: CodeBlock) => void,
): { readonly diagnostics: readonly Diagnostic[]; readonly count: number } {
  const diagnostics = new Map<string, Diagnostic>()
  let count = 0
  for (const block of blocks) {
    const own = Object.hasOwn(linters, block.language) ? linters[block.language] : undefined
    if (!own || block.text.length > longest) continue
    const [rule, lint] = own
    begin(block)
    count++
    if (block.asked?.ignored.includes(rule)) continue
    for (const { start, end, message, ...detail } of lint(block)) {
      const position = { start: block.at(start), end: block.at(end) }
      // A fault in a part of a file that no slide shows embarrasses nobody.
      const line = block.text.slice(0, start).split('\n').length
      if (line < block.shown.first || line > block.shown.last) continue
      const shown = block.asked ? ` It is shown at \`${block.asked.file}:${block.asked.line}\`.` : ''
      const note = `${detail.note ?? rules[rule].remedy}${shown}`
      const problem = diagnostic(block.file, rule, message, { ...detail, position, note })
      // A file that several slides show is told of once.
      const name = `${problem.file} ${position.start.offset} ${message}`
      if (!diagnostics.has(name)) diagnostics.set(name, problem)
    }
  }
  return { diagnostics: [...diagnostics.values()], count }
}
