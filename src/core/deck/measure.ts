// What a browser says of one slide of a talk: how it was made to fit, what still overflows, its smallest type.

/** One slide, measured on its stage of 1280×720 (or 960×720), in pixels of that stage. */
export interface SlideMeasure {
  readonly key: string
  readonly layout: string
  /** `off` where nothing was to be fitted. */
  readonly fit: 'shrink' | 'off'
  /** Steps that type was set down: 0 is as designed, 1 is 28/20, 2 is 24/18, 3 is 24/16. */
  readonly step: number
  readonly tightened: boolean
  /** Whether its title had to leave the place it has in its layout. */
  readonly raised: boolean
  /** Columns that lists or code were set in. */
  readonly columns: number
  /** What the body was scaled by; 1 where it fits. */
  readonly scale: number
  /** By how much it leaves its room at the smallest sizes, before it is scaled; 0 where it fits. */
  readonly overflow: number
  /** The block that does: what it is, and which of its kind; `code 1`. */
  readonly block: string | null
  /** What leaves the stage as it is shown. */
  readonly cut: number
  readonly smallestText: number | null
  readonly smallestCode: number | null
  /** The words that are set too small, where some are. */
  readonly smallestWords: string
  /** Whether nothing stands below its title. */
  readonly alone: boolean
  /** The half of the stage that its words have, where a picture has the other. */
  readonly side: 'left' | 'right' | null
  /** Where the title begins, from the side its language begins at and from the top. */
  readonly title: { readonly x: number; readonly y: number } | null
}
