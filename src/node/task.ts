// What the main thread asks of a deck's thread, and what comes back: plain data, since it crosses threads.

import type { Diagnostic, Frame, Ignore, Page, PageFace, Settings, WrittenLink } from '../core/index.ts'
import type { DeckNotes } from './deck-notes.ts'
import type { Asked } from './disk.ts'
import type { DeckFile } from './files.ts'
import type { PictureCopy } from './load.ts'
import type { DeckOutline } from './outline.ts'

/** How decks are to be read and rendered: the same for all decks of a call. */
export interface Reading {
  readonly dialect?: string
  /** What decks are read as that do not say it themselves. */
  readonly usualDialect?: string
  /** What decks are where their front matter says nothing. */
  readonly defaults: Settings['defaults']
  /** Whether their HTML is published as it is. */
  readonly html?: 'safe' | 'trusted'
  readonly variant?: string
  /** A theme that wins over what the deck asks for. */
  readonly theme?: string
  /** Whether speaker notes go into the page. */
  readonly notes: boolean
  /** A file of notes to join in the place of the deck's own companion. */
  readonly companion?: string
  /** Where caches are kept; absent is nowhere. */
  readonly cache?: string
  /** The Shiki that is installed, by its version. */
  readonly shiki: string
  /** The themes that are installed. */
  readonly themes: readonly string[]
  /** What surrounds a page, for whoever wants pages. */
  readonly frame?: Surroundings
}

/** A frame as it crosses threads. */
export type Surroundings = Omit<Frame, 'sha256'>

/** A page as the site will have it. */
export interface WrittenPage {
  readonly face: PageFace
  /** UTF-8. */
  readonly bytes: number
  /** SHA-256 of its text. */
  readonly sum: string
  /** The whole document; absent where the page cache has it. */
  readonly html?: string
  /** The file of the page cache that has it. */
  readonly kept?: string
}

/** One deck to be worked. */
export interface DeckTask {
  readonly deck: DeckFile
  /** `live` is a page that knows its lines, with the outline; `check` only says what is wrong. */
  readonly want: 'page' | 'live' | 'outline' | 'notes' | 'notes-html' | 'check'
  readonly reading: Reading
  /** Whether somebody waits for its page, who would rather have the beginning than nothing. */
  readonly awaited?: boolean
}

/** How much a check has looked at. */
export interface CheckCount {
  readonly slides: number
  /** Code blocks whose language has a checker. */
  readonly code: number
  readonly links: number
}

/** What a deck came to. What was not wanted, or could not be made, is absent. */
export interface DeckResult {
  readonly file: string
  readonly diagnostics: readonly Diagnostic[]
  /** What comments in it, and in what goes with it, quiet. */
  readonly ignores?: readonly Ignore[]
  readonly page?: WrittenPage
  /** The page before it is written, for whoever changes it slide by slide. */
  readonly live?: Page
  /** The files its slides were written in, where that is not the deck's. */
  readonly origins?: readonly (string | undefined)[]
  readonly outline?: DeckOutline
  readonly notes?: DeckNotes
  /** What a check has looked at. */
  readonly checked?: CheckCount
  /** Its links to other servers. */
  readonly addresses?: readonly WrittenLink[]
  readonly pictures: readonly PictureCopy[]
  /** Where everything stands that it was made from: a change there may change it. */
  readonly inputs: readonly string[]
  /** What the disk was asked for it; absent where it must not be remembered. */
  readonly trace?: readonly Asked[]
  /** Whether all of it that can be remembered was. */
  readonly cached: boolean
  /** Milliseconds of work. */
  readonly ms: number
}

/** What a thread is handed. */
export interface Order {
  readonly task: DeckTask
  /** Which of the thread's places the deck takes. */
  readonly place: number
}

/** Slides that were just edited, before the whole deck has been worked: what will be shown of them, surely enough. */
export interface Glimpse {
  readonly slides: readonly {
    /** Which of the page's slides, from 0. */
    readonly at: number
    /** What it was; where it is something else by now, the glimpse is of another time. */
    readonly before: string
    readonly html: string
  }[]
  /** Rules for styles that stand in them. */
  readonly css: string
}

/** What can be shown of a deck before all of it has been worked. */
export interface Opening {
  /** Code that nobody remembers is plain in it. */
  readonly page: Page
  readonly pictures: readonly PictureCopy[]
  /** Whether it is the first slides only. */
  readonly part: boolean
}

/** What a thread says of a deck before the result. */
export type Ahead = { readonly glimpse: Glimpse } | { readonly opening: Opening }

/** What a thread hands back. */
export type Answer = { readonly place: number } & (
  | { readonly result: DeckResult; readonly ahead?: never }
  | { readonly ahead: Ahead; readonly result?: never }
)
