// Colours a Dockerfile: its instructions, flags, pairs and variables, and the places where another language stands.

import { type DockerfileBlock, dockerfileBlocks, instructionNames } from './dockerfile-instructions.ts'
import { languageOf, languageOfFile } from './language.ts'
import { createPaint, type Paint } from './paint.ts'
import type { TokenKind } from './tokens.ts'

/** Code of another language inside a Dockerfile: stretches of lines that are one text when joined by LF. */
export interface Embedded {
  readonly language: string
  /** 0-based lines and columns. */
  readonly stretches: readonly { readonly line: number; readonly from: number; readonly text: string }[]
}

/** A Dockerfile with its own part coloured. */
export interface DockerfileColours {
  readonly paint: Paint
  readonly embedded: readonly Embedded[]
}

interface Word {
  readonly line: number
  readonly from: number
  readonly text: string
}

/** What an instruction is coloured with, and what it may add. */
interface Scene {
  readonly lines: readonly string[]
  readonly block: DockerfileBlock
  readonly paint: Paint
  readonly embedded: Embedded[]
  readonly escapeSign: string
  /** The language `RUN` and `CMD` are written in where they stand. */
  readonly shell: string
}

/**
 * Colours a Dockerfile by the reference of its syntax (`docker/dockerfile:1`, 2026).
 *
 * @param lines the file's lines
 */
export function colourDockerfile(lines: readonly string[]): DockerfileColours {
  const { blocks, escapeSign } = dockerfileBlocks(lines)
  const paint = createPaint(lines)
  const embedded: Embedded[] = []
  const usual = escapeSign === '`' ? 'bat' : 'sh'
  let shell = usual
  for (const block of blocks) {
    if (block.kind === 'comment') paintWhole(lines, paint, block.from, 'comment')
    if (block.kind === 'directive') paintDirective(lines[block.from] ?? '', block.from, paint)
    if (block.kind !== 'instruction') continue
    for (const aside of block.asides) paintWhole(lines, paint, aside, 'comment')
    if (block.name === 'FROM') shell = usual
    const scene: Scene = { lines, block, paint, embedded, escapeSign, shell }
    const words = wordsOf(scene)
    paintInstruction(scene, words, block.name)
    if (block.name === 'SHELL') shell = shellOf(words)
  }
  return { paint, embedded }
}

function paintWhole(lines: readonly string[], paint: Paint, line: number, kind: TokenKind): void {
  paint.stroke(line, 0, lines[line]?.length ?? 0, kind)
}

function paintDirective(text: string, line: number, paint: Paint): void {
  const equals = text.indexOf('=')
  paint.stroke(line, 0, text.length, 'comment')
  paint.stroke(line, text.search(/[A-Za-z]/), equals, 'keyword')
  paint.stroke(line, equals + 1, text.length, 'string')
}

function shellOf(words: readonly Word[]): string {
  const all = words.map(word => word.text).join(' ')
  if (/powershell|pwsh/i.test(all)) return 'powershell'
  return /\bcmd\b/i.test(all) ? 'bat' : 'sh'
}

/** The words of an instruction, quotes kept whole, the escapes at line ends painted and left out. */
function wordsOf({ lines, block, paint, escapeSign }: Scene): Word[] {
  const words: Word[] = []
  const last = block.here[0] ? block.here[0].from - 1 : block.to
  for (let line = block.from; line <= last; line++) {
    if (block.asides.has(line)) continue
    let text = lines[line] ?? ''
    const trimmed = text.trimEnd()
    if (trimmed.endsWith(escapeSign)) {
      text = trimmed.slice(0, -1)
      paint.stroke(line, trimmed.length - 1, trimmed.length, 'punctuation')
    }
    for (const found of text.matchAll(/(?:"(?:\\.|[^"\\])*"?|'[^']*'?|\\.|\$\{[^}]*\}?|[^\s"'])+/g)) {
      words.push({ line, from: found.index, text: found[0] })
    }
  }
  return words
}

function paintInstruction(scene: Scene, words: readonly Word[], name: string): void {
  const [head, ...rest] = words
  if (!head) return
  if (name === '') {
    paintValues(scene, words)
    return
  }
  stroke(scene, head, 'keyword')
  const flagged = /^(?:FROM|RUN|COPY|ADD|HEALTHCHECK)$/.test(name)
  const found = flagged ? rest.findIndex(word => !/^--[a-z]/.test(word.text)) : 0
  const flags = found < 0 ? rest.length : found
  for (const flag of rest.slice(0, flags)) paintFlag(scene, flag)
  const [first] = rest.slice(flags)
  if (first) paintTail(scene, rest.slice(flags), first.text, name)
}

