// What a browser says of the slides of a talk: how each was made to fit, what still overflows, its smallest type.

import type { SlideMeasure } from '../../core/deck/measure.ts'
import { excessOf, kindOf, slack } from './excess.ts'
import { fitSlide } from './fit.ts'

/**
 * Fits and measures every slide of the talk, those too that are far from where it stands.
 *
 * @param root the page's `.reveal`, as a talk
 */
export function measureSlides(root: HTMLElement): SlideMeasure[] {
  return [...root.querySelectorAll<HTMLElement>('section.slide')].map(slide => laidOut(slide, measure))
}

/** Runs something while a slide is laid out, wherever in the talk it is. */
function laidOut<Result>(slide: HTMLElement, run: (slide: HTMLElement) => Result): Result {
  const chain = [slide, slide.parentElement?.closest<HTMLElement>('section.stack')].filter(one => one != null)
  const before = chain.map(one => ({ one, display: one.style.display, hidden: one.hidden }))
  for (const { one } of before) {
    one.style.display = 'block'
    one.hidden = false
  }
  try {
    return run(slide)
  } finally {
    for (const { one, display, hidden } of before) {
      one.style.display = display
      one.hidden = hidden
    }
  }
}

function measure(slide: HTMLElement): SlideMeasure {
  fitSlide(slide)
  const { dataset } = slide
  const frame = slide.querySelector<HTMLElement>(':scope > .slide-frame')
  const body = frame?.querySelector<HTMLElement>(':scope > .slide-body')
  const now = frame ? excessOf(frame) : { pixels: 0 }
  const cut = now.pixels > slack ? Math.round(now.pixels) : 0
  const off = dataset.fit === 'off'
  return {
    key: slide.id,
    layout: dataset.layout ?? '',
    fit: off ? 'off' : 'shrink',
    step: off ? 0 : Number(dataset.fit ?? 0),
    tightened: dataset.tight !== undefined,
    raised: dataset.raised !== undefined,
    columns: Number(dataset.columns ?? (slide.querySelector('.code[data-columns]') ? 2 : 1)),
    scale: Number(body?.style.getPropertyValue('--shrink') || 1),
    overflow: Number(dataset.overflow ?? cut),
    block: dataset.overflowBlock ?? (cut > 0 && now.block ? `${kindOf(now.block)} 1` : null),
    cut,
    ...typeOf(slide, frame),
    alone: !body?.firstElementChild,
    side: frame?.querySelector(':scope > .placed-left')
      ? 'right'
      : frame?.querySelector(':scope > .placed-right')
        ? 'left'
        : null,
    title: placeOfTitle(slide),
  }
}

function placeOfTitle(slide: HTMLElement): SlideMeasure['title'] {
  const title = slide.querySelector<HTMLElement>('.slide-title:not(.visually-hidden)')
  const stage = slide.getBoundingClientRect()
  const scale = stage.width / slide.offsetWidth || 1
  if (!title) return null
  const box = title.getBoundingClientRect()
  const fromStart =
    getComputedStyle(slide).direction === 'rtl' ? stage.right - box.right : box.left - stage.left
  return { x: Math.round(fromStart / scale), y: Math.round((box.top - stage.top) / scale) }
}

/** The smallest type on a slide that shows, of words and of code, in pixels of the stage. */
function typeOf(
  slide: HTMLElement,
  frame: HTMLElement | null,
): Pick<SlideMeasure, 'smallestText' | 'smallestCode' | 'smallestWords'> {
  let text = Number.POSITIVE_INFINITY
  let code = Number.POSITIVE_INFINITY
  let words = ''
  const walker = document.createTreeWalker(frame ?? slide, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement
    if (!parent || !/\S/.test(node.textContent ?? '') || parent.closest('.visually-hidden, .copy')) continue
    if (parent.closest('svg, [hidden]') || parent.getClientRects().length === 0) continue
    const size = Number.parseFloat(getComputedStyle(parent).fontSize) * scaleOf(parent, slide)
    const isCode = parent.closest('pre, code, kbd, samp, tt, .code-title, .missing-src') !== null
    if (isCode ? size < code : size < text) {
      if (size < (isCode ? 16 : 20)) words = (node.textContent ?? '').trim().slice(0, 60)
      if (isCode) code = size
      else text = size
    }
  }
  const known = (size: number): number | null => (Number.isFinite(size) ? Math.round(size * 10) / 10 : null)
  return { smallestText: known(text), smallestCode: known(code), smallestWords: words }
}

/** What an element is scaled by on its slide: by the fit of the body. */
export function scaleOf(element: Element, slide: HTMLElement): number {
  const body = element.closest<HTMLElement>('.slide-body')
  if (!body || slide.dataset.overflow === undefined) return 1
  return Number(body.style.getPropertyValue('--shrink') || 1)
}
