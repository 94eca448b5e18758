// JSON, and JSON with comments, through a parser that goes on behind a mistake.

import { type ParseError, parse, printParseErrorCode, visit } from 'jsonc-parser'
import { depthFault, type Fault, isElision, type Linter } from './linter.ts'

/** What the parser's errors say to an author. */
const messages: Readonly<Record<string, string>> = {
  InvalidSymbol: 'JSON has no such word here',
  InvalidNumberFormat: 'This is no number in JSON',
  PropertyNameExpected: 'The name of a property, in `"`, is missing here',
  ValueExpected: 'A value is missing here',
  ColonExpected: 'A `:` is missing here',
  CommaExpected: 'A `,` is missing here',
  CloseBraceExpected: 'A `}` is missing here',
  CloseBracketExpected: 'A `]` is missing here',
  EndOfFileExpected: 'The JSON has ended before this',
  InvalidCommentToken: 'JSON has no comments',
  UnexpectedEndOfComment: 'The comment is not closed',
  UnexpectedEndOfString: 'The string is not closed',
  UnexpectedEndOfNumber: 'The number is not complete',
  InvalidUnicode: 'This is no `\\u` of four digits',
  InvalidEscapeCharacter: 'JSON does not know this escape',
  InvalidCharacter: 'This sign cannot stand in JSON',
}

/** The ways of reading what a slide shows: all of it, the inside of an object or of a list, or one value a line. */
const readings: readonly (readonly [before: string, after: string])[] = [
  ['', ''],
  ['{', '}'],
  ['[', ']'],
]

/** JSON as the standard has it. */
export const lintJson: Linter = ({ text }) => lint(text, false)

/** JSON with comments and trailing commas. */
export const lintJsonc: Linter = ({ text }) => lint(text, true)

function lint(text: string, isLoose: boolean): Fault[] {
  const { masked, hasGaps } = withoutGaps(text)
  if (masked.trim() === '') return []
  const deep = depthFault(masked)
  if (deep) return [deep]
  // What is cut out of the middle ends in the comma before the next one.
  const piece = masked.replace(/,(?=\s*$)/, ' ')
  const tries = readings.map(reading =>
    errorsIn(reading[0] === '' ? masked : piece, reading, isLoose || hasGaps),
  )
  const best = tries.some(errors => errors.length === 0)
  if (!best && !isLines(text)) {
    const errors = (/^\s*"[^"\n]*"\s*:/.test(text) ? tries[1] : tries[0]) ?? []
    // One fault says enough, for those behind it mostly follow from it; but not from a comment.
    const comments = errors.filter(({ error }) => printParseErrorCode(error) === 'InvalidCommentToken')
    const [first] = errors.filter(error => !comments.includes(error))
    return [...comments.slice(0, 1), ...(first ? [first] : [])].map(error => syntaxFault(error, text))
  }
  return duplicates(masked)
}

function syntaxFault({ error, offset, length }: ParseError, text: string): Fault {
  const name = printParseErrorCode(error)
  const start = Math.min(offset, Math.max(0, text.trimEnd().length - 1))
  const trailing = /^[}\]]/.test(text.slice(start)) && /,\s*$/.test(text.slice(0, start))
  if (trailing) {
    const comma = text.slice(0, start).lastIndexOf(',')
    return {
      start: comma,
      end: comma + 1,
      message: 'JSON has no `,` behind the last one',
      note: 'Remove it, or label the block `jsonc`.',
    }
  }
  const quote = /^'/.test(text.slice(start)) ? "JSON has no strings in `'`" : undefined
  const end = Math.max(start + 1, Math.min(start + length, text.length))
  const note =
    name === 'InvalidCommentToken' ? { note: 'Remove the comment, or label the block `jsonc`.' } : {}
  return { start, end, message: quote ?? messages[name] ?? `This is no JSON: ${name}`, ...note }
}

function errorsIn(text: string, [before, after]: readonly [string, string], isLoose: boolean): ParseError[] {
  const errors: ParseError[] = []
  parse(`${before}${text}${after}`, errors, { disallowComments: !isLoose, allowTrailingComma: isLoose })
  return errors.map(error => ({ ...error, offset: Math.max(0, error.offset - before.length) }))
}

/** A string, which holds what it likes; or what stands for a value, `...` or `<number>`; or for anything else. */
const gaps = /"(?:\\.|[^"\\\n])*"|(?<=:[ \t]*)(?:\.{3}|…|<[\w -]+>)|(?:\.{3}|…)(?:[ \t]*,)?/g

/** A first line that says which file this is. */
const caption = /^[ \t]*(?:\/\/|#)[ \t]*[\w./@~-]+[ \t]*(?=\n)/

/** Text in which something is left out as if it had never been there. */
function withoutGaps(text: string): { masked: string; hasGaps: boolean } {
  const bare = text.replace(caption, line => ' '.repeat(line.length))
  const masked = bare
    .split('\n')
    .map(line => (isElision(line) ? ' '.repeat(line.length) : line))
    .join('\n')
    .replace(gaps, (found, at: number) => {
      if (found.startsWith('"')) return found
      return (/:[ \t]*$/.test(bare.slice(0, at)) ? '0' : '').padEnd(found.length)
    })
  return { masked, hasGaps: masked !== bare }
}

/** `docker ps --format json` prints one value a line. */
function isLines(text: string): boolean {
  const lines = text.split('\n').filter(line => line.trim() !== '')
  return lines.length > 1 && lines.every(line => errorsIn(line, ['', ''], false).length === 0)
}

/** A name that stands twice in one object: the first value is lost. */
function duplicates(text: string): Fault[] {
  const found: Fault[] = []
  const open: Set<string>[] = [new Set()]
  const isInside = /^\s*"[^"\n]*"\s*:/.test(text)
  visit(isInside ? `{${text}}` : text, {
    onObjectBegin: () => void open.push(new Set()),
    onObjectEnd: () => void open.pop(),
    onObjectProperty(name, offset, length) {
      const names = open.at(-1)
      const start = offset - (isInside ? 1 : 0)
      if (names?.has(name)) {
        found.push({
          start,
          end: start + length,
          message: `\`${name}\` stands twice in one object`,
          note: 'Keep one of the two; only the last counts.',
        })
      }
      names?.add(name)
    },
  })
  return found
}
