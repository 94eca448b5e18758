// Fit: finds, before a slide shows, the first way of setting it at which all of it stays on the stage.

import { flowCode, unflowCode } from './code-columns.ts'
import { excessOf, kindOf, slack } from './excess.ts'
import { fitHeadings } from './headings.ts'
import { arrangeGrids, arrangeSides, arrangeSplit } from './split.ts'
import { fitTitle } from './titles.ts'

/** The sizes in order, of text and code: 32/24 as designed, 28/20, 24/18, 24/16. */
const SIZES = ['0', '1', '2', '3'] as const
const SMALLEST = '3'

/** Layouts whose title hangs low; where no size gets all below it, it moves to the top. */
const CENTRED = new Set(['title', 'section', 'statement', 'end'])

/** The least that a body is scaled to. */
const LEAST = 0.2

interface Parts {
  readonly slide: HTMLElement
  readonly frame: HTMLElement
  readonly body: HTMLElement
}

function partsOf(slide: HTMLElement): Parts | undefined {
  const frame = slide.querySelector<HTMLElement>(':scope > .slide-frame')
  const body = frame?.querySelector<HTMLElement>(':scope > .slide-body')
  return frame && body ? { slide, frame, body } : undefined
}

const fits = ({ frame }: Parts): boolean => excessOf(frame).pixels <= slack

/** Whether a line of code, or a table, is longer than its block. */
function isWide(body: HTMLElement, blocks = 'pre'): boolean {
  return [...body.querySelectorAll(blocks)].some(pre => pre.scrollWidth > pre.clientWidth + slack)
}

