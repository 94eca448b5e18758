// Versions of a talk: slides marked `only=` for others are left out.

import type { Deck } from '../deck/deck.ts'
import { diagnostic } from '../deck/diagnostic.ts'
import type { Context } from './context.ts'

/**
 * Without a variant asked for, all slides stay. With one, those without `only` and those that name it stay. A
 * variant that no slide names is reported (`variant-unknown`): it is probably misspelt.
 */
export function chooseVariant(deck: Deck, context: Context): Deck {
  const { variant } = context
  if (variant === undefined) return deck
  const known = new Set(deck.slides.flatMap(slide => slide.only))
  if (!known.has(variant)) {
    const all = [...known].sort().map(name => `\`${name}\``)
    const note = all.length > 0 ? `The deck has ${all.join(', ')}.` : undefined
    const message = `No slide is for the variant \`${variant}\``
    context.report(diagnostic(deck.source.path, 'variant-unknown', message, { note }))
  }
  const slides = deck.slides.filter(({ only }) => only.length === 0 || only.includes(variant))
  return { ...deck, slides }
}
