// Chooses the dialect of a document: what the caller asks for, else what the document says, else the best evidence.

import type { Evidence, Position, Source } from '../deck/deck.ts'
import { nearest } from '../deck/nearest.ts'
import { peekFrontMatter } from '../syntax/front-matter.ts'
import { type Report, ticked } from '../syntax/report.ts'
import type { Dialect } from './dialect.ts'

/** A dialect, how surely a document is written in it, and why. */
export interface Candidate {
  readonly dialect: Dialect
  /** The sum of its evidence. */
  readonly weight: number
  /** In the order of the lines that show it. */
  readonly evidence: readonly Evidence[]
}

/** What was chosen, and on what grounds. */
export interface Choice {
  readonly dialect: Dialect
  readonly evidence: readonly Evidence[]
}

/** Weight of a word that leaves no doubt. */
const conclusive = 10

/**
 * Ranks dialects by what a document shows of them.
 *
 * @param source LF line ends
 * @param dialects in the order that settles ties
 * @returns all of them, the likeliest first
 */
export function rankDialects(source: Source, dialects: readonly Dialect[]): Candidate[] {
  return dialects
    .map(dialect => {
      const evidence = dialect.detect(source).toSorted((one, other) => one.line - other.line)
      return { dialect, evidence, weight: evidence.reduce((sum, each) => sum + each.weight, 0) }
    })
    .toSorted((one, other) => other.weight - one.weight)
}

/**
 * Chooses a document's dialect. Reports `dialect-unknown` and `dialect-tie`. Never throws.
 *
 * @param source LF line ends
 * @param dialects what there is to choose from; the first is taken where nothing speaks for any
 * @param ask the caller's word, which stands above the document's own, and the one it is usually in, which does not
 */
export function chooseDialect(
  source: Source,
  dialects: readonly [Dialect, ...Dialect[]],
  report: Report,
  ask: { readonly dialect?: string; readonly usualDialect?: string } = {},
): Choice {
  for (const { name, line, reason, position } of sayings(source, ask)) {
    const dialect = dialects.find(each => each.name === name.toLowerCase())
    if (dialect) return { dialect, evidence: [{ dialect: dialect.name, weight: conclusive, line, reason }] }
    const names = dialects.map(each => each.name)
    const meant = nearest(name, names)
    report('dialect-unknown', `${ticked(name)} is no dialect`, {
      note: meant
        ? `Did you mean \`${meant}\`?`
        : `Name one of ${names.map(each => `\`${each}\``).join(', ')}.`,
      position,
    })
  }

  const ranked = rankDialects(source, dialects)
  const [best, second] = ranked
  if (!best || best.weight <= 0) return { dialect: dialects[0], evidence: best?.evidence ?? [] }
  if (second && second.weight === best.weight) {
    report('dialect-tie', `As much speaks for \`${best.dialect.name}\` as for \`${second.dialect.name}\``)
  }
  return { dialect: best.dialect, evidence: best.evidence }
}

interface Saying {
  readonly name: string
  readonly line: number
  readonly reason: string
  readonly position?: Position
}

/** Who names a dialect, the weightier word first. */
function sayings(source: Source, ask: Parameters<typeof chooseDialect>[3] = {}): Saying[] {
  const said: Saying[] = ask.dialect ? [{ name: ask.dialect, line: 1, reason: 'it was asked for' }] : []
  const { dialect, entries } = peekFrontMatter(source)
  const entry = entries.find(({ key }) => key.toLowerCase() === 'dialect')
  if (dialect && entry) {
    const { value } = entry
    said.push({
      name: dialect,
      line: value.position.start.line,
      reason: ticked(`dialect: ${dialect}`),
      position: value.position,
    })
  }
  if (ask.usualDialect) said.push({ name: ask.usualDialect, line: 1, reason: 'the configuration says so' })
  return said
}
