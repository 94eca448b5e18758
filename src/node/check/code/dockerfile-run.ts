// The commands of `RUN`, through the shell's parser.

import type { Fault } from './linter.ts'
import { lintCommands } from './shell.ts'

/**
 * The shell form, comments between its lines taken out.
 *
 * @param content what stands behind `RUN` and its flags
 */
export function lintRun(content: string): Fault[] {
  if (/^\[\s*"/.test(content) || content.includes('<<')) return []
  const lines = content.split('\n')
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
  return [...(cutOff ? [] : lintCommands(command)), ...lintInstall(command), ...lintNext(command)]
}

/** The instruction that a `\\` too many makes a word of the command above it. */
function lintNext(command: string): Fault[] {
  const bare = command.replace(/'[^']*'|"(?:\\[\s\S]|[^"\\])*"/g, quoted => quoted.replace(/[^\n]/g, ' '))
  return Array.from(
    bare.matchAll(/(?<=\n[ \t]*)(?:RUN|COPY|WORKDIR|ENV|EXPOSE|CMD|ENTRYPOINT)(?=[ \t]+\S)/g),
    ({ 0: word, index }) => ({
      start: index,
      end: index + word.length,
      message: `\`${word}\` stands in the command that goes on from the line above`,
      note: 'Remove the `\\` at the end of that line, and what joins the two.',
    }),
  )
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
    // `yes |` answers.
    if (/\|\s*(?:sudo\s+)?$/.test(command.slice(0, match.index))) continue
    const end = match.index + all.length - behind.length
    const message = `\`${name} install\` asks before it installs, and in a build nobody answers`
    found.push({ start: match.index, end, message, note: `Write \`${name} install -y\`.` })
  }
  return found
}
