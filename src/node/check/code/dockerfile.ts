// Dockerfiles, whole ones and pieces of them, through a linter, and the commands of `RUN` through the shell's parser.

import { DockerfileParser } from 'dockerfile-ast'
import { ValidationCode, validate } from 'dockerfile-utils'
import { nearest } from '../../../core/index.ts'
import { lintRun } from './dockerfile-run.ts'
import { dockerfileSaying } from './dockerfile-sayings.ts'
import { type Fault, isElision, type Linter, placeholder } from './linter.ts'

/** What is a matter of taste, or right on a slide that shows a piece of a Dockerfile. */
const harmless: ReadonlySet<number | string | undefined> = new Set([
  ValidationCode.NO_SOURCE_IMAGE,
  ValidationCode.CASING_INSTRUCTION,
  ValidationCode.CASING_DIRECTIVE,
  ValidationCode.BASE_NAME_EMPTY,
  ValidationCode.WORKDIR_IS_NOT_ABSOLUTE,
])

/** `--mount=…` and the like, before what an instruction is about. */
const leadingFlags = /^(?:\s|\\\n)*(?:--[\w-]+(?:=\S*)?(?:\s|\\\n)+)*/

export const lintDockerfile: Linter = ({ text }) => {
  const masked = withoutGaps(text)
  const dockerfile = DockerfileParser.parse(masked)
  const offsets = lineStarts(masked)
  const at = ({ line, character }: { line: number; character: number }): number =>
    (offsets[line] ?? 0) + character
  const instructions = dockerfile.getInstructions()
  const remarks = instructions.flatMap(instruction => {
    const range = instruction.getRange()
    const [start, end] = [at(range.start), at(range.end)]
    const remark = lintRemark(instruction.getKeyword(), masked.slice(start, end))
    return remark ? [{ ...remark, start: start + remark.start, end: start + remark.end, from: start }] : []
  })
  /** Whether a remark is what is wrong with an instruction, and all else follows from it. */
  const isRemarked = (offset: number): boolean =>
    remarks.some(({ from, end }) => from <= offset && offset <= end)
  const isWhole = dockerfile.getFROMs().some(from => !placeholder.test(from.getArgumentsContent() ?? ''))
  // Instructions by their names alone are a list of what there is.
  const bare = instructions.filter(instruction => !instruction.getArgumentsRange()).length
  const isList = bare > 1 && bare * 2 >= instructions.length
  /** What is to be filled in is no mistake. */
  const isOpen = (offset: number): boolean =>
    instructions.some(instruction => {
      const range = instruction.getRange()
      const [start, end] = [at(range.start), at(range.end)]
      if (offset < start || end < offset) return false
      return placeholder.test(masked.slice(start, end)) || (isList && !instruction.getArgumentsRange())
    })
  const found: Fault[] = remarks.map(({ from: _, ...fault }) => fault)
  const names = new Set<string>()
  for (const { code, message, range } of validate(masked)) {
    const start = at(range.start)
    const end = Math.max(start + 1, at(range.end))
    if (harmless.has(code) || isOpen(start) || isRemarked(start)) continue
    // Several forms of one instruction side by side are a list, not a stage.
    if (code === ValidationCode.MULTIPLE_INSTRUCTIONS && !isWhole) continue
    // A command that is cut off at the end of a slide goes on elsewhere.
    if (code === ValidationCode.EMPTY_CONTINUATION_LINE && masked.slice(end).trim() === '') continue
    if (code === ValidationCode.UNKNOWN_ADD_FLAG && masked.slice(start, end) === '--unpack') continue
    const word = masked.slice(start, end)
    // As Docker's own reference writes it.
    if (code === ValidationCode.INVALID_SIGNAL && word === 'signal') continue
    // A name that stands twice is said of the second one.
    if (code === ValidationCode.DUPLICATE_BUILD_STAGE_NAME && !names.has(word.toLowerCase()))
      names.add(word.toLowerCase())
    else found.push({ start, end, ...dockerfileSaying(code, word, String(message)) })
  }
  const stages = dockerfile.getFROMs().flatMap(from => from.getBuildStage() ?? [])
  for (const from of dockerfile.getFROMs()) {
    const name = from.getImageName() ?? ''
    const range = from.getImageNameRange()
    const isStage = stages.some(stage => stage.toLowerCase() === name.toLowerCase())
    if (!range || name === name.toLowerCase() || isStage || /[$<]/.test(name)) continue
    const note = `Write \`${name.toLowerCase()}\`.`
    found.push({
      start: at(range.start),
      end: at(range.end),
      message: `\`${name}\` is no name of an image`,
      note,
    })
  }
  for (const instruction of instructions) {
    const start = at(instruction.getRange().start)
    if (isOpen(start) || isRemarked(start)) continue
    const from = at(instruction.getInstructionRange().end)
    const all = masked.slice(from, at(instruction.getRange().end))
    const flags = leadingFlags.exec(all)?.[0] ?? ''
    const begin = from + flags.length
    const content = all.slice(flags.length)
    const faults = [
      ...lintForm(instruction.getKeyword(), content),
      ...(instruction.getKeyword() === 'RUN' && isPosix(masked) ? lintRun(content) : []),
    ].map(fault => ({ ...fault, start: begin + fault.start, end: begin + fault.end }))
    found.push(...faults, ...lintStage(flags, from, stages))
    if (instruction.getKeyword() === 'RUN') found.push(...lintRunFlags(flags, from))
  }
  return found.toSorted((a, b) => a.start - b.start)
}

