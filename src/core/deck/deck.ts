// The words of the house, types only: what a deck is between being read and being rendered.

import type { Definition, FootnoteDefinition, Root } from 'mdast'
import type { Diagnostic } from './diagnostic.ts'
import type { Ignore } from './ignore.ts'
import type { Attributes, ImageMark } from './nodes.ts'
import type { Position } from './place.ts'

export type { Ignore } from './ignore.ts'
export type { Attributes } from './nodes.ts'
export type { Point, Position } from './place.ts'

/** A document and what it is called. Line ends may be LF, CRLF, CR or mixed. */
export interface Source {
  /** A path with `/`, relative to where the author stands; it names the deck in diagnostics. */
  readonly path: string
  readonly text: string
}

/** Why a document is taken for a dialect: how strongly, where, and in words. */
export interface Evidence {
  readonly dialect: string
  /** 1 a hint, 3 typical, 10 conclusive; negative speaks against. */
  readonly weight: number
  /** 1-based line that shows it. */
  readonly line: number
  readonly reason: string
}

/** A person who gives the talk. */
export interface Author {
  readonly name: string
  readonly url?: string
  readonly email?: string
  /** Handles or addresses by network (`github`, `twitter`, `mastodon`, …), in written order. */
  readonly accounts?: Readonly<Record<string, string>>
}

export type Scheme = 'auto' | 'light' | 'dark'
export type Transition = 'none' | 'fade'

/**
 * What becomes of a slide that holds more than any size of type gets on it. All but `off` make it fit, at last by
 * scaling it, and say so as what they are named after (`shrink` as a mere notice); `off` leaves it as it is.
 */
export type FitMode = 'shrink' | 'warn' | 'error' | 'off'

/** What a deck says of itself as a whole. Everything has a value or is truly unknown. */
export interface DeckMeta {
  /** Front matter, else the first title, else the file's name. */
  readonly title: string
  readonly subtitle?: string
  readonly description?: string
  readonly authors: readonly Author[]
  /** As written: `2026-11-20`, `November 2026`. */
  readonly date?: string
  /** A BCP 47 tag; `en` where none is given. */
  readonly lang: string
  readonly theme: string
  readonly scheme: Scheme
  readonly transition: Transition
  readonly fit: FitMode
  /** `lists`: every list item by item, unless a slide says otherwise. */
  readonly reveal: 'lists' | 'rest' | 'none'
  readonly buildups: 'merge' | 'keep'
  /** Whether what is too long for one slide goes on on further ones; an outline does. */
  readonly continuation: 'split' | 'keep'
  /** Whether unlabelled code has its language guessed. */
  readonly guess: boolean
  /** Whether `$…$` is a formula. */
  readonly math: boolean
  /** A slide of titles after the first. */
  readonly agenda: boolean
  /** A last slide that says who spoke. */
  readonly closing: 'author' | 'none'
  readonly progress: boolean
  readonly controls: boolean
  readonly slideNumber: boolean
  readonly footer?: string
  /** Width over height of the canvas. */
  readonly aspect: '16:9' | '4:3'
  /** Planned length, minutes. */
  readonly duration?: number
  /** Start, minutes after midnight. */
  readonly start?: number
}

export type LayoutName =
  | 'title'
  | 'section'
  | 'content'
  | 'center'
  | 'statement'
  | 'quote'
  | 'columns'
  | 'split'
  | 'image'
  | 'code'
  | 'end'

export interface Background {
  /** A path or address as written; as the site has it where the `images` transform found it. */
  readonly image?: string
  /** What is known of the image where it was found; the `images` transform writes it. */
  readonly mark?: ImageMark
  readonly color?: string
  /** The point of the image that stays in view where it is cropped, as CSS knows positions. */
  readonly focus?: string
  /** Where it is asked for; absent where nothing but the slide tells. */
  readonly position?: Position
}

/** What appears with one click after the slide has. */
export interface Step {
  readonly kind: 'item' | 'block' | 'pause' | 'lines' | 'command' | 'state'
  /** Whether it only adds, or exchanges something shown before. */
  readonly swaps: boolean
  /** What the speaker says at this step; private, absent in a `PublicDeck`. */
  readonly notes?: Root
}

/** A part of the day, as a timetable has it. */
export interface Part {
  /** What its heading says, without the time. */
  readonly title: string
  /** When it begins, minutes after midnight. */
  readonly start?: number
  readonly minutes?: number
  /** Whether the start depends on an estimated length. */
  readonly startEstimated: boolean
  /** Whether nobody wrote how long it takes, and it was given its share of a gap. */
  readonly minutesEstimated: boolean
}

