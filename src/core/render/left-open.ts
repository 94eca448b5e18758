// What to do about elements that are still open when their parent ends.

import { htmlOf, type Pairing, type PlacedTag, say } from './pairing.ts'

/**
 * Closes what is left: an element opened twice where its line ends, with the second tag; in running text at the
 * end of the text; a tag that ends its block with its parent, for it is meant for what follows; any other with
 * its block.
 */
export function closeLeftOpen(pairing: Pairing, left: readonly PlacedTag[]): void {
  const ends = new Map<number, string>()
  for (let at = 0; at < left.length; at++) {
    const tag = left[at]
    const next = left[at + 1]
    if (!tag) continue
    if (next && isMeantAsEnd(pairing, tag, next)) {
      const { index, start, end, name } = next
      pairing.edits.push({ index, start, end, insert: `</${name}>` })
      say(
        pairing,
        next,
        'html-unclosed',
        `\`<${name}>\` is opened twice; the second was taken for \`</${name}>\``,
      )
      at++
      continue
    }
    const end = pairing.inline || endsPiece(pairing, tag) ? pairing.pieces.length - 1 : tag.index
    ends.set(end, `</${tag.name}>${ends.get(end) ?? ''}`)
    say(pairing, tag, 'html-unclosed', `\`<${tag.name}>\` is never closed`)
  }
  for (const [index, insert] of ends) {
    const { length } = htmlOf(pairing, index)
    pairing.edits.push({ index, start: length, end: length, insert })
  }
}

/** Whether an element is opened again at the end of its line, with something between: `<center>x<center>`. */
function isMeantAsEnd(pairing: Pairing, first: PlacedTag, second: PlacedTag): boolean {
  if (first.name !== second.name) return false
  const html = htmlOf(pairing, second.index)
  const rest = html.slice(second.end).split('\n', 1)[0] ?? ''
  if (rest.trim() !== '') return false
  // Lines of running text are not known here: the second tag must be the last thing in it.
  if (first.index !== second.index) return pairing.inline && second.index === pairing.pieces.length - 1
  const between = html.slice(first.end, second.start)
  return between.trim() !== '' && !between.includes('\n')
}

function endsPiece(pairing: Pairing, tag: PlacedTag): boolean {
  return htmlOf(pairing, tag.index).slice(tag.end).trim() === ''
}
