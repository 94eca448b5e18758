// What stands round the slides of a talk: the footer, and a bar of tools that shows when the pointer moves.

import type { Actions } from './keys.ts'
import type { Talk } from './reveal.ts'
import { titleText } from './titles.ts'
import type { Words } from './words.ts'

const icons = {
  previous: 'M15 5l-7 7 7 7',
  next: 'M9 5l7 7-7 7',
  overview: 'M4 5h6v5H4zM14 5h6v5h-6zM4 14h6v5H4zM14 14h6v5h-6z',
  fullscreen: 'M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5',
  help: 'M9 9a3 3 0 1 1 4.5 2.6c-1 .6-1.5 1.2-1.5 2.4M12 18v.01',
} as const

function icon(path: string): SVGSVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  svg.setAttribute('viewBox', '0 0 24 24')
  svg.setAttribute('aria-hidden', 'true')
  const line = document.createElementNS('http://www.w3.org/2000/svg', 'path')
  line.setAttribute('d', path)
  svg.append(line)
  return svg
}

/** Adds the bar of tools: buttons for everything the keys do. */
export function addTools(actions: Actions, words: Words, readAddress: () => string): void {
  const bar = document.createElement('nav')
  bar.className = 'talk-bar'
  bar.setAttribute('aria-label', words.tools)
  const entries = [
    ['previous', words.previous, 'turns'],
    ['next', words.next, 'turns'],
    ['overview', words.overview, ''],
    ['fullscreen', words.fullscreen, ''],
    ['help', words.help, ''],
  ] as const
  for (const [name, label, className] of entries) {
    const button = document.createElement('button')
    button.type = 'button'
    button.className = className
    button.title = label
    button.setAttribute('aria-label', label)
    button.append(icon(icons[name]))
    button.addEventListener('click', () => actions[name]())
    bar.append(button)
  }
  const read = document.createElement('a')
  read.textContent = words.read
  read.href = readAddress()
  const refresh = (): void => {
    read.href = readAddress()
  }
  read.addEventListener('focus', refresh)
  read.addEventListener('pointerdown', refresh)
  bar.append(read)
  document.body.append(bar)
  watchPointer(bar)
}

/** Shows the tools while the pointer moves, and hides it with them when it rests. */
function watchPointer(bar: HTMLElement): void {
  const page = document.documentElement
  let timer: ReturnType<typeof setTimeout> | undefined
  const rest = (): void => {
    if (bar.matches(':hover')) return
    delete page.dataset.pointer
    page.dataset.idle = ''
  }
  const move = (event: PointerEvent): void => {
    // A finger that swipes wants the next slide, not the tools; a tap shows them.
    if (event.pointerType === 'touch' && event.type === 'pointermove') return
    page.dataset.pointer = ''
    delete page.dataset.idle
    clearTimeout(timer)
    timer = setTimeout(rest, 2200)
  }
  addEventListener('pointermove', move, { passive: true })
  addEventListener('pointerup', move, { passive: true })
  document.addEventListener('keydown', rest)
}

/**
 * The section a slide belongs to: the title of the last section slide before it; in a document, of the nearest among
 * the headings that it stands under, so that a break between two parts opens none.
 */
function sectionOf(slides: readonly HTMLElement[], index: number): string {
  const depthOf = (slide: HTMLElement | undefined, none: number): number =>
    Number(slide?.dataset.depth ?? none)
  let depth = depthOf(slides[index], Number.POSITIVE_INFINITY)
  for (let i = index - 1; i >= 0; i--) {
    const slide = slides[i]
    const isSection = slide?.dataset.layout === 'section'
    const own = depthOf(slide, isSection ? 0 : Number.POSITIVE_INFINITY)
    if (!slide || own >= depth) continue
    if (isSection) return titleText(slide)
    depth = own
  }
  return ''
}

/** The side of a slide that a picture has for itself, where it is laid out so. */
function sideOf(slide: HTMLElement): 'left' | 'right' | undefined {
  if (!slide.classList.contains('layout-split')) return undefined
  if (slide.querySelector(':scope > .slide-frame > .placed-left')) return 'left'
  return slide.querySelector(':scope > .slide-frame > .placed-right') ? 'right' : undefined
}

/** The picture that a slide's footer stands upon. */
function groundOf(slide: HTMLElement): 'original' | 'background' | undefined {
  if (slide.querySelector(':scope > .slide-frame > .original > :is(img, video)')) return 'original'
  return slide.dataset.backgroundImage === undefined ? undefined : 'background'
}

/**
 * Adds the footer: the deck's title and section, and which slide of how many.
 *
 * @returns what brings it up to date
 */
export function addFooter(root: HTMLElement, talk: Talk): () => void {
  const footer = document.createElement('div')
  footer.className = 'talk-footer'
  footer.setAttribute('aria-hidden', 'true')
  const where = document.createElement('span')
  let number: HTMLElement = document.createElement('span')
  number.className = 'slide-number'
  // `2 / 9` reads from the left in every language.
  number.dir = 'ltr'
  footer.append(where, number)
  root.querySelector('.slides')?.append(footer)

  const mark = (name: 'on' | 'beside' | 'upon', value: string | undefined): void => {
    if (value === undefined) delete footer.dataset[name]
    else footer.dataset[name] = value
  }

  return () => {
    const deck = document.querySelector('.deck-title')?.textContent?.trim() ?? document.title
    const words = root.dataset.footer ?? deck
    const numbered = root.dataset.slideNumber !== 'false'
    const slides = talk.getSlides()
    const slide = talk.getCurrentSlide()
    const index = slide ? slides.indexOf(slide) : -1
    const layout = slide?.dataset.layout ?? ''
    const filled = layout === 'image' && !slide?.querySelector('.slide-head')
    const quiet = index === 0 || filled || layout === 'title' || layout === 'end' || layout === 'section'
    // A slide may have a footer of its own, or none, and say whether it shows its number.
    const own = slide?.dataset.footer
    // Beside a picture that has its half of the slide there is room for the one or the other.
    const isNarrow = slide?.querySelector('.placed-left, .placed-right') !== null
    const said = own === undefined ? [words, isNarrow ? '' : sectionOf(slides, index)] : [own]
    where.textContent = quiet ? '' : said.filter(Boolean).join('  ·  ')
    const counted = slide?.dataset.slideNumber === undefined ? numbered : slide.dataset.slideNumber === 'true'
    // A new node, since one that grows by a figure would begin further left: nothing on a slide moves.
    const fresh = number.cloneNode() as HTMLElement
    number.replaceWith(fresh)
    number = fresh
    number.textContent = counted && !quiet ? `${index + 1} / ${slides.length}` : ''
    const dark = slide ? getComputedStyle(slide).colorScheme === 'dark' : false
    // Said here and not asked by the style sheet: there it would cost a look at every slide when one of them changes.
    mark('on', dark ? 'deep' : undefined)
    mark('beside', slide && sideOf(slide))
    mark('upon', slide && groundOf(slide))
  }
}
