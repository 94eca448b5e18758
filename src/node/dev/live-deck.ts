// A page as the live server shows it: its slides by content, and everything of it but the slides by a hash.

import { createHash } from 'node:crypto'
import { type Frame, type LiveSlide, type Page, writeDeckPage } from '../../core/index.ts'

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
    const hash = hashOf(slide.html)
    const section = slide.html.replace('<section', `<section data-hash="${hash}"`)
    slides.push({ hash, key: slide.key, below: slide.below })
    html.set(hash, section)
    return { ...slide, html: section }
  })
  const bare = page.slides.map(slide => ({ ...slide, html: '' }))
  return {
    page: { ...page, slides: marked },
    slides,
    html,
    face: hashOf(writeDeckPage({ ...page, css: '', slides: bare }, { ...frame, live: '' })),
  }
}

/** Ten signs for a text. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 10)
}