function paintTail(scene: Scene, words: readonly Word[], first: string, name: string): void {
  const inner = first.toUpperCase()
  if (name === 'ONBUILD') paintInstruction(scene, words, instructionNames.has(inner) ? inner : '')
  else if (name === 'HEALTHCHECK' && /^(?:CMD|NONE)$/.test(inner)) paintInstruction(scene, words, 'CMD')
  else if (first.startsWith('[') && /^(?:RUN|CMD|ENTRYPOINT|SHELL|COPY|ADD|VOLUME)$/.test(name))
    paintArray(scene, words)
  else if (/^(?:RUN|CMD|ENTRYPOINT)$/.test(name)) paintShell(scene, words)
  else if (name === 'FROM') paintFrom(scene, words)
  else if (/^(?:ENV|LABEL|ARG)$/.test(name)) paintPairs(scene, words, name)
  else if (/^(?:COPY|ADD)$/.test(name)) paintCopy(scene, words)
  else if (name === 'EXPOSE') paintPorts(scene, words)
  else if (name === 'MAINTAINER') paintValues(scene, words, 'string')
  else paintValues(scene, words, name === 'STOPSIGNAL' || name === 'USER' ? 'constant' : undefined)
}

function stroke({ paint }: Scene, word: Word, kind: TokenKind, from = 0, to = word.text.length): void {
  paint.stroke(word.line, word.from + from, word.from + to, kind)
}

/** `--mount=type=cache,target=/root/.npm`, `--from=build`, `--link`. */
function paintFlag(scene: Scene, word: Word): void {
  const equals = word.text.indexOf('=')
  stroke(scene, word, 'parameter', 0, equals < 0 ? word.text.length : equals)
  if (equals < 0) return
  stroke(scene, word, 'operator', equals, equals + 1)
  let at = equals + 1
  for (const part of word.text.slice(at).split(',')) {
    const inner = /^(?:mount|checksum|parents)/.test(word.text.slice(2)) ? part.indexOf('=') : -1
    if (inner >= 0) {
      stroke(scene, word, 'property', at, at + inner)
      stroke(scene, word, 'operator', at + inner, at + inner + 1)
    }
    paintValue(scene, { ...word, from: word.from + at + inner + 1, text: part.slice(inner + 1) }, 'string')
    at += part.length + 1
    stroke(scene, word, 'punctuation', at - 1, at)
  }
}

function paintFrom(scene: Scene, words: readonly Word[]): void {
  const [image, as, stage] = words
  if (image) paintValue(scene, image, 'type')
  if (as) stroke(scene, as, 'keyword')
  if (stage) paintValue(scene, stage, 'constant')
}

/** `KEY=value KEY2="other value"`, or the old `KEY value with blanks`. */
function paintPairs(scene: Scene, words: readonly Word[], name: string): void {
  const [first, ...rest] = words
  if (name !== 'ARG' && first && !first.text.includes('=')) {
    stroke(scene, first, 'property')
    paintValues(scene, rest, 'string')
    return
  }
  for (const word of words) {
    const equals = /^(?:"[^"]*"|'[^']*'|[^=])+/.exec(word.text)?.[0].length ?? 0
    stroke(scene, word, 'property', 0, equals)
    stroke(scene, word, 'operator', equals, equals + 1)
    paintValue(scene, { ...word, from: word.from + equals + 1, text: word.text.slice(equals + 1) }, 'string')
  }
}

function paintPorts(scene: Scene, words: readonly Word[]): void {
  for (const word of words) {
    paintValue(scene, word)
    for (const found of word.text.matchAll(/\d+/g))
      stroke(scene, word, 'number', found.index, found.index + found[0].length)
    const slash = word.text.indexOf('/')
    if (slash < 0) continue
    stroke(scene, word, 'punctuation', slash, slash + 1)
    stroke(scene, word, 'constant', slash + 1)
  }
}

/** The exec form: an array of JSON strings. */
function paintArray(scene: Scene, words: readonly Word[]): void {
  for (const word of words) {
    for (const found of word.text.matchAll(/[[\],]/g))
      stroke(scene, word, 'punctuation', found.index, found.index + 1)
    paintValue(scene, word)
  }
}

