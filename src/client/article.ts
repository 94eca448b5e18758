// The article's own tools: the Present button, the table of contents, and addresses with steps.

import { findSlide, parsePlace } from './location.ts'
import { titleText } from './titles.ts'
import type { Words } from './words.ts'

/** The address of this page in the other view, at the slide that is being read. */
export function viewAddress(view: 'talk' | 'read', key: string | undefined): string {
  return `?view=${view}${key ? `#/${encodeURIComponent(key)}` : ''}`
}

/** The slide at the top of the window. */
function slideInView(slides: readonly HTMLElement[]): HTMLElement | undefined {
  return slides.findLast(slide => slide.getBoundingClientRect().top < innerHeight / 3)
}

/** Adds Present to the bar; it starts at the slide that is being read. */
export function addPresent(words: Words, slides: readonly HTMLElement[]): void {
  const link = document.createElement('a')
  link.className = 'bar-button'
  link.textContent = words.present
  const refresh = (): void => {
    const here = scrollY < 40 ? undefined : slideInView(slides)
    link.href = viewAddress('talk', here?.id)
  }
  refresh()
  addEventListener('scroll', refresh, { passive: true })
  document.querySelector('.deck-bar')?.append(link)
}

/** Adds the table of contents: a slide each title, sections in bold. */
export function addContents(words: Words, slides: readonly HTMLElement[]): void {
  const titled = slides.filter(
    slide =>
      slide.dataset.visibility !== 'hidden' &&
      !slide.classList.contains('continued') &&
      slide.querySelector('.slide-title:not(.visually-hidden)'),
  )
  if (titled.length < 4) return
  const nav = document.createElement('nav')
  nav.className = 'toc'
  nav.setAttribute('aria-label', words.contents)
  const details = document.createElement('details')
  const summary = document.createElement('summary')
  summary.textContent = words.contents
  const list = document.createElement('ol')
  for (const slide of titled) {
    const item = document.createElement('li')
    if (slide.dataset.layout === 'section') item.className = 'toc-section'
    const link = document.createElement('a')
    link.href = `#/${encodeURIComponent(slide.id)}`
    link.textContent = titleText(slide)
    item.append(link)
    list.append(item)
  }
  details.append(summary, list)
  nav.append(details)
  details.open = matchMedia('(min-width: 84rem)').matches
  document.querySelector('.deck-bar')?.after(nav)
}

/** Goes to the slide the address names where the browser alone cannot: a step, an old key. */
export function scrollToPlace(slides: readonly HTMLElement[]): void {
  const place = parsePlace(location.hash)
  if (!place || document.getElementById(`/${place.key}${place.step ? `/${place.step}` : ''}`)) return
  findSlide(slides, place)?.slide.scrollIntoView()
}
