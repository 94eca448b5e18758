// JSON as data with places, and the first thing that is no JSON with its place.

import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser'
import type { Position } from '../deck/deck.ts'
import type { YamlValue } from '../syntax/yaml.ts'

/** What is no JSON. */
export interface JsonFault {
  /** One sentence without a full stop. */
  readonly message: string
  readonly note?: string
  readonly position: Position
}

/** Nobody nests a configuration deeper by hand, and the parser calls itself for each level. */
const maxDepth = 64

/** What the parser's codes mean to whoever wrote the file. */
const words: Readonly<Record<string, string>> = {
  InvalidSymbol: 'is no value of JSON',
  InvalidNumberFormat: 'is no number of JSON',
  PropertyNameExpected: 'stands where a key in `"` is expected',
  ValueExpected: 'stands where a value is expected',
  ColonExpected: 'stands where `:` is expected',
  CommaExpected: 'stands where `,` is expected',
  CloseBraceExpected: 'stands where `}` is expected',
  CloseBracketExpected: 'stands where `]` is expected',
  EndOfFileExpected: 'stands behind the end',
  InvalidCommentToken: 'is a comment, and JSON has none',
  UnexpectedEndOfComment: 'is a comment, and JSON has none',
  UnexpectedEndOfString: 'is not closed on its line',
  InvalidEscapeCharacter: 'holds a `\\` that means nothing',
  InvalidUnicode: 'holds a `\\u` without four digits',
  InvalidCharacter: 'holds a sign that JSON has no room for',
}

/**
 * Reads a JSON document.
 *
 * @param text LF line ends, no byte order mark
 */
export function readJson(text: string): { readonly value: YamlValue } | { readonly fault: JsonFault } {
  const place = placesIn(text)
  const deep = tooDeep(text)
  if (deep !== undefined) {
    return {
      fault: { message: `Values nest more than ${maxDepth} levels deep`, position: place(deep, deep + 1) },
    }
  }
  const errors: ParseError[] = []
  const root = parseTree(text, errors, { disallowComments: true })
  const [first] = errors
  if (first) return { fault: faultOf(first, text, place) }
  if (!root) return { fault: { message: 'The file is empty', note: 'Write `{}`.', position: place(0, 0) } }
  return { value: placedValue(root, place) }
}

function tooDeep(text: string): number | undefined {
  let depth = 0
  for (const { 0: sign, index } of text.matchAll(/"(?:[^"\\\n]|\\.)*"|[[\]{}]/g)) {
    if (sign === '[' || sign === '{') depth += 1
    else if (sign === ']' || sign === '}') depth -= 1
    if (depth > maxDepth) return index
  }
  return undefined
}

type Placer = (start: number, end: number) => Position

function faultOf({ error, offset, length }: ParseError, text: string, place: Placer): JsonFault {
  const code = printParseErrorCode(error)
  const thing = text.slice(offset, offset + Math.max(1, length)).split('\n')[0] ?? ''
  const named = thing.trim() === '' ? 'The end of the file' : `\`${thing.slice(0, 40)}\``
  return {
    message: `${named} ${words[code] ?? 'is no JSON'}`,
    ...(noteFor(code, thing) ?? {}),
    position: place(offset, offset + Math.max(1, thing.length)),
  }
}

function noteFor(code: string, thing: string): { readonly note: string } | undefined {
  if (/Comment/.test(code)) return { note: 'Remove it, or write the configuration as `deckhand.config.ts`.' }
  if (/^[}\]]/.test(thing)) return { note: 'Behind the last one JSON has no comma.' }
  return thing.startsWith("'") ? { note: 'Texts of JSON stand in `"`.' } : undefined
}

function placedValue(node: Node, place: Placer): YamlValue {
  const { type, offset, length, children = [] } = node
  const position = place(offset, offset + length)
  switch (type) {
    case 'object':
      return {
        kind: 'map',
        entries: children.flatMap(({ children: [key, value] = [] }) =>
          key && value
            ? [
                {
                  key: String(key.value),
                  position: place(key.offset, key.offset + key.length),
                  value: placedValue(value, place),
                },
              ]
            : [],
        ),
        position,
      }
    case 'array':
      return { kind: 'list', items: children.map(child => placedValue(child, place)), position }
    case 'null':
      return { kind: 'nothing', position }
    default: {
      const kind = type === 'number' ? 'number' : type === 'boolean' ? 'truth' : 'text'
      return { kind, text: String(node.value), position }
    }
  }
}

/** Makes what tells the place of a stretch of a text. */
export function placesIn(text: string): Placer {
  const starts = [0, ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1)]
  const point = (offset: number) => {
    const line = starts.findLastIndex(start => start <= offset)
    return { line: line + 1, column: offset - (starts[line] ?? 0) + 1, offset }
  }
  return (start, end) => ({ start: point(start), end: point(end) })
}
