// transform: a deck as written becomes a deck as meant.

import type { Assets, Deck } from './deck/deck.ts'
import { type Diagnostic, inOrder } from './deck/diagnostic.ts'
import { type Ignore, unignored } from './deck/ignore.ts'
import { transforms } from './transforms/index.ts'

export interface TransformAsk {
  /** The version of the talk to make: slides marked `only=` for others are left out. Absent keeps all. */
  readonly variant?: string
}

/**
 * Works out what a deck means: included slides, titles, build-ups, pictures, code, steps, layouts, keys, links.
 *
 * Pure: the deck handed in is not changed, and the same deck and assets give equal results. Never throws for
 * what an author wrote; problems join the deck's diagnostics. Never reads a file: what a deck needs is in
 * `assets`, and what is missing there is reported and shown as missing.
 *
 * @param deck as `read` gave it, not yet transformed
 * @param assets what was found for `deck.needs`; with none at all, local files are taken to exist
 */
export function transform(deck: Deck, assets: Assets = new Map(), ask: TransformAsk = {}): Deck {
  const diagnostics: Diagnostic[] = [...deck.diagnostics]
  const context = {
    assets,
    report: (problem: Diagnostic) => void diagnostics.push(problem),
    ...(ask.variant === undefined ? {} : { variant: ask.variant }),
  }
  const meant = transforms.reduce((soFar, apply) => apply(soFar, context), deck)
  const ignores = ignoresOf(deck, assets)
  return {
    ...meant,
    diagnostics: inOrder(unignored(diagnostics, ignores)),
    ...(ignores.length > 0 ? { ignores } : {}),
  }
}

/** What comments quiet in the deck, in its notes and in the decks it includes. */
function ignoresOf(deck: Deck, assets: Assets): Ignore[] {
  const others = [...assets.values()].flatMap(asset => (asset.kind === 'deck' ? [asset.deck] : []))
  return [deck, ...others]
    .flatMap(each => [each, ...(each.companion ? [each.companion] : [])])
    .flatMap(({ ignores = [] }) => ignores)
}
