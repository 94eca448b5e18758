// Where Deckset begins a slide: at a line `---`, and at headings where the document says so.

import { cut, type Segment } from '../../syntax/cut.ts'
import { isBlank, type Line } from '../../syntax/lines.ts'
import { isCommandLine } from './commands.ts'

const rule = /^ {0,3}---[ \t]*$/
const longRule = /^ {0,3}-{4,}[ \t]*$/
/** A line of plain words, which dashes right below could make a heading. */
const words = /^ {0,3}(?![#>|^<]|[-+*][ \t]|\d{1,9}[.)][ \t]|!\[|\[\.)\S/
const heading = /^ {0,3}(#{1,6})(?:[ \t]|\[fit\])/i

/** Whether a line could separate slides: three dashes and nothing else. */
export function isRule({ text }: Line): boolean {
  return rule.test(text)
}

/** Whether a line of dashes was perhaps meant to separate, and does not. */
export function isLongRule({ text }: Line): boolean {
  return longRule.test(text)
}

/**
 * Whether a line separates. Dashes right under words are Markdown's underline of a heading; they are taken for it only
 * where the words open the slide, stand alone and have content below, for else a slide would be lost.
 *
 * @param before the lines of the slide so far
 * @param below the line behind the dashes, and the first one behind them that is not blank
 */
export function separates(
  line: Line,
  before: readonly Line[],
  below: { readonly next?: Line | undefined; readonly content?: Line | undefined },
): boolean {
  if (!isRule(line)) return false
  return !underlines(before, below.content)
}

function underlines(before: readonly Line[], content: Line | undefined): boolean {
  const above = before.at(-1)
  if (!above || isBlank(above) || above.inside || !words.test(above.text)) return false
  const written = before.filter(line => !isBlank(line) && !isCommandLine(line))
  return written.length === 1 && content !== undefined && !isRule(content) && !heading.test(content.text)
}

/**
 * Cuts scanned lines into slides.
 *
 * @param all every line of the source, to look ahead
 * @param dividers levels of headings that begin a slide of their own
 */
export function cutSlides(
  lines: readonly Line[],
  all: readonly Line[],
  dividers: readonly number[],
): Segment[] {
  const segments = cut(lines, (line, before) => {
    if (!isRule(line)) return false
    const next = all[line.number]
    return separates(line, before, { next, content: all.slice(line.number).find(each => !isBlank(each)) })
  })
  return dividers.length > 0 ? segments.flatMap(segment => cutAtHeadings(segment, dividers)) : segments
}

function cutAtHeadings({ separator, lines }: Segment, levels: readonly number[]): Segment[] {
  const stretches: Line[][] = [[]]
  for (const line of lines) {
    const level = line.inside ? undefined : heading.exec(line.text)?.[1]?.length
    const current = stretches.at(-1) ?? []
    const opens = level !== undefined && levels.includes(level)
    // Commands right above the heading speak of its slide.
    const last = current.findLastIndex(each => !isBlank(each) && !isCommandLine(each))
    if (opens && last >= 0) stretches.push([...current.splice(last + 1), line])
    else current.push(line)
  }
  return stretches.map((own, index) => ({ ...(separator && index === 0 ? { separator } : {}), lines: own }))
}
