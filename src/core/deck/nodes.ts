// What Deckhand adds to mdast: nodes of its own, and the marks that transforms leave in `data` for render.

import type { BlockContent, DefinitionContent, Node, Parent, RootContent } from 'mdast'

/** `{#id .class name=value}` as written. A bare word has the value `''`. */
export interface Attributes {
  readonly id?: string
  readonly classes: readonly string[]
  readonly values: Readonly<Record<string, string>>
}

/** Planned time as written: clock times in minutes after midnight, lengths in minutes. */
export interface PlannedTime {
  readonly start?: number
  readonly end?: number
  readonly minutes?: number
  /** A clock time that leaves open which half of the day is meant: `1:30`. */
  readonly halfOpen?: boolean
}

/** A part of a slide that a layout places: `::left::` opens one. */
export interface Slot extends Parent {
  type: 'slot'
  name: string
  children: RootContent[]
}

/** States of one place of a slide, one shown at a time (a picture exchanged in a build-up). */
export interface Swap extends Parent {
  type: 'swap'
  children: SwapState[]
}

/** What stands in a `Swap` from one step until another. */
export interface SwapState extends Parent {
  type: 'swapState'
  /** The step it appears with; 0 is with the slide. */
  from: number
  /** The step that takes its place; absent is never. */
  until?: number
  /** Shown on paper and in the reading view too, because its words are nowhere else. */
  keep: boolean
  children: RootContent[]
}

/** A paragraph `. . .`: what follows comes with the next step. The `steps` transform uses it up. */
export interface Pause extends Node {
  type: 'pause'
}

/** Who said the quote it stands in. */
export interface Attribution extends Parent {
  type: 'attribution'
  children: import('mdast').PhrasingContent[]
}

/** A GitHub alert, made of a block quote that begins with `[!NOTE]`. */
export interface Callout extends Parent {
  type: 'callout'
  kind: 'note' | 'tip' | 'important' | 'warning' | 'caution'
  children: (BlockContent | DefinitionContent)[]
}

/** Planned time as written in a heading or an item, `(8am, 15min)`: its words stay, as a quiet label. */
export interface Timing extends Parent {
  type: 'timing'
  time: PlannedTime
  children: import('mdast').Text[]
}

/** Behind the title of a slide that is one of several for a long part. */
export interface PageMark extends Node {
  type: 'pageMark'
  /** From 1. */
  number: number
  of: number
}

/** What is known of a code block beyond its text; the `code` transform writes it. */
export interface CodeMark {
  /** A canonical language name (`console`, `dockerfile`, `sh`, …); absent is plain. */
  language?: string
  /** Whether the language was guessed. */
  guessed: boolean
  title?: string
  /** Code from a file: the line of it that comes first. */
  fileLine?: number
  /** Numbers beside the lines, counted from this. */
  numberFrom?: number
  /** Lines in focus, state by state; one state is static, more are stepped; an empty state is all lines. */
  focus: readonly (readonly number[])[]
  /** The step with which state 1 (the second) of `focus` comes; the others follow. Absent where not stepped. */
  focusFrom?: number
  /** Lines that were marked as new, gone or worth a look, by 1-based number. */
  lines?: Readonly<Record<number, 'inserted' | 'deleted' | 'highlighted' | 'warning' | 'error'>>
  /** Words that are highlighted wherever they stand. */
  words?: readonly string[]
  /** A session revealed command by command: the step of each run of lines, in order; 0 is with the slide. */
  runs?: readonly { readonly firstLine: number; readonly lastLine: number; readonly step: number }[]
  /** A prompt of the author's own, for sessions. */
  prompt?: string
}

/** What is known of a picture; the `images` transform writes it. */
export interface ImageMark {
  status: 'ok' | 'missing' | 'remote'
  /** Where the site has it, relative to the site's root; absent where it is not. */
  url?: string
  width?: number
  height?: number
}

/** Where an author wants a picture, beyond its place among the words; the `placePictures` transform uses it up. */
export interface PlaceMark {
  /** `full`: all of the slide, behind its words where it has any; `left`, `right`: that half; `inline`: where it is written. */
  where: 'full' | 'left' | 'right' | 'inline'
  /** `cover` fills its room and may lose its edges, `contain` shows all of it. Absent is what the place asks for. */
  fit?: 'cover' | 'contain'
  /** Per cent of the size it would have. */
  zoom?: number
  /** Opacity, 0 to 1. */
  alpha?: number
  /** Radius of its corners, pixels. */
  corner?: number
  /** Whether it is dimmed: `on` always, `off` never, absent where words stand before it. */
  filter?: 'on' | 'off'
}

declare module 'mdast' {
  interface Data {
    /** `{#id .class name=value}` at the end of a block or behind an image. */
    attributes?: Attributes
    /** 1-based step with which the node appears; absent is with the slide. */
    step?: number
    /** Code named by path: what `<<< ./Dockerfile#stage` said. */
    from?: { path: string; fragment?: string }
    code?: CodeMark
    image?: ImageMark
    place?: PlaceMark
    /** `html`: what is known of the pictures in it that could not become `image` nodes, by `src` as written. */
    images?: Readonly<Record<string, ImageMark>>
    /** `heading`: `title` and `subtitle` head the slide, the rest is content; `inner` is, wherever it stands. */
    role?: 'title' | 'subtitle' | 'inner'
    /** A list to be revealed item by item (`+` or `1)` as written). */
    reveal?: boolean
    /** A block of notes: the file it was written in, where that is not its slide's. */
    file?: string
    /** Hand-set HTML of a callout title or the like: not used by dialects. */
    label?: string
  }
  interface RootContentMap {
    slot: Slot
    swap: Swap
    swapState: SwapState
    pause: Pause
    attribution: Attribution
    callout: Callout
    timing: Timing
    pageMark: PageMark
  }
  interface PhrasingContentMap {
    timing: Timing
    pageMark: PageMark
  }
  interface BlockContentMap {
    swap: Swap
    pause: Pause
    attribution: Attribution
    callout: Callout
  }
}
