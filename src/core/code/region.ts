// Takes a part of a code file: a line range, a marked region or a stage of a Dockerfile.

import { dockerfileBlocks } from './dockerfile-instructions.ts'

/** A part of a file. */
export interface Part {
  readonly text: string
  /** 1-based line of the file it begins at. */
  readonly firstLine: number
}

/**
 * Finds the part of a file that a fragment names, without the blanks all its lines begin with.
 *
 * @param text the file, LF line ends
 * @param fragment what stands behind `#`: `L3-L9`, `L3`, `3-9`, a region's name or a stage's; absent is all
 * @returns undefined where the file has no such part
 */
export function partOf(text: string, fragment: string | undefined): Part | undefined {
  const lines = text.replace(/\n+$/, '').split('\n')
  if (!fragment) return { text: dedent(withoutMarks(lines)).join('\n'), firstLine: 1 }
  const range = /^L?(\d+)(?:C\d+)?(?:[-,:]L?(\d+)(?:C\d+)?)?$/i.exec(fragment)
  if (range) {
    const first = Number(range[1])
    const last = Number(range[2] ?? range[1])
    if (first < 1 || last < first || last > lines.length) return undefined
    return { text: dedent(lines.slice(first - 1, last)).join('\n'), firstLine: first }
  }
  const found = regionOf(lines, fragment) ?? stageOf(lines, fragment)
  return found && { text: dedent(withoutMarks(found.lines)).join('\n'), firstLine: found.from + 1 }
}

/** Begin and end of regions in the comments of many languages: `#region x`, `// region x`, `[START x]`, `tag::x[]`, `{{{ x`. */
const begins =
  /^\s*(?:\/\/|\/\*|#|--|;|%|<!--|REM|::|"|')?\s*(?:#?\s*region:?\s+([\w.*-]+)|\[START\s+([\w.-]+)\]|tag::([\w.-]+)\[\]|#?snippet:?\s+([\w.-]+)|(?:([\w.-]+)\s+)?\{\{\{\d?\s*([\w.-]+)?)\s*(?:\*\/|-->)?\s*$/i
const ends =
  /^\s*(?:\/\/|\/\*|#|--|;|%|<!--|REM|::|"|')?\s*(?:#?\s*end\s?region\b.*|\[END\s+[\w.-]+\]|end::[\w.-]+\[\]|#?end\s?snippet\b.*|\}\}\}\d?)\s*(?:\*\/|-->)?\s*$/i

function nameOfRegion(line: string): string | undefined {
  const found = line.length < 200 ? begins.exec(line) : null
  return found ? (found.slice(1).find(name => name !== undefined) ?? '') : undefined
}

function endsRegion(line: string): boolean {
  return line.length < 200 && ends.test(line)
}

function regionOf(
  lines: readonly string[],
  name: string,
): { lines: readonly string[]; from: number } | undefined {
  const start = lines.findIndex(line => nameOfRegion(line) === name)
  if (start < 0) return undefined
  let depth = 1
  for (let at = start + 1; at < lines.length; at++) {
    const line = lines[at] ?? ''
    if (nameOfRegion(line) !== undefined) depth++
    else if (endsRegion(line) && --depth === 0) return { lines: lines.slice(start + 1, at), from: start + 1 }
  }
  return { lines: lines.slice(start + 1), from: start + 1 }
}

/** `FROM … AS name` with the comments straight above it, up to the next `FROM`. */
function stageOf(
  lines: readonly string[],
  name: string,
): { lines: readonly string[]; from: number } | undefined {
  const { blocks } = dockerfileBlocks(lines)
  const own = blocks.findIndex(
    ({ name: instruction, from }) =>
      instruction === 'FROM' &&
      /\sAS\s+(\S+)\s*$/i.exec(lines[from] ?? '')?.[1]?.toLowerCase() === name.toLowerCase(),
  )
  if (own < 0) return undefined
  const next = blocks.findIndex(({ name: instruction }, at) => at > own && instruction === 'FROM')
  const first = aboveComments(blocks, own)
  const after = next < 0 ? blocks.length : aboveComments(blocks, next)
  const from = blocks[first]?.from ?? 0
  const part = lines.slice(from, blocks[after]?.from ?? lines.length)
  while (part.at(-1)?.trim() === '') part.pop()
  return { lines: part, from }
}

function aboveComments(blocks: readonly { readonly kind: string }[], at: number): number {
  let first = at
  while (first > 0 && blocks[first - 1]?.kind === 'comment') first--
  return first
}

function withoutMarks(lines: readonly string[]): readonly string[] {
  return lines.filter(line => nameOfRegion(line) === undefined && !endsRegion(line))
}

/** Takes away the blanks that all lines begin with. */
export function dedent(lines: readonly string[]): readonly string[] {
  let margin: string | undefined
  for (const line of lines) {
    if (line.trim() === '') continue
    const own = /^[ \t]*/.exec(line)?.[0] ?? ''
    margin = margin === undefined || own.startsWith(margin) ? (margin ?? own) : commonStart(margin, own)
  }
  return margin ? lines.map(line => (line.trim() === '' ? '' : line.slice(margin.length))) : lines
}

function commonStart(a: string, b: string): string {
  let length = 0
  while (length < a.length && a[length] === b[length]) length++
  return a.slice(0, length)
}
