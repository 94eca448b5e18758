// Dockerfiles, whole ones and pieces of them, through a linter, and the commands of `RUN` through the shell's parser.

import { DockerfileParser, type Instruction } from 'dockerfile-ast'
import { ValidationCode, validate } from 'dockerfile-utils'
import { nearest } from '../../../core/index.ts'
import { dockerfileSaying } from './dockerfile-sayings.ts'
import { type Fault, isElision, type Linter, placeholder } from './linter.ts'
import { lintCommands } from './shell.ts'

/** What is a matter of taste, or right on a slide that shows a piece of a Dockerfile. */
const harmless: ReadonlySet<number | string | undefined> = new Set([
  ValidationCode.NO_SOURCE_IMAGE,
  ValidationCode.CASING_INSTRUCTION,
  ValidationCode.CASING_DIRECTIVE,
  ValidationCode.BASE_NAME_EMPTY,
  ValidationCode.WORKDIR_IS_NOT_ABSOLUTE,
])

export const lintDockerfile: Linter = ({ text }) => {
  const masked = withoutGaps(text)
  const dockerfile = DockerfileParser.parse(masked)
  const offsets = lineStarts(masked)
  const at = ({ line, character }: { line: number; character: number }): number =>
    (offsets[line] ?? 0) + character
  const instructions = dockerfile.getInstructions()
  const isWhole = instructions.some(instruction => instruction.getKeyword() === 'FROM')
  // Instructions by their names alone are a list of what there is.
  const isList = instructions.filter(instruction => !instruction.getArgumentsRange()).length > 1
  /** What is to be filled in is no mistake. */
  const isOpen = (offset: number): boolean =>
    instructions.some(instruction => {
      const range = instruction.getRange()
      const [start, end] = [at(range.start), at(range.end)]
      if (offset < start || end < offset) return false
      return placeholder.test(masked.slice(start, end)) || (isList && !instruction.getArgumentsRange())
    })
  const found: Fault[] = []
  const names = new Set<string>()
  for (const { code, message, range } of validate(masked)) {
    const start = at(range.start)
    const end = Math.max(start + 1, at(range.end))
    if (harmless.has(code) || isOpen(start)) continue
    // Several forms of one instruction side by side are a list, not a stage.
    if (code === ValidationCode.MULTIPLE_INSTRUCTIONS && !isWhole) continue
    // A command that is cut off at the end of a slide goes on elsewhere.
    if (code === ValidationCode.EMPTY_CONTINUATION_LINE && masked.slice(end).trim() === '') continue
    if (code === ValidationCode.UNKNOWN_ADD_FLAG && masked.slice(start, end) === '--unpack') continue
    const word = masked.slice(start, end)
    // A name that stands twice is said of the second one.
    if (code === ValidationCode.DUPLICATE_BUILD_STAGE_NAME && !names.has(word)) names.add(word)
    else found.push({ start, end, ...dockerfileSaying(code, word, String(message)) })
  }
  const stages = dockerfile.getFROMs().flatMap(from => from.getBuildStage() ?? [])
  for (const instruction of instructions) {
    const start = at(instruction.getRange().start)
    if (isOpen(start)) continue
    const argumentsAt = instruction.getArgumentsRange()
    const from = argumentsAt ? at(argumentsAt.start) : start
    const content = argumentsAt ? masked.slice(from, at(argumentsAt.end)) : ''
    const faults = [
      ...lintForm(instruction, content),
      ...lintStage(content, stages),
      ...lintRun(instruction, content, masked),
    ]
    for (const fault of faults) found.push({ ...fault, start: from + fault.start, end: from + fault.end })
  }
  return found.toSorted((a, b) => a.start - b.start)
}

