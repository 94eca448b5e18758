// What the author's server and the pages it serves tell each other while a talk is written: plain data, as JSON.

/** What a page of the author's server carries in its head, so that it can speak with the server. */
export interface LiveTicket {
  /** Lets it in; the author's own machine gets another than the rest of the world. */
  readonly token: string
  readonly role: 'author' | 'audience'
  /** The deck's, or '' for the home page. */
  readonly slug: string
  /** Changes with everything of the page but its slides. */
  readonly face: string
  /** Whether an edit elsewhere leaves the talk where it is. */
  readonly stay: boolean
  /** Whether these are the first slides only, and the others will follow. */
  readonly part: boolean
}

/** A slide by what it is made of: its section carries the hash as `data-hash`. */
export interface LiveSlide {
  readonly hash: string
  readonly key: string
  readonly below: boolean
}

/** What only the author may know of a slide. */
export interface LiveFacts {
  readonly file: string
  readonly line: number
  readonly steps: number
  readonly notesWords: number
  /** Planned, minutes. */
  readonly minutes: number | null
}

/** A problem, with the source beside it. */
export interface LiveProblem {
  readonly file: string
  readonly line: number | null
  readonly column: number | null
  readonly severity: 'error' | 'warning' | 'info'
  readonly rule: string
  readonly message: string
  readonly note: string | null
  readonly frame: string
}

/** How a deck stands now. */
export interface LiveNews {
  readonly slug: string
  readonly face: string
  readonly css: string
  readonly slides: readonly LiveSlide[]
  /** By hash: the sections that the page has not got. */
  readonly html: Readonly<Record<string, string>>
  readonly author?: {
    readonly file: string
    readonly title: string
    readonly facts: readonly LiveFacts[]
    readonly problems: readonly LiveProblem[]
    /** Whether the slides are the last good ones, since the deck cannot be shown as it is. */
    readonly broken: boolean
    /** What stands over the problems, where it is not the deck that is broken. */
    readonly head?: string
  }
}

/** What a page says first: which slides it has. */
export interface LiveHello {
  readonly slug: string
  readonly hashes: readonly string[]
}

/** A place to be opened in the author's editor. */
export interface LivePlace {
  readonly file: string
  readonly line: number
  readonly column: number
}

/** A few words for the author. */
export interface LiveWords {
  readonly text: string
}

/** The names of the messages: two that the server sends, two that pages send. */
export type LiveEvent = 'deckhand:news' | 'deckhand:words' | 'deckhand:hello' | 'deckhand:edit'
