// The script of a page that stays in touch with its author's server.

import './live.css'
import type { LiveNews, LiveTicket } from '../../core/site/live.ts'
import { addContents } from '../article.ts'
import { putCopyButtons } from '../copy.ts'
import { unfit } from '../fit/fit.ts'
import { updateFocus } from '../focus.ts'
import { loadFonts } from '../fonts.ts'
import { findSlide, parsePlace } from '../location.ts'
import { type Running, start } from '../talk.ts'
import { wordsFor } from '../words.ts'
import { createDesk } from './desk.ts'
import { createRules, wearFace } from './face.ts'
import { patch, slidesIn } from './patch.ts'
import { settleAt, standOf } from './place.ts'
import { rehearseSoon } from './rehearse.ts'
import { authorKeys, bindSource } from './source.ts'
import { fetchPage, ticketOf } from './ticket.ts'
import { openWire } from './wire.ts'

function live(ticket: LiveTicket, running: Running | undefined): void {
  const root = document.querySelector<HTMLElement>('body > .reveal')
  const words = wordsFor(document.documentElement.lang)
  const rules = createRules()
  const desk = ticket.role === 'author' ? createDesk(place => wire.send('deckhand:edit', place)) : undefined
  let face = ticket.face
  /** The first news after a reconnection bring the page up to date; they are not an edit that just happened. */
  let fresh = true
  /** One after the other: a face that is being fetched holds up the news behind it. */
  let queue: Promise<void> = Promise.resolve()

  const hello = (): void =>
    wire.send('deckhand:hello', {
      slug: ticket.slug,
      hashes: root ? slidesIn(root).flatMap(section => section.dataset.hash ?? []) : [],
    })
  const renewed = (section: HTMLElement): void => {
    putCopyButtons(section, words)
    updateFocus(section)
  }

  async function take(news: LiveNews): Promise<void> {
    if (!root) {
      // The home page, or a deck that could not be shown: there is nothing to keep.
      if (news.face !== face) location.reload()
      desk?.hear(news)
      return
    }
    rules(news.css)
    delete document.documentElement.dataset.part
    const stand = running && standOf(running)
    const patched = patch(root, news, renewed)
    if (!patched) {
      fresh = true
      return hello()
    }
    const changed = patched.rearranged || patched.edited.length > 0
    const follow = !fresh && !ticket.stay && ticket.role === 'author'
    fresh = false
    if (changed && running && stand) settleAt(running, stand, patched, follow)
    if (changed && !running) freshContents(root)
    if (changed && !running && follow)
      show([...patched.edited.map(({ section }) => section), ...patched.added])
    desk?.hear(news)
    void faces([...patched.edited.map(({ section }) => section), ...patched.added])
    if (news.face !== face) await changeFace(news.face)
    if (changed) running?.prepare()
  }

  /** New words may need faces that are not there yet; what was measured without them is measured again. */
  async function faces(sections: readonly HTMLElement[]): Promise<void> {
    if (!(await loadFonts(sections)) || !running) return
    for (const section of sections) unfit(section)
    running.settle()
  }

  async function changeFace(next: string): Promise<void> {
    const page = await fetchPage()
    if (!page) return
    face = ticketOf(page)?.face ?? next
    if (!(await wearFace(page)) || !running) return
    for (const slide of running.talk.getSlides()) unfit(slide)
    running.settle()
    running.prepare()
  }

  const wire = openWire(ticket, {
    opened() {
      fresh = true
      desk?.connected(true)
      hello()
    },
    closed: () => desk?.connected(false),
    words: ({ text }) => desk?.say(text),
    news(news) {
      queue = queue.then(() => take(news))
    },
  })
  if (running) rehearseSoon(running.talk.getCurrentSlide(), renewed)
  if (desk && root) {
    bindSource(root, () => running?.talk.getCurrentSlide(), desk)
    if (running) desk.follow(running)
  }
}

/** The table of contents speaks of titles that may be others now. */
function freshContents(root: HTMLElement): void {
  const old = document.querySelector('.toc')
  const open = old?.querySelector('details')?.open
  old?.remove()
  addContents(wordsFor(document.documentElement.lang), slidesIn(root))
  const details = document.querySelector<HTMLDetailsElement>('.toc details')
  if (details && open !== undefined) details.open = open
}

/** In the article the reader is led to what was edited, unless it can be seen. */
function show(sections: readonly HTMLElement[]): void {
  const [first] = sections
  if (!first) return
  const { top, bottom } = first.getBoundingClientRect()
  if (bottom < 0 || top > innerHeight) first.scrollIntoView()
}

/** Whether the address names a slide, or a place on one, that is not here yet. */
function isBeyond(): boolean {
  const slides = slidesIn(document)
  const place = parsePlace(location.hash)
  if (place) return findSlide(slides, place)?.exact !== true
  return location.hash.length > 1 && location.hash !== '#/' && !document.querySelector(':target')
}

/** Behind the first picture: what the server does for a page that is open would hold it up. Unseen pages have none. */
function painted(): Promise<void> {
  return new Promise(resolve => {
    requestAnimationFrame(() => setTimeout(resolve))
    setTimeout(resolve, 250)
  })
}

const ticket = ticketOf(document)
if (ticket?.part) document.documentElement.dataset.part = ''
// Nothing has been shown of such a page, and the server gives the next one whole.
if (ticket?.part && isBeyond()) location.reload()
else {
  void start(ticket?.role === 'author' ? authorKeys : []).then(running => {
    if (ticket) void painted().then(() => live(ticket, running))
  })
}
