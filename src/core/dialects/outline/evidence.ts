// What shows that a document was written to be read and not to be shown: headings of several levels, and no separator.

import type { Evidence } from '../../deck/deck.ts'
import { readTiming } from '../../deck/timing.ts'
import type { Line } from '../../syntax/lines.ts'
import { sectionMarker } from '../../syntax/sections.ts'
import type { Found } from './headings.ts'

const separator = /^(?:-{2,3}|--(?:[ \t]+(?:\{.*\}|[a-z][\w-]*))+|\*{3}|_{3})[ \t]*$/
const linkItem = /^\s*[-+*][ \t]+(?:\*\*|__)?(?:\[[^\]]+\]\([^)]*\)|<?https?:\/\/\S+)(?:\*\*|__)?[ \t]*$/
/** `## 12 - title`: notes for the slides of another deck. */
const numbered = /^#{1,6}[ \t]+\d+[ \t]*[-–—:][ \t]/
/** Headings that make a document of several parts; and those that no single slide has, whatever else is in doubt. */
const fewest = 3
const surely = 5
/** Lines that nobody would put on one slide. */
const longPart = 24

/**
 * @param lines behind the front matter, scanned
 * @param headings in them
 */
export function gatherEvidence(lines: readonly Line[], headings: readonly Found[]): Evidence[] {
  const found: Evidence[] = []
  const say = (weight: number, line: Line | undefined, reason: string): void => {
    found.push({ dialect: 'outline', weight, line: line?.number ?? 1, reason })
  }
  const under = new Set(headings.map(({ index }) => index))
  // Private notes decide nothing: of a document with a marker of notes, only what stands above it is looked at.
  const marker = lines.findIndex(({ text }) => sectionMarker(text) !== undefined)
  if (marker >= 0) {
    const above = headings.filter(({ index }) => index < marker)
    const isDeck = lines
      .slice(0, marker)
      .some((line, index) => separator.test(line.text) && !isUnderline(lines, index, under))
    return isDeck || parts(lines, above).length < surely ? [] : gatherEvidence(lines.slice(0, marker), above)
  }
  const [first] = headings
  if (!first || parts(lines, headings).length < fewest) return []
  const rules = rulesIn(lines, headings)
  if (rules.some(({ text }) => /^--(?!-)/.test(text))) return []
  const texts = headings.map(({ index }) => lines[index]?.text ?? '')
  const timed = headings.filter((_, at) => {
    const inside = /[([]([^()[\]]{1,40})[)\]][ \t#]*$/.exec(texts[at] ?? '')?.[1]
    return inside !== undefined && readTiming(inside) !== undefined
  })
  // A day is planned by chapters that have times; slides have none.
  if (timed.length < 2 && texts.filter(text => numbered.test(text)).length > headings.length / 2) return []

  if (arePartedBy(rules, headings)) {
    // Of a README, or of a deck for a tool that is not known here, headings are what there is to cut at.
    say(1, lines[first.index], `${headings.length} headings, with rules between them`)
    return found
  }

  const levels = new Set(headings.map(({ depth }) => depth)).size
  const opener = lines[first.index]
  if (levels > 1) say(4, opener, `${headings.length} headings of ${levels} levels, and no separator`)
  else say(3, opener, `${headings.length} headings, and no separator`)

  if (timed.length > 1) say(3, lines[timed[0]?.index ?? 0], 'times in headings')

  const links = lines.filter(({ text, inside }) => !inside && linkItem.test(text))
  if (links.length > 3) say(1, links[0], 'a list of links')

  const ends = [...headings.slice(1).map(({ index }) => index), lines.length]
  const long = headings.findIndex(({ index }, at) => written(lines.slice(index, ends[at])) > longPart)
  if (long >= 0) say(2, lines[headings[long]?.index ?? 0], 'a part that is too long for a slide')
  return found
}

/** Rules and separators, but for the underlines of headings. */
export function rulesIn(lines: readonly Line[], headings: readonly Found[]): Line[] {
  const under = new Set(headings.map(({ index }) => index))
  return lines.filter(
    ({ text, inside }, index) => !inside && separator.test(text) && !isUnderline(lines, index, under),
  )
}

/** A rule or two may part a text; as many as there are slides were meant to cut it. */
export function arePartedBy(rules: readonly Line[], headings: readonly Found[]): boolean {
  return rules.length > headings.length / 4
}

/** Headings but for those right under another, which go on with it. */
function parts(lines: readonly Line[], headings: readonly Found[]): Found[] {
  const indices = new Set(headings.map(({ index }) => index))
  return headings.filter(
    ({ index }) => index === 0 || !lines[index - 1]?.text.trim() || !indices.has(index - 1),
  )
}

function isUnderline(lines: readonly Line[], index: number, headings: ReadonlySet<number>): boolean {
  for (let at = index - 1; at >= 0 && lines[at]?.text.trim(); at -= 1) if (headings.has(at)) return at < index
  return false
}

function written(lines: readonly Line[]): number {
  return lines.filter(({ text }) => text.trim() !== '').length
}