/** One slide, public part. */
export interface PublicSlide {
  /** The file it was written in, where that is not the deck's (an included slide). */
  readonly file?: string
  /** Its address: stable, unique in the deck, never all digits. `''` until the `keys` transform has run. */
  readonly key: string
  /** Earlier or swallowed addresses that lead here, with the step they lead to (0 is none). */
  readonly aliases: readonly { readonly key: string; readonly step: number }[]
  /** In the original file, separator excluded. */
  readonly position: Position
  /** What the separator said: attributes no transform has used up yet. */
  readonly attributes: Attributes
  /** True positions; marks in `data` (see nodes.ts). Holds the title as its heading. */
  readonly body: Root
  readonly title?: string
  readonly subtitle?: string
  /** Public: for the reading view and the handout only. */
  readonly handout?: Root
  readonly classes: readonly string[]
  /** `content` until the `layout` transform has run, unless the author named one. */
  readonly layout: LayoutName
  readonly background?: Background
  readonly transition?: Transition
  /** Where that is not as for the deck. */
  readonly fit?: FitMode
  /** A BCP 47 tag, where it is not the deck's. */
  readonly lang?: string
  /** What its foot says in place of the deck's footer; `''` is nothing. */
  readonly footer?: string
  /** Whether its number shows, where that is not as on the other slides. */
  readonly slideNumber?: boolean
  /** Stands under the slide before it (reveal's vertical stack). */
  readonly below: boolean
  readonly hidden: boolean
  /** Versions of the talk it is for; empty is all. */
  readonly only: readonly string[]
  /** Planned time, minutes. */
  readonly minutes?: number
  /** When it begins by plan, minutes after midnight. */
  readonly start?: number
  /** Whether `minutes` and `start` are worked out from a part whose length or start is estimated. */
  readonly estimated?: boolean
  /** The part of the day that begins with this slide. */
  readonly part?: Part
  /** 1-based numbers of the written slides that became this one. */
  readonly mergedFrom: readonly number[]
  readonly steps: readonly Omit<Step, 'notes'>[]
}

/** One slide with what only the speaker may see. */
export interface Slide extends PublicSlide {
  /** Private: for the speaker. */
  readonly notes?: Root
  readonly steps: readonly Step[]
}

/** Something outside the document that it names. */
export type Need =
  | { readonly kind: 'image'; readonly path: string; readonly position?: Position }
  | { readonly kind: 'code'; readonly path: string; readonly position?: Position }
  | { readonly kind: 'deck'; readonly path: string; readonly position?: Position }
  | { readonly kind: 'language'; readonly name: string }

interface AnyDeck<S extends PublicSlide> {
  /** With LF line ends. */
  readonly source: Source
  readonly dialect: string
  readonly evidence: readonly Evidence[]
  readonly meta: DeckMeta
  readonly slides: readonly S[]
  /** Link and footnote definitions count for the whole deck. */
  readonly definitions: readonly (Definition | FootnoteDefinition)[]
  readonly needs: readonly Need[]
  readonly diagnostics: readonly Diagnostic[]
  /** What comments quiet, here and in the files that go with it. */
  readonly ignores?: readonly Ignore[]
}

/** Speaker notes that belong to no slide. Private, as all notes are. */
export interface LooseNote {
  /** Where they were written. */
  readonly file: string
  readonly position: Position
  /** The number and the title of the slide they were written for; text above the first note has none. */
  readonly number?: number
  readonly title?: string
  readonly notes: Root
}

/** A talk as its author has it. */
export interface Deck extends AnyDeck<Slide> {
  /** Speaker notes from a file of their own, as read; the transforms join them to the slides. Private. */
  readonly companion?: Deck
  /** Speaker notes that belong to no slide, or to none that was found. Private. */
  readonly loose?: readonly LooseNote[]
}

/** A talk as the world may see it: its type has no room for private notes. */
export type PublicDeck = AnyDeck<PublicSlide>

/** A picture that was found, and what the site needs of it. */
export interface ImageAsset {
  readonly kind: 'image'
  /** Where the site has it, relative to the site's root: `assets/harbor-1a2b3c4d.png`. */
  readonly url: string
  /** Pixels as it wants to be shown. */
  readonly width?: number
  readonly height?: number
}
/** A text that was found: a code file. */
export interface TextAsset {
  readonly kind: 'text'
  readonly text: string
}
/** A deck that was found and read, not yet transformed. */
export interface DeckAsset {
  readonly kind: 'deck'
  readonly deck: Deck
}
/** Something that was looked for in vain: why, by rule. */
export interface AbsentAsset {
  readonly kind: 'absent'
  readonly rule:
    | 'image-missing'
    | 'image-remote'
    | 'image-case'
    | 'image-outside'
    | 'image-size'
    | 'code-missing'
    | 'include-missing'
    | 'include-cycle'
    | 'file-outside'
  /** What was found out, for the diagnostic: `the file is named Logo.png`. */
  readonly reason?: string
  /** Shown all the same where it was found under another spelling. */
  readonly found?: ImageAsset
}
export type Asset = ImageAsset | TextAsset | DeckAsset | AbsentAsset

/** What the edge found for a deck's needs, by kind and path as written: `image:harbor.png`. */
export type Assets = ReadonlyMap<string, Asset>

/** The key of a need in `Assets`. */
export type AssetKey = `${'image' | 'code' | 'deck'}:${string}`

/** A stretch of code of one colour. */
export interface Token {
  readonly text: string
  /** A token class that themes colour: see `tokenKinds` in code/tokens.ts. Absent is plain. */
  readonly kind?: string
}

/**
 * Colours code. Synchronous; made at the edge with Shiki's languages loaded beforehand.
 *
 * @param text the code, LF line ends
 * @param language a canonical language name, as `code/language.ts` gives it
 * @returns one list of tokens a line, or undefined where the language is not known
 */
export type Highlight = (text: string, language: string) => readonly (readonly Token[])[] | undefined
