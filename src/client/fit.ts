// Fit: finds, before a slide shows, the first of a few sizes at which its content stays on the stage.

/** The levels in order: as designed, closer, 28/20, 24/16, lists in two columns, then scaled as a whole. */
const LAST = 5
const SLACK = 1

/** Pixels by which a slide's content leaves its room, at the size it has now. */
function overflow(body: HTMLElement): number {
  let over = body.scrollHeight - body.clientHeight
  const edge = body.getBoundingClientRect()
  const scale = edge.width / body.offsetWidth || 1
  for (const child of body.children) {
    over = Math.max(over, (child.getBoundingClientRect().bottom - edge.bottom) / scale)
  }
  for (const wide of body.querySelectorAll<HTMLElement>('pre, .table-scroll')) {
    over = Math.max(over, wide.scrollWidth - wide.clientWidth)
  }
  return over
}

const fits = (body: HTMLElement): boolean => overflow(body) <= SLACK

/** A short code block alone on its slide is set larger, as far as it still fits. */
function enlarge(slide: HTMLElement, body: HTMLElement): void {
  if (slide.dataset.layout !== 'code' || body.querySelectorAll('pre').length !== 1) return
  for (const size of ['32', '28']) {
    slide.dataset.code = size
    if (fits(body)) return
  }
  delete slide.dataset.code
}

/**
 * Fits one slide; a slide that has been fitted for this size of type is left alone.
 *
 * @param slide a slide that is laid out (it may be invisible)
 */
export function fitSlide(slide: HTMLElement): void {
  if (slide.dataset.fit !== undefined) return
  const body = slide.querySelector<HTMLElement>(':scope > .slide-frame > .slide-body')
  if (!body || body.offsetWidth === 0) return
  slide.dataset.fit = '0'
  if (fits(body)) {
    enlarge(slide, body)
    return
  }
  for (let level = 1; level <= LAST; level++) {
    if (level === 4 && !body.querySelector(':scope > :is(ul, ol)')) continue
    slide.dataset.fit = String(level)
    if (level < LAST && fits(body)) return
  }
  const scale = Math.max(0.3, body.clientHeight / (body.clientHeight + Math.max(0, overflow(body))))
  body.style.transform = `scale(${scale.toFixed(4)})`
  slide.dataset.overflow = String(Math.round(overflow(body)))
}

/** Forgets what was found for a slide, because its content or its type has changed. */
export function unfit(slide: HTMLElement): void {
  delete slide.dataset.fit
  delete slide.dataset.code
  delete slide.dataset.overflow
  const body = slide.querySelector<HTMLElement>(':scope > .slide-frame > .slide-body')
  if (body) body.style.transform = ''
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
