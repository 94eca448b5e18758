// What is not on the stage though it should be: beyond its edges, in a block that shows less than it holds, or under the
// footer's words.

import type { Cut } from '../../core/deck/sight.ts'
import { kindOf } from '../fit/excess.ts'
import { lineWithin } from '../lines.ts'
import { beginning, isShown, type ShownText, wordBoxes } from './texts.ts'

/** Pixels of the stage that nobody misses. */
const slack = 2

/** The share of a line's height that its letters leave empty, above and below. */
const air = 0.25

type Found = Omit<Cut, 'key' | 'step'>

/** One finding for each block that loses something: by how much at the most, and what first. */
export function findCut(slide: HTMLElement, texts: readonly ShownText[]): Found[] {
  const stage = slide.getBoundingClientRect()
  const scale = stage.width / slide.offsetWidth || 1
  const found = new Map<Element, Found>()
  const note = (element: Element, over: number, words: string): void => {
    const pixels = Math.round(over / scale)
    const block = blockOf(element)
    const known = found.get(block)
    if (pixels <= slack || (known && known.pixels >= pixels)) return
    const line = known ? known.line : lineWithin(element)
    found.set(block, { fault: 'cut', block: kindOf(block), pixels, line, words: known?.words ?? words })
  }
  const foot = footer()
  for (const { element, node, boxes, words } of texts) {
    const frames = [stage, ...clippers(element, slide)]
    const over = (box: DOMRect): number =>
      Math.max(...frames.map(frame => beyond(box, frame, air)), ...foot.map(one => within(box, one)))
    if (boxes.every(box => over(box) <= slack * scale)) continue
    for (const box of wordBoxes(node)) note(element, over(box), words)
  }
  for (const media of slide.querySelectorAll('img, video, iframe')) {
    // What is placed beyond the words may bleed off the edge.
    if (media.closest('.placed, .visually-hidden, .handout, .notes') || !isShown(media)) continue
    const box = media.getBoundingClientRect()
    if (box.width > 0 && box.height > 0) note(media, beyond(box, stage, 0), beginning(nameOf(media)))
  }
  return [...found.values()]
}

/** What the words of the footer stand on. */
function footer(): DOMRect[] {
  const parts = document.querySelectorAll('.talk-footer > *')
  return [...parts].filter(isShown).map(part => part.getBoundingClientRect())
}

/** By how much the letters in a box run into another one. */
function within(box: DOMRect, other: DOMRect): number {
  if (box.right <= other.left || box.left >= other.right) return 0
  const spare = box.height * air
  return Math.min(box.bottom - spare - other.top, other.bottom - box.top - spare)
}

function nameOf(media: Element): string {
  return media.getAttribute('alt') || media.getAttribute('src')?.replace(/.*\//, '') || ''
}

/** By how much a box leaves a frame; of its height a share does not count. */
function beyond(box: DOMRect, frame: DOMRect, share: number): number {
  const spare = box.height * share
  return Math.max(
    frame.left - box.left,
    box.right - frame.right,
    frame.top - box.top - spare,
    box.bottom - frame.bottom - spare,
  )
}

/** What is around an element and shows no more than its own box. */
function clippers(element: Element, slide: Element): DOMRect[] {
  const frames: DOMRect[] = []
  for (let one: Element | null = element; one && one !== slide; one = one.parentElement) {
    const { overflowX, overflowY, display } = getComputedStyle(one)
    if (display === 'inline' || (overflowX === 'visible' && overflowY === 'visible')) continue
    frames.push(one.getBoundingClientRect())
  }
  return frames
}

/** The block of a slide that an element belongs to. */
function blockOf(element: Element): Element {
  return (
    element.closest('.code, .table-scroll, .picture, .callout, .quote, .footnotes, .slide-head') ??
    element.closest('.slide-body > *, .slot > *') ??
    element
  )
}
