// What this copy of Deckhand is: its version, and a mark that changes whenever its code does.

declare const __DECKHAND_VERSION__: string | undefined
declare const __DECKHAND_BUILD__: string | undefined

/** As in package.json; `0.0.0` when run from the sources. */
export const version = typeof __DECKHAND_VERSION__ === 'string' ? __DECKHAND_VERSION__ : '0.0.0'

/** A hash of all sources and of the lockfile, set when the package is built; caches are keyed by it. */
export const buildId = typeof __DECKHAND_BUILD__ === 'string' ? __DECKHAND_BUILD__ : 'source'
