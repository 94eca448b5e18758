// Calls to learn from, as the help of a command ends with them.

/** @param lines calls without the prompt */
export function examples(...lines: readonly string[]): string {
  return `\nExamples:\n${lines.map(line => `  $ ${line}\n`).join('')}`
}
