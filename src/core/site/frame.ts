// What the pages of a site share and only the edge knows; and what a site is.

import type { Diagnostic } from '../deck/diagnostic.ts'

/** A file to fetch before the page asks for it. */
export interface Preload {
  readonly href: string
  /** A media type: `font/woff2`. */
  readonly type: string
}

/** The surroundings of every page. Paths are relative to the site's root. */
export interface Frame {
  readonly title: string
  readonly lang: string
  /** The talk's script: classic, deferred. */
  readonly script: string
  readonly styles: readonly string[]
  readonly preload: readonly Preload[]
  /** Runs before the first paint; written into the page and allowed by its hash. */
  readonly boot: string
  /** Rules for the first paint; written into the page and allowed by their hash. */
  readonly critical: string
  /** SHA-256 of a text's UTF-8 bytes, base64. */
  readonly sha256: (text: string) => string
  /** Links to folders, for servers that find `index.html` themselves; without it pages open as files too. */
  readonly cleanUrls?: boolean
  /** Where the site is served from, as `/talks/`; only the page for lost addresses needs it. */
  readonly base?: string
  /**
   * Set by a server whose pages stay in touch with it: every page then runs the script, may connect to where it came
   * from, and carries this text in `<meta name="deckhand-live">`.
   */
  readonly live?: string
  /** The theme of the pages that are no deck's; the first deck's where it is not given. */
  readonly theme?: string
}

/** A file of the site. */
export interface SiteFile {
  readonly path: string
  readonly text: string
}

/** What became of a deck. */
export interface SiteDeck {
  readonly file: string
  readonly slug: string
  /** Relative to the site's root. */
  readonly url: string
  readonly title: string
  readonly slides: number
  readonly steps: number
  /** UTF-8 bytes of its page. */
  readonly bytes: number
}

/** The pages of a site; pictures, script and theme are put beside them by the edge. */
export interface Site {
  readonly files: readonly SiteFile[]
  readonly decks: readonly SiteDeck[]
  readonly diagnostics: readonly Diagnostic[]
}
