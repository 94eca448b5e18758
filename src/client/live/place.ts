// Where a talk stands after its slides have changed: where it stood, or at the slide that was edited elsewhere.

import { unfit } from '../fit/fit.ts'
import type { Running } from '../talk.ts'
import { stepThatShows } from './difference.ts'
import type { Edited, Patched } from './patch.ts'

/** A change of more slides than this is none of a slide: a definition, an option, another branch. */
const most = 12

/** Where the talk stood before the change. */
export interface Stand {
  readonly slide: HTMLElement | undefined
  readonly step: number
}

export function standOf({ talk }: Running): Stand {
  return { slide: talk.getCurrentSlide(), step: talk.getIndices().f ?? -1 }
}

/**
 * Brings the talk in order and to its place.
 *
 * @param follow whether it goes to a slide that was edited elsewhere
 */
export function settleAt(running: Running, stand: Stand, patched: Patched, follow: boolean): void {
  const { talk, root, overview } = running
  const { edited, added, rearranged } = patched
  for (const { section } of edited) unfit(section)
  if (rearranged) talk.sync()
  else {
    for (const { section, rich } of edited) {
      // Of words reveal.js need know no more than the steps; looking at backgrounds lays out the page once more.
      if (rich) talk.syncSlide(section)
      else talk.syncFragments(section)
    }
  }

  const here = stand.slide && root.contains(stand.slide) ? stand.slide : undefined
  const touched = edited.map(({ section }) => section)
  const stays = here !== undefined && touched.includes(here)
  const elsewhere = follow && !stays && touched.length + added.length <= most ? first(patched) : undefined
  const to = elsewhere?.section ?? here ?? (stand.slide && patched.heirOf(stand.slide))
  if (!to) return
  const { h, v } = talk.getIndices(to)
  const last = lastStep(to)
  // In order now, its fragments say at which step a part is seen.
  const wanted = elsewhere
    ? elsewhere.difference
      ? stepThatShows(elsewhere.difference)
      : -1
    : to === stand.slide
      ? stand.step
      : -1
  talk.slide(h, v, Math.min(wanted, last))
  overview.refresh()
  // Content, address and footer may be others though the slide's number is the same.
  root.dispatchEvent(new Event('slidechanged'))
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
