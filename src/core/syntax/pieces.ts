// Pieces of a slide to nodes: Markdown parsed alone and moved to its place, slots filled with what follows them.

import type { Code, Root, RootContent } from 'mdast'
import type { Point, Position, Source } from '../deck/deck.ts'
import type { Slot } from '../deck/nodes.ts'
import { dropComments } from './comments.ts'
import type { Definitions } from './definitions.ts'
import { type Line, lineStart, linesPosition } from './lines.ts'
import { readMarks } from './marks.ts'
import { findTooDeep } from './nesting.ts'
import type { ParseMarkdown } from './parse-markdown.ts'
import { type MarkdownPart, type Part, padsOf, textOf } from './parts.ts'
import { placed } from './place.ts'
import { pointAfter, type Report } from './report.ts'
import { reportUnclosed } from './unclosed.ts'

/** What every part is read with. */
export interface Ground {
  readonly source: Source
  /** All lines of the source. */
  readonly lines: readonly Line[]
  /** Whether the dialect knows marks. */
  readonly marks: boolean
  readonly definitions: Definitions
  readonly report: Report
}

const slotNames: ReadonlySet<string> = new Set(['left', 'right'])

/** Parts to nodes: Markdown parsed and marked, slots filled with what follows them. */
export function readParts(parts: readonly Part[], parse: ParseMarkdown, ground: Ground): Root {
  const root: Root = { type: 'root', children: [] }
  let holder: { children: RootContent[] } = root
  for (const part of parts) {
    if (part.kind === 'markdown') {
      holder.children.push(...parsePart(part, parse, ground).children)
    } else if (part.kind === 'pause') holder.children.push({ type: 'pause', ...at(part.line) })
    else if (part.kind === 'code') holder.children.push(part.code)
    else if (slotNames.has(part.name.toLowerCase())) {
      const slot: Slot = { type: 'slot', name: part.name.toLowerCase(), children: [], ...at(part.line) }
      root.children.push(slot)
      holder = slot
    } else {
      ground.report('slot-unknown', `There is no slot \`${part.name}\``, at(part.line))
      const text = { type: 'text' as const, value: part.line.text.trimEnd(), ...at(part.line) }
      holder.children.push({ type: 'paragraph', children: [text], ...at(part.line) })
    }
  }
  // Marks and tags may reach over parts: `{step}` behind `<<< file`, `<div>` around a pause.
  reportUnclosed(root, ground.source, ground.report)
  dropComments(root)
  if (ground.marks) readMarks(root, ground.source, ground.lines, ground.report)
  for (const slot of root.children) if (slot.type === 'slot') closeSlot(slot)
  return root
}

function closeSlot(slot: Slot): void {
  const end = slot.children.at(-1)?.position?.end
  if (slot.position && end) slot.position = { start: slot.position.start, end: { ...end } }
}

/** A tree with true positions; text that nests too deeply for the parser is shown as it is written. */
export function parsePart(part: MarkdownPart, parse: ParseMarkdown, ground: Ground): Root {
  const text = textOf(part)
  const [first] = part.lines
  if (!first) return { type: 'root', children: [] }
  const start: Point = pointAfter(lineStart(first), part.skip)
  const deep = findTooDeep(part.lines)
  if (deep) {
    ground.report(
      'nesting-depth',
      `${deep.what} nest too deeply to be read; the slide is shown as plain text`,
      at(deep.line),
    )
    const end = linesPosition(first, part.lines.at(-1) ?? first).end
    const code: Code = { type: 'code', lang: null, meta: null, value: text, position: { start, end } }
    return { type: 'root', children: [code] }
  }
  const stubs = ground.definitions.stubs(text)
  const skip = { lines: stubs.split('\n').length - 1, characters: stubs.length }
  // The parser would take a byte order mark off, and not count it.
  const marks = /^\uFEFF*/.exec(text)?.[0].length ?? 0
  return placed(parse(stubs + text.slice(marks)), pointAfter(start, marks), { ...skip, pads: padsOf(part) })
}

/** The place of a whole line. */
export const at = (line: Line): { position: Position } => ({ position: linesPosition(line, line) })
