// Refuses YAML that nests deeper than front matter can mean, before the parser sees it: its recursion ends the process.

/**
 * Where a text may nest too deeply; quotes are not looked at, so it errs on the safe side.
 *
 * @param text LF line ends
 * @param maxDepth how many levels are fine
 * @returns the first bracket or dash too many, all counted from 0, or undefined
 */
export function tooDeep(
  text: string,
  maxDepth: number,
): { readonly line: number; readonly column: number; readonly offset: number } | undefined {
  let brackets = 0
  let offset = 0
  for (const [number, line] of text.split('\n').entries()) {
    // A dash, question mark or colon before a blank opens a level each, as blanks at the start of a line may.
    const lead = /^(?:[?:-]?\s)*/.exec(line)?.[0] ?? ''
    if (lead.replace(/\s/g, '').length > maxDepth || lead.length > maxDepth * 4)
      return { line: number, column: 0, offset }
    for (let at = lead.length; at < line.length; at += 1) {
      const sign = line[at]
      if (sign === '[' || sign === '{') brackets += 1
      else if ((sign === ']' || sign === '}') && brackets > 0) brackets -= 1
      if (brackets > maxDepth) return { line: number, column: at, offset: offset + at }
    }
    offset += line.length + 1
  }
  return undefined
}
