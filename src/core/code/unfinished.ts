// Whether the lines of a shell command typed so far are a whole command, or the shell would wait for more.

/** A here-document that was announced and whose body is still to come. */
export interface HereDocument {
  readonly delimiter: string
  /** `<<-`: tabs before the lines do not count. */
  readonly tabs: boolean
  /** Quoted delimiter: the body is literal. */
  readonly quoted: boolean
}

/**
 * What is missing: `hard` means the next line belongs to the command for certain (a backslash, a pipe at the
 * end); `soft` means a quote, bracket or block is open, which in a slide may be a slip of the author.
 */
export interface Unfinished {
  readonly state: 'done' | 'hard' | 'soft'
  /** Whether nothing but blocks (`if`, `for`, …) is open. */
  readonly block?: boolean
  readonly here: readonly HereDocument[]
}

const openers = new Set(['if', 'for', 'while', 'until', 'case', 'select'])
const closers = new Set(['fi', 'done', 'esac'])

/**
 * Scans shell text (POSIX shell and bash as far as their quoting, brackets, blocks and here-documents go).
 *
 * @param text one or more lines without prompts; bodies of here-documents may be among them
 */
export function unfinished(text: string): Unfinished {
  if (/(?:^|[^\\])(?:\\\\)*\\$/.test(text)) return { state: 'hard', here: [] }
  const open: string[] = []
  const here: HereDocument[] = []
  let blocks = 0
  let quote = ''
  let atCommand = true
  let at = 0
  while (at < text.length) {
    const char = text[at] ?? ''
    if (char === '\\' && quote !== "'") {
      if (at + 1 >= text.length) return { state: 'hard', here }
      at += 2
      if (text[at - 1] !== '\n') atCommand = false
      continue
    }
    if (quote) {
      if (char === quote) quote = ''
      else if (quote === '"' && text.startsWith('$(', at)) {
        open.push('"')
        open.push(')')
        quote = ''
        at++
      }
      at++
      continue
    }
    if (char === "'" || char === '"' || char === '`') {
      quote = char
      atCommand = false
      at++
      continue
    }
    if (char === '#' && (at === 0 || /[\s;&|(]/.test(text[at - 1] ?? ''))) {
      const end = text.indexOf('\n', at)
      at = end < 0 ? text.length : end
      continue
    }
    const doc = char === '<' ? hereAt(text, at) : undefined
    if (doc) {
      here.push(doc.here)
      at = doc.end
      continue
    }
    if (char === '<' && text.startsWith('<<<', at)) {
      at += 3
      continue
    }
    if (char === '\n' && here.length) {
      at = skipBodies(text, at + 1, here)
      atCommand = true
      continue
    }
    if (
      char === '(' ||
      (char === '{' && /\s|$/.test(text[at + 1] ?? '') && atCommand) ||
      text.startsWith('${', at)
    ) {
      const variable = text.startsWith('${', at)
      open.push(char === '(' ? ')' : '}')
      atCommand = !variable
      at += variable ? 2 : 1
      continue
    }
    if (char === open.at(-1)) {
      open.pop()
      if (open.at(-1) === '"') {
        open.pop()
        quote = '"'
      }
      at++
      continue
    }
    const word = /^[A-Za-z_]\w*/.exec(text.slice(at, at + 32))?.[0]
    if (word) {
      if (atCommand && openers.has(word)) blocks++
      else if (atCommand && closers.has(word)) blocks--
      atCommand = /^(?:then|do|else|elif|if|while|until)$/.test(word) && atCommand
      at += word.length
      continue
    }
    if (/[;&|\n]/.test(char)) atCommand = true
    else if (!/\s/.test(char)) atCommand = false
    at++
  }
  if (/(?:\|\|?|&&)[ \t]*$/.test(text)) return { state: 'hard', here }
  if (quote || open.length) return { state: 'soft', here }
  return { state: blocks > 0 ? 'soft' : 'done', block: blocks > 0, here }
}

/** The here-document announced at an offset, and where its announcement ends. */
export function hereAt(text: string, at: number): { here: HereDocument; end: number } | undefined {
  const found = /^<<(-?)[ \t]*(?:(['"])([^'"\n]+)\2|\\?([A-Za-z_][\w.-]*))/.exec(text.slice(at, at + 120))
  if (!found || text[at - 1] === '<') return undefined
  const [whole, dash, mark, quoted, word] = found
  const here = {
    delimiter: quoted ?? word ?? '',
    tabs: dash === '-',
    quoted: mark !== undefined || whole.includes('\\'),
  }
  return { here, end: at + whole.length }
}

/** Whether a line ends a here-document. */
export function endsHere(line: string, here: HereDocument): boolean {
  return (here.tabs ? line.replace(/^\t+/, '') : line) === here.delimiter
}

/** Past the bodies of the announced here-documents; takes those that end off the list. */
function skipBodies(text: string, start: number, here: HereDocument[]): number {
  let at = start
  while (here[0] && at < text.length) {
    const end = text.indexOf('\n', at)
    const line = text.slice(at, end < 0 ? text.length : end)
    at = end < 0 ? text.length : end + 1
    if (endsHere(line, here[0])) here.shift()
  }
  return at
}
