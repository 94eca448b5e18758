// The eyes of `check`: goes through the steps of a slide as the talk shows them, and says what is wrong with each.

import type { Sight, SightFault, SlideSight, Unclear, Unreachable } from '../../core/deck/sight.ts'
import '../outside.ts'
import { askersOf } from './asking.ts'
import { findBlank } from './blank.ts'
import { createPalette } from './colour.ts'
import { hearComplaints } from './complaints.ts'
import { findCut } from './cut.ts'
import { findFaint } from './faint.ts'
import { compareWithPicture } from './ground.ts'
import { reachOf } from './reach.ts'
import { findSmall } from './small.ts'
import { shownTexts } from './texts.ts'

declare global {
  interface Window {
    deckhandSight?: Sight
  }
}

const palette = createPalette()
const complaints = hearComplaints()

/** Lets pictures be found under a point that clicks fall through. Few elements, since styles are worked out again for each. */
const solid = sheet('.backgrounds, .backgrounds *, .placed, .placed * { pointer-events: auto !important }')

/** Shows what is behind the words. */
const wordless = sheet(
  '.slides * { color: transparent !important; -webkit-text-fill-color: transparent !important; text-shadow: none !important; text-decoration: none !important }',
)

function sheet(rules: string): CSSStyleSheet {
  const made = new CSSStyleSheet()
  made.replaceSync(rules)
  return made
}

function wear(sheets: readonly CSSStyleSheet[]): void {
  document.adoptedStyleSheets = [...sheets]
}

function slideOf(key: string): HTMLElement | undefined {
  return [...document.querySelectorAll<HTMLElement>('section.slide')].find(slide => slide.id === key)
}

/** How many clicks a slide takes. */
function stepsOf(slide: HTMLElement): number {
  const fragments = slide.querySelectorAll('[data-fragment-index]')
  return new Set([...fragments].map(one => one.getAttribute('data-fragment-index'))).size
}

function look(key: string, colours: boolean): SlideSight {
  const slide = slideOf(key)
  if (!slide) return { faults: [], unclear: [] }
  const faults = new Map<string, SightFault>()
  const unclear = new Map<string, Unclear>()
  const reached = new Set<Element>()
  const missed = new Map<Element, Unreachable>()
  complaints.at(key)
  wear([])
  for (let step = 0; step <= stepsOf(slide); step++) {
    window.deckhand?.show(slide, step)
    const texts = shownTexts(slide)
    const note = (name: string, fault: SightFault): void => {
      if (!faults.has(name)) faults.set(name, fault)
    }
    for (const blank of findBlank(slide)) note(`blank ${blank.line} ${blank.file}`, { ...blank, key, step })
    for (const cut of findCut(slide, texts)) note(`cut ${cut.line} ${cut.block}`, { ...cut, key, step })
    for (const small of findSmall(texts)) note(`small ${small.size} ${small.code}`, { ...small, key, step })
    for (const [element, fault] of reachOf(slide)) {
      if (!fault) reached.add(element)
      else if (!missed.has(element)) missed.set(element, { ...fault, key, step })
    }
    if (!colours) continue
    wear([solid])
    const found = findFaint(texts, palette)
    wear([])
    for (const faint of found.faint) note(`faint ${faint.ink} ${faint.ground}`, { ...faint, key, step })
    for (const one of found.unclear) {
      const name = `${one.line} ${one.words} ${one.ink}`
      if (!unclear.has(name)) unclear.set(name, { ...one, key, step })
    }
  }
  const cut = new Set([...faults.values()].flatMap(one => (one.fault === 'cut' ? [one.line] : [])))
  const never = [...missed].flatMap(([element, fault]) =>
    reached.has(element) || (fault.why === 'outside' && cut.has(fault.line)) ? [] : [fault],
  )
  return { faults: [...faults.values(), ...never], unclear: [...unclear.values()] }
}

window.deckhandSight = {
  slides: () => [...document.querySelectorAll('section.slide')].map(slide => slide.id),
  look: (keys, colours) => keys.map(key => look(key, colours)),
  bare(key, step) {
    const slide = slideOf(key)
    if (slide) window.deckhand?.show(slide, step)
    wear([wordless])
  },
  compare: compareWithPicture,
  asking: askersOf,
  shownWhen: complaints.slideOf,
}
