// What a talk offers to tools that have it open: `outline --browser`, `check`, tests.

import type { SlideMeasure } from '../core/deck/measure.ts'

export interface Outside {
  /** Fits and measures every slide. */
  measureSlides(): Promise<SlideMeasure[]>
  /** Goes to a slide, at a step; steps count from 1, 0 is before the first. */
  show(slide: HTMLElement, step: number): void
}

declare global {
  interface Window {
    deckhand?: Outside
  }
}
