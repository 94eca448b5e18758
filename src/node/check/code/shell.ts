// Shell scripts, and the commands of sessions, through a parser of the shell.

import { forEachChild, parse, type SyntaxNode } from 'unbash'
import { parseSession } from '../../../core/index.ts'
import { type Fault, isElision, type Linter } from './linter.ts'

/** What is to be filled in, `<name>`, a choice, `(start|stop)`, and a remark behind a command are no syntax. */
const placeholders =
  /(?<!<)<[^<>&;()\n]*[^\s<>]>|\((?:[\w-]+\|)+[\w-]+\)|(?<=\S[ \t]+)\(\w[^()\n]*\)(?=[ \t]*$)/gm

/** What only a program draws: the branches of a tree. */
const drawn = /^[ \t|]*[|`+]-- |^\s*[├└│]/m

/** The parser knows Bash; of other shells it says what they would not mind. */
export const lintShell: Linter = ({ text, label }) =>
  drawn.test(text) ? [] : /^(?:zsh|ksh|dash|rc)$/.test(label ?? '') ? slips(text) : lintCommands(text)

/** Only what was typed, and only where a shell was asked. */
export const lintSession: Linter = ({ text, prompt }) => {
  const lines = text.split('\n')
  const starts: number[] = []
  for (const [index, line] of lines.entries()) starts[index + 1] = (starts[index] ?? 0) + line.length + 1
  return parseSession(text, prompt).runs.flatMap(run => {
    // A bare `>` may be any program's prompt.
    if (run.kind !== 'command' || run.shell !== 'sh' || run.lines[0]?.prompt.trim() === '>') return []
    // The places of the command's lines in the block: each stands behind its prompt.
    const begins = run.lines.map(
      (line, index) => (starts[run.firstLine - 1 + index] ?? 0) + line.prompt.length,
    )
    const command = run.lines.map(line => line.text)
    const place = (offset: number): number => {
      let left = offset
      let index = 0
      while (index < command.length - 1 && left > (command[index] ?? '').length) {
        left -= (command[index] ?? '').length + 1
        index++
      }
      return (begins[index] ?? 0) + left
    }
    return lintCommands(command.join('\n')).map(fault => ({
      ...fault,
      start: place(fault.start),
      end: place(fault.end),
    }))
  })
}

/**
 * What a shell would refuse, only the first of it since the rest follows from it; and what it would take for something
 * else than was meant.
 *
 * @param text commands, without prompts
 */
export function lintCommands(text: string): Fault[] {
  const masked = text.replace(placeholders, words => '_'.repeat(words.length))
  const [first] = syntaxFaults(masked)
  return [...(first ? [first] : []), ...slips(text)].toSorted((a, b) => a.start - b.start)
}

function syntaxFaults(text: string): Fault[] {
  const found: Fault[] = []
  const visit = (node: SyntaxNode | ReturnType<typeof parse>): void => {
    if ('errors' in node && node.errors) {
      for (const { message, pos } of node.errors) found.push(syntaxFault(message, pos, text))
    }
    if (node.type === 'HereDoc' && !node.closing && node.delimiter && !isCutOff(text)) {
      const { pos, end, value } = node.delimiter
      const note = `End it with a line \`${value}\`.`
      found.push({
        start: pos,
        end,
        message: `The here-document that ends at \`${value}\` does not end`,
        note,
      })
    }
    forEachChild(node, visit)
  }
  visit(parse(text))
  return found.toSorted((a, b) => a.start - b.start)
}

/** Whether a slide says itself that there is more. */
function isCutOff(text: string): boolean {
  return isElision(text.trimEnd().split('\n').at(-1) ?? '')
}

/** Points at what was opened and not closed; where something is missing at the end, at the last sign there is. */
function syntaxFault(message: string, pos: number, text: string): Fault {
  const start = pos < text.trimEnd().length ? pos : Math.max(0, text.trimEnd().length - 1)
  const length = /^unexpected token '(.+)'$/.exec(message)?.[1]?.length ?? 1
  return {
    start,
    end: start + length,
    message: `A shell would refuse this: ${message.replace(/'([^']+)'/g, '`$1`')}`,
  }
}

/** What is typed as it was meant and runs as something else. */
function slips(text: string): Fault[] {
  const faults: Fault[] = []
  // In quotes and comments all signs are their own.
  const bare = text.replace(/'[^']*'|"(?:\\.|[^"\\])*"|(?<=^|\s)#.*/gm, part => part.replace(/[^\n]/g, ' '))
  for (const { index, 0: found } of bare.matchAll(/\\[ \t]+$/gm)) {
    const isRemark = /^\\[ \t]+#/.test(text.slice(index))
    faults.push({
      start: index,
      end: index + found.trimEnd().length + 1,
      message: `A ${isRemark ? 'comment' : 'blank'} stands behind the \`\\\`, so the command ends here`,
      note: isRemark ? 'Put the comment above the command.' : 'Remove the blank at the end of the line.',
    })
  }
  for (const { index, 0: found } of bare.matchAll(/(?<=\s)[–—][a-zA-Z][\w-]*/g)) {
    const message = `\`${found}\` begins with a long dash, which no program takes for an option`
    const note = `Write \`${found.length > 2 ? '--' : '-'}${found.slice(1)}\`.`
    faults.push({ start: index, end: index + found.length, message, note })
  }
  const [quote] = bare.matchAll(/[“”‘’„]/g)
  if (quote) {
    const message = `\`${quote[0]}\` is a printer's quotation mark, which a shell takes for a letter`
    faults.push({ start: quote.index, end: quote.index + 1, message, note: 'Write `"` or `\'`.' })
  }
  return faults
}
