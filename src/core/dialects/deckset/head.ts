// What stands at the top of a Deckset document: `key: value` lines that are no YAML, up to the first blank one.

import type { Position } from '../../deck/deck.ts'
import { readFrontMatter } from '../../syntax/front-matter.ts'
import { isBlank, type Line, lineStart } from '../../syntax/lines.ts'
import { isMetaKey, type Keys, plainKey, readMeta, type WrittenMeta } from '../../syntax/meta.ts'
import { pointAfter, type Report, stretch } from '../../syntax/report.ts'
import type { YamlEntry } from '../../syntax/yaml.ts'
import { createKeys } from './keys.ts'
import type { Options } from './values.ts'

/** The head of a document. */
export interface Head {
  /** How many of the first lines it takes. */
  readonly lineCount: number
  readonly meta: WrittenMeta
  readonly options: Options
  readonly entries: readonly YamlEntry[]
}

const keyLine = /^([A-Za-z][\w-]*(?: [\w-]+)?)[ \t]*:(?:[ \t]+(.*?))?[ \t]*$/
const isRule = ({ text }: Line): boolean => /^---[ \t]*$/.test(text)

/** Whether a key is one of Deckset's or of front matter's. */
function isKnown(key: string, own: Keys): boolean {
  return own.has(plainKey(key)) || isMetaKey(key)
}

/**
 * Reads the head. There is one where the first line that is not blank has a known key; it ends at a blank line, or
 * where no key stands. Front matter in fences, which Deckset does not know, is read as everywhere else.
 * Reports `front-matter-key`, `front-matter-value`, `front-matter-syntax`, `option-ignored`.
 */
export function readHead(lines: readonly Line[], report: Report): Head {
  const options: Options = { dividers: [], fitHeaders: [] }
  const own = createKeys(options)
  const from = lines.findIndex(line => !isBlank(line))
  const first = lines[from]
  const second = lines[from + 1]
  if (first && second && isRule(first) && keyLine.test(second.text)) {
    const front = readFrontMatter(lines, { separates: () => false, report, own })
    return { lineCount: front.lineCount, meta: front.meta, options, entries: front.entries }
  }
  const entries: YamlEntry[] = []
  for (const line of lines.slice(Math.max(from, 0))) {
    const entry = readEntry(line)
    if (!entry || (entries.length === 0 && !isKnown(entry.key, own))) break
    entries.push(entry)
  }
  const meta = entries.length > 0 ? readMeta(entries, report, own) : {}
  return { lineCount: entries.length > 0 ? from + entries.length : 0, meta, options, entries }
}

function readEntry(line: Line): YamlEntry | undefined {
  const [, key, value = ''] = keyLine.exec(line.text) ?? []
  if (key === undefined) return undefined
  const text = /^(["'])(.*)\1$/.exec(value)?.[2] ?? value
  const at = value === '' ? key.length : line.text.indexOf(value, key.length + 1)
  const position: Position = stretch(pointAfter(lineStart(line), at), value.length)
  return {
    key,
    position: stretch(lineStart(line), key.length),
    value: value === '' ? { kind: 'nothing', position } : { kind: 'text', text, position },
  }
}
