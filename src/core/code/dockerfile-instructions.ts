// Cuts a Dockerfile into instructions, by its own rules for continuations, comments and here-documents.

import { endsHere, type HereDocument, hereAt } from './unfinished.ts'

/** Every instruction of a Dockerfile, with the ones that are out of use. */
export const instructionNames: ReadonlySet<string> = new Set(
  'ADD ARG CMD COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK LABEL MAINTAINER ONBUILD RUN SHELL STOPSIGNAL USER VOLUME WORKDIR'.split(
    ' ',
  ),
)

/** A stretch of lines that belong together. Lines are 0-based, `to` is the last. */
export interface DockerfileBlock {
  readonly kind: 'blank' | 'comment' | 'directive' | 'instruction'
  readonly from: number
  readonly to: number
  /** Of an instruction: its name in capitals; `''` where the line begins with no known one. */
  readonly name: string
  /** Lines of it that are comments or blank inside a continuation. */
  readonly asides: ReadonlySet<number>
  /** Its here-documents: body lines `from` to `to`, and the line of the delimiter just after. */
  readonly here: readonly { readonly document: HereDocument; readonly from: number; readonly to: number }[]
}

/** A Dockerfile in blocks, and the character that escapes in it. */
export interface DockerfileBlocks {
  readonly blocks: readonly DockerfileBlock[]
  readonly escapeSign: '\\' | '`'
}

const none: Pick<DockerfileBlock, 'name' | 'asides' | 'here'> = { name: '', asides: new Set(), here: [] }

/** Cuts the lines of a Dockerfile; every line belongs to exactly one block. */
export function dockerfileBlocks(lines: readonly string[]): DockerfileBlocks {
  const blocks: DockerfileBlock[] = []
  let escapeSign = usualEscape(lines)
  let directives = true
  let at = 0
  while (at < lines.length) {
    const line = lines[at] ?? ''
    if (line.trim() === '') {
      blocks.push({ kind: 'blank', from: at, to: at++, ...none })
      directives = false
      continue
    }
    if (/^\s*#/.test(line)) {
      const directive: RegExpExecArray | null = directives
        ? /^\s*#\s*(syntax|escape|check)\s*=\s*(\S.*?)\s*$/i.exec(line)
        : null
      if (directive?.[1]?.toLowerCase() === 'escape' && directive[2] === '`') escapeSign = '`'
      directives = directive !== null
      blocks.push({ kind: directive ? 'directive' : 'comment', from: at, to: at++, ...none })
      continue
    }
    directives = false
    const block = instruction(lines, at, escapeSign)
    blocks.push(block)
    at = block.to + 1
  }
  return { blocks, escapeSign }
}

/** A part of a Windows Dockerfile may lack the directive; its backticks at line ends tell all the same. */
function usualEscape(lines: readonly string[]): '\\' | '`' {
  return lines.some(line => /\s`\s*$/.test(line)) && !lines.some(line => /\\\s*$/.test(line)) ? '`' : '\\'
}

function instruction(lines: readonly string[], from: number, escapeSign: string): DockerfileBlock {
  const name = nameOf(lines[from] ?? '')
  const asides = new Set<number>()
  const continues = new RegExp(`${escapeSign === '\\' ? '\\\\' : escapeSign}[ \\t]*$`)
  let to = from
  let text = ''
  for (;;) {
    const line = lines[to] ?? ''
    const aside = to > from && (line.trim() === '' || /^\s*#/.test(line))
    if (aside) asides.add(to)
    else text += `${line}\n`
    if ((!aside && !continues.test(line)) || to + 1 >= lines.length) break
    to++
  }
  // A continuation that runs into blank lines only has ended before them.
  while (to > from && asides.has(to)) asides.delete(to--)
  const here: { document: HereDocument; from: number; to: number }[] = []
  if (/^(?:RUN|COPY|ADD)$/.test(innerName(name, text))) {
    for (const document of hereDocuments(text)) {
      const end = lines.findIndex((line, at) => at > to && endsHere(line, document))
      if (end < 0) break
      here.push({ document, from: to + 1, to: end - 1 })
      to = end
    }
  }
  return { kind: 'instruction', from, to, name, asides, here }
}

function nameOf(line: string): string {
  const word = /^\s*([A-Za-z]+)(?=\s|$)/.exec(line)?.[1]?.toUpperCase() ?? ''
  return instructionNames.has(word) ? word : ''
}

function innerName(name: string, text: string): string {
  return name === 'ONBUILD' ? nameOf(text.replace(/^\s*ONBUILD\s+/i, '')) : name
}

function hereDocuments(text: string): HereDocument[] {
  const found: HereDocument[] = []
  for (let at = text.indexOf('<<'); at >= 0; at = text.indexOf('<<', at)) {
    const here = hereAt(text, at)
    if (here) found.push(here.here)
    at = here?.end ?? at + 3
  }
  return found
}
