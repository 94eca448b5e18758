// What shows that a document is a page of speaker notes for slides that stand elsewhere.

import type { Evidence, Source } from '../../deck/deck.ts'
import { readTiming } from '../../deck/timing.ts'
import { type Line, scanLines, splitLines } from '../../syntax/lines.ts'
import { ticked } from '../../syntax/report.ts'
import { type NoteHeading, readNoteHeading, readNoteHeadings } from './heading.ts'

/** Characters that are searched: enough for dozens of notes. */
const searched = 32 * 1024

const companionName = /\.notes\.(?:md|markdown|txt)$/i
const notesTitle = /\b(?:speaker|presenter|presentation|lecture)(?:['’]?s)?[ -]notes?\b|^notes\b/i

const chapterSigns: ReadonlySet<string> = new Set(['.', ')', 'bare'])

/** A line that may be a numbered heading; many documents have none. */
const hint = /^[ \t]*(?:#{1,6}[ \t]*)?(?:slides?[ \t]+)?\d/im

interface Heading extends NoteHeading {
  readonly line: Line
}

/** Reasons for and against; without a name that says it, none where nothing is numbered. */
export function detectNotes(source: Source): Evidence[] {
  const found: Evidence[] = []
  const note = (weight: number, line: number, reason: string): void => {
    found.push({ dialect: 'numbered-notes', weight, line, reason })
  }
  const text = source.text.slice(0, searched)
  if (!hint.test(text) && !companionName.test(source.path)) return []
  const lines = scanLines(splitLines(text), ({ text }) => readNoteHeading(text)?.number !== undefined)
  const read = readNoteHeadings(lines)
  const headings = lines.flatMap((line): Heading[] => {
    const heading = read.get(line.number)
    return heading ? [{ ...heading, line }] : []
  })
  if (companionName.test(source.path)) note(5, 1, 'a page of notes is called `<deck>.notes.md`')
  const run = numberedRun(headings)
  const [first] = headings
  const [opening] = run
  if (!first || !opening) return found
  if (run.length >= 3) {
    // Chapters are numbered with full stops or with nothing, and slides are not.
    const stopped = run.filter(({ sign = '' }) => chapterSigns.has(sign)).length * 2 > run.length
    const range = `${opening.number} to ${run.at(-1)?.number}`
    if (!stopped) note(3, opening.line.number, `its headings are numbered from ${range}, as slides are`)
  }
  const title = first.line.text.replace(/^[# \t]+/, '').trimEnd()
  if (first !== opening && notesTitle.test(title)) note(5, first.line.number, ticked(title))
  if (found.length > 0) against(lines, headings, run, note)
  return found
}

/** The numbered headings of one depth that count up; none where most headings of that depth have no number. */
function numberedRun(headings: readonly Heading[]): Heading[] {
  const start = headings.findIndex(({ number }) => number !== undefined)
  const depth = headings[start]?.depth
  const level = headings.slice(Math.max(0, start)).filter(heading => heading.depth === depth)
  const run = level.filter(({ number }) => number !== undefined)
  const steps = run.slice(1).filter(({ number = 0 }, index) => number >= (run[index]?.number ?? 0))
  const counts = run.length >= 2 && steps.length >= (run.length - 1) * 0.8
  return counts && run.length * 3 >= level.length * 2 ? run : []
}

/** Notes are said, not shown, and take no time of their own. */
function against(
  lines: readonly Line[],
  headings: readonly Heading[],
  run: readonly Heading[],
  note: (weight: number, line: number, reason: string) => void,
): void {
  const where = (pattern: RegExp): Line[] =>
    lines.filter(({ text, inside, number }) => !inside && number > 1 && pattern.test(text))
  const [picture] = where(/!\[[^\]]*\]\(/)
  if (picture) note(-2, picture.number, 'a picture is shown')
  const underlines = new Set(headings.filter(each => each.underlined).map(({ line }) => line.number + 1))
  const separators = where(/^-{2,3}[ \t]*$/).filter(({ number }) => !underlines.has(number))
  const [separator] = separators
  // A rule somewhere is a rule; one between most headings makes them slides that happen to be numbered.
  const each = separators.length * 2 >= run.length
  if (separator) note(each ? -6 : -2, separator.number, '`--` or `---` separates')
  const timed = run.filter(({ line }) => {
    const inside = /[([]([^()[\]]{1,40})[)\]][ \t#]*$/.exec(line.text)?.[1]
    return inside !== undefined && readTiming(inside) !== undefined
  })
  const [first] = timed
  if (first && timed.length > 1) note(-3, first.line.number, 'times in headings')
}
