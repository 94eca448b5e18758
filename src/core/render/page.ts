// The types of what `render` gives: a deck's slides as HTML, and what a document around them must know.

import type { DeckMeta } from '../deck/deck.ts'
import type { Diagnostic } from '../deck/diagnostic.ts'

/** A slide as HTML. */
export interface RenderedSlide {
  readonly key: string
  readonly title?: string
  /** The whole `<section …>…</section>`. */
  readonly html: string
  /** Its words on one line, for search and summaries; no notes. */
  readonly text: string
  readonly steps: number
  /** Planned time, minutes. */
  readonly minutes?: number
  /** Stands under the slide before it. */
  readonly below: boolean
  readonly hidden: boolean
  /** 1-based line of the source where it begins. */
  readonly line: number
}

/** A deck as HTML: everything of its page that is its own. Addresses in it are relative to `<slug>/`. */
export interface Page {
  /** The deck's source, as it was named. */
  readonly file: string
  readonly meta: DeckMeta
  readonly dialect: string
  readonly slides: readonly RenderedSlide[]
  /** The first slide as an inert picture of itself, for the home page; addresses relative to the site's root. */
  readonly preview: string
  /** Rules for styles written in the deck, by generated class; the policy forbids style attributes. */
  readonly css: string
  /** Clicks that reveal something, over all slides. */
  readonly steps: number
  /** Whether private notes are in it. */
  readonly notes: boolean
  /** Whether the deck's HTML was left as it is. */
  readonly trusted: boolean
  /** Origins outside the site that the policy must allow, sorted. */
  readonly sources: {
    readonly image: readonly string[]
    readonly media: readonly string[]
    readonly frame: readonly string[]
  }
  /** The deck's own and those of rendering, by place. */
  readonly diagnostics: readonly Diagnostic[]
}

/** What a site's other pages show of a page: all but its slides, of which only their times are left. */
export type PageFace = Omit<Page, 'slides'> & { readonly slides: readonly Pick<RenderedSlide, 'minutes'>[] }
