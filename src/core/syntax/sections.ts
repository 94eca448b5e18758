// The sections of a slide: what is shown, what the speaker says, what the handout adds; found by lines.

import type { Line } from './line.ts'

/** A run of lines for one audience. */
export interface Section {
  readonly kind: 'slide' | 'note' | 'handout'
  readonly lines: readonly Line[]
  /** Characters at the start of its first line that only mark it. */
  readonly skip: number
}

const marker = /^(?:(Notes?)|Handout):[ \t]*/
const questionMarks = /^\?{3}[ \t]*$/
const noteLike = /^[ \t]*(?:\*\*Notes?:\*\*|(?:speaker[ \t]+)?notes?[ \t]*:)/i

/**
 * What a line opens, if anything: only at its very start, so that `NOTE:` and quoted text stay on the slide,
 * which is reported, since a note that is shown cannot be taken back.
 */
export function sectionMarker(
  text: string,
): { readonly kind: 'note' | 'handout'; readonly skip: number } | undefined {
  if (questionMarks.test(text)) return { kind: 'note', skip: text.length }
  const found = marker.exec(text)
  return found ? { kind: found[1] ? 'note' : 'handout', skip: found[0].length } : undefined
}

/** The word at the start of a line that looks like a note marker and is none. */
export function noteLikeWord(text: string): string | undefined {
  return noteLike.exec(text)?.[0].trim()
}

/** Splits the lines of a slide; the first section is the slide's own and may be empty. */
export function splitSections(lines: readonly Line[]): Section[] {
  const sections: { kind: Section['kind']; lines: Line[]; skip: number }[] = []
  let current: { kind: Section['kind']; lines: Line[]; skip: number } = { kind: 'slide', lines: [], skip: 0 }
  sections.push(current)
  for (const line of lines) {
    const found = line.inside ? undefined : sectionMarker(line.text)
    if (found) {
      current = { ...found, lines: [] }
      sections.push(current)
    }
    current.lines.push(line)
  }
  return sections
}
