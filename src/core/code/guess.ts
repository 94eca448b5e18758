// Guesses what an unlabelled code block is, and rather says nothing than something wrong.

import { lookOfCommand } from './commands.ts'
import { dockerfileBlocks } from './dockerfile-instructions.ts'
import { isBareSession, isJsonText, scriptLanguage } from './guess-commands.ts'
import { promptOf } from './prompts.ts'
import { parseSession } from './session.ts'
import { shebangLanguage } from './shebang.ts'

/**
 * Guesses the language of code that has no label.
 *
 * @param text the code, LF line ends
 * @returns a canonical language name, or undefined where nothing speaks clearly
 */
export function guessLanguage(text: string): string | undefined {
  if (text.trim() === '') return undefined
  const lines = text.split('\n')
  const shebang = /^#!\s*\S/.test(text) ? shebangLanguage(lines[0] ?? '') : undefined
  if (shebang) return shebang
  if (isJsonText(text)) return 'json'
  if (isDockerfile(lines)) return 'dockerfile'
  if (isSession(text, lines) || isBareSession(lines)) return 'console'
  return scriptLanguage(lines)
}

/** Languages whose code people show as it was typed, prompts and all. */
const typed: ReadonlySet<string> = new Set(['sh', 'powershell', 'bat', 'python', 'sql'])

/**
 * Whether code that is labelled with the language of its commands (```` ```bash ````) is a session all the same:
 * its first line that is no comment has a prompt, which that language itself could not have there.
 *
 * @param language the canonical name of the label
 */
export function isLabelledSession(text: string, language: string | undefined): boolean {
  if (language === undefined || !typed.has(language)) return false
  const lines = text.split('\n')
  const first = lines.find(line => line.trim() !== '' && !/^\s*(?:#|\/\/|--)/.test(line)) ?? ''
  return promptOf(first)?.trust === 'sure' && isSession(text, lines)
}

/** Instructions that only a Dockerfile has in capitals at the start of a line. */
const telling =
  /^(?:FROM|RUN|COPY|ADD|CMD|ENTRYPOINT|ENV|WORKDIR|EXPOSE|VOLUME|MAINTAINER|HEALTHCHECK|ONBUILD|STOPSIGNAL)$/

/**
 * Only instructions, with or without arguments. Small letters would be code of other languages (`from x import y`),
 * and a lone word (`ADD`) or a statement (`COPY t FROM 'x';`) may be anything.
 */
function isDockerfile(lines: readonly string[]): boolean {
  const { blocks } = dockerfileBlocks(lines)
  const instructions = blocks.filter(block => block.kind === 'instruction')
  const directives = blocks.some(block => block.kind === 'directive' && block.from === 0)
  if (instructions.length === 0) return false
  for (const { name, from, to } of instructions) {
    if (/^\s*(?:\.{3}|…)\s*$/.test(lines[from] ?? '')) continue // Something is left out.
    if (name === '' || !(lines[from] ?? '').trimStart().startsWith(name)) return false
    if (from === to && name !== 'RUN' && /;\s*$/.test(lines[from] ?? '')) return false
  }
  if (directives) return true
  if (!instructions.some(({ name }) => telling.test(name))) return false
  if (instructions.length > 1) return true
  const only = instructions[0]
  const line = lines[only?.from ?? 0] ?? ''
  return /^\s*(?:FROM\s+[\w.$][\w./:@${}-]*(?:\s+AS\s+\S+)?\s*$|(?:ADD|COPY)\s+\S+\s+\S|RUN\s+\S|(?:CMD|ENTRYPOINT)\s+(?:\[|\S+)|EXPOSE\s+\d|WORKDIR\s+[/$]|VOLUME\s+[/["]|ENV\s+[A-Za-z_]\w*[\s=]\S|HEALTHCHECK\s+(?:--|CMD|NONE)|ONBUILD\s+[A-Z]|STOPSIGNAL\s+\S|MAINTAINER\s+\S)/.test(
    line,
  )
}

/** A prompt on any line, as far out as the block itself stands, and not one that only looks so. */
function isSession(text: string, lines: readonly string[]): boolean {
  const { runs, prompted } = parseSession(text)
  if (!prompted) return false
  const margin = Math.min(...lines.filter(line => line.trim()).map(line => line.search(/\S/)))
  return runs.some(run => {
    const line = lines[run.firstLine - 1] ?? ''
    const prompt = run.kind === 'command' ? promptOf(line) : undefined
    const outside = run.firstLine > 1 && line.search(/\S/) !== margin
    if (!prompt || prompt.style === 'hash' || outside) return false
    const typed = line.slice(prompt.text.length)
    if (prompt.style === 'angle') return isAngleSession(lines)
    if (prompt.trust === 'likely') return lookOfCommand(typed) === 'command'
    return prompt.style !== 'python' || run === runs.find(one => one.kind !== 'comment')
  })
}

/** A bare `>` is a quote, unless every such line types a known command; the first line does. */
function isAngleSession(lines: readonly string[]): boolean {
  const typed = lines.filter(line => /^\s*>/.test(line))
  return (
    /^\s*>/.test(lines[0] ?? '') &&
    typed.every(line => lookOfCommand(line.replace(/^\s*>/, '')) === 'command')
  )
}
