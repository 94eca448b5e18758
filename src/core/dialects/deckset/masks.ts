// What Deckset writes and Markdown would misread is put into a form of the same length, so that places stay true; the
// blanks among it come back once the lines are parsed.

import type { Nodes } from 'mdast'
import { isBlank, type Line } from '../../syntax/lines.ts'
import { isCommandLine } from './commands.ts'

/** Stands for a blank where Markdown allows none: a code point that no text may hold (Unicode, "noncharacters"). */
const blank = '\uFDD0'
const blanks = /\uFDD0/g

const image = /(!\[(?:[^\]\\]|\\.)*\]\()((?:[^()\n]|\([^()\n]*\))*)(?=\))/g
const footnote = /\[\^[^\]\n]*[ \t][^\]\n]*\]/g
const formula = /(?<![\\$])\$\$(?=[^\s$])([^$\n]*[^\s$])\$\$(?!\$)/g
const listItem = /^[ \t]*(?:[-+*]|\d{1,9}[.)])[ \t]+\S/
const heading = /^ {0,3}#{1,6}(?:[ \t]|\[fit\])/i

/**
 * Lines as the parser is to see them: commands are comments, blanks in paths of pictures and in names of footnotes are
 * no blanks, `$$…$$` among words is code, and a list that is indented under a heading begins at the margin.
 */
export function maskLines(lines: readonly Line[]): Line[] {
  return dedentLists(lines.map(maskLine))
}

function maskLine(line: Line): Line {
  if (line.inside) return line
  if (isCommandLine(line)) {
    const length = line.text.length
    return { ...line, text: length < 7 ? ' '.repeat(length) : `<!--${' '.repeat(length - 7)}-->` }
  }
  const text = line.text
    .replace(image, (_, opener: string, target: string) => opener + maskTarget(target))
    .replace(footnote, found => found.replace(/[ \t]/g, blank))
  const formulas = text.includes('`') || /^\s*\$\$.*\$\$\s*$/.test(text) ? text : maskFormulas(text)
  return formulas === line.text ? line : { ...line, text: formulas }
}

/** `My diagram.png "title"`: the blanks of the path only. */
function maskTarget(target: string): string {
  if (/^\s*</.test(target)) return target
  const [, before = '', path = '', after = ''] =
    /^(\s*)(.*?)(\s*(?:\s"[^"]*"|\s'[^']*')?\s*)$/.exec(target) ?? []
  return before + path.replace(/[ \t]/g, blank) + after
}

function maskFormulas(text: string): string {
  return text.replace(formula, (_, inner: string) => `\`\`${inner}\`\``)
}

/** Under a heading, or at the top of a slide, four blanks before a bullet are not meant as code. */
function dedentLists(lines: readonly Line[]): Line[] {
  const dedented = [...lines]
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] as Line
    const indent = indentOf(line)
    if (!/^(?: {4}|\t)/.test(indent) || !listItem.test(line.text) || line.inside) continue
    const above = lines.slice(0, index).findLast(each => !isBlank(each))
    if (above && !heading.test(above.text) && !/^ {0,3}<!--.*-->[ \t]*$/.test(above.text)) continue
    let end = index
    while (end < lines.length && belongs(lines[end] as Line, indent)) end += 1
    for (let at = index; at < end; at += 1) {
      const each = lines[at] as Line
      if (!isBlank(each)) dedented[at] = { ...each, dedent: indent.length }
    }
    index = end - 1
  }
  return dedented
}

const indentOf = ({ text }: Line): string => /^[ \t]*/.exec(text)?.[0] ?? ''

function belongs(line: Line, indent: string): boolean {
  return isBlank(line) || (!line.inside && line.text.startsWith(indent))
}

/** Puts the blanks back, in place, and tells of each formula that became code. */
export function unmask(node: Nodes): void {
  const fields = node as unknown as { [name: string]: unknown }
  for (const name of ['value', 'url', 'alt', 'title', 'label']) {
    const text = fields[name]
    if (typeof text === 'string' && text.includes(blank)) fields[name] = text.replace(blanks, ' ')
  }
  // What a name is looked up by has no blanks, wherever it is used.
  if ('identifier' in node && node.identifier.includes(blank))
    node.identifier = node.identifier.replace(blanks, '-')
  if ('children' in node) for (const child of node.children) unmask(child)
}
