// Comments that quiet rules: `<!-- deckhand-ignore image-alt -->` on a slide, or above the first one for the whole file.

import type { Nodes } from 'mdast'
import type { Source } from '../deck/deck.ts'
import type { Ignore } from '../deck/ignore.ts'
import { nearest } from '../deck/nearest.ts'
import { canBeQuieted, isRule, type RuleId, rules } from '../deck/rules.ts'
import { withoutComments } from './comments.ts'
import type { Segment } from './cut.ts'
import type { Line } from './lines.ts'
import { type Report, stretch, ticked } from './report.ts'
import { parseWhole } from './whole.ts'

const word = 'deckhand-ignore'
const comment = /<!--\s*deckhand-ignore(?![\w-]):?([\s\S]*?)-->/g

/** A comment, by its place in the text of the source. */
interface Found {
  readonly offset: number
  readonly text: string
  /** What it says behind its first word. */
  readonly said: string
  /** Whether nothing but comments stands before it on its slide. */
  readonly isFirst: boolean
}

/**
 * Finds what comments quiet. What stands in code is no comment. Reports `rule-unknown`.
 *
 * @param lines all lines of the source
 * @param segments those that are slides, in order
 */
export function readIgnores(
  source: Source,
  lines: readonly Line[],
  segments: readonly Segment[],
  report: Report,
): Ignore[] {
  if (!source.text.includes(word)) return []
  const starts = segments.map(
    ({ separator, lines: own }) => (separator ?? own[0])?.number ?? lines.length + 1,
  )
  const head = { first: 1, last: (starts[0] ?? lines.length + 1) - 1 }
  const whole = linesOf(lines, head).flatMap(line =>
    /^\s*<!--/.test(line.text) ? commentsIn(line.text, line.offset) : [],
  )
  const ignores: Ignore[] = []
  const add = (found: Found, stretch?: readonly [number, number]): void => {
    const named = rulesIn(found, lines, report)
    if (named.length > 0)
      ignores.push({ file: source.path, rules: named, ...(stretch ? { lines: stretch } : {}) })
  }
  for (const found of whole) add(found)
  for (const [index, { lines: own }] of segments.entries()) {
    const last = (starts[index + 1] ?? lines.length + 1) - 1
    const first = own[0]
    if (!first || !own.some(line => line.text.includes(word))) continue
    // As it is written, whatever the dialect has hidden of it.
    const text = linesOf(lines, { first: first.number, last: own.at(-1)?.number ?? last })
      .map(line => line.text)
      .join('\n')
    for (const found of commentsOf(text, first.offset)) {
      add(found, index === 0 && found.isFirst ? undefined : [starts[index] ?? 1, last])
    }
  }
  return ignores
}

function linesOf(lines: readonly Line[], { first, last }: { first: number; last: number }): readonly Line[] {
  return lines.slice(first - 1, last)
}

/** The comments that Markdown takes for such. */
function commentsOf(text: string, offset: number): Found[] {
  const found: Found[] = []
  function visit(node: Nodes): void {
    const at = node.position?.start.offset
    if (node.type === 'html' && at !== undefined) {
      for (const each of commentsIn(node.value, offset + at)) {
        found.push({ ...each, isFirst: withoutComments(text.slice(0, each.offset - offset)).trim() === '' })
      }
    }
    if ('children' in node) for (const child of node.children) visit(child)
  }
  visit(parseWhole(text))
  return found
}

function commentsIn(text: string, offset: number): Found[] {
  return Array.from(text.matchAll(comment), ({ 0: whole, 1: said = '', index }) => ({
    offset: offset + index,
    text: whole,
    said,
    isFirst: true,
  }))
}

/** The rules that a comment names and may name; a reason may stand behind `--`. */
function rulesIn({ offset, text, said }: Found, lines: readonly Line[], report: Report): RuleId[] {
  const line = lines.findLast(each => each.offset <= offset)
  const start = { line: line?.number ?? 1, column: offset - (line?.offset ?? 0) + 1, offset }
  const position = stretch(start, text.split('\n')[0]?.length ?? 0)
  const named = said
    .replace(/(^|\s)--\s[\s\S]*$/, '')
    .split(/[\s,]+/)
    .filter(Boolean)
  if (named.length === 0) {
    report('rule-unknown', `\`${word}\` names no rule`, {
      position,
      note: 'Name the rules that are to be quiet, as their problems do.',
    })
  }
  return named.filter(name => {
    if (isRule(name) && canBeQuieted(name)) return true
    const guess = nearest(name, Object.keys(rules))
    report(
      'rule-unknown',
      isRule(name) ? `\`${name}\` cannot be quieted` : `There is no rule ${ticked(name)}`,
      {
        position,
        note: isRule(name)
          ? 'What it tells of leaves nothing to show, or would not be safe.'
          : guess === undefined
            ? undefined
            : `Did you mean \`${guess}\`?`,
      },
    )
    return false
  }) as RuleId[]
}
