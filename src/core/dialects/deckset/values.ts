// What Deckset's keys and commands may say: levels of headings, footers, transitions.

import { toString as textOf } from 'mdast-util-to-string'
import type { Transition } from '../../deck/deck.ts'
import { parseMarkdown } from '../../syntax/markdown.ts'

/** What the document says for all its slides, beyond its meta. */
export interface Options {
  /** Levels of headings that open a slide. */
  dividers: readonly number[]
  /** Levels of headings that are set as large as fits. */
  fitHeaders: readonly number[]
  /** The language of code that names none. */
  codeLanguage?: string
  /** A picture behind every slide. */
  background?: string
  /** Declarations for text and headings. */
  text?: string
  header?: string
}

/** `#, ##` as levels. */
export function readLevels(value: string): number[] | undefined {
  const levels = value.split(/[\s,]+/).filter(Boolean)
  return levels.every(level => /^#{1,6}$/.test(level)) ? levels.map(level => level.length) : undefined
}

/** What a footer says: its words, and whether it holds a picture, which is not shown. */
export function readFooter(value: string): { readonly words: string; readonly picture: boolean } {
  const words = textOf(parseMarkdown(value), { includeImageAlt: false }).replace(/\s+/g, ' ').trim()
  return { words, picture: /!\[[^\]]*\]\(/.test(value) }
}

/** A transition as one of ours, and whether it is another than was asked for. */
export function readTransition(value: string): { readonly as: Transition; readonly exact: boolean } {
  const name = /^[a-z]+/i.exec(value.trim())?.[0].toLowerCase() ?? ''
  if (/^(?:false|none|no|off)$/.test(name)) return { as: 'none', exact: true }
  return { as: 'fade', exact: /^(?:true|fade|yes|on)$/.test(name) }
}
