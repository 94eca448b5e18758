// Which way a slide is written: by its language where that is named, else by its letters.

import type { Nodes } from 'mdast'
import type { PublicSlide } from '../deck/deck.ts'
import { directionOf } from './words.ts'

const rightToLeft =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/gu
const letters = /\p{L}/gu
/** Where the first of their blocks begins; most texts have nothing from there on, and need not be counted. */
const mayBeRightToLeft = /[\u0590-\uffff]/

/**
 * The direction of a slide, where that is not the deck's.
 *
 * @param lang the deck's language
 */
export function directionOfSlide(slide: PublicSlide, lang: string): 'ltr' | 'rtl' | undefined {
  const usual = directionOf(lang)
  const own = slide.lang ? directionOf(slide.lang) : byLetters(wordsOf(slide.body), usual)
  return own === undefined || own === usual ? undefined : own
}

/** By most of the letters; undefined where there are none, or too few to tell. */
function byLetters(text: string, usual: 'ltr' | 'rtl'): 'ltr' | 'rtl' | undefined {
  if (usual === 'ltr' && !mayBeRightToLeft.test(text)) return undefined
  const all = text.match(letters)?.length ?? 0
  const against = text.match(rightToLeft)?.length ?? 0
  if (all < 3) return undefined
  return against > all / 2 ? 'rtl' : 'ltr'
}

/** The words of a tree; code is written from the left in every language. */
function wordsOf(node: Nodes): string {
  if (node.type === 'text') return `${node.value} `
  return 'children' in node ? (node.children as Nodes[]).map(wordsOf).join('') : ''
}
