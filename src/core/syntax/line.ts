// A line of a source, and what it is known to stand in.

/** A block that owns its lines whatever they say. */
export interface Enclosure {
  readonly kind: 'fence' | 'comment' | 'raw'
  /** 1-based line that opens it. */
  readonly line: number
  /** Whether its own closer ends it; otherwise the slide does. */
  readonly closed: boolean
  /** A closed fence in a list, that its lines may be out of: the column they would have to begin at. */
  readonly content?: number
}

/** One line of a source, without its line end. */
export interface Line {
  /** 1-based. */
  readonly number: number
  /** Of its first character, in the text with LF line ends. */
  readonly offset: number
  readonly text: string
  /** The block it opens, continues or closes; such a line is never a separator or a note marker. */
  readonly inside?: Enclosure
  /** Where a comment begins that the parser would not see as one; the text of the line ends there. */
  readonly commentFrom?: number
  /** Where such a comment ends; the text of the line begins there. */
  readonly commentTo?: number
  /** Characters at its start that a dialect takes for a mark or a mere indent: the parser does not see them. */
  readonly dedent?: number
}
