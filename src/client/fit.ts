// Fit: finds, before a slide shows, the first of a few sizes at which its content stays on the stage.

import { flowCode, unflowCode } from './code-columns.ts'
import { fitHeadings } from './fit-headings.ts'
import { arrangeSides, arrangeSplit } from './split.ts'

/** The sizes in order, of text and code: 32/24 as designed, 28/20, 26/18, 24/16. */
const SIZES = ['0', '1', '2', '3'] as const
const SLACK = 1

/** Pixels by which a slide's content leaves its room, at the size it has now. */
function overflow(body: HTMLElement): number {
  const room = body.getBoundingClientRect()
  const scale = room.width / body.offsetWidth || 1
  let over = body.scrollHeight - body.clientHeight
  for (const child of body.children) {
    // A picture that a layout hangs at the edge of the stage takes no room from the words.
    if (getComputedStyle(child).position === 'absolute') continue
    const box = child.getBoundingClientRect()
    over = Math.max(over, (box.bottom - room.bottom) / scale)
  }
  for (const wide of body.querySelectorAll<HTMLElement>('pre, .table-scroll')) {
    over = Math.max(over, wide.scrollWidth - wide.clientWidth)
  }
  for (const state of body.querySelectorAll<HTMLElement>('.swap:has(img, .missing-picture) > .swap-state')) {
    over = Math.max(over, state.scrollHeight - state.clientHeight)
  }
  return over
}

const fits = (body: HTMLElement): boolean => overflow(body) <= SLACK

/** Whether a line of code is longer than its block. */
function isWide(body: HTMLElement): boolean {
  return [...body.querySelectorAll('pre')].some(pre => pre.scrollWidth > pre.clientWidth + SLACK)
}

/** A short code block alone on its slide is set larger, as far as it still fits. */
function enlarge(slide: HTMLElement, body: HTMLElement): void {
  if (slide.dataset.layout !== 'code' || body.querySelectorAll('pre').length !== 1) return
  for (const size of ['32', '28']) {
    slide.dataset.code = size
    if (fits(body)) return
  }
  delete slide.dataset.code
}

/** A paragraph that holds a picture and no word is a picture, though it came as raw HTML. */
function markPictures(body: HTMLElement): void {
  for (const image of body.querySelectorAll(':scope > p > img:only-child')) {
    const paragraph = image.parentElement
    if (paragraph?.textContent?.trim() === '') paragraph.classList.add('picture')
  }
}

/** The first of the sizes at which all stays on the stage, each with its spacing tightened next. */
function fitSizes(slide: HTMLElement, body: HTMLElement, prepare?: () => boolean): boolean {
  for (const size of SIZES) {
    slide.dataset.fit = size
    delete slide.dataset.tight
    delete slide.dataset.wrap
    if (prepare?.() === false) continue
    if (size === SIZES.at(-1) && isWide(body)) slide.dataset.wrap = ''
    if (fits(body)) {
      if (size === '0' && !prepare) enlarge(slide, body)
      return true
    }
    slide.dataset.tight = ''
    if (fits(body)) return true
  }
  return false
}

/**
 * Fits one slide; a slide that has been fitted for this size of type is left alone. The order: sizes, then long code
 * in two columns at the largest of them, then lists in two columns, then all of it scaled.
 *
 * @param slide a slide that is laid out (it may be invisible)
 */
export function fitSlide(slide: HTMLElement): void {
  if (slide.dataset.fit !== undefined) return
  const body = slide.querySelector<HTMLElement>(':scope > .slide-frame > .slide-body')
  if (!slide.dataset.fit) fitHeadings(slide)
  if (!body || body.offsetWidth === 0) return
  markPictures(body)
  arrangeSplit(slide)
  arrangeSides(body)
  if (fitSizes(slide, body)) return
  if (fitSizes(slide, body, () => flowCode(body))) return
  if (flowCode(body, true)) {
    if (isWide(body)) slide.dataset.wrap = ''
    slide.dataset.tight = ''
    if (fits(body)) return
  }
  unflowCode(body)
  slide.dataset.tight = ''
  if (isWide(body)) slide.dataset.wrap = ''
  const before = overflow(body)
  slide.dataset.columns = '2'
  if (fits(body)) return
  if (overflow(body) >= before) delete slide.dataset.columns
  shrink(slide, body)
}

/** The last resort: the body as a whole, scaled until it stays on the stage. */
function shrink(slide: HTMLElement, body: HTMLElement): void {
  const over = Math.round(overflow(body))
  body.style.setProperty('--room', `${body.clientHeight}px`)
  slide.dataset.overflow = String(over)
  for (let percent = 98; percent >= 28; percent -= 2) {
    body.style.setProperty('--shrink', String(percent / 100))
    unflowCode(body)
    if (fits(body)) return
    if (flowCode(body) && fits(body)) return
  }
}

/** Forgets what was found for a slide, because its content or its type has changed. */
export function unfit(slide: HTMLElement): void {
  delete slide.dataset.fit
  delete slide.dataset.tight
  delete slide.dataset.columns
  delete slide.dataset.wrap
  delete slide.dataset.code
  delete slide.dataset.overflow
  const body = slide.querySelector<HTMLElement>(':scope > .slide-frame > .slide-body')
  if (!body) return
  unflowCode(body)
  body.style.removeProperty('--shrink')
  body.style.removeProperty('--room')
}

/** Fits slides one by one when the browser has nothing better to do. */
export function fitWhenIdle(slides: readonly HTMLElement[]): void {
  const queue = slides.filter(slide => slide.dataset.fit === undefined)
  const idle = window.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 60))
  const one = (): void => {
    const slide = queue.shift()
    if (!slide) return
    fitSlide(slide)
    if (queue.length > 0) idle(one)
  }
  if (queue.length > 0) idle(one)
}
