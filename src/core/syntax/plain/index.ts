// Reads the plain shapes that most slides are made of, many times faster than the whole parser, which stays the
// reference: whatever is not surely plain is left to it.

import type { Root } from 'mdast'
import { readBlocks } from './blocks.ts'
import { createPlaces } from './places.ts'

/** Carriage returns, nulls and byte order marks are the parser's to mend. */
const strange = /[\0\r\uFEFF]/

/**
 * Reads headings, paragraphs, lists of short items and fenced code, with emphasis, code, links and pictures in them.
 *
 * @param text LF line ends
 * @returns the very tree that the parser would give, positions included; undefined where this reader is not sure
 */
export function readPlain(text: string): Root | undefined {
  if (strange.test(text)) return undefined
  const lines = text.split('\n')
  const places = createPlaces(lines)
  const children = readBlocks(lines, places, text)
  if (!children) return undefined
  return { type: 'root', children, position: places.between(0, text.length) }
}
