// What a browser sees on a slide, at a step, that nobody should have to see on a wall; plain data, since it leaves the page.

/** Where on a slide something is. */
export interface Spot {
  readonly key: string
  /** Clicks after the slide appeared, when it is first seen. */
  readonly step: number
  /** Counted from the slide's first line; null where that is not known. */
  readonly line: number | null
  /** How its text begins; '' where it has none. */
  readonly words: string
}

/** Something is off the stage, or its block cuts it off. */
export interface Cut extends Spot {
  readonly fault: 'cut'
  /** The kind of block: `code`, `table`, `picture`. */
  readonly block: string
  /** Pixels of the stage. */
  readonly pixels: number
}

/** Type that the last row cannot read. */
export interface Small extends Spot {
  readonly fault: 'small'
  /** Pixels of the stage. */
  readonly size: number
  readonly code: boolean
}

/** Words too much like what is behind them. */
export interface Faint extends Spot {
  readonly fault: 'faint'
  /** By WCAG 2.2, between 1 and 21. */
  readonly ratio: number
  readonly wanted: number
  /** As `#rrggbb`. */
  readonly ink: string
  readonly ground: string
  /** How many other texts of the slide are so. */
  readonly more: number
}

/** A link or button that no click reaches. */
export interface Unreachable extends Spot {
  readonly fault: 'unreachable'
  /** What it is, or where it leads. */
  readonly target: string
  readonly why: 'covered' | 'outside' | 'empty' | 'inert' | 'lost'
  /** What covers it. */
  readonly by: string
}

/** A picture that has come and cannot be shown. */
export interface Blank extends Spot {
  readonly fault: 'blank'
  /** Its file in the site. */
  readonly file: string
}

export type SightFault = Cut | Small | Faint | Unreachable | Blank

/** A box on the screen, in pixels of the screen. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Words in front of a picture or of a play of colours: only a look at the screen tells how they can be read. */
export interface Unclear extends Spot {
  readonly ink: readonly [red: number, green: number, blue: number, opacity: number]
  readonly wanted: number
  readonly boxes: readonly Box[]
}

/** A slide, at all its steps. */
export interface SlideSight {
  readonly faults: readonly SightFault[]
  readonly unclear: readonly Unclear[]
}

/** What a page that is looked at answers. */
export interface Sight {
  /** The keys of all slides, in order. */
  slides(): string[]
  /** Goes through all steps of some slides. `colours` is whether contrast is looked at too. */
  look(keys: readonly string[], colours: boolean): SlideSight[]
  /** Goes to a step and shows it without its words. */
  bare(key: string, step: number): void
  /** What is behind words, by a picture of the screen (PNG, base64) taken meanwhile. */
  compare(picture: string, unclear: readonly Unclear[]): Promise<Faint[]>
  /** The slides whose content asks for an address. */
  asking(address: string): Spot[]
  /** The key of the slide that was shown when this was said; '' where none was. */
  shownWhen(said: string): string
}
