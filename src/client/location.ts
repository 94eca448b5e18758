// Our own addresses: `#/key` and `#/key/step`, where step 0 (or none) is before the first step.

import type { Talk } from './reveal.ts'

/** A place in a talk by name; steps count from 1, 0 is none shown. */
export interface Place {
  readonly key: string
  readonly step: number
}

/**
 * Reads a place from an address.
 *
 * @param hash as `location.hash` has it
 * @returns undefined where it names no slide
 */
export function parsePlace(hash: string): Place | undefined {
  const match = /^#\/([^/]+)(?:\/([^/]*))?/.exec(hash)
  if (!match?.[1]) return undefined
  // A step that is no number is none: the slide is what counts.
  const step = /^\d+$/.test(match[2] ?? '') ? Number(match[2]) : 0
  return { key: decoded(match[1]), step }
}

/** A broken escape (`100%`) is no escape: it is taken as it is written. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Writes a place as an address. */
export function formatPlace(place: Place): string {
  return `#/${encodeURIComponent(place.key)}${place.step > 0 ? `/${place.step}` : ''}`
}

/** Where an address leads: a slide and a step, and whether that is what was asked for. */
export interface Target {
  readonly slide: HTMLElement
  readonly step: number
  readonly exact: boolean
}

/**
 * Finds the slide for a place: by key, by an earlier key, else the one whose key is most alike.
 *
 * @param slides all slides in order
 */
export function findSlide(slides: readonly HTMLElement[], place: Place): Target | undefined {
  const { key, step } = place
  const named = slides.find(slide => slide.id === key)
  if (named) return { slide: named, step, exact: true }
  for (const slide of slides) {
    for (const alias of slide.dataset.aliases?.split(' ') ?? []) {
      const colon = alias.lastIndexOf(':')
      if (alias.slice(0, colon) !== key) continue
      return { slide, step: Number(alias.slice(colon + 1)) + step || step, exact: true }
    }
  }
  const number = /^\d+$/.test(key) ? slides[Number(key) - 1] : undefined
  const nearest = number ?? mostAlike(slides, key)
  return nearest && { slide: nearest, step: 0, exact: false }
}

function mostAlike(slides: readonly HTMLElement[], key: string): HTMLElement | undefined {
  let best: HTMLElement | undefined
  let least = Number.POSITIVE_INFINITY
  for (const slide of slides) {
    const far = distance(slide.id, key)
    if (far < least) {
      best = slide
      least = far
    }
  }
  return best
}

/** Levenshtein's distance, for keys of some dozen characters. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}

/** Where the talk stands now. */
export function currentPlace(talk: Talk): Place | undefined {
  const slide = talk.getCurrentSlide()
  if (!slide?.id) return undefined
  return { key: slide.id, step: (talk.getIndices().f ?? -1) + 1 }
}

/**
 * Goes to a target. reveal.js counts shown steps from -1 (none), we from 0.
 */
export function goTo(talk: Talk, target: Target): void {
  const { h, v } = talk.getIndices(target.slide)
  talk.slide(h, v, target.step - 1)
}

/**
 * Keeps the address and the talk in step: a new slide is a new entry of the history, a step is not.
 *
 * @param missed told when an address names no slide, with the key and the slide shown instead
 */
export function followLocation(talk: Talk, missed: (key: string, slide: HTMLElement) => void): void {
  let written = parsePlace(location.hash)
  let timer: ReturnType<typeof setTimeout> | undefined

  const write = (): void => {
    const place = currentPlace(talk)
    if (!place || (written?.key === place.key && written.step === place.step)) return
    const address = `${location.pathname}${location.search}${formatPlace(place)}`
    // The first slide without an address keeps none until the talk moves on; the way back leads to no slide that is gone.
    const stays = written === undefined || written.key === place.key || !document.getElementById(written.key)
    if (stays) history.replaceState(null, '', address)
    else history.pushState(null, '', address)
    written = place
  }
  const writeSoon = (): void => {
    // Browsers refuse hundreds of entries in a few seconds: a key held down writes once, at its end.
    clearTimeout(timer)
    timer = setTimeout(write, 120)
  }
  const read = (): void => {
    const first = talk.getSlides()[0]
    // The way back to an address without a slide leads to where the talk began.
    const place =
      parsePlace(location.hash) ??
      (written && first && /^#?\/?$/.test(location.hash) ? { key: first.id, step: 0 } : undefined)
    if (!place) return
    clearTimeout(timer)
    const target = findSlide(talk.getSlides(), place)
    if (!target) return
    written = place
    goTo(talk, target)
    if (!target.exact) missed(place.key, target.slide)
    const now = currentPlace(talk)
    if (now && formatPlace(now) !== location.hash) {
      history.replaceState(null, '', `${location.pathname}${location.search}${formatPlace(now)}`)
      written = now
    }
  }

  read()
  talk.on('slidechanged', writeSoon)
  talk.on('fragmentshown', writeSoon)
  talk.on('fragmenthidden', writeSoon)
  addEventListener('popstate', read)
}

/**
 * Keeps links within the page ours: reveal.js would count their steps from nought and take footnotes for slides.
 *
 * @param talk goes to the slide that holds a link's target
 */
export function catchLinks(talk: Talk): void {
  const onClick = (event: MouseEvent): void => {
    const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null
    const href = link?.getAttribute('href') ?? ''
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.stopPropagation()
    // The browser writes the address of a slide, and `popstate` leads there.
    if (href.startsWith('#/')) return
    event.preventDefault()
    const target = document.getElementById(decoded(href.slice(1)))
    if (!target) return
    const slide = target.closest<HTMLElement>('.slide')
    if (slide && slide !== talk.getCurrentSlide()) goTo(talk, { slide, step: 0, exact: true })
    target.tabIndex = -1
    target.focus({ preventScroll: true })
  }
  document.addEventListener('click', onClick, true)
}
