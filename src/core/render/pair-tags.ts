// Which raw tags belong together among the pieces of one parent, and what must change so that all are paired.

import type { RuleId } from '../deck/rules.ts'
import { type RawTag, scanTags, voidTags } from './raw-tags.ts'

/** One child of the parent: raw HTML, or `undefined` for anything else. */
export interface Piece {
  readonly index: number
  readonly html: string | undefined
}

/** A stretch of a piece that goes, and what comes in its place. `whole` drops a child that is not raw. */
export interface Edit {
  readonly index: number
  readonly start: number
  readonly end: number
  readonly insert?: string
  readonly whole?: true
}

/** Something mended or dropped, with its place in a piece. */
export interface Fault {
  readonly index: number
  readonly start: number
  readonly end: number
  readonly rule: RuleId
  readonly message: string
  readonly note?: string
}

interface PlacedTag extends RawTag {
  readonly index: number
}

const optionalEnd = new Set('p li dt dd tr td th thead tbody tfoot option optgroup rp rt colgroup'.split(' '))
/** Gone with what they hold. */
const removed = new Set(['script', 'style', 'svg', 'math', 'object', 'applet', 'template'])
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
  const edits: Edit[] = []
  const open: PlacedTag[] = []
  const tags = pieces.flatMap(({ index, html }) =>
    html === undefined ? [] : scanTags(html).map((tag): PlacedTag => ({ ...tag, index })),
  )
  let tooDeep = false
  const drop = (tag: PlacedTag) => edits.push({ index: tag.index, start: tag.start, end: tag.end })
  const unclosed = (tag: PlacedTag, message = `\`<${tag.name}>\` is never closed`) =>
    report({ index: tag.index, start: tag.start, end: tag.end, rule: 'html-unclosed', message })

  for (let at = 0; at < tags.length; at++) {
    const tag = tags[at]
    if (!tag || tag.kind === 'other') continue
    if (!ask.trusted && removed.has(tag.name) && tag.kind === 'open') {
      dropElement(tag, 'html-dropped')
      at = removeThrough(at, tag)
    } else if (!ask.trusted && unwrapped.has(tag.name)) {
      drop(tag)
      if (tag.kind === 'open') dropElement(tag, 'html-dropped')
    } else if (tag.kind === 'open') openTag(tag)
    else closeTag(tag, tags[at - 1])
  }
  settle()
  return edits

  function dropElement(tag: PlacedTag, rule: RuleId) {
    const message = `\`<${tag.name}>\` is not published`
    report({ index: tag.index, start: tag.start, end: tag.end, rule, message })
  }

  /** Removes from an open tag to its end tag; without one, to the end of its piece. Returns the last tag's place. */
  function removeThrough(from: number, first: PlacedTag): number {
    let depth = 0
    for (let at = from; at < tags.length; at++) {
      const tag = tags[at]
      if (tag?.name !== first.name) continue
      const closesItself = tag.kind === 'open' && htmlOf(tag.index).slice(tag.end - 2, tag.end) === '/>'
      if (tag.kind === 'open' && !closesItself) depth++
      else if (tag.kind === 'close') depth--
      if (depth > 0) continue
      removeStretch(first, tag)
      return at
    }
    const html = htmlOf(first.index)
    edits.push({ index: first.index, start: first.start, end: html.length })
    let last = from
    while (tags[last + 1]?.index === first.index) last++
    return last
  }

  function removeStretch(first: PlacedTag, last: PlacedTag) {
    if (first.index === last.index) {
      edits.push({ index: first.index, start: first.start, end: last.end })
      return
    }
    edits.push({ index: first.index, start: first.start, end: htmlOf(first.index).length })
    for (let index = first.index + 1; index < last.index; index++) {
      edits.push({ index, start: 0, end: htmlOf(index).length, whole: true })
    }
    edits.push({ index: last.index, start: 0, end: last.end })
  }

  function htmlOf(index: number): string {
    return pieces[index]?.html ?? ''
  }

  function openTag(tag: PlacedTag) {
    if (voidTags.has(tag.name)) return
    if (open.length < deepest) {
      open.push(tag)
      return
    }
    drop(tag)
    if (tooDeep) return
    tooDeep = true
    const message = `\`<${tag.name}>\` stands more than ${deepest} tags deep`
    report({ index: tag.index, start: tag.start, end: tag.end, rule: 'nesting-depth', message })
  }

  function closeTag(tag: PlacedTag, before: PlacedTag | undefined) {
    if (voidTags.has(tag.name)) {
      if (tag.name !== 'br' || followsBreak(tag, before)) drop(tag)
      return
    }
    const opener = open.findLastIndex(each => each.name === tag.name)
    if (opener < 0) {
      drop(tag)
      if (optionalEnd.has(tag.name)) return
      report({
        index: tag.index,
        start: tag.start,
        end: tag.end,
        rule: 'html-unclosed',
        message: `\`</${tag.name}>\` closes nothing`,
        note: 'Remove it, or open the element before it.',
      })
      return
    }
    const inner = open
      .splice(opener)
      .slice(1)
      .filter(each => !optionalEnd.has(each.name))
    if (inner.length === 0) return
    const insert = inner
      .map(each => `</${each.name}>`)
      .reverse()
      .join('')
    edits.push({ index: tag.index, start: tag.start, end: tag.start, insert })
    for (const each of inner) unclosed(each)
  }

  /** Whether an end tag `</br>` stands right behind a `<br>`: on its own it is a break. */
  function followsBreak(tag: PlacedTag, before: PlacedTag | undefined): boolean {
    if (before?.name !== 'br') return false
    if (before.index === tag.index) return htmlOf(tag.index).slice(before.end, tag.start).trim() === ''
    return before.index === tag.index - 1 && tag.start === 0 && before.end === htmlOf(before.index).length
  }

  /** Closes what is still open when the parent ends. */
  function settle() {
    const left = open.filter(tag => !optionalEnd.has(tag.name))
    const ends = new Map<number, string>()
    for (let at = 0; at < left.length; at++) {
      const tag = left[at]
      if (!tag) continue
      const next = left[at + 1]
      if (next && meantAsClosed(tag, next)) {
        edits.push({ index: next.index, start: next.start, end: next.end, insert: `</${tag.name}>` })
        unclosed(next, `\`<${next.name}>\` is opened twice; the second was taken for \`</${next.name}>\``)
        at++
        continue
      }
      const end = ask.inline || isLast(tag) ? pieces.length - 1 : tag.index
      ends.set(end, `</${tag.name}>${ends.get(end) ?? ''}`)
      unclosed(tag)
    }
    for (const [index, insert] of ends) {
      const length = htmlOf(index).length
      edits.push({ index, start: length, end: length, insert })
    }
  }

  /** Whether a tag is opened again at the end of its line, with something between: `<center>x<center>`. */
  function meantAsClosed(first: PlacedTag, second: PlacedTag): boolean {
    if (first.name !== second.name) return false
    const html = htmlOf(second.index)
    const rest = html.slice(second.end).split('\n', 1)[0] ?? ''
    if (rest.trim() !== '') return false
    if (first.index !== second.index) return ask.inline && endsLine(second)
    const between = html.slice(first.end, second.start)
    return between.trim() !== '' && !between.includes('\n')
  }

  /** Whether nothing raw follows a tag among its siblings; for running text, where lines are not known. */
  function endsLine(tag: PlacedTag): boolean {
    return tag.index === pieces.length - 1
  }

  /** Whether a tag is the last thing of its piece: it is meant for what follows. */
  function isLast(tag: PlacedTag): boolean {
    return htmlOf(tag.index).slice(tag.end).trim() === ''
  }
}
