// What holds code against its label, and what it finds.

import { type CodeBlock, tooDeep } from '../../../core/index.ts'

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

/** Levels that a person could still follow; some hundreds later a parser's recursion ends the process. */
const deepest = 100

/** Says of data that is nested too deeply where that begins, so that no parser sees it. */
export function depthFault(text: string): Fault | undefined {
  const deep = tooDeep(text, deepest)
  if (!deep) return undefined
  const message = 'This is nested more deeply than anybody could read'
  return {
    start: deep.offset,
    end: deep.offset + 1,
    message,
    note: 'Leave out what nobody needs to see: `...`.',
  }
}
