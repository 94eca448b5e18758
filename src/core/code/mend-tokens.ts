// Gives commands and options of Windows shells their kinds, which Shiki's grammars for them leave plain.

import { type TokenLine, token } from './tokens.ts'

/** A word that is run, at the start of a line; blanks before it are kept apart. */
const command = /^(\s*)([A-Za-z][\w.-]*)(?=\s|$)/

/** An option among plain words. */
const option = /((?<=\s|^)--?[A-Za-z][\w-]*)/

/**
 * Mends one line of `powershell` or `bat`; lines of other languages come back as they are.
 *
 * @param line the tokens as the grammar gave them
 */
export function mendTokens(line: TokenLine, language: string): TokenLine {
  if (language !== 'powershell' && language !== 'bat') return line
  const joined: { text: string; kind?: string }[] = []
  for (const one of line) {
    const last = joined.at(-1)
    // PowerShell takes the dash of an option for an operator and leaves the word behind it plain.
    const dash = last?.kind === 'operator' && /^--?$/.test(last.text.trim()) && /^[A-Za-z]/.test(one.text)
    if (dash && last && one.kind === undefined) {
      last.text += one.text
      delete last.kind
    } else if (last && last.kind === undefined && one.kind === undefined) last.text += one.text
    else joined.push({ ...one })
  }
  return joined.flatMap((one, at) => (one.kind === undefined ? splitPlain(one.text, at === 0) : [one]))
}

function splitPlain(text: string, starts: boolean): TokenLine {
  const [whole = '', blanks = '', word = ''] = (starts && command.exec(text)) || []
  const rest = text.slice(whole.length)
  const begin = whole ? [token(blanks), token(word, 'function')] : []
  return [...begin, ...rest.split(option).map((part, at) => token(part, at % 2 ? 'parameter' : undefined))]
}
