// What Deckset's presenter says: every paragraph that begins with `^`, told from what only looks like one.

import { isBlank, type Line } from '../../syntax/lines.ts'
import type { Section } from '../../syntax/sections.ts'

const caret = /^ {0,3}\^/
/** Blocks of one line: what stands right below one begins a block of its own. */
const closed =
  /^ {0,3}(?:#{1,6}(?:[ \t]|\[fit\]|$)|<!--.*-->[ \t]*$|!\[[^\]]*\]\([^()]*\)[ \t]*$|\[\^[^\]]+\]:)/i
/** Blocks that end a note they are glued to. */
const interrupts = /^ {0,3}(?:#{1,6}[ \t]|<!--|!\[[^\]]*\]\([^()]*\)[ \t]*$)/

/** What a line is beside its neighbours. */
type Sort = 'blank' | 'note' | 'doubtful' | 'slide'

/**
 * Sorts the lines of a slide. A `^` opens a note at the start of a paragraph; a `^` and a blank do so anywhere, since
 * nobody shows that, and what is said must not be shown by mistake. In code, and where a wrapped line merely begins with
 * the sign (`^A146=1`), it is text.
 */
function sortLines(lines: readonly Line[]): Sort[] {
  const sorts: Sort[] = []
  let paragraph = ''
  for (const [index, line] of lines.entries()) {
    const before = sorts[index - 1]
    const above = lines[index - 1]
    let sort: Sort = 'slide'
    if (isBlank(line)) sort = 'blank'
    else if (line.inside) sort = 'slide'
    else if (caret.test(line.text)) {
      const fresh =
        !above ||
        before === 'blank' ||
        before === 'note' ||
        above.inside !== undefined ||
        closed.test(above.text)
      const inCode = !fresh && isCodeOpen(paragraph)
      if (fresh || (!inCode && /^ {0,3}\^(?:[ \t]|$)/.test(line.text))) sort = 'note'
      else sort = inCode ? 'slide' : 'doubtful'
    } else if (before === 'note' && !interrupts.test(line.text)) sort = 'note'
    sorts.push(sort)
    paragraph = sort === 'blank' || sort === 'note' || line.inside ? '' : `${paragraph}\n${line.text}`
  }
  return sorts
}

/** Whether a text ends within inline code: a run of backticks waits for one of its length. */
function isCodeOpen(text: string): boolean {
  let open = 0
  for (const [run] of text.matchAll(/`+/g)) {
    if (open === 0) open = run.length
    else if (open === run.length) open = 0
  }
  return open > 0
}

/** The sections of a slide; a line of notes keeps its place, but its `^` is not read. */
export function splitNotes(lines: readonly Line[]): Section[] {
  const sorts = sortLines(lines)
  const sections: { kind: Section['kind']; lines: Line[]; skip: number }[] = [
    { kind: 'slide', lines: [], skip: 0 },
  ]
  for (const [index, line] of lines.entries()) {
    const sort = sorts[index]
    const kind = sort === 'note' ? 'note' : 'slide'
    let current = sections.at(-1)
    if (sort !== 'blank' && current?.kind !== kind) {
      current = { kind, lines: [], skip: 0 }
      sections.push(current)
    }
    const mark = sort === 'note' ? /^ {0,3}\^[ \t]?/.exec(line.text)?.[0].length : undefined
    current?.lines.push(mark ? { ...line, dedent: mark } : line)
  }
  return sections
}

/** Lines that begin with `^` and are shown all the same. */
export function doubtfulNotes(lines: readonly Line[]): Line[] {
  const sorts = sortLines(lines)
  return lines.filter((_, index) => sorts[index] === 'doubtful')
}

/** Whether a line would open a note if it stood outside of every block. */
export function opensNote({ text }: Line): boolean {
  return /^\^/.test(text)
}
