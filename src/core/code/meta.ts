// Reads the info string of a fence: the language, and what is said of the block behind it.

import { isLineSets } from './line-sets.ts'

/** What a fence says of its code, as written; nothing is checked against the code yet. */
export interface FenceInfo {
  /** The language as written; `''` where there is none. */
  readonly language: string
  /** The line sets between the braces, as written. */
  readonly focus?: string
  readonly title?: string
  /** Number the lines from this. */
  readonly numberFrom?: number
  readonly prompt?: string
  /** Words to be highlighted: `/npm ci/`. */
  readonly marked?: readonly string[]
  /** `steps`: a session is revealed command by command. */
  readonly steps: boolean
  /** `{#id .class name=value}`: attributes of the block as of any other. */
  readonly id?: string
  readonly classes: readonly string[]
  readonly values: Readonly<Record<string, string>>
  /** Words that mean nothing, as written. */
  readonly unknown: readonly string[]
}

type Draft = { -readonly [Key in keyof FenceInfo]: FenceInfo[Key] } & {
  classes: string[]
  values: Record<string, string>
  unknown: string[]
  marked?: string[]
}

/** Other tools' words for what `lines` says. */
const numbering = /^(?:lines|line-?numbers|show-?line-?numbers|number-?lines|numbered|linenos|linenums|ln)$/i
const startNumber =
  /^(?:lines|start-?from|start-?line|first-?line|line-?number-?start|linenostart|data-line-number-start)$/i
const focusing =
  /^(?:focus|highlight|hl_lines|hl-lines|line-highlight|emphasize-lines|code-line-numbers|data-line-numbers|mark)$/i
const titles = /^(?:title|file|filename|name|caption|label)$/i
/** Words other tools act on and that change nothing here. */
const harmless =
  /^(?:twoslash|copy|no-?copy|wrap|no-?wrap|linenumbers-off|editable|runnable|trim|noescape|contenteditable|startinline|no_run|ignore|should_panic|eval|echo|include|message|warning|cache|at|duration|class|monaco(?:-\w+)?|magic-move|max-?height|height|inline-?color|auto-?run)$/i

/** What stands further behind a fence, characters, is not read. */
const longestInfo = 1000

/**
 * Reads an info string.
 *
 * @param info everything behind the backticks: language and meta, as one string
 */
export function parseFenceInfo(info: string): FenceInfo {
  const draft: Draft = { language: '', steps: false, classes: [], values: {}, unknown: [] }
  const words = splitWords(info.slice(0, longestInfo))
  const [first = ''] = words
  const glued = /^([^\s{[=:"']+(?:[:=](?![^\s{]*["']))?)((?:\{|\[).*)$/s.exec(first)
  if (/^[^{["'=/]/.test(first) && !isAttribute(first)) {
    words.shift()
    if (glued) words.unshift(...splitWords(glued[2] ?? ''))
    draft.language = glued ? (glued[1] ?? '') : first
  }
  for (const word of words) readWord(word, draft, false)
  return draft
}

function isAttribute(word: string): boolean {
  return /^[A-Za-z][\w-]*=/.test(word)
}

/** Words parted by blanks, quotes, braces and brackets kept whole; `{1}{2}` are two. */
function splitWords(text: string): string[] {
  return (
    text.match(
      /(?<=\s|^)\/(?:\\.|[^\\/])+\/(?=\s|$)|\{(?:"[^"]*"|'[^']*'|[^{}"'])*\}|\[[^\]]*\]|(?:[^\s"'{[=]+=)?(?:"[^"]*"|'[^']*'|\{[^}]*\})|[^\s{["']+(?:(?:\{[^}]*\}|\[[^\]]*\])+)?|\S/g,
    ) ?? []
  )
}

function readWord(word: string, draft: Draft, braced: boolean): void {
  const pattern = /^\/(.+)\/$/s.exec(word)?.[1]
  if (pattern !== undefined) {
    draft.marked = [...(draft.marked ?? []), pattern.replace(/\\(.)/g, '$1')]
    return
  }
  if (/^\{[\s\S]*\}$/.test(word)) {
    readBraces(word.slice(1, -1).trim(), word, draft)
    return
  }
  if (/^\[[\s\S]*\]$/.test(word)) {
    readBrackets(word.slice(1, -1).trim(), draft)
    return
  }
  const [, name = '', rawValue] = /^([^\s=:]+)(?:[=:]\s*(.*))?$/s.exec(word) ?? []
  const value = rawValue === undefined ? undefined : unquote(rawValue)
  if (startNumber.test(name) && value !== undefined && /^\d+$/.test(value)) draft.numberFrom = Number(value)
  else if (numbering.test(name) && (value === undefined || value === 'true')) draft.numberFrom ??= 1
  else if (numbering.test(name) && value === 'false') return
  else if (focusing.test(name) && value !== undefined && isLineSets(value)) draft.focus = value
  else if (titles.test(name) && value !== undefined) draft.title = value
  else if (name === 'prompt' && value !== undefined) draft.prompt = value
  else if (name === 'steps' && value === undefined) draft.steps = true
  else if (name === 'step' && (value === undefined || /^\d+$/.test(value))) draft.values.step = value ?? ''
  else if (braced && /^\.[\w-]/.test(word)) readClass(word.slice(1), draft)
  else if (braced && /^#[\w-]/.test(word)) draft.id = word.slice(1)
  else if (!harmless.test(name) && /\S/.test(word) && word !== ',') draft.unknown.push(word)
}

/** `{.python .numberLines}`: the first class is the language where none was named. */
function readClass(name: string, draft: Draft): void {
  if (numbering.test(name)) draft.numberFrom ??= 1
  else if (draft.language === '') draft.language = name
  else draft.classes.push(name)
}

function readBraces(inner: string, word: string, draft: Draft): void {
  if (inner === '') return
  if (isLineSets(inner)) {
    draft.focus = inner
    return
  }
  const known = draft.unknown.length
  const words = inner.match(/(?:[^\s,"'=:]+[=:]\s*)?(?:"[^"]*"|'[^']*')|[^\s,]+/g) ?? []
  const [first = ''] = words
  if (
    draft.language === '' &&
    /^[A-Za-z][\w+-]*$/.test(first) &&
    words.length > 0 &&
    !/^steps?$/.test(first)
  ) {
    draft.language = words.shift() ?? ''
    if (/^[\w-]+$/.test(words[0] ?? '')) words.shift() // The name of a knitr chunk.
    for (const one of words) readWord(one, draft, true)
    draft.unknown.length = known // A chunk's options are for knitr.
    return
  }
  for (const one of words) readWord(one, draft, true)
  if (draft.unknown.length > known) {
    draft.unknown.length = known
    draft.unknown.push(word)
  }
}

/** `[Dockerfile]` is a title; `[1,3|5]`, as reveal.js has it, is a focus with numbers. */
function readBrackets(inner: string, draft: Draft): void {
  const [, start, sets = ''] = /^(?:(\d+)\s*:)?\s*(.*)$/s.exec(inner) ?? []
  if (sets === '' || isLineSets(sets)) {
    draft.numberFrom = start === undefined ? 1 : Number(start)
    if (sets) draft.focus = sets
  } else draft.title = inner
}

function unquote(value: string): string {
  return /^(["'])[\s\S]*\1$/.test(value) && value.length > 1
    ? value.slice(1, -1)
    : value.replace(/^\{|\}$/g, '')
}
