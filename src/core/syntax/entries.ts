// The entries of a head: read whole, or key by key where one fault would otherwise cost all of them.

import { type HeadLine, isKnownKey } from './head.ts'
import type { Line } from './lines.ts'
import type { Keys } from './meta.ts'
import { type Report, ticked } from './report.ts'
import { readYaml, type YamlEntry, type YamlFault } from './yaml.ts'

/** More keys than anybody gives a deck; beyond, what is at fault is no front matter. */
const maxSalvaged = 200

/**
 * Reads the lines of a head as YAML. Reports `front-matter-syntax`: as an error where a value is lost, as a warning where
 * it is taken as the text it looks like (`footer: @handle`, `title: Docker: an introduction`).
 */
export function readEntries(lines: readonly HeadLine[], report: Report, own: Keys): readonly YamlEntry[] {
  const first = lines[0]
  if (!first) return []
  const { value, faults } = readYaml(textOf(lines), { line: first.number, offset: first.offset })
  const glued = lines.some(line => line.kind === 'key' && !/:(?:\s|$)/.test(line.text))
  if (faults.length === 0 && !glued) {
    if (value?.kind === 'map') {
      reportLostWords(value.entries, lines, report)
      return value.entries
    }
    if (value && value.kind !== 'nothing') {
      report('front-matter-syntax', 'The front matter is no list of keys and values', {
        position: value.position,
      })
    }
    return []
  }
  const groups = entryByEntry(lines)
  if (groups.length <= maxSalvaged) return groups.flatMap(group => readGroup(group, report, own))
  const [fault = lineFault(first)] = faults
  report('front-matter-syntax', fault.message, { position: fault.position, note: fault.note })
  return []
}

/** `text: Libre, #53585F`: what stands behind ` #` is a comment, which nobody means who writes no blank behind it. */
function reportLostWords(entries: readonly YamlEntry[], lines: readonly HeadLine[], report: Report): void {
  for (const { value } of entries) {
    const { end } = value.position
    const line = lines[end.line - (lines[0]?.number ?? 0)]
    const lost =
      value.kind === 'text' && line
        ? /^\s+(#[^\s#].*)$/.exec(line.text.slice(end.column - 1))?.[1]
        : undefined
    if (!line || lost === undefined) continue
    report('front-matter-syntax', `${ticked(lost)} is a comment to YAML and left out`, {
      position: stretchOf(line, line.text.lastIndexOf(lost), lost.length),
      note: 'Put the whole value in quotes to keep it.',
      severity: 'info',
    })
  }
}

/** One key and the lines that belong to it. */
function entryByEntry(lines: readonly HeadLine[]): HeadLine[][] {
  const groups: HeadLine[][] = []
  for (const line of lines) {
    if (line.kind === 'key' || line.kind === 'other' || groups.length === 0) groups.push([line])
    else groups.at(-1)?.push(line)
  }
  return groups
}

function readGroup(group: readonly HeadLine[], report: Report, own: Keys): readonly YamlEntry[] {
  const [line] = group
  if (!line) return []
  const { value, faults } = readYaml(textOf(group), { line: line.number, offset: line.offset })
  if (faults.length === 0 && value?.kind === 'map') return value.entries
  if (faults.length === 0 && (!value || value.kind === 'nothing')) return []
  const fault = faults[0] ?? lineFault(line)
  const literal = group.slice(1).every(({ kind }) => kind !== 'more') ? literalEntry(line, own) : undefined
  report('front-matter-syntax', fault.message, {
    position: fault.position,
    note: fault.note,
    ...(literal ? { severity: 'warning' } : {}),
  })
  return literal ? [literal] : []
}

/** `key: whatever` on one line, with the rest of the line as its text. */
function literalEntry(line: HeadLine, own: Keys): YamlEntry | undefined {
  const { key, text } = line
  if (key === undefined || !isKnownKey(key, own)) return undefined
  const from = text.indexOf(':', text.indexOf(key) + key.length) + 1
  const written = text.slice(from).trim()
  // What opens a structure or a quote and never closes it is broken, not meant literally.
  if (!written || /^[[{"'|>]/.test(written)) return undefined
  const start = text.indexOf(written, from)
  return {
    key,
    position: stretchOf(line, text.indexOf(key), key.length),
    value: { kind: 'text', text: written, position: stretchOf(line, start, written.length) },
  }
}

function lineFault(line: HeadLine): YamlFault {
  const glued = line.kind === 'key'
  return {
    message: glued ? `\`${line.key}:\` needs a blank behind its colon` : 'The line is no `key: value`',
    position: stretchOf(line, 0, line.text.length),
    ...(glued ? {} : { note: 'Indent what continues the line above, or remove it.' }),
  }
}

function stretchOf({ number, offset }: Line, from: number, length: number): YamlFault['position'] {
  const point = (at: number) => ({ line: number, column: at + 1, offset: offset + at })
  return { start: point(from), end: point(from + length) }
}

function textOf(lines: readonly Line[]): string {
  return lines.map(({ text }) => text).join('\n')
}
