// Gives every slide its address: the key written for it, else one made of its title.

import type { Nodes } from 'mdast'
import type { Deck, Slide } from '../deck/deck.ts'
import { diagnostic } from '../deck/diagnostic.ts'
import type { Context } from './context.ts'
import { mediaIn } from './media.ts'
import { signatureOf } from './signature.ts'
import { claim, hashOf, notOnlyDigits, slugOf } from './slug.ts'
import { wordsOf } from './words.ts'

/** Ids that the page itself has. */
const reserved: readonly string[] = ['slides', 'talk']

/**
 * Keys are unique in the deck and never all digits. Written keys come first; the rest are slugs of titles, of a
 * picture's name, or a hash of the content, told apart by `-2`, `-3`. A key written twice is reported
 * (`duplicate-key`).
 *
 * Aliases keep other addresses working: what the states of a build-up would be called if they were slides, with
 * their step, and what a slide with a key of its own would be called by its title.
 */
export function assignKeys(deck: Deck, context: Context): Deck {
  const taken = new Set<string>(reserved)
  const written = deck.slides.map(slide =>
    slide.key ? claimWritten(slide, taken, deck, context) : undefined,
  )
  const bases = deck.slides.map(baseKey)
  const keys = deck.slides.map((_, index) => written[index] ?? claim(bases[index] as string, taken))
  const unmerged = keysOfStates(deck.slides, bases)
  const slides = deck.slides.map((slide, index): Slide => {
    const wished = [
      ...slide.aliases.map((alias, at) => ({
        ...alias,
        key: notOnlyDigits(alias.key || (unmerged[index]?.[at] ?? '')),
      })),
      ...(slide.key ? [{ key: bases[index] as string, step: 0 }] : []),
    ]
    const aliases = wished.filter(({ key }) => {
      if (key === '' || taken.has(key)) return false
      taken.add(key)
      return true
    })
    return { ...slide, key: keys[index] as string, aliases }
  })
  return { ...deck, slides }
}

function claimWritten(slide: Slide, taken: Set<string>, deck: Deck, context: Context): string {
  const wished = notOnlyDigits(slide.key.normalize('NFC'))
  const key = claim(wished, taken)
  if (key !== wished) {
    const message = `The key \`${wished}\` is taken; this slide is \`${key}\``
    context.report(
      diagnostic(slide.file ?? deck.source.path, 'duplicate-key', message, { position: slide.position }),
    )
  }
  return key
}

/** What a slide is called before it is told apart from others. */
function baseKey(slide: Slide): string {
  return (
    slugOf(slide.title ?? '') ||
    slugOf(headingIn(slide.body)) ||
    slugOf(pictureName(slide)) ||
    `slide-${hashOf(signatureOf(slide.body))}`
  )
}

/** The first heading of a slide whose content begins with something else. */
function headingIn(node: Nodes): string {
  if (node.type === 'heading') return wordsOf(node)
  if (!('children' in node)) return ''
  for (const child of node.children) {
    const found = headingIn(child)
    if (found) return found
  }
  return ''
}

/** The file name of the first picture, without its ending. */
function pictureName(slide: Slide): string {
  const first = mediaIn(slide.body)[0]
  const address = slide.background?.image ?? (first && 'url' in first ? first.url : '')
  if (address.startsWith('data:')) return ''
  const path = address.replace(/[?#].*$/, '')
  return path.replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, '')
}

/** For each slide, what each of its aliases without a key would be called if build-ups were kept. */
function keysOfStates(slides: readonly Slide[], bases: readonly string[]): string[][] {
  const taken = new Set<string>([...reserved, ...slides.map(slide => slide.key)])
  return slides.map((slide, index) => {
    const base = bases[index] as string
    if (!slide.key) claim(base, taken)
    return slide.aliases.map(({ key }) => key || claim(base, taken))
  })
}
