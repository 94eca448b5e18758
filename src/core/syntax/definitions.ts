// Link and footnote definitions count for the whole deck: gathered first, made known to the slides that use them.

import type { Definition, FootnoteDefinition, Nodes, Root } from 'mdast'
import type { Position } from '../deck/deck.ts'
import type { Report } from './report.ts'

export type AnyDefinition = Definition | FootnoteDefinition

export interface Definitions {
  /** In deck order, with true positions; the first of equal ones. */
  readonly nodes: readonly AnyDefinition[]
  /**
   * Lines to be parsed before a text, so that its references are known as such; `''` where it needs none.
   * They hold labels only: what a label leads to is looked up in `nodes`, and may change without a new parse.
   */
  stubs(text: string): string
}

/** A text that may hold definitions, and how to parse it; the tree has true positions. */
export interface Defining {
  readonly text: string
  parse(): Root
}

const candidate = /^[ \t>]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)*\[(?:[^\]\\]|\\.)+\]:/ms
const reference = /\[((?:[^[\]\\]|\\.)+)\]/gs

/** A label as CommonMark compares it. */
const normal = (label: string): string =>
  label.replace(/\s+/g, ' ').trim().toLowerCase().toUpperCase().toLowerCase()

const nameOf = (node: AnyDefinition): string =>
  `${node.type === 'definition' ? '' : '^'}${normal(node.identifier)}`

/**
 * Gathers the definitions of a deck. Reports `definition-duplicate`.
 *
 * @param texts the public ones only: what notes define is as private as they are
 */
export function gatherDefinitions(texts: readonly Defining[], report: Report): Definitions {
  const byName = new Map<string, { readonly node: AnyDefinition; readonly holder: string }>()
  for (const { text, parse } of texts) {
    if (!candidate.test(text)) continue
    for (const node of definitionsIn(parse())) {
      const name = nameOf(node)
      const known = byName.get(name)?.node
      if (known) reportDuplicate(node, known, report)
      else byName.set(name, { node, holder: text })
    }
  }
  return { nodes: [...byName.values()].map(each => each.node), stubs: text => stubsFor(text, byName) }
}

function reportDuplicate(node: AnyDefinition, known: AnyDefinition, report: Report): void {
  const label =
    node.type === 'definition' ? (node.label ?? node.identifier) : `^${node.label ?? node.identifier}`
  report('definition-duplicate', `\`[${label}]\` is defined in line ${known.position?.start.line} already`, {
    position: node.position as Position | undefined,
  })
}

function stubsFor(
  text: string,
  byName: ReadonlyMap<string, { readonly node: AnyDefinition; readonly holder: string }>,
): string {
  if (byName.size === 0 || !text.includes('[')) return ''
  const labels = new Map<string, string>()
  for (const [, label = ''] of text.matchAll(reference)) {
    const name = normal(label)
    const known = byName.get(name)
    if (known && known.holder !== text) labels.set(name, label.replace(/\s+/g, ' '))
  }
  if (labels.size === 0) return ''
  // The comment keeps an indented first line from going on in the last footnote.
  return `${[...labels.values()].map(label => `[${label}]: x\n\n`).join('')}<!-- -->\n`
}

function definitionsIn(node: Nodes): AnyDefinition[] {
  if (node.type === 'definition') return [node]
  const inside = 'children' in node ? node.children.flatMap(child => definitionsIn(child)) : []
  return node.type === 'footnoteDefinition' ? [node, ...inside] : inside
}
