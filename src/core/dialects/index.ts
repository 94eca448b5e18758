// The dialects Deckhand reads, one line each; where evidence is equal, the earlier one is taken.

import { cleaver } from './cleaver.ts'
import { deckset } from './deckset.ts'
import type { Dialect } from './dialect.ts'
import { native } from './native.ts'
import { numberedNotes } from './numbered-notes.ts'
import { outline } from './outline.ts'

export const dialects: readonly [Dialect, ...Dialect[]] = [native, cleaver, deckset, numberedNotes, outline]