/** A short code block alone on its slide is set larger, as far as it still fits. */
function enlarge(parts: Parts): void {
  const { slide, body } = parts
  if (slide.dataset.layout !== 'code' || body.querySelectorAll('pre').length !== 1) return
  for (const size of ['32', '28']) {
    slide.dataset.code = size
    if (fits(parts)) return
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

/**
 * The first of the sizes at which all stays on the stage, each with its spacing tightened next.
 *
 * @param prepare sets the slide another way at each size, or says by `false` that it cannot be
 */
function fitSizes(parts: Parts, prepare?: () => boolean): boolean {
  const { slide, body } = parts
  const hasCode = body.querySelector('pre') !== null
  const hasLongLines = body.querySelector('pre .line.wide') !== null
  for (const size of SIZES) {
    // Without code the two smallest sizes are one.
    if (size === SMALLEST && !hasCode) continue
    slide.dataset.fit = size
    delete slide.dataset.tight
    delete slide.dataset.wrap
    if (prepare?.() === false) continue
    if (size === SMALLEST && isWide(body)) slide.dataset.wrap = ''
    // Lines too long for any size are broken least often at the smallest.
    if (size !== SMALLEST && hasLongLines) continue
    if (fits(parts)) {
      if (size === '0' && !prepare) enlarge(parts)
      return true
    }
    slide.dataset.tight = ''
    if (fits(parts)) return true
  }
  // What is a line too much at the smallest size gets in by the last of the spacing.
  slide.dataset.tight = 'most'
  return slide.dataset.fit !== '0' && fits(parts)
}

/** Sets the lists of a slide in columns where their items are short enough for them. */
function flowLists({ slide, body }: Parts, columns: '2' | '3'): boolean {
  slide.dataset.columns = columns
  const lists = [...body.querySelectorAll<HTMLElement>(':scope > :is(ul, ol)')]
  const short = lists.some(list => {
    const items = [...list.children]
    return items.length > 3 && items.every(item => item.clientHeight < 120)
  })
  if (!short) delete slide.dataset.columns
  return short
}

/**
 * Fits one slide; a slide that has been fitted for this size of type is left alone. The order: spacing and sizes, then
 * long code and lists of short items in columns at the largest size at which that fits, then all of it scaled. A slide
 * that is not to be fitted (`data-fit="off"`) only has its pictures arranged.
 *
 * @param slide a slide that is laid out (it may be invisible)
 */
export function fitSlide(slide: HTMLElement): void {
  if (slide.dataset.fit !== undefined && slide.dataset.fit !== 'off') return
  const parts = partsOf(slide)
  if (!parts || parts.frame.offsetWidth === 0) return
  const start = performance.now()
  arrange(parts)
  if (slide.dataset.fit !== 'off') settle(parts)
  performance.measure('deckhand-fit', { start, detail: slide.id })
}

/** Puts pictures and marked headings where they belong, whatever becomes of the rest. */
function arrange({ slide, body }: Parts): void {
  fitHeadings(slide)
  markPictures(body)
  arrangeSplit(slide)
  arrangeSides(body)
  arrangeGrids(body)
}

function settle(parts: Parts): void {
  const { slide, body } = parts
  slide.dataset.fit = '0'
  fitTitle(slide)
  if (fitSizes(parts)) return
  if (CENTRED.has(slide.dataset.layout ?? '')) {
    slide.dataset.raised = ''
    if (fitSizes(parts)) return
  }
  if (fitSizes(parts, () => flowCode(body))) return
  for (const columns of ['2', '3'] as const) {
    if (fitSizes(parts, () => flowLists(parts, columns))) return
  }
  delete slide.dataset.columns
  if (flowCode(body, true)) {
    slide.dataset.fit = SMALLEST
    slide.dataset.tight = ''
    if (isWide(body)) slide.dataset.wrap = ''
    if (fits(parts)) return
  }
  if (isWide(body, '.table-scroll')) {
    // Words of a wide table are broken before all of it is scaled.
    slide.dataset.squeeze = ''
    if (fitSizes(parts)) return
  }
  shrink(parts)
}

/** The last resort: the body as a whole, scaled until it stays on the stage; how much too much it was is noted. */
function shrink(parts: Parts): void {
  const { slide, frame, body } = parts
  unflowCode(body)
  slide.dataset.fit = SMALLEST
  slide.dataset.tight = 'most'
  delete slide.dataset.wrap
  if (isWide(body)) slide.dataset.wrap = ''
  const plain = excessOf(frame)
  for (const columns of ['2', '3'] as const) if (flowLists(parts, columns) && !fewer()) break
  const { pixels, block } = excessOf(frame)
  slide.dataset.overflow = String(Math.max(1, Math.round(pixels)))
  if (block) slide.dataset.overflowBlock = placeOf(frame, block)
  body.style.setProperty('--room', `${body.clientHeight}px`)
  // The largest scale at which it fits, to a hundredth; what fits at one scale fits at all below it, nearly always.
  let low = LEAST
  let high = 1
  while (high - low > 0.015) {
    const middle = (low + high) / 2
    if (fitsAt(middle)) low = middle
    else high = middle
  }
  fitsAt(low)

  function fitsAt(scale: number): boolean {
    body.style.setProperty('--shrink', scale.toFixed(3))
    unflowCode(body)
    return fits(parts) || (flowCode(body) && fits(parts))
  }
  /** Columns that save nothing are taken back. */
  function fewer(): boolean {
    const better = excessOf(frame).pixels < plain.pixels
    if (!better) delete slide.dataset.columns
    return better
  }
}

/** A block in words that its slide's source can be searched by: what it is, and which of its kind. */
function placeOf(frame: HTMLElement, block: Element): string {
  const kind = kindOf(block)
  const peers = [...frame.querySelectorAll('*')].filter(
    one => kindOf(one) === kind && one.matches(peersOf(block)),
  )
  return `${kind} ${Math.max(1, peers.indexOf(block) + 1)}`
}

/** Elements that are counted as one block each. */
function peersOf(block: Element): string {
  if (block.matches('pre')) return 'pre'
  if (block.matches('.code')) return '.code'
  return block.matches('ul, ol') ? ':is(ul, ol):not(li *)' : block.tagName
}

/** Forgets what was found for a slide, because its content or its type has changed. */
export function unfit(slide: HTMLElement): void {
  const off = slide.dataset.fit === 'off'
  for (const name of [
    'fit',
    'tight',
    'columns',
    'wrap',
    'code',
    'title',
    'raised',
    'squeeze',
    'overflow',
    'overflowBlock',
  ]) {
    delete slide.dataset[name]
  }
  if (off) slide.dataset.fit = 'off'
  const body = partsOf(slide)?.body
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
