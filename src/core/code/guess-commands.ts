// Guesses what code without prompts is that begins with commands: a script, or commands and what came back.

import { lookOfCommand, mayBeCommand } from './commands.ts'
import { unfinished } from './unfinished.ts'
import { isTableHeader } from './wide.ts'

/** The first line of each command, without the lines that only carry it on. */
function commandStarts(lines: readonly string[]): { readonly text: string; readonly line: number }[] {
  const starts: { text: string; line: number }[] = []
  for (let at = 0; at < lines.length; at++) {
    const first = lines[at] ?? ''
    starts.push({ text: first, line: at })
    if (first.trim() === '' || /^\s*#/.test(first)) continue
    at = lastLine(lines, at)
  }
  return starts
}

/** How far an open quote or bracket is followed. */
const farthest = 40

/** The last line of the command that begins at a line; blocks do not count, their lines are commands themselves. */
function lastLine(lines: readonly string[], from: number): number {
  let text = lines[from] ?? ''
  let certain = from
  for (let at = from; at < lines.length && at < from + farthest; at++) {
    if (at > from) text += `\n${lines[at] ?? ''}`
    const { state, block, here } = unfinished(text)
    if (here.length === 0 && (state === 'done' || block)) return at
    if (state === 'hard') certain = Math.min(at + 1, lines.length - 1)
  }
  return certain
}

/**
 * The language of a script that nothing names: every command known, or at least shaped as one beside a known one.
 *
 * @returns `sh` or `powershell`, or undefined where a line is something else
 */
export function scriptLanguage(lines: readonly string[]): 'sh' | 'powershell' | undefined {
  if (isPowerShell(lines)) return 'powershell'
  const looks = commandStarts(lines).map(({ text }) => {
    const look = lookOfCommand(text)
    return look === 'other' && mayBeCommand(text) ? 'neutral' : look
  })
  return looks.includes('command') && !looks.includes('other') ? 'sh' : undefined
}

/** Cmdlets, backticks at line ends behind known commands, `.\build.ps1`, `$name = …`; and nothing else. */
function isPowerShell(lines: readonly string[]): boolean {
  let telling = false
  let joined = false
  let commands = 0
  for (const line of lines) {
    const text = line.trim()
    const carriesOn = joined
    joined = /\s`$/.test(text)
    if (text === '' || text.startsWith('#') || carriesOn) continue
    if (/^[A-Z][a-z]\w*-[A-Z]\w+(?:\s|$)|^\.\\\S+|^\$(?:env:)?\w+\s*=\s*\S/.test(text)) {
      telling ||= !/^\$\w+\s*=/.test(text)
      commands++
    } else if (lookOfCommand(text) === 'command') {
      telling ||= joined
      commands++
    } else return false
  }
  return telling && commands > 0
}

/**
 * Whether the first command stands without a prompt above what it brought: a table with a header in capitals, or
 * JSON. Any other line below may be a command nobody knows, and is no proof.
 */
export function isBareSession(lines: readonly string[]): boolean {
  const first = lines.findIndex(line => line.trim() !== '')
  if (lookOfCommand(lines[first] ?? '') !== 'command') return false
  const below = lines.slice(lastLine(lines, first) + 1).filter(line => line.trim() !== '')
  return isTableHeader(below[0] ?? '') || isJsonText(below.join('\n'))
}

/** Whether a text is a JSON object or array. */
export function isJsonText(text: string): boolean {
  if (!/^\s*(?:\{[\s\S]*\}|\[[\s\S]*\])\s*$/.test(text)) return false
  try {
    JSON.parse(text)
    return true
  } catch {
    return false // Not JSON is an answer, not a failure.
  }
}
