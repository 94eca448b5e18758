// The layouts by name, and whether a word is one.

import type { LayoutName } from './deck.ts'

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
