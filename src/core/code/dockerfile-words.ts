// What a Dockerfile's words are and how they are given kinds: values, variables, flags, pairs, ports and arrays.

import type { DockerfileBlock } from './dockerfile-instructions.ts'
import type { Paint } from './paint.ts'
import type { TokenKind } from './tokens.ts'

/** Code of another language inside a Dockerfile: stretches of lines that are one text when joined by LF. */
export interface Embedded {
  readonly language: string
  /** 0-based lines and columns. */
  readonly stretches: readonly { readonly line: number; readonly from: number; readonly text: string }[]
}

/** A word of an instruction. Line and column are 0-based. */
export interface Word {
  readonly line: number
  readonly from: number
  readonly text: string
}

/** What an instruction is coloured with, and what it may add. */
export interface Scene {
  readonly lines: readonly string[]
  readonly block: DockerfileBlock
  readonly paint: Paint
  readonly embedded: Embedded[]
  readonly escapeSign: string
  /** The language `RUN` and `CMD` are written in where they stand. */
  readonly shell: string
}

/** Gives a word, or a part of it, a kind. */
export function stroke({ paint }: Scene, word: Word, kind: TokenKind, from = 0, to = word.text.length): void {
  paint.stroke(word.line, word.from + from, word.from + to, kind)
}

/** `--mount=type=cache,target=/root/.npm`, `--from=build`, `--link`. */
export function paintFlag(scene: Scene, word: Word): void {
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

/** `image AS stage`. */
export function paintFrom(scene: Scene, words: readonly Word[]): void {
  const [image, as, stage] = words
  if (image) paintValue(scene, image, 'type')
  if (as) stroke(scene, as, 'keyword')
  if (stage) paintValue(scene, stage, 'constant')
}

/** `KEY=value KEY2="other value"`, or the old `KEY value with blanks`. */
export function paintPairs(scene: Scene, words: readonly Word[], name: string): void {
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

/** `8080/tcp`. */
export function paintPorts(scene: Scene, words: readonly Word[]): void {
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
export function paintArray(scene: Scene, words: readonly Word[]): void {
  for (const word of words) {
    for (const found of word.text.matchAll(/[[\],]/g))
      stroke(scene, word, 'punctuation', found.index, found.index + 1)
    paintValue(scene, word)
  }
}

/** Values, one after the other. */
export function paintValues(scene: Scene, words: readonly Word[], kind?: TokenKind): void {
  for (const word of words) paintValue(scene, word, kind)
}

/** A value: strings and variables stand out, the rest has the kind given. */
export function paintValue({ paint }: Scene, { line, from, text }: Word, kind?: TokenKind): void {
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

/** `$NAME` and `${NAME:-default}`. */
export function paintVariables(paint: Paint, line: number, from: number, text: string): void {
  for (const found of text.matchAll(/\$(?:\w+|\{[^}]*\}?)/g)) {
    if (text[found.index - 1] === '\\') continue
    paint.stroke(line, from + found.index, from + found.index + found[0].length, 'variable')
  }
}
