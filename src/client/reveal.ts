// The one place that imports reveal.js: its types have holes, so what we use of it is written down here.

import Reveal from 'reveal.js'

/** Where a talk stands: horizontal and vertical index, and the last step shown (-1 is none). */
export interface Indices {
  readonly h: number
  readonly v: number
  readonly f?: number
}

export type RevealEvent = 'slidechanged' | 'fragmentshown' | 'fragmenthidden' | 'paused' | 'resumed'

/** What Deckhand uses of a reveal.js deck. */
export interface Talk {
  initialize(): Promise<unknown>
  on(type: RevealEvent, listener: () => void): void
  slide(h: number, v?: number, f?: number): void
  next(): void
  prev(): void
  left(): void
  right(): void
  up(): void
  down(): void
  togglePause(force?: boolean): void
  isPaused(): boolean
  getIndices(slide?: HTMLElement): Indices
  getCurrentSlide(): HTMLElement | undefined
  getSlides(): HTMLElement[]
  getHorizontalSlides(): HTMLElement[]
  hasVerticalSlides(): boolean
  getSlidePastCount(): number
  sync(): void
  syncSlide(slide: HTMLElement): void
  syncFragments(slide: HTMLElement): void
  /** Shows the slide on screen at a step; -1 is before the first. */
  navigateFragment(step: number): boolean
  layout(): void
}

/**
 * Makes a reveal.js deck that obeys nobody but this page.
 *
 * @param element the page's `.reveal`
 * @returns the deck, not yet initialised
 */
export function createTalk(element: HTMLElement): Talk {
  const options = {
    // The style sheet scales the stage; addresses, keys, overview and tools are ours.
    disableLayout: true,
    hash: false,
    history: false,
    respondToHashChanges: false,
    fragmentInURL: false,
    jumpToSlide: false,
    keyboard: false,
    overview: false,
    controls: false,
    help: false,
    slideNumber: false,
    progress: element.dataset.progress !== 'false',
    touch: true,
    pause: true,
    center: false,
    margin: 0,
    rtl: document.documentElement.dir === 'rtl',
    hideInactiveCursor: false,
    focusBodyOnPageVisibilityChange: false,
    // No page that embeds this one may steer it or read from it.
    postMessage: false,
    postMessageEvents: false,
    previewLinks: false,
    // No second view of its own, whatever the width.
    scrollActivationWidth: 0,
    autoAnimate: false,
    autoSlide: 0,
    transition: 'none',
    backgroundTransition: 'none',
    viewDistance: 2,
    plugins: [],
  } as const
  // Its own declarations want a mutable options bag and type events loosely; the shape above is what it takes.
  return new Reveal(element, { ...options, plugins: [] }) as unknown as Talk
}
