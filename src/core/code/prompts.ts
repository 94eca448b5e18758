// What a prompt looks like, in the shells, database clients and interpreters that slides show.

import { looksLikeCommand } from './commands.ts'

/** A prompt at the start of a line. */
export interface Prompt {
  /** As written, with the blanks before and after it. */
  readonly text: string
  /** The language of what is typed there: a canonical name, `''` where it has none. */
  readonly shell: string
  /** Lines that show prompts of one style belong to one session. */
  readonly style: string
  /**
   * `sure` is a prompt wherever it stands; `likely` only before a known command or where the session begins
   * with it; `bare` (`#`, `>`) needs more than that, since output has it too.
   */
  readonly trust: 'sure' | 'likely' | 'bare'
}

interface Rule {
  readonly style: string
  readonly shell: string
  readonly pattern: RegExp
  readonly trust: Prompt['trust']
}

/** A rule for prompts that end before a blank or the line's end; `tight` ones take what follows at once. */
function rule(
  style: string,
  shell: string,
  sign: RegExp,
  trust: Prompt['trust'] = 'sure',
  tight = false,
): Rule {
  return { style, shell, trust, pattern: new RegExp(`^(?:${sign.source})${tight ? '' : '(?=\\s|$)'}`, 'u') }
}

/** In the order they are tried; the first that matches counts. */
const rules: readonly Rule[] = [
  rule('robby', 'sh', /➜\s+\S+\s+(?:git|hg|svn):\([^)]*\)(?:\s+[✗✘±*]+)?|➜ {2}~/),
  rule('glyph', 'sh', /[▶❯➜➤]/),
  rule('dollar', 'sh', /\$(?!\s+[\d.,]+(?:\s|$))/),
  rule('bracket', 'sh', /\[[\w.-]+@[\w.-]+[^\]\n]*\]\s?[$#%>]/),
  rule('host', 'sh', /[\w.-]+@[\w.-]+(?::|:?\s+(?=[~/\w]))?[^\s$#%>❯]*\s?[$#%❯]/),
  rule('host-angle', 'sh', /[\w.-]+@[\w.-]+(?::|\s+)?[~/][^\s$#%>❯]*>/),
  rule('mac', 'sh', /[\w.-]+:[^\s:]+\s[\w.-]+[$#]/),
  rule('root-path', 'sh', /\/ [#$]/),
  rule('home', 'sh', /~(?:\/[^\s$#%>❯»λ]*)?\s?[$#%❯]/),
  rule('path', 'sh', /\/[^\s$#%>❯»λ]*\s?[$#%❯]/, 'likely'),
  rule('shell', 'sh', /(?:ba|z|k|da|a|c|tc|fi)?sh(?:-[\d.]+\w*)?[$#%]/),
  rule(
    'powershell',
    'powershell',
    /(?:\[[^\]\n]+\]:\s?)?PS(?:\s+(?:[A-Za-z]\w*:|[/~\\])[^>\n]*)?\s?>/,
    'sure',
    true,
  ),
  rule('bat', 'bat', /[A-Za-z]:\\[^<>|"\n]*>/, 'sure', true),
  rule('python', 'python', /(?:>>>|In \[\d+\]:)/),
  rule(
    'mysql',
    'sql',
    /(?:mysql|MariaDB \[[^\]\n]*\]|mariadb|sqlite|SQL|cqlsh(?::\w+)?|hive|trino(?::\w+)?|duckdb)>/,
  ),
  rule('psql', 'sql', /[\w-]+=#/),
  rule('psql', 'sql', /[\w-]+=>/, 'likely'),
  rule('redis', '', /(?:redis(?: [\w.:-]+)?|\d+\.\d+\.\d+\.\d+:\d+(?:\[\d+\])?)>/),
  rule('mongo', 'javascript', /(?:[\w-]+ \[[^\]\n]*\] \w+|mongosh|mongo)>/),
  rule('mongo', 'javascript', /(?:test|admin)>/, 'likely'),
  rule('ruby', 'ruby', /(?:irb\([^)\n]*\):\d+(?::\d+)?|\[\d+\] pry\([^)\n]*\)|pry\([^)\n]*\))[>*]/),
  rule('elixir', 'elixir', /iex\(\d+\)>/),
  rule('scala', 'scala', /scala>/),
  rule('java', 'java', /jshell>/),
  rule('julia', 'julia', /julia>/),
  rule('haskell', 'haskell', /(?:ghci|Prelude)>/),
  rule('php', 'php', /php >/),
  rule('debugger', '', /(?:\((?:gdb|lldb|Pdb|dlv)\)|ipdb>|lftp \S+>|s?ftp>|telnet>)/),
  rule('named', 'sh', /[A-Za-z][\w.-]* ?\$(?!\s+[\d.,]+(?:\s|$))/, 'likely'),
  rule('named-root', 'sh', /[A-Za-z][\w.]*[-\d][\w.-]*#/, 'likely'),
  rule('named-angle', 'sh', /[A-Za-z][\w.-]*>/, 'likely'),
  rule('percent', 'sh', /%/, 'likely'),
  rule('sign', 'sh', /[»⟩›λ]/, 'likely'),
  rule('hash', 'sh', /#/, 'bare'),
  rule('angle', 'sh', />/, 'bare'),
]

/** Nobody's prompt is longer, characters; patterns need not look at what follows. */
const longestPrompt = 200

/** Prompts after which blanks belong to the code: interpreters that count indentation. */
const indented = new Set(['python', 'haskell', 'julia', 'scala'])

/**
 * Finds the prompt a line begins with.
 *
 * @param written one line, blanks before the prompt allowed
 */
export function promptOf(written: string): Prompt | undefined {
  const line = written.slice(0, longestPrompt)
  // A Python environment, before the prompt of any shell: `(venv) $`.
  const lead = /^\s*(?:\((?!gdb\)|lldb\)|Pdb\)|dlv\))[\w.:/-]+\)\s+)?/.exec(line)?.[0] ?? ''
  const rest = line.slice(lead.length)
  if (rest === '') return undefined
  for (const { pattern, shell, style, trust } of rules) {
    const found = pattern.exec(rest)?.[0]
    if (found === undefined) continue
    const text = lead + found + directory(style, found, rest)
    return { text: text + blanks(line.slice(text.length), shell), shell, style, trust }
  }
  return undefined
}

/** oh-my-zsh without git: `➜  app npm test` shows where it is before what is typed. */
function directory(style: string, found: string, rest: string): string {
  if (style !== 'glyph' || !found.endsWith('➜')) return ''
  const [, gap = '', name = ''] = /^(\s{2})(\S+)(?=\s+\S)/.exec(rest.slice(found.length)) ?? []
  if (name === '' || looksLikeCommand(rest.slice(found.length))) return ''
  return gap + name
}

function blanks(after: string, shell: string): string {
  return (indented.has(shell) ? /^\s?/ : /^\s*/).exec(after)?.[0] ?? ''
}

/**
 * Finds an author's own prompt in the lines of a session.
 *
 * @param own what the author says the prompt is; a blank must follow it, unless it never does (`C:\>dir`)
 */
export function ownPrompts(lines: readonly string[], own: string): (Prompt | undefined)[] {
  const sign = own.trimEnd()
  const shell = promptOf(`${sign} x`)?.shell ?? 'sh'
  const spaced = lines.some(line => line.startsWith(sign) && /^\s/.test(line.slice(sign.length)))
  return lines.map(line => {
    const rest = line.slice(sign.length)
    if (!line.startsWith(sign) || (spaced && /^\S/.test(rest))) return undefined
    return { text: sign + blanks(rest, shell), shell, style: 'own', trust: 'sure' }
  })
}

const continuations: readonly (readonly [shell: RegExp, pattern: RegExp])[] = [
  [
    /^sh$/,
    /^(?:(?:heredoc|d?quote|bquote|pipe|cmdand|cmdor|cmdsubst|for|while|then|if|else|function|case|\s)*>)(?: |$)/,
  ],
  [/^powershell$/, /^>>(?: |$)/],
  [/^bat$/, /^More\?(?: |$)/],
  [/^python$/, /^(?:\.\.\.|\s*\.\.\.:)(?: |$)/],
  [/^sql$/, /^(?:[\w-]+[-'"(*$!^][#>]|\s*['"`]?->|\s*\.\.\.>|\s*\d{1,3}(?= {2}))(?: |$)/],
  [/^ruby$/, /^irb\([^)\n]*\):\d+(?::\d+)?[*"'](?: |$)/],
  [/^javascript$/, /^(?:\.\.\.|\|)(?: |$)/],
  [/^elixir$/, /^\.\.\.\(\d+\)>(?: |$)/],
  [/^(?:scala|java)$/, /^\s*(?:\||\.\.\.>)(?: |$)/],
]

/**
 * The prompt that asks for the rest of a command: `> ` of a shell, `... ` of Python, `-> ` of MySQL.
 *
 * @returns the prompt with its blank, or undefined where the line has none
 */
export function continuationOf(line: string, shell: string): string | undefined {
  for (const [name, pattern] of continuations) {
    if (name.test(shell)) return pattern.exec(line)?.[0]
  }
  return undefined
}
