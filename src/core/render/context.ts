// What the plugins of the pipeline know of the slide they work on; it travels in the file's data.

import type { Code } from 'mdast'
import type { Position as UnistPosition } from 'unist'
import type { VFile } from 'vfile'
import type { Position } from '../deck/deck.ts'
import type { ImageMark } from '../deck/nodes.ts'
import type { RuleId } from '../deck/rules.ts'
import type { StyleRules } from './style-rules.ts'
import type { Words } from './words.ts'

/** Addresses outside the site that a page asks for, by the policy directive that must allow them. */
export interface Sources {
  readonly image: Set<string>
  readonly media: Set<string>
  readonly frame: Set<string>
}

/** One slide's surroundings. */
export interface SlideContext {
  readonly key: string
  /** Tells this tree's footnotes from those of others on the page. */
  readonly prefix: string
  readonly words: Words
  /** Level of the content's first heading; the slide's title is one above. */
  readonly headingBase: number
  /** The slide's title and subtitle, to know them by where they were written as raw HTML. */
  readonly title: string | undefined
  readonly subtitle: string | undefined
  /** Whether the layout gives a picture that stands alone all the room it has. */
  readonly fillsWithPicture: boolean
  /** Pictures by their address as written. */
  readonly images: ReadonlyMap<string, ImageMark>
  /** Slide addresses by key and alias: `why` leads to `#/why`. */
  readonly addresses: ReadonlyMap<string, string>
  readonly styles: StyleRules
  readonly sources: Sources
  /** Nothing is dropped: the site's owner vouches for its decks. */
  readonly trusted: boolean
  /** Code blocks by the number their placeholder carries. */
  readonly code: Code[]
  /** Says what was lost or mended, with its place. */
  report(rule: RuleId, message: string, position?: UnistPosition, note?: string): void
}

declare module 'vfile' {
  interface DataMap {
    slide: SlideContext
  }
}

/** The context of the slide a plugin works on. */
export function contextOf(file: VFile | undefined): SlideContext {
  const context = file?.data.slide
  if (!context) throw new Error('render: the file carries no slide')
  return context
}

/** A place of the tree as a place of the source; undefined where it has no offsets. */
export function placeOf(position: UnistPosition | undefined): Position | undefined {
  if (!position) return undefined
  const { start, end } = position
  const first = { line: start.line, column: start.column, offset: start.offset ?? 0 }
  const last =
    end?.line === undefined
      ? first
      : { line: end.line, column: end.column, offset: end.offset ?? first.offset }
  return { start: first, end: last }
}
