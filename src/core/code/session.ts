// Reads what happened in a terminal: which lines were typed at a prompt, which came back, which explain.

import { looksLikeCommand } from './commands.ts'
import { continuationOf, type Prompt } from './prompts.ts'
import { findPrompts, isComment } from './session-prompts.ts'
import { endsHere, unfinished } from './unfinished.ts'

/** One line of a session, its prompt apart. */
export interface SessionLine {
  /** The prompt as written with its blanks; `''` where the line has none. */
  readonly prompt: string
  readonly text: string
}

/** Lines of one kind next to each other; a command is one run with all its lines. */
export interface SessionRun {
  readonly kind: 'command' | 'output' | 'comment'
  /** 1-based, in the code block. */
  readonly firstLine: number
  readonly lines: readonly SessionLine[]
  /** The language a command is written in, a canonical name; `''` for none, and for output and comments. */
  readonly shell: string
}

export interface Session {
  readonly runs: readonly SessionRun[]
  /** What Copy takes: the commands without prompts, continuations kept so that they can be pasted. */
  readonly commands: string
  /** Whether any line had a prompt. */
  readonly prompted: boolean
}

/** How far an open quote or block is followed before it is taken for a slip of the author. */
const farthestSoftEnd = 60

/**
 * Reads a session.
 *
 * @param text the code of the block, LF line ends
 * @param own the author's own prompt (`prompt="…"`), which then is the only one
 */
