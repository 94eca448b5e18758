// Which raw tags belong together among the pieces of one parent, and what must change so that all are paired.

import { closeLeftOpen } from './left-open.ts'
import {
  drop,
  type Edit,
  type Fault,
  htmlOf,
  type Pairing,
  type Piece,
  type PlacedTag,
  say,
} from './pairing.ts'
import { scanTags, voidTags } from './raw-tags.ts'

const optionalEnd = new Set('p li dt dd tr td th thead tbody tfoot option optgroup rp rt colgroup'.split(' '))
/** Gone with what they hold. */
const removed = new Set('script style svg math object applet template'.split(' '))
/** Tags that would change how what follows is read; what they hold stays. */
const unwrapped = new Set(
  `html head body title base noscript noembed noframes frameset frame plaintext xmp listing textarea select option
  optgroup button form fieldset legend label input keygen isindex code-block`.split(/\s+/),
)
const deepest = 64

/**
 * Pairs the raw tags of one parent.
 *
 * @param pieces the parent's children, in order
 * @param ask whether the parent holds running text, and whether everything may stay
 * @param report hears of what was mended or dropped
 * @returns what to change, none overlapping
 */
export function pairTags(
  pieces: readonly Piece[],
  ask: { readonly inline: boolean; readonly trusted: boolean },
  report: (fault: Fault) => void,
): Edit[] {
  const pairing: Pairing = { pieces, inline: ask.inline, open: [], edits: [], report: onceTooDeep(report) }
  const tags = pieces.flatMap(({ index, html }) =>
    html === undefined ? [] : scanTags(html).map((tag): PlacedTag => ({ ...tag, index })),
  )
  for (let at = 0; at < tags.length; at++) {
    const tag = tags[at]
    if (!tag || tag.kind === 'other') continue
    const isGone = !ask.trusted && (unwrapped.has(tag.name) || (removed.has(tag.name) && tag.kind === 'open'))
    if (isGone) {
      if (tag.kind === 'open') say(pairing, tag, 'html-dropped', `\`<${tag.name}>\` is not published`)
      if (unwrapped.has(tag.name)) drop(pairing, tag)
      else at = removeElement(pairing, tags, at)
    } else if (tag.kind === 'open') openElement(pairing, tag)
    else closeElement(pairing, tag, tags[at - 1])
  }
  closeLeftOpen(
    pairing,
    pairing.open.filter(tag => !optionalEnd.has(tag.name)),
  )
  return pairing.edits
}

/** Reports of depth stop after the first: the rest are its doing. */
function onceTooDeep(report: (fault: Fault) => void): (fault: Fault) => void {
  let said = false
  return fault => {
    if (fault.rule !== 'nesting-depth' || !said) report(fault)
    said ||= fault.rule === 'nesting-depth'
  }
}

/** Removes from a tag to its end tag; without one, to the end of its piece. Returns the place of the last tag. */
function removeElement(pairing: Pairing, tags: readonly PlacedTag[], from: number): number {
  const first = tags[from]
  if (!first) return from
  let depth = 0
  for (let at = from; at < tags.length; at++) {
    const tag = tags[at]
    if (tag?.name !== first.name) continue
    const closesItself = htmlOf(pairing, tag.index).slice(tag.end - 2, tag.end) === '/>'
    if (tag.kind === 'close') depth--
    else if (tag.kind === 'open' && !closesItself) depth++
    if (depth > 0) continue
    removeStretch(pairing, first, tag)
    return at
  }
  const { index, start } = first
  pairing.edits.push({ index, start, end: htmlOf(pairing, index).length })
  return tags.findLastIndex(tag => tag.index === index)
}

function removeStretch(pairing: Pairing, first: PlacedTag, last: PlacedTag): void {
  if (first.index === last.index) {
    pairing.edits.push({ index: first.index, start: first.start, end: last.end })
    return
  }
  pairing.edits.push({ index: first.index, start: first.start, end: htmlOf(pairing, first.index).length })
  for (let index = first.index + 1; index < last.index; index++) {
    pairing.edits.push({ index, start: 0, end: htmlOf(pairing, index).length, whole: true })
  }
  pairing.edits.push({ index: last.index, start: 0, end: last.end })
}

function openElement(pairing: Pairing, tag: PlacedTag): void {
  if (voidTags.has(tag.name)) return
  if (pairing.open.length < deepest) {
    pairing.open.push(tag)
    return
  }
  drop(pairing, tag)
  say(pairing, tag, 'nesting-depth', `\`<${tag.name}>\` stands more than ${deepest} tags deep`)
}

function closeElement(pairing: Pairing, tag: PlacedTag, before: PlacedTag | undefined): void {
  if (voidTags.has(tag.name)) {
    if (tag.name !== 'br' || followsBreak(pairing, tag, before)) drop(pairing, tag)
    return
  }
  const opener = pairing.open.findLastIndex(each => each.name === tag.name)
  if (opener < 0) {
    drop(pairing, tag)
    if (optionalEnd.has(tag.name)) return
    const note = 'Remove it, or open the element before it.'
    say(pairing, tag, 'html-unclosed', `\`</${tag.name}>\` closes nothing`, note)
    return
  }
  const inner = pairing.open.splice(opener).slice(1)
  const unclosed = inner.filter(each => !optionalEnd.has(each.name))
  if (unclosed.length === 0) return
  const insert = unclosed.map(each => `</${each.name}>`).reverse()
  pairing.edits.push({ index: tag.index, start: tag.start, end: tag.start, insert: insert.join('') })
  for (const each of unclosed) say(pairing, each, 'html-unclosed', `\`<${each.name}>\` is never closed`)
}

/** Whether an end tag `</br>` stands right behind a `<br>`: on its own it is a break. */
function followsBreak(pairing: Pairing, tag: PlacedTag, before: PlacedTag | undefined): boolean {
  if (before?.name !== 'br') return false
  if (before.index === tag.index) return htmlOf(pairing, tag.index).slice(before.end, tag.start).trim() === ''
  const endsPiece = before.end === htmlOf(pairing, before.index).length
  return before.index === tag.index - 1 && tag.start === 0 && endsPiece
}
