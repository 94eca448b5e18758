// Colours a Dockerfile: its instructions, flags, pairs and variables; what is of other languages it points out.

import { paintCopy, paintShell } from './dockerfile-embedded.ts'
import { dockerfileBlocks, instructionNames } from './dockerfile-instructions.ts'
import {
  type Embedded,
  paintArray,
  paintFlag,
  paintFrom,
  paintPairs,
  paintPorts,
  paintValues,
  type Scene,
  stroke,
  type Word,
} from './dockerfile-words.ts'
import { createPaint, type Paint } from './paint.ts'
import type { TokenKind } from './tokens.ts'

/** A Dockerfile with its own part coloured. */
export interface DockerfileColours {
  readonly paint: Paint
  readonly embedded: readonly Embedded[]
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
