// The names of the dialects, for whoever needs no more of them.

/** As `dialect:` and `--dialect` take them. */
export const dialectNames: readonly string[] = ['native', 'cleaver', 'deckset', 'numbered-notes', 'outline']
