// A page as the live server shows it: its slides by content, and everything of it but the slides by a hash.

import { createHash } from 'node:crypto'
import { type Frame, type LiveSlide, type Page, writeDeckPage } from '../../core/index.ts'
import type { Glimpse } from '../task.ts'

/** A page whose sections carry the hash of what they are made of. */
export interface LiveDeck {
  readonly page: Page
  readonly slides: readonly LiveSlide[]
  /** Sections by hash. */
  readonly html: ReadonlyMap<string, string>
  /** Changes with everything of the page but slides and their rules. */
  readonly face: string
}

/** Marks the slides of a page. */
export function liveDeck(page: Page, frame: Frame): LiveDeck {
  const slides: LiveSlide[] = []
  const html = new Map<string, string>()
  const marked = page.slides.map(slide => {
    const { hash, section } = mark(slide.html)
    slides.push({ hash, key: slide.key, below: slide.below })
    html.set(hash, section)
    return { ...slide, html: section }
  })
  // Of slides no more than their times is said elsewhere on the page.
  const bare = page.slides.filter(({ minutes }) => minutes).map(slide => ({ ...slide, html: '' }))
  return {
    page: { ...page, slides: marked },
    slides,
    html,
    face: hashOf(writeDeckPage({ ...page, css: '', slides: bare }, { ...frame, live: '' })),
  }
}

/**
 * A page with some slides as they will be.
 *
 * @returns undefined where the glimpse is of another version of the page
 */
export function glimpsed(live: LiveDeck, { slides, css }: Glimpse): LiveDeck | undefined {
  const next = [...live.slides]
  const html = new Map(live.html)
  for (const { at, before, html: after } of slides) {
    const slide = next[at]
    if (!slide || slide.hash !== hashOf(before)) return undefined
    const { hash, section } = mark(after)
    next[at] = { ...slide, hash }
    html.set(hash, section)
  }
  const rules = new Set(live.page.css.split('\n'))
  const fresh = css.split('\n').filter(rule => !rules.has(rule))
  return { ...live, page: { ...live.page, css: [...rules, ...fresh].join('\n') }, slides: next, html }
}

function mark(html: string): { readonly hash: string; readonly section: string } {
  const hash = hashOf(html)
  return { hash, section: html.replace('<section', `<section data-hash="${hash}"`) }
}

/** Ten signs for a text. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 10)
}