/** `COPY src dest`, and `COPY <<EOF dest`, whose body is in the language of the file it becomes. */
function paintCopy(scene: Scene, words: readonly Word[]): void {
  for (const word of words) {
    if (word.text.startsWith('<<')) paintDelimiter(scene, word)
    else if (/^(?:https?|git):\/\//.test(word.text)) stroke(scene, word, 'link')
    else paintValue(scene, word)
  }
  const target = words.filter(word => !word.text.startsWith('<<')).at(-1)?.text ?? ''
  const named = words.filter(word => word.text.startsWith('<<'))
  scene.block.here.forEach((_, at) => {
    const written = target.endsWith('/')
      ? (named[at]?.text.replace(/^<<-?|["']/g, '') ?? '')
      : target.replace(/["']/g, '')
    paintBody(scene, at, languageOfFile(written))
  })
}

function paintDelimiter(scene: Scene, word: Word): void {
  const operator = /^<<-?/.exec(word.text)?.[0].length ?? 0
  stroke(scene, word, 'operator', 0, operator)
  stroke(scene, word, 'constant', operator)
}

/** The body of a here-document in its language, or as a string; then the line that ends it. */
function paintBody(scene: Scene, index: number, language: string | undefined): void {
  const { lines, paint, embedded } = scene
  const here = scene.block.here[index]
  if (!here) return
  paintWhole(lines, paint, here.to + 1, 'constant')
  const stretches: { line: number; from: number; text: string }[] = []
  for (let line = here.from; line <= here.to; line++) {
    const text = lines[line] ?? ''
    stretches.push({ line, from: 0, text })
    if (language) continue
    paint.stroke(line, 0, text.length, 'string')
    if (!here.document.quoted) paintVariables(paint, line, 0, text)
  }
  if (language && stretches.length) embedded.push({ language, stretches })
}

/** The shell form, to the end of the instruction, comments inside it left out. */
function paintShell(scene: Scene, words: readonly Word[]): void {
  const { lines, block, embedded, escapeSign, shell } = scene
  const [first] = words
  if (!first) return
  const last = block.here[0] ? block.here[0].from - 1 : block.to
  if (block.here.length && words.every(word => word.text.startsWith('<<'))) {
    for (const word of words) paintDelimiter(scene, word)
    block.here.forEach((here, at) => {
      paintBody(scene, at, shebangOf(lines[here.from] ?? '') ?? shell)
    })
    return
  }
  const stretches: { line: number; from: number; text: string }[] = []
  for (let line = first.line; line <= last; line++) {
    if (block.asides.has(line)) continue
    const from = line === first.line ? first.from : 0
    stretches.push({ line, from, text: (lines[line] ?? '').slice(from) })
  }
  // The shell would wait for the body; it is coloured apart, so the announcement must not reach the grammar.
  const blank = (found: string) => ' '.repeat(found.length)
  for (const stretch of stretches) {
    if (block.here.length) stretch.text = stretch.text.replace(/<<-?(["']?)[\w.-]+\1/g, blank)
    if (escapeSign === '`') stretch.text = stretch.text.replace(/`\s*$/, blank)
  }
  embedded.push({ language: shell, stretches })
  for (const word of words) if (block.here.length && word.text.startsWith('<<')) paintDelimiter(scene, word)
  const program = /(?:^|\/)(python|node|ruby|perl|php|psql|mysql|bash|sh)[\d.]*$/.exec(first.text)?.[1]
  const language = program && (/^(?:psql|mysql)$/.test(program) ? 'sql' : languageOf(program).name)
  block.here.forEach((_, at) => {
    paintBody(scene, at, language || undefined)
  })
}

function shebangOf(line: string): string | undefined {
  const program = /^#!\s*(?:\S*\/)?(?:env\s+(?:-S\s+)?)?(?:\S*\/)?([a-z]+)/.exec(line)?.[1]
  return program ? languageOf(program).name : undefined
}

function paintValues(scene: Scene, words: readonly Word[], kind?: TokenKind): void {
  for (const word of words) paintValue(scene, word, kind)
}

/** A value: strings and variables stand out, the rest has the kind given. */
function paintValue({ paint }: Scene, { line, from, text }: Word, kind?: TokenKind): void {
  if (kind)
    paint.stroke(
      line,
      from,
      from + text.length,
      /^\d+(?:\.\d+)*$/.test(text) && kind === 'string' ? 'number' : kind,
    )
  for (const found of text.matchAll(/"(?:\\.|[^"\\])*"?|'[^']*'?/g)) {
    paint.stroke(line, from + found.index, from + found.index + found[0].length, 'string')
  }
  for (const found of text.matchAll(/\\./g))
    paint.stroke(line, from + found.index, from + found.index + 2, 'escape')
  paintVariables(paint, line, from, text)
}

function paintVariables(paint: Paint, line: number, from: number, text: string): void {
  for (const found of text.matchAll(/\$(?:\w+|\{[^}]*\}?)/g)) {
    if (text[found.index - 1] === '\\') continue
    paint.stroke(line, from + found.index, from + found.index + found[0].length, 'variable')
  }
}
