// What holds code against its label, and what it finds.

import type { CodeBlock } from '../../../core/index.ts'

/** Something in a block that is not what the label says. Offsets are into the block's text. */
export interface Fault {
  readonly start: number
  readonly end: number
  /** What is wrong, one sentence without a full stop. */
  readonly message: string
  /** The way out, where it is not the rule's. */
  readonly note?: string
  /** Where it is milder than the rule. */
  readonly severity?: 'info'
}

/** Finds the faults of a block, the first ones first. */
export type Linter = (block: CodeBlock) => readonly Fault[]

/** What a line says that stands for lines left out. */
const elision =
  /^[ \t]*(?:#|\/\/|--|;)?[ \t]*(?:\.{2,}|…|\[(?:\.{3}|…)\]|\((?:\.{3}|…)\)|<(?:snip|…|\.{3})>|\[snip\])[ \t]*[,;\\]?[ \t]*$/i

/** Whether a line only says that something was left out: `...`, `…`, `# …`. */
export function isElision(line: string): boolean {
  return elision.test(line)
}

/** What is to be filled in: `<name>`, `[OPTIONS]`, `...`. */
export const placeholder = /<[^<>|&;()\n]*[^\s<>]>|\[[A-Z][A-Z_ -]*\]|\.{3}|…|\{\{/
