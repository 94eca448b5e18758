// Type that the last row of a room cannot read.

import type { Small } from '../../core/deck/sight.ts'
import { lineWithin } from '../lines.ts'
import type { ShownText } from './texts.ts'

/** Pixels of a stage of 1280×720: a fortieth of its height for words, a forty-fifth for code. */
const least = { words: 18, code: 16 } as const

/** One finding for each size that is too small: the first text that has it. */
export function findSmall(texts: readonly ShownText[]): Omit<Small, 'key' | 'step'>[] {
  const found = new Map<string, Omit<Small, 'key' | 'step'>>()
  for (const { element, words, size: exact, isCode } of texts) {
    const size = Math.round(exact * 10) / 10
    const name = `${size} ${isCode}`
    if (size >= (isCode ? least.code : least.words) || found.has(name)) continue
    found.set(name, { fault: 'small', size, code: isCode, line: lineWithin(element), words })
  }
  return [...found.values()]
}
