// What is known while the raw tags of one parent are paired: its pieces, what is open, what must change.

import type { RuleId } from '../deck/rules.ts'
import type { RawTag } from './raw-tags.ts'

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

/** A tag and the piece it stands in. */
export interface PlacedTag extends RawTag {
  readonly index: number
}

/** The work on one parent, as it goes on. */
export interface Pairing {
  readonly pieces: readonly Piece[]
  /** Whether the parent holds running text. */
  readonly inline: boolean
  /** Elements begun and not ended, outermost first. */
  readonly open: PlacedTag[]
  readonly edits: Edit[]
  readonly report: (fault: Fault) => void
}

/** The HTML of a piece; nothing for one that is not raw. */
export function htmlOf({ pieces }: Pairing, index: number): string {
  return pieces[index]?.html ?? ''
}

/** Takes a tag out. */
export function drop({ edits }: Pairing, { index, start, end }: PlacedTag): void {
  edits.push({ index, start, end })
}

/** Reports something about a tag. */
export function say(
  { report }: Pairing,
  { index, start, end }: PlacedTag,
  rule: RuleId,
  message: string,
  note?: string,
): void {
  report({ index, start, end, rule, message, ...(note === undefined ? {} : { note }) })
}
