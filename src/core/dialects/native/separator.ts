// The native separator: `--` alone, with words that are classes or a layout, or with attributes in braces.

import { type AttributesRead, readAttributes } from '../../syntax/attributes.ts'

/** What a separator line says. */
export interface Separator {
  /** Bare words, in order; a layout's name among them is still a word. */
  readonly words: readonly string[]
  /** What the braces say, and at which character of the line they open. */
  readonly braces?: AttributesRead & { readonly from: number }
}

const alone = /^--[ \t]*$/
const opening = /^--[ \t]+(?=\S)/
const word = /^[a-z][\w-]*$/
const quote = /^ {0,3}>/

/**
 * Reads a line as a separator.
 *
 * @param text the line, which stands outside of every fence, comment and raw block
 * @param above the line before it; under a block quote, words are the name of who said it
 * @returns undefined where it is none: what is doubtful stays text
 */
export function readSeparator(text: string, above: string | undefined): Separator | undefined {
  if (alone.test(text)) return { words: [] }
  const lead = opening.exec(text)?.[0].length
  if (lead === undefined) return undefined
  const brace = text.indexOf('{')
  const words = text
    .slice(lead, brace < 0 ? undefined : brace)
    .split(/[ \t]+/)
    .filter(Boolean)
  if (!words.every(each => word.test(each))) return undefined
  if (brace < 0) return above !== undefined && quote.test(above) ? undefined : { words }
  const read = readAttributes(text, brace)
  if (!read || text.slice(read.end).trim() !== '') return undefined
  return { words, braces: { ...read, from: brace } }
}

/** Why a line may have been meant as a separator though it is none. */
export function looksLikeSeparator(text: string, above: string | undefined): string | undefined {
  const line = text.trim()
  if (/^[–—]$/.test(line)) return 'a dash, not two hyphens'
  if (!line.startsWith('--') || /^---/.test(line)) return undefined
  if (line === '--') return 'it does not begin at the start of the line'
  if (/^--[ \t]/.test(text)) {
    if (above !== undefined && quote.test(above)) return undefined
    return 'not every word behind it looks like a class'
  }
  return /^--(?:\{.*\}|[a-z][\w-]*)$/.test(line) ? 'a blank is missing behind the two hyphens' : undefined
}
