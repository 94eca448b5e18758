// Where something stands in a source.

/** A place in a source: 1-based line and column, 0-based offset into the text with LF line ends. */
export interface Point {
  readonly line: number
  readonly column: number
  readonly offset: number
}

/** A stretch of a source; `end` is just past its last character. */
export interface Position {
  readonly start: Point
  readonly end: Point
}
