// The overview: all slides as a grid of cards; the style sheet draws it, this opens and closes it.

import type { Talk } from './reveal.ts'

/** Opens and closes the overview. */
export interface Overview {
  readonly isOpen: () => boolean
  readonly toggle: () => void
  /** Draws it again, after slides came, went or moved. */
  readonly refresh: () => void
}

/** What is on a slide; in the overview nothing of it can be reached, only the slide as a whole. */
const frameOf = (slide: Element): Element | null => slide.querySelector(':scope > .slide-frame')

/** Makes the overview of a talk; a click or Enter on a card goes there. */
export function createOverview(root: HTMLElement, talk: Talk): Overview {
  const page = document.documentElement
  const isOpen = (): boolean => page.hasAttribute('data-overview')

  const open = (): void => {
    page.setAttribute('data-overview', '')
    root.classList.add('overview')
    for (const section of root.querySelectorAll<HTMLElement>('.slides section')) {
      for (const name of ['aria-hidden', 'hidden', 'inert']) section.removeAttribute(name)
    }
    for (const slide of talk.getSlides()) {
      slide.tabIndex = 0
      frameOf(slide)?.setAttribute('inert', '')
    }
    const current = talk.getCurrentSlide()
    current?.scrollIntoView({ block: 'center' })
    current?.focus({ preventScroll: true })
  }
  const close = (slide?: HTMLElement): void => {
    page.removeAttribute('data-overview')
    root.classList.remove('overview')
    for (const each of talk.getSlides()) {
      each.removeAttribute('tabindex')
      frameOf(each)?.removeAttribute('inert')
    }
    root.scrollTop = 0
    const here = slide ?? talk.getCurrentSlide()
    if (!here) return
    const { h, v, f } = talk.getIndices(here)
    talk.slide(h, v, here === talk.getCurrentSlide() ? f : -1)
    talk.sync()
  }
  const chosen = (event: Event): HTMLElement | null =>
    event.target instanceof Element ? event.target.closest<HTMLElement>('.slide') : null

  root.addEventListener(
    'click',
    event => {
      const slide = chosen(event)
      if (!isOpen() || !slide) return
      event.preventDefault()
      event.stopPropagation()
      close(slide)
    },
    true,
  )
  root.addEventListener('keydown', event => {
    const slide = chosen(event)
    if (!isOpen() || !slide || (event.key !== 'Enter' && event.key !== ' ')) return
    event.preventDefault()
    close(slide)
  })
  const refresh = (): void => {
    if (isOpen()) open()
  }
  return { isOpen, toggle: () => (isOpen() ? close() : open()), refresh }
}
