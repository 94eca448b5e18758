// Links and buttons that authors wrote: whether a click gets to them, and leads anywhere.

import type { Unreachable } from '../../core/deck/sight.ts'
import { kindOf } from '../fit/excess.ts'
import { lineWithin } from '../lines.ts'
import { findSlide, parsePlace } from '../location.ts'
import { beginning, isShown } from './texts.ts'

const clickable =
  'a[href], button, summary, select, textarea, input:not([disabled]), video[controls], audio[controls]'

type Found = Omit<Unreachable, 'key' | 'step'>

/** What is on the stage to be clicked, and what is wrong with it now; undefined where nothing is. */
export function reachOf(slide: HTMLElement): Map<Element, Found | undefined> {
  const found = new Map<Element, Found | undefined>()
  const stage = slide.getBoundingClientRect()
  for (const element of slide.querySelectorAll(clickable)) {
    if (element.closest('.copy, .handout, .notes, .visually-hidden') || !isShown(element)) continue
    const fault = leadsNowhere(element) ? 'lost' : whyNot(element, stage)
    found.set(element, fault && describe(element, fault))
  }
  return found
}

type Why = Unreachable['why'] | Element

function describe(element: Element, why: Why): Found {
  return {
    fault: 'unreachable',
    line: lineWithin(element),
    words: beginning(element.textContent || element.querySelector('img')?.alt || ''),
    // What leads to no slide was given a name that cannot be mistaken for one of ours.
    target: element.getAttribute('href')?.replace(/^#user-content-/, '#') ?? element.localName,
    why: typeof why === 'string' ? why : 'covered',
    by: typeof why === 'string' ? '' : nameOf(why),
  }
}

/** Whether it is a link into this page that nothing answers to. */
function leadsNowhere(element: Element): boolean {
  const href = element.getAttribute('href') ?? ''
  if (!href.startsWith('#') || /^#\/?$/.test(href)) return false
  const place = parsePlace(href)
  if (!place) return document.getElementById(decoded(href.slice(1))) === null
  return !findSlide([...document.querySelectorAll<HTMLElement>('section.slide')], place)?.exact
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function whyNot(element: Element, stage: DOMRect): Why | undefined {
  const boxes = [
    ...element.getClientRects(),
    ...[...element.querySelectorAll('img')].map(image => image.getBoundingClientRect()),
  ]
  const solid = boxes.filter(box => box.width >= 1 && box.height >= 1)
  if (solid.length === 0) return 'empty'
  if (getComputedStyle(element).pointerEvents === 'none') return 'inert'
  let above: Element | undefined
  let inside = false
  for (const box of solid) {
    for (const [x, y] of pointsIn(box)) {
      if (x < stage.left || x > stage.right || y < stage.top || y > stage.bottom) continue
      inside = true
      const top = document.elementFromPoint(x, y)
      if (top && element.contains(top)) return undefined
      above ??= top ?? undefined
    }
  }
  if (!inside) return 'outside'
  return above ?? 'outside'
}

/** The middle of a box, and a point close to each corner. */
function pointsIn({ left, top, width, height }: DOMRect): [number, number][] {
  const shares = [0.5, 0.1, 0.9]
  return shares.flatMap(across =>
    shares.map((down): [number, number] => [left + width * across, top + height * down]),
  )
}

function nameOf(element: Element): string {
  const own = element.closest('.slide') !== null
  if (!own) return 'what the talk itself shows there'
  const words = beginning(element.getAttribute('alt') || element.textContent || '')
  const kind = element.matches('iframe') ? 'frame' : kindOf(element)
  return words === '' ? `a ${kind}` : `the ${kind} “${words}”`
}