/** What begins like a list and is none is run by a shell, brackets and all. */
function lintForm(keyword: string, content: string): Fault[] {
  const isList = /^\[\s*"/.test(content)
  if (!isList || !/^(?:CMD|ENTRYPOINT|RUN|COPY|ADD|VOLUME)$/.test(keyword)) return []
  try {
    JSON.parse(content.replace(/\\\r?\n/g, ''))
    return []
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    const message = `\`${keyword}\` is given a list that is no JSON, so a shell gets it as it stands`
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

const runFlags = ['mount', 'network', 'security', 'device']

/** `--mout=…`, which the linter lets pass. */
function lintRunFlags(flags: string, from: number): Fault[] {
  return Array.from(flags.matchAll(/--([\w-]+)/g)).flatMap(({ 0: written, 1: name = '', index }) => {
    // A `--` further in is part of a value.
    if (runFlags.includes(name) || /\S$/.test(flags.slice(0, index))) return []
    const meant = nearest(name, runFlags)
    const note = meant === undefined ? undefined : `Did you mean \`--${meant}\`?`
    const fault = { start: from + index, end: from + index + written.length }
    return [{ ...fault, message: `\`RUN\` has no flag \`${written}\``, ...(note ? { note } : {}) }]
  })
}

/** `FROM node # small`: only a whole line is a comment, behind an instruction it is one more word of it. */
function lintRemark(keyword: string, text: string): Fault | undefined {
  // A shell knows comments.
  if (/^(?:RUN|CMD|ENTRYPOINT|HEALTHCHECK|ONBUILD|SHELL)$/.test(keyword) && !/\]\s+#[^\n]*$/.test(text))
    return undefined
  const [remark, blanks = ''] = /([ \t]+)#(?:[ \t(][^\n]*)?$/.exec(text) ?? []
  if (remark === undefined || text.includes('<<')) return undefined
  const start = text.length - remark.length + blanks.length
  // In quotes it is what the author wants to say.
  if (['"', "'"].some(quote => text.slice(0, start).split(quote).length % 2 === 0)) return undefined
  const message = 'Docker has no comments behind an instruction, and takes this for part of it'
  return { start, end: text.length, message, note: 'Put the comment on a line of its own.' }
}

/** `--from=bulder`, where there is a stage `builder`: anything else may be an image. */
function lintStage(flags: string, from: number, stages: readonly string[]): Fault[] {
  const name = /--from=(\S+)/.exec(flags)?.[1] ?? ''
  if (name === '' || stages.includes(name.toLowerCase()) || /^\d+$|[/:.$@]/.test(name)) return []
  const meant = nearest(name, stages)
  if (meant === undefined) return []
  const start = from + flags.indexOf(name)
  const note = `Did you mean \`${meant}\`?`
  return [{ start, end: start + name.length, message: `No stage is called \`${name}\``, note }]
}

/** Whether `RUN` is run by a shell that this parser knows. */
function isPosix(text: string): boolean {
  return !/^[ \t]*#[ \t]*escape[ \t]*=[ \t]*`|^[ \t]*SHELL\b.*(?:powershell|pwsh|cmd)/im.test(text)
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
