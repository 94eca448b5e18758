// A configuration that cannot be used: it ends the command with status 2, and says all that is wrong with it.

import type { Diagnostic } from '../../core/index.ts'

/** What is wrong with a configuration. */
export class ConfigError extends Error {
  readonly problems: readonly Diagnostic[]
  /** The files it is made of, as far as they are known: a change there may mend it. */
  readonly inputs: readonly string[]

  constructor(problems: readonly Diagnostic[], inputs: readonly string[]) {
    super(problems[0]?.message ?? 'The configuration cannot be used')
    this.name = 'ConfigError'
    this.problems = problems
    this.inputs = inputs
  }
}
