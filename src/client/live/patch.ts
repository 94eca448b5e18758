// Changes a page's slides to what the server says they are now, and nothing else of it.

import type { LiveNews } from '../../core/site/live.ts'
import { arrange, type Placing } from './arrange.ts'
import { firstDifference } from './difference.ts'
import { match, type Piece } from './match.ts'
import { renew, sameDress, sectionOf, writtenClasses } from './renew.ts'

/** A section with new content. */
export interface Edited {
  readonly section: HTMLElement
  readonly difference?: Element | undefined
  /** Whether it is more than words: a background, media, other classes, which reveal.js has to be told of. */
  readonly rich?: boolean
  /** Whether nothing but its content is new: what stands round the slide, and its address, need no look. */
  readonly within?: boolean
}

/** What became of the slides. */
export interface Patched {
  /** Sections with new content, in order, each with what is different in it; new sections have none. */
  readonly edited: readonly Edited[]
  readonly added: readonly HTMLElement[]
  /** Whether slides came, went or moved. */
  readonly rearranged: boolean
  /** For a section that went: the one that stands in its place now. */
  readonly heirOf: (section: HTMLElement) => HTMLElement | undefined
}

/** All slides of a page, in order. */
export function slidesIn(root: ParentNode): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>('.slides section.slide')]
}

/**
 * Patches the slides.
 *
 * @param root of the talk
 * @param renewed called for each section that has new content, before it is put in its place
 * @returns undefined where the page has not got what the news speak of, and has to say anew what it has
 */
export function patch(
  root: HTMLElement,
  news: LiveNews,
  renewed: (section: HTMLElement) => void,
): Patched | undefined {
  const holder = root.querySelector<HTMLElement>('.slides')
  const old = slidesIn(root)
  const hashes = new Set(old.map(section => section.dataset.hash))
  if (!holder || news.slides.some(({ hash }) => !hashes.has(hash) && !(hash in news.html))) return undefined

  const alone = onlyOne(old, news)
  if (alone)
    return { edited: [exchange(...alone, renewed)], added: [], rearranged: false, heirOf: one => one }

  const fresh = new Map<string, HTMLElement>()
  for (const [hash, html] of Object.entries(news.html)) {
    const section = sectionOf(html)
    if (section) fresh.set(hash, section)
  }
  const before = old.map(pieceOf)
  const found = match(
    before,
    news.slides.map(({ hash, key }): Piece => ({ hash, key, words: () => wordsOf(fresh.get(hash)) })),
  )
  const edited: Edited[] = []
  const added: HTMLElement[] = []
  const placings: Placing[] = []
  news.slides.forEach(({ hash, below }, at) => {
    const was = old[found[at] ?? -1]
    const next = fresh.get(hash)
    if (was && was.dataset.hash === hash) placings.push({ section: was, below })
    else if (was && next) {
      edited.push(exchange(was, next, renewed))
      placings.push({ section: was, below })
    } else if (next) {
      renewed(next)
      added.push(next)
      placings.push({ section: next, below })
    }
  })
  const rearranged = arrange(holder, placings)
  const kept = new Set(placings.map(({ section }) => section))
  return {
    edited,
    added,
    rearranged,
    heirOf(section) {
      const at = old.indexOf(section)
      return (
        old.slice(at).find(each => kept.has(each)) ??
        old.slice(0, Math.max(0, at)).findLast(each => kept.has(each)) ??
        placings[0]?.section
      )
    },
  }
}

/**
 * The most usual news: one slide says something else, and all others are what and where they were.
 *
 * @returns the section and its new version
 */
function onlyOne(
  old: readonly HTMLElement[],
  { slides, html }: LiveNews,
): [section: HTMLElement, next: HTMLElement] | undefined {
  if (old.length !== slides.length) return undefined
  let found: number | undefined
  for (const [at, section] of old.entries()) {
    const slide = slides[at]
    if (!slide || slide.below !== isBelow(section)) return undefined
    if (section.dataset.hash === slide.hash) continue
    if (found !== undefined || section.id !== slide.key) return undefined
    found = at
  }
  const section = found === undefined ? undefined : old[found]
  const next = found === undefined ? undefined : sectionOf(html[slides[found]?.hash ?? ''] ?? '')
  return section && next ? [section, next] : undefined
}

function isBelow({ parentElement, previousElementSibling }: HTMLElement): boolean {
  return parentElement?.classList.contains('stack') === true && previousElementSibling !== null
}

/** Gives a section its new content. */
function exchange(was: HTMLElement, next: HTMLElement, renewed: (section: HTMLElement) => void): Edited {
  const difference = firstDifference(was, next)
  const rich = isRich(was) || isRich(next) || writtenClasses(was) !== writtenClasses(next)
  const within = !rich && sameDress(was, next)
  renew(was, next)
  renewed(was)
  return { section: was, difference: difference === next ? was : difference, rich, within }
}

function isRich(section: HTMLElement): boolean {
  return (
    section.getAttributeNames().some(name => name.startsWith('data-background')) ||
    section.querySelector('video, audio, iframe') !== null
  )
}

function pieceOf(section: HTMLElement): Piece {
  return { hash: section.dataset.hash ?? '', key: section.id, words: () => wordsOf(section) }
}

/** The words of a section as it was written: what the client adds to code is not counted. */
function wordsOf(section: HTMLElement | undefined): string {
  if (!section) return ''
  const sources = [...section.querySelectorAll('[src]')].map(each => each.getAttribute('src') ?? '')
  const copies = [...section.querySelectorAll('.copy')].map(each => each.textContent ?? '')
  let text = section.textContent ?? ''
  for (const copy of copies) text = text.replace(copy, '')
  return [text, ...sources].join(' ')
}
