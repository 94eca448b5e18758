// YAML as plain data with places: no object of the author's naming is ever made, nothing is run, and size, depth and
// references are bounded before the parser sees the text (on `[` times 65,000 it takes the process with it).

import { isAlias, isMap, isPair, isScalar, isSeq, LineCounter, parseDocument } from 'yaml'
import type { Position } from '../deck/deck.ts'
import { ticked } from './report.ts'
import { tooDeep } from './yaml-depth.ts'
import { explainYaml } from './yaml-faults.ts'

/** A value, with the text it was written as: a date, a version, `yes` and `010` mean what they look like. */
export type YamlValue =
  | { readonly kind: 'text' | 'number' | 'truth'; readonly text: string; readonly position: Position }
  | { readonly kind: 'nothing'; readonly position: Position }
  | { readonly kind: 'list'; readonly items: readonly YamlValue[]; readonly position: Position }
  | { readonly kind: 'map'; readonly entries: readonly YamlEntry[]; readonly position: Position }
  /** Not-a-number, binary data, a set: nothing a deck could mean. */
  | { readonly kind: 'strange'; readonly text: string; readonly position: Position }

export interface YamlEntry {
  readonly key: string
  /** Of the key. */
  readonly position: Position
  readonly value: YamlValue
}

export interface YamlFault {
  /** One sentence without a full stop. */
  readonly message: string
  readonly note?: string
  readonly position: Position
}

export interface YamlRead {
  /** Absent where the text is empty or could not be read at all. */
  readonly value?: YamlValue
  readonly faults: readonly YamlFault[]
}

/** Front matter nests two or three levels deep; the parser's own recursion fails near 800. */
const maxDepth = 64
const maxValues = 10_000

/**
 * Reads a YAML document. Never throws, never evaluates.
 *
 * @param text LF line ends; at most 64 KB, which the caller sees to
 * @param origin line number (1-based) and offset of the text's first character in its file
 */
export function readYaml(text: string, origin: { readonly line: number; readonly offset: number }): YamlRead {
  const counter = new LineCounter()
  const point = (offset: number): Position['start'] => {
    const { line, col } = counter.linePos(offset)
    return {
      line: Math.max(line, 1) + origin.line - 1,
      column: Math.max(col, 1),
      offset: origin.offset + offset,
    }
  }
  const position = (start: number, end: number): Position => ({
    start: point(start),
    end: point(Math.max(start, end)),
  })

  const deep = tooDeep(text, maxDepth)
  if (deep) {
    const start = {
      line: deep.line + origin.line,
      column: deep.column + 1,
      offset: origin.offset + deep.offset,
    }
    const end = { ...start, column: start.column + 1, offset: start.offset + 1 }
    return {
      faults: [{ message: `Values nest more than ${maxDepth} levels deep`, position: { start, end } }],
    }
  }

  const document = parseDocument(text, {
    lineCounter: counter,
    // Quadratic: 10,000 keys take two seconds. Whoever reads the entries sees duplicates too.
    uniqueKeys: false,
    merge: false,
    resolveKnownTags: false,
    prettyErrors: false,
    logLevel: 'silent',
    schema: 'core',
  })
  const faults: YamlFault[] = document.errors.map(({ code, message, pos: [start, end] }) => ({
    ...explainYaml(code, message, text, start),
    position: position(Math.min(start, text.length), Math.min(end, text.length)),
  }))
  if (faults.length > 0) return { faults }

  const anchors = new Map<string, unknown>()
  let count = 0
  const value = document.contents === null ? undefined : convert(document.contents, 0)
  return { ...(value ? { value } : {}), faults }

  function convert(node: unknown, depth: number): YamlValue {
    const [start, end] = (node as { range?: [number, number, number] | null } | null)?.range ?? [0, 0]
    const place = position(start, end)
    count += 1
    if (count > maxValues || depth > maxDepth) {
      if (count <= maxValues + 1)
        faults.push({ message: 'References multiply the values beyond all use', position: place })
      count = maxValues + 1
      return { kind: 'nothing', position: place }
    }
    if (isAlias(node))
      return anchors.has(node.source)
        ? convert(anchors.get(node.source), depth + 1)
        : missing(node.source, place)
    if (isScalar(node) || isMap(node) || isSeq(node)) {
      // Known before what it holds, so that a value that refers to itself ends at the depth limit.
      if (node.anchor) anchors.set(node.anchor, node)
      if (node.tag && !plainTags.has(node.tag))
        return { kind: 'strange', text: shortTag(node.tag), position: place }
    }
    if (isMap(node)) {
      const entries = node.items.filter(isPair).map(pair => {
        const key = isScalar(pair.key) ? wellFormed(String(pair.key.source ?? pair.key.value ?? '')) : '?'
        const [from, to] = (pair.key as { range?: [number, number, number] | null } | null)?.range ?? [
          start,
          start,
        ]
        const at = position(from, to)
        const of: YamlValue =
          pair.value === null ? { kind: 'nothing', position: at } : convert(pair.value, depth + 1)
        return { key, position: at, value: of }
      })
      return { kind: 'map', entries, position: place }
    }
    if (isSeq(node))
      return { kind: 'list', items: node.items.map(item => convert(item, depth + 1)), position: place }
    if (!isScalar(node)) return { kind: 'nothing', position: place }
    const written = wellFormed(String(node.source ?? ''))
    switch (typeof node.value) {
      case 'string':
        return { kind: 'text', text: wellFormed(node.value), position: place }
      case 'boolean':
        return { kind: 'truth', text: written, position: place }
      case 'number':
        return { kind: Number.isFinite(node.value) ? 'number' : 'strange', text: written, position: place }
      default:
        return node.value === null
          ? { kind: 'nothing', position: place }
          : { kind: 'strange', text: written, position: place }
    }
  }

  function missing(name: string, place: Position): YamlValue {
    faults.push({
      message: `${ticked(`*${name}`)} refers to nothing`,
      note: 'Put a value that begins with `*` in quotes.',
      position: place,
    })
    return { kind: 'nothing', position: place }
  }
}

const plainTags: ReadonlySet<string> = new Set(
  ['str', 'int', 'float', 'bool', 'null', 'map', 'seq'].map(name => `tag:yaml.org,2002:${name}`).concat('!'),
)

function shortTag(tag: string): string {
  return tag.replace('tag:yaml.org,2002:', '!!')
}

/** Half a surrogate pair or a control character can be written as an escape; neither can be written to a page. */
function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\uFFFD').replace(/[^\P{Cc}\n\t]/gu, '\uFFFD')
}
