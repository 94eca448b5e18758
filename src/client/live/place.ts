// Where a talk stands after its slides have changed: where it stood, or at the slide that was edited elsewhere.

import { unfit } from '../fit/fit.ts'
import type { Running } from '../talk.ts'
import { stepThatShows } from './difference.ts'
import { holdMedia } from './media.ts'
import { type Edited, type Patched, slidesIn } from './patch.ts'

/** A change of more slides than this is none of a slide: a definition, an option, another branch. */
const most = 12

/** Where the talk stood before the change. */
export interface Stand {
  readonly slide: HTMLElement | undefined
  readonly step: number
  /** How many views the slide has: one, and one more a step. */
  readonly own: number
  /** How many views of the talk came before this one. */
  readonly before: number
  /** How many the talk has in all. */
  readonly all: number
}

export function standOf({ talk, root }: Running): Stand {
  const slide = talk.getCurrentSlide()
  const step = talk.getIndices().f ?? -1
  const slides = slidesIn(root)
  const counts = slides.map(viewsOf)
  const index = slide ? slides.indexOf(slide) : -1
  const before = sum(counts.slice(0, Math.max(0, index))) + step + 1
  return { slide, step, own: counts[index] ?? 0, before, all: sum(counts) }
}

const viewsOf = (slide: HTMLElement): number => lastStep(slide) + 2

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0)

/**
 * Brings the talk in order and to its place.
 *
 * @param follow whether it goes to a slide that was edited elsewhere
 */
export function settleAt(running: Running, stand: Stand, patched: Patched, follow: boolean): void {
  const { talk, root, overview } = running
  const { edited, added, rearranged } = patched
  if (staysWithin(running, stand, patched)) return
  const letGo = holdMedia(stand.slide)
  for (const { section } of edited) unfit(section)
  if (rearranged) talk.sync()
  else {
    for (const { section, rich } of edited) {
      // Of words reveal.js need know no more than the steps; looking at backgrounds lays out the page once more.
      if (rich) talk.syncSlide(section)
      else talk.syncFragments(section)
    }
  }

  const touched = edited.map(({ section }) => section)
  const moved = movedView(root, stand)
  const here = moved?.slide ?? (stand.slide && root.contains(stand.slide) ? stand.slide : undefined)
  const stays = here !== undefined && [...touched, ...added].includes(here)
  const elsewhere = follow && !stays && touched.length + added.length <= most ? first(patched) : undefined
  const to = elsewhere?.section ?? here ?? (stand.slide && patched.heirOf(stand.slide))
  if (to !== stand.slide) letGo()
  if (!to) return
  const { h, v } = talk.getIndices(to)
  const last = lastStep(to)
  // In order now, its fragments say at which step a part is seen.
  const wanted = elsewhere
    ? elsewhere.difference
      ? stepThatShows(elsewhere.difference)
      : -1
    : moved
      ? moved.step
      : to === stand.slide
        ? stand.step
        : -1
  talk.slide(h, v, Math.min(wanted, last))
  letGo()
  overview.refresh()
  // Content, address and footer may be others though the slide's number is the same.
  root.dispatchEvent(new Event('slidechanged'))
}

/**
 * The most usual edit takes the shortest way: other words on the slide on screen. reveal.js would look at every slide of
 * the talk, and the style of each be worked out anew, for what one slide alone is concerned with.
 *
 * @returns whether it was such an edit, and is done
 */
function staysWithin(running: Running, stand: Stand, { edited, rearranged }: Patched): boolean {
  const { talk, overview, settle } = running
  const [only, ...others] = edited
  if (!only?.within || others.length > 0 || rearranged || overview.isOpen()) return false
  const { section } = only
  if (section !== stand.slide || viewsOf(section) !== stand.own) return false
  unfit(section)
  talk.syncFragments(section)
  talk.navigateFragment(stand.step)
  settle()
  return true
}

/**
 * Where the view on screen went when slides were joined to one with steps, or such a slide was taken apart: neither
 * changes how many views there are, nor their order.
 */
function movedView(root: HTMLElement, stand: Stand): { slide: HTMLElement; step: number } | undefined {
  if (!stand.slide || (root.contains(stand.slide) && viewsOf(stand.slide) === stand.own)) return undefined
  const slides = slidesIn(root)
  const counts = slides.map(viewsOf)
  if (sum(counts) !== stand.all) return undefined
  let left = stand.before
  for (const [at, slide] of slides.entries()) {
    const own = counts[at] ?? 0
    if (left < own) return { slide, step: left - 1 }
    left -= own
  }
  return undefined
}

/** The first slide in the talk that was edited or is new. */
function first({ edited, added }: Patched): Edited | undefined {
  const all: Edited[] = [...edited, ...added.map(section => ({ section }))]
  return all.sort((a, b) =>
    a.section.compareDocumentPosition(b.section) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
  )[0]
}

function lastStep(slide: HTMLElement): number {
  const steps = [...slide.querySelectorAll('.fragment')].map(each =>
    Number(each.getAttribute('data-fragment-index')),
  )
  return Math.max(-1, ...steps.filter(Number.isFinite))
}
