// The layouts and the ways to fit a slide by name, and whether a word is one.

import type { FitMode, LayoutName } from './deck.ts'

const names: Readonly<Record<LayoutName, true>> = {
  title: true,
  section: true,
  content: true,
  center: true,
  statement: true,
  quote: true,
  columns: true,
  split: true,
  image: true,
  code: true,
  end: true,
}

/** Whether a word names a layout. */
export function isLayout(word: string): word is LayoutName {
  return Object.hasOwn(names, word)
}

/** The ways to fit a slide, the usual one first. */
export const fitModes: readonly FitMode[] = ['shrink', 'warn', 'error', 'off']

/** Whether a word names a way to fit a slide. */
export function isFitMode(word: string): word is FitMode {
  return fitModes.some(mode => mode === word)
}