export function parseSession(text: string, own?: string): Session {
  const lines = text.split('\n')
  const prompts = findPrompts(lines, own)
  const explains = commentLines(lines, prompts)
  const runs: GrowingRun[] = []
  const first = prompts.findIndex(prompt => prompt !== undefined)
  let leading = true
  let at = 0
  while (at < lines.length) {
    const line = lines[at] ?? ''
    const prompt = prompts[at]
    if (prompt || (leading && (first < 0 || at < first) && looksLikeCommand(line))) {
      const shell = prompt?.shell ?? 'sh'
      const typed: SessionLine = prompt
        ? { prompt: prompt.text, text: line.slice(prompt.text.length) }
        : { prompt: '', text: line }
      if (/^(?:sh|powershell|python|ruby)$/.test(shell) && /^#(?:\s|\w)/.test(typed.text)) {
        extend(runs, 'comment', at++, typed)
        continue
      }
      const command = [typed, ...restOfCommand(typed.text, shell, lines, prompts, at + 1)]
      runs.push({ kind: 'command', firstLine: at + 1, lines: command, shell })
      at += command.length
      continue
    }
    if (line.trim() !== '') {
      const afterOutput = runs.at(-1)?.kind === 'output' && (lines[at - 1] ?? '').trim() !== ''
      const comment = explains[at] === true && !(afterOutput && !/^\s*\/\//.test(line))
      if (!comment) leading = false
      extend(runs, comment ? 'comment' : 'output', at, { prompt: '', text: line })
    } else extend(runs, 'output', at, { prompt: '', text: line })
    at++
  }
  const commands = runs
    .filter(run => run.kind === 'command')
    .map(run => run.lines.map(line => line.text).join('\n'))
    .filter(command => command.trim() !== '')
  return { runs, commands: commands.join('\n'), prompted: first >= 0 }
}

/** A run that still grows. */
type GrowingRun = Omit<SessionRun, 'lines'> & { readonly lines: SessionLine[] }

/** @param at 0-based */
function extend(runs: GrowingRun[], kind: 'output' | 'comment', at: number, line: SessionLine): void {
  const last = runs.at(-1)
  if (last?.kind === kind) last.lines.push(line)
  else runs.push({ kind, firstLine: at + 1, lines: [line], shell: '' })
}

/** The further lines of a command that began above `from`. */
function restOfCommand(
  typed: string,
  shell: string,
  lines: readonly string[],
  prompts: readonly (Prompt | undefined)[],
  from: number,
): SessionLine[] {
  const rest: SessionLine[] = []
  const whole = () => [typed, ...rest.map(line => line.text)].join('\n')
  for (;;) {
    const at = from + rest.length
    const next = lines[at]
    if (next === undefined) return rest
    const missing = whatIsMissing(whole(), shell)
    const here = missing.here[0]
    const body = here && hereBody(lines, at, text => endsHere(text, here))
    if (body) {
      rest.push(...body)
      continue
    }
    if (missing.state === 'done' && !continuesAnyway(shell)) return rest
    const asked = continuationOf(next, shell)
    if (asked !== undefined) {
      rest.push({ prompt: asked, text: next.slice(asked.length) })
      continue
    }
    if (missing.state === 'done' || prompts[at]) return rest
    if (missing.state === 'hard') {
      if (next.trim() === '') return rest
      rest.push({ prompt: '', text: next })
      continue
    }
    const end = softEnd(whole(), shell, lines, prompts, at)
    if (end === undefined) return rest
    for (const text of lines.slice(at, end + 1)) rest.push({ prompt: '', text })
  }
}

/** Interpreters say themselves when a line goes on; what they ask for is theirs whatever stands before. */
function continuesAnyway(shell: string): boolean {
  return shell !== 'sh' && shell !== 'powershell' && shell !== 'bat'
}

function whatIsMissing(text: string, shell: string): ReturnType<typeof unfinished> {
  if (shell === 'sh') return unfinished(text)
  if (shell === 'powershell') return { state: powershellState(text), here: [] }
  if (shell === 'bat') return { state: text.endsWith('^') ? 'hard' : 'done', here: [] }
  return { state: 'done', here: [] }
}

function powershellState(text: string): 'done' | 'hard' | 'soft' {
  if (/`$|\|[ \t]*$/.test(text)) return 'hard'
  const bare = text
    .replace(/@'\n[\s\S]*?\n'@|@"\n[\s\S]*?\n"@|'[^']*'|"(?:`.|[^"`])*"/g, '')
    .replace(/#.*$/gm, '')
  if (/@['"]/.test(bare)) return 'soft'
  const open = bare.match(/[{(]/g)?.length ?? 0
  return open > (bare.match(/[})]/g)?.length ?? 0) ? 'soft' : 'done'
}

/** The lines of a here-document with its end, with or without `> ` before each; nothing where it never ends. */
function hereBody(
  lines: readonly string[],
  from: number,
  ends: (text: string) => boolean,
): SessionLine[] | undefined {
  const asked = (line: string) => continuationOf(line, 'sh') ?? ''
  const prompted = asked(lines[from] ?? '') !== ''
  for (const strip of prompted ? [true, false] : [false]) {
    const body: SessionLine[] = []
    for (const line of lines.slice(from)) {
      const prompt = strip ? asked(line) : ''
      const text = line.slice(prompt.length)
      body.push({ prompt, text })
      if (ends(text)) return body
    }
  }
  return undefined
}

/** Where an open quote or block closes, if it does before the next prompt. */
function softEnd(
  start: string,
  shell: string,
  lines: readonly string[],
  prompts: readonly (Prompt | undefined)[],
  from: number,
): number | undefined {
  let text = start
  for (let at = from; at < Math.min(lines.length, from + farthestSoftEnd); at++) {
    if (prompts[at]) return undefined
    text += `\n${lines[at] ?? ''}`
    if (whatIsMissing(text, shell).state === 'done') return at
  }
  return undefined
}

/**
 * Which lines look like a comment and explain a command: one that follows (blank lines and more comments
 * between), or, at the end of the block, the one before.
 */
function commentLines(
  lines: readonly string[],
  prompts: readonly (Prompt | undefined)[],
): readonly boolean[] {
  const explains: boolean[] = []
  let towardsCommand = true
  for (let at = lines.length - 1; at >= 0; at--) {
    const line = lines[at] ?? ''
    const comment = !prompts[at] && isComment(line)
    explains[at] = comment && towardsCommand
    if (!comment && line.trim() !== '') towardsCommand = prompts[at] !== undefined || looksLikeCommand(line)
  }
  return explains
}