/** What begins like a list and is none is run by a shell, brackets and all. */
function lintForm(instruction: Instruction, content: string): Fault[] {
  const isList = /^\[\s*"/.test(content)
  if (!isList || !/^(?:CMD|ENTRYPOINT|RUN|COPY|ADD|VOLUME)$/.test(instruction.getKeyword())) return []
  try {
    JSON.parse(content.replace(/\\\r?\n/g, ''))
    return []
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    const message = `\`${instruction.getKeyword()}\` is given a list that is no JSON, so a shell gets it as it stands`
    return [
      {
        start: 0,
        end: content.length,
        message,
        note: 'Write `["one", "two"]`: double quotes, and a comma between.',
      },
    ]
  }
}

/** `--from=bulder`, where there is a stage `builder`: anything else may be an image. */
function lintStage(content: string, stages: readonly string[]): Fault[] {
  const [, name = ''] = /^(?:--\S+\s+)*--from=(\S+)/.exec(content) ?? []
  if (name === '' || stages.includes(name.toLowerCase()) || /[/:.$@\d]/.test(name)) return []
  const meant = nearest(name, stages)
  if (meant === undefined) return []
  const start = content.indexOf(name)
  return [
    {
      start,
      end: start + name.length,
      message: `No stage is called \`${name}\``,
      note: `Did you mean \`${meant}\`?`,
    },
  ]
}

/** The shell form of `RUN`, comments between its lines taken out. */
function lintRun(instruction: Instruction, content: string, text: string): Fault[] {
  const isOther = /^[ \t]*#[ \t]*escape[ \t]*=[ \t]*`/im.test(text) || /^[ \t]*SHELL\b/im.test(text)
  if (instruction.getKeyword() !== 'RUN' || isOther || /^\s*\[\s*"/.test(content) || content.includes('<<'))
    return []
  const flags = /^(?:--[\w-]+(?:=\S+)?(?:\s|\\\n)+)*/.exec(content)?.[0] ?? ''
  const lines = content.slice(flags.length).split('\n')
  // Docker takes comment lines out of a command that goes on; blank ones cannot be told apart from its end.
  if (lines.some((line, index) => index > 0 && index < lines.length - 1 && line.trim() === '')) return []
  const command = lines
    .map((line, index) =>
      index > 0 && /^\s*#/.test(line) && index < lines.length - 1 ? `${' '.repeat(line.length - 1)}\\` : line,
    )
    // Docker does not mind blanks behind the backslash.
    .map(line => line.replace(/\\([ \t]+)$/, '$1\\'))
    .join('\n')
  const cutOff = /\\\s*$/.test(command)
  const faults = [...(cutOff ? [] : lintCommands(command)), ...lintInstall(command)]
  return faults.map(fault => ({ ...fault, start: fault.start + flags.length, end: fault.end + flags.length }))
}

/** Nobody is there in a build to say yes. */
function lintInstall(command: string): Fault[] {
  const found: Fault[] = []
  for (const match of command.matchAll(
    /(?<![\w-])(apt-get|apt|yum|dnf|microdnf)((?:\s+-\S+)*)\s+install\b([^&|;]*)/g,
  )) {
    const [all, name = '', before = '', behind = ''] = match
    if (/(?:^|\s)(?:-[a-z]*y[a-z]*|--yes|--assume-?yes|-qq\S*|-q=2)(?=\s|$)/.test(`${before} ${behind}`))
      continue
    const end = match.index + all.length - behind.length
    const message = `\`${name} install\` asks before it installs, and in a build nobody answers`
    found.push({ start: match.index, end, message, note: `Write \`${name} install -y\`.` })
  }
  return found
}

/** Lines that say that something was left out as comments, which may stand anywhere. */
function withoutGaps(text: string): string {
  return text
    .split('\n')
    .map(line => (isElision(line) ? '#'.padEnd(line.length) : line))
    .join('\n')
}

function lineStarts(text: string): number[] {
  const starts = [0]
  for (const line of text.split('\n')) starts.push((starts.at(-1) ?? 0) + line.length + 1)
  return starts
}
