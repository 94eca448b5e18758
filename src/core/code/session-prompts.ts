// Decides which lines of a session have a prompt, weighing the doubtful ones against the rest of the block.

import { looksLikeCommand } from './commands.ts'
import { ownPrompts, type Prompt, promptOf } from './prompts.ts'

/** The prompt of each line, after the doubtful ones have been weighed against the rest of the block. */
export function findPrompts(lines: readonly string[], own?: string): readonly (Prompt | undefined)[] {
  if (own?.trim()) return ownPrompts(lines, own)
  const found = lines.map(promptOf)
  const opening = found.findIndex((prompt, at) => prompt && !isComment(lines[at] ?? ''))
  const opener = found[opening]
  const begins = lines
    .slice(0, opening)
    .every(line => line.trim() === '' || isComment(line) || looksLikeCommand(line))
  const trusted = new Set<string>()
  found.forEach((prompt, at) => {
    if (prompt?.trust !== 'likely') return
    const typed = (lines[at] ?? '').slice(prompt.text.length)
    if (looksLikeCommand(typed) || (at === opening && begins)) trusted.add(prompt.style)
  })
  const sure = (prompt: Prompt | undefined) =>
    prompt?.trust === 'sure' || (prompt && trusted.has(prompt.style))
  if (!found.some(sure)) {
    if (opener?.style === 'angle' && begins) {
      const windows = lines.some(line => /\s`$/.test(line))
      const shell = windows ? 'powershell' : opener.shell
      return found
        .map(keepStyle('angle', indentOf(opener.text)))
        .map(prompt => prompt && { ...prompt, shell })
    }
    if (isRootSession(lines, found))
      return found.map(keepStyle('hash', indentOf(found.find(Boolean)?.text ?? '')))
  }
  const indent = indentOf(found.find(sure)?.text ?? '')
  let inner: InnerShell | undefined
  return found.map((prompt, at) => {
    if (!prompt || indentOf(prompt.text) !== indent) return undefined
    const typed = (lines[at] ?? '').slice(prompt.text.length)
    if (sure(prompt)) {
      inner = innerShellOf(typed)
      return prompt
    }
    if (inner?.style !== prompt.style || (inner.style === 'hash' && !looksLikeCommand(typed)))
      return undefined
    return { ...prompt, shell: inner.shell }
  })
}

/** A shell or interpreter that a command starts, and whose bare prompt is one from there on. */
interface InnerShell {
  readonly style: 'hash' | 'angle'
  readonly shell: string
}

/** Commands behind which somebody sits as root: in a container, after `su`, in a namespace, on another host. */
const startsRootShell =
  /^(?:(?:docker|podman|nerdctl|kubectl|lxc)\s.*\s-(?:\w*[it]|-interactive|-tty).*\s(?:\S*\/)?(?:ba|a|da|z)?sh$|(?:sudo\s+)?su\b|sudo\s+(?:-[is]|(?:ba|z)?sh)\b|(?:sudo\s+)?(?:chroot|nsenter|unshare)\s|ssh\s+root@)/

function innerShellOf(typed: string): InnerShell | undefined {
  const command = typed.slice(0, 500).trim()
  if (startsRootShell.test(command)) return { style: 'hash', shell: 'sh' }
  const program = /(?:^|[\s/])(node|mongo|deno|R)(?::[\w.-]+)?$/.exec(command)?.[1]
  return program ? { style: 'angle', shell: program === 'R' ? 'r' : 'javascript' } : undefined
}

function keepStyle(style: string, indent: string): (prompt: Prompt | undefined) => Prompt | undefined {
  return prompt => (prompt?.style === style && indentOf(prompt.text) === indent ? prompt : undefined)
}

function indentOf(line: string): string {
  return /^\s*/.exec(line)?.[0] ?? ''
}

/** A bare `#` is a root prompt only where every such line types a known command and no other line is one. */
function isRootSession(lines: readonly string[], found: readonly (Prompt | undefined)[]): boolean {
  let typed = 0
  for (const [at, line] of lines.entries()) {
    const prompt = found[at]
    if (prompt?.style === 'hash') {
      if (!looksLikeCommand(line.slice(prompt.text.length))) return false
      typed++
    } else if (looksLikeCommand(line)) return false
  }
  return typed > 0
}

/** Whether a line looks like a comment: `# …` or `// …`, but not `#!` and not `#1`. */
export function isComment(line: string): boolean {
  return /^\s*(?:#+(?!!)|\/\/+)(?:\s|[^\s#/\d]|$)/.test(line)
}
