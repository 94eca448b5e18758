// Makes wide output narrower without losing a letter: columns padded far apart move to two spaces between them.

import { parseSession } from './session.ts'

/** What a code block of the smallest size (16 px) holds on a slide, columns. */
export const widest = 118

/** What it holds at the size code is set in (24 px), columns. Up to here nothing is changed. */
export const comfortable = 78

/** How many columns a text takes in a terminal: wide letters and emoji two, combining marks none, tabs to the next 4. */
export function columnsOf(text: string): number {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length
  let columns = 0
  for (const char of text) {
    if (char === '\t') columns += 4 - (columns % 4)
    else if (/\p{Mn}|\p{Me}|\p{Cf}|[\u{FE00}-\u{FE0F}]/u.test(char)) continue
    else
      columns +=
        /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{1faff}]|[\u{20000}-\u{3fffd}]/u.test(
          char,
        )
          ? 2
          : 1
  }
  return columns
}

/** The 1-based number of the widest line of a text, and its columns. */
export function widestLine(text: string): { readonly line: number; readonly columns: number } {
  let line = 1
  let columns = 0
  text.split('\n').forEach((one, at) => {
    const own = columnsOf(one)
    if (own > columns) {
      columns = own
      line = at + 1
    }
  })
  return { line, columns }
}

/**
 * Moves the columns of tables in command output together: a table is a header in capitals (`CONTAINER ID`,
 * `NAME`) and the lines under it that have more than one cell. A table that is not wide, or whose cells cannot be told
 * for certain, stays as it is. The number of lines never changes.
 *
 * @param lines the output of one command
 */
export function tightenTables(lines: readonly string[]): readonly string[] {
  const tightened: string[] = []
  let at = 0
  while (at < lines.length) {
    const header = isTableHeader(lines[at] ?? '')
    let end = at + 1
    if (header) while (cellsOf(lines[end] ?? '').length > 1) end++
    const part = lines.slice(at, end)
    tightened.push(...(header ? tightenTable(part) : part))
    at = end
  }
  return tightened
}

interface Cell {
  readonly from: number
  readonly text: string
}

function cellsOf(line: string): Cell[] {
  return [...line.matchAll(/\S+(?: \S+)*/g)].map(found => ({ from: found.index, text: found[0] }))
}

/** Three or more names in capitals, two or more blanks apart. */
export function isTableHeader(line: string): boolean {
  const cells = cellsOf(line)
  return (
    cells.length >= 3 && !/\t/.test(line) && cells.every(cell => /^[A-Z][A-Z0-9 ()/_%.-]*$/.test(cell.text))
  )
}

function tightenTable(lines: readonly string[]): readonly string[] {
  if (Math.max(...lines.map(columnsOf)) <= comfortable) return lines
  const starts = cellsOf(lines[0] ?? '').map(cell => cell.from)
  const rows: string[][] = []
  for (const line of lines) {
    const row = /\t/.test(line) ? undefined : (alignedRow(line, starts) ?? raggedRow(line, starts))
    if (!row) return lines
    rows.push(row)
  }
  const widths = starts.map((_, column) => Math.max(...rows.map(row => columnsOf(row[column] ?? ''))))
  const narrow = rows.map(row =>
    row
      .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - columnsOf(cell)))
      .join('  ')
      .trimEnd(),
  )
  const margin = ' '.repeat(starts[0] ?? 0)
  const narrower = narrow.map(line => margin + line)
  return Math.max(...narrower.map(columnsOf)) < Math.max(...lines.map(columnsOf)) ? narrower : lines
}

/** A row whose cells begin exactly under the names of the header. */
function alignedRow(line: string, starts: readonly number[]): string[] | undefined {
  if (/[^\x20-\x7e]/.test(line)) return undefined
  const row: string[] = []
  for (const [column, from] of starts.entries()) {
    const to = starts[column + 1] ?? Number.POSITIVE_INFINITY
    const cell = line.slice(from, to)
    if (column > 0 && line.length >= from && !/^\s*$/.test(line[from - 1] ?? '')) return undefined
    if (/^\s+\S/.test(cell)) return undefined
    row.push(cell.trimEnd())
  }
  return /\S/.test(line.slice(0, starts[0])) ? undefined : row
}

/** A row that slipped: told by its gaps, each cell under the nearest name, first and last in their places. */
function raggedRow(line: string, starts: readonly number[]): string[] | undefined {
  const cells = cellsOf(line)
  if (cells.length === starts.length) return cells.map(cell => cell.text)
  if (cells.length < 2 || cells.length > starts.length) return undefined
  const row = starts.map(() => '')
  let last = -1
  for (const cell of cells) {
    const distances = starts.map(start => Math.abs(start - cell.from))
    const column = distances.indexOf(Math.min(...distances))
    if (column <= last) return undefined
    row[column] = cell.text
    last = column
  }
  return row[0] !== '' && last === starts.length - 1 ? row : undefined
}

/** Tightens the tables in the output of a session; commands and comments stay as typed. */
export function tightenSession(text: string, prompt?: string): string {
  if (widestLine(text).columns <= comfortable) return text
  const lines = text.split('\n')
  for (const run of parseSession(text, prompt).runs) {
    if (run.kind !== 'output') continue
    const tight = tightenTables(run.lines.map(line => line.text))
    lines.splice(run.firstLine - 1, tight.length, ...tight)
  }
  return lines.join('\n')
}
