// YAML, several documents and templates included.

import { parseAllDocuments, type YAMLError } from 'yaml'
import { depthFault, type Fault, isElision, type Linter } from './linter.ts'

/** What the parser's errors say to an author. */
const messages: Readonly<Record<string, readonly [message: string, note?: string]>> = {
  TAB_AS_INDENT: ['A tab indents this line, which YAML forbids', 'Indent with blanks.'],
  DUPLICATE_KEY: ['This key stands twice in one mapping', 'Keep one of the two.'],
  BAD_INDENT: [
    'This line is indented neither as the one above nor as what it belongs to',
    'Indent what belongs together alike.',
  ],
  MISSING_CHAR: ['A quote or a bracket is opened and not closed before here', 'Close it.'],
  MULTILINE_IMPLICIT_KEY: [
    'A `:` with a blank is missing, or a value goes on where it may not',
    'Write `key: value`, and quote values of several lines.',
  ],
  BLOCK_AS_IMPLICIT_KEY: ['A `key: value` stands where a value goes on', 'Quote values that hold `: `.'],
  BAD_SCALAR_START: ['A plain value cannot begin with this sign', 'Put the value into quotes.'],
}

/** Only the first fault of each document; those behind it mostly follow from it. */
export const lintYaml: Linter = ({ text }) => {
  const masked = apart(masks(text))
  if (masked.trim() === '') return []
  const deep = depthFault(masked)
  if (deep) return [deep]
  return parseAllDocuments(masked, { prettyErrors: false, merge: true, logLevel: 'silent' }).flatMap(
    document => {
      const errors = document.errors.filter(({ code }) => !harmless.has(code))
      const [first] = errors.filter(({ code }) => code !== 'DUPLICATE_KEY')
      const shown = first ? [first] : errors
      return shown.map(error => faultOf(error, masked))
    },
  )
}

/** Anchors may stand on another slide, and tags belong to the programs that read them. */
const harmless: ReadonlySet<string> = new Set(['BAD_ALIAS', 'TAG_RESOLVE_FAILED'])

function faultOf({ code, message, pos }: YAMLError, text: string): Fault {
  const [said = `This is no YAML: ${message.replace(/\s+/g, ' ')}`, note] = messages[code] ?? []
  const start = Math.min(pos[0], Math.max(0, text.trimEnd().length - 1))
  const end = Math.max(
    start + 1,
    Math.min(pos[1], text.indexOf('\n', start) < 0 ? text.length : text.indexOf('\n', start)),
  )
  return { start, end, message: said, ...(note === undefined ? {} : { note }) }
}

/** What is left out, and what a template will fill in, as something that no parser minds. */
function masks(text: string): string {
  return text
    .split('\n')
    .map(line => {
      if (isElision(line) || /^\s*\{\{.*\}\}\s*$/.test(line)) return ' '.repeat(line.length)
      return line.replace(/\{\{.*?\}\}/g, hole => 'x'.repeat(hole.length))
    })
    .join('\n')
}

/**
 * Two files or two ways in one block (`# or`, `# compose.override.yaml`) as two documents: behind a blank line and a
 * comment it begins again with the key that it began with.
 */
function apart(text: string): string {
  const lines = text.split('\n')
  const keyBelow = (index: number): string | undefined =>
    /^\s*[\w.-]+:/.exec(lines.slice(index).find(line => !/^\s*(?:#|$)/.test(line)) ?? '')?.[0]
  const first = keyBelow(0)
  return lines
    .map((line, index) =>
      first !== undefined &&
      index > 0 &&
      (lines[index - 1] ?? '').trim() === '' &&
      /^\s*#/.test(line) &&
      line.length >= 3 &&
      lines.slice(0, index).some(above => above.startsWith(first)) &&
      keyBelow(index) === first
        ? '---'.padEnd(line.length)
        : line,
    )
    .join('\n')
}
