// What a thread keeps of a deck that is served live, for the next time it is worked.

import type { Diagnostic, Page, RenderedSlide } from '../core/index.ts'

/** What a deck came to the last time this thread worked it. */
export interface Past {
  /** With LF line ends. */
  readonly text: string
  readonly page: Page
  /** The files its slides were written in, where that is not the deck's. */
  readonly origins: readonly (string | undefined)[]
  /** What was worked of it alone, by excerpt; goes from one version of the deck to the next. */
  readonly proofs: Proofs
}

/** What excerpts came to: they need not be worked again to know. */
export interface Proofs {
  readonly get: (excerpt: string) => Worked | undefined
  readonly put: (worked: Worked) => void
}

/** What an excerpt of a deck's text came to. */
export interface Worked {
  readonly excerpt: string
  /** The slides it was worked for. */
  readonly slides: readonly RenderedSlide[]
  /** Those that were worked with them. */
  readonly beside: readonly RenderedSlide[]
  readonly css: string
  readonly problems: readonly Diagnostic[]
}

/** Excerpts that are kept: those of the slides that an author is likely to be at. */
const mostProofs = 128

/** Remembers what excerpts came to, the newest of them. */
export function createProofs(): Proofs {
  const proofs = new Map<string, Worked>()
  return {
    get: excerpt => proofs.get(excerpt),
    put(worked) {
      proofs.delete(worked.excerpt)
      proofs.set(worked.excerpt, worked)
      const [oldest] = proofs.keys()
      if (proofs.size > mostProofs && oldest !== undefined) proofs.delete(oldest)
    },
  }
}

/** Decks that are kept: more are not written at once. */
const most = 8

/** Keeps what a deck came to, and forgets the deck that was not worked for longest. */
export function keepPast(past: Map<string, Past>, path: string, now: Past): void {
  past.delete(path)
  past.set(path, now)
  const [oldest] = past.keys()
  if (past.size > most && oldest !== undefined) past.delete(oldest)
}
