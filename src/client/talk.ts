// Makes a page a talk, or leaves it an article and adds what an article can use.

import './css/index.css'
import { addContents, addPresent, scrollToPlace, viewAddress } from './article.ts'
import { addFooter, addTools } from './chrome.ts'
import { addCopyButtons } from './copy.ts'
import { fitSlide, fitWhenIdle, unfit } from './fit/fit.ts'
import { measureSlides } from './fit/measure.ts'
import { updateFocus } from './focus.ts'
import { loadFonts } from './fonts.ts'
import { guarded } from './guard.ts'
import { createHelp } from './help.ts'
import { type Actions, bindKeys } from './keys.ts'
import { catchLinks, followLocation, goTo } from './location.ts'
import './outside.ts'
import { createOverview, type Overview } from './overview.ts'
import { createTalk, type Talk } from './reveal.ts'
import { createStatus, type Say } from './status.ts'
import { type Words, wordsFor } from './words.ts'

const page = document.documentElement

const toggleFullscreen = (): void => {
  const done = document.fullscreenElement ? document.exitFullscreen() : page.requestFullscreen?.()
  // A browser or an embedding page may refuse; the talk goes on in the window.
  done?.catch(() => undefined)
}

/** A talk that runs, for whoever changes its slides. */
export interface Running {
  readonly root: HTMLElement
  readonly talk: Talk
  readonly words: Words
  readonly overview: Overview
  /** Fits the slide on screen and brings what stands round it up to date. */
  readonly settle: () => void
  /** Fits the slides that come next, when there is time. */
  readonly prepare: () => void
}

function actionsOf(
  { talk, words, overview }: Omit<Running, 'root' | 'settle' | 'prepare'>,
  say: Say,
  more: Words['keys'],
): Actions {
  const help = createHelp(words, more)
  // While the screen is black, or all slides are shown, nothing turns behind it.
  const steady =
    (run: () => void): (() => void) =>
    () => {
      if (overview.isOpen()) return
      if (talk.isPaused()) talk.togglePause(false)
      else run()
    }
  const flat = (): boolean => !talk.hasVerticalSlides()
  const last = (): void => talk.slide(talk.getHorizontalSlides().length - 1)
  return {
    next: steady(() => talk.next()),
    previous: steady(() => talk.prev()),
    left: steady(() => (flat() ? talk.prev() : talk.left())),
    right: steady(() => (flat() ? talk.next() : talk.right())),
    up: steady(() => (flat() ? talk.prev() : talk.up())),
    down: steady(() => (flat() ? talk.next() : talk.down())),
    first: steady(() => talk.slide(0, 0)),
    last: steady(last),
    overview: () => {
      overview.toggle()
      if (!overview.isOpen()) return
      const slides = talk.getSlides()
      void loadFonts(slides).then(() => fitWhenIdle(slides))
    },
    fullscreen: toggleFullscreen,
    pause: () => {
      talk.togglePause()
      if (talk.isPaused()) say(words.paused)
    },
    read: () => location.assign(viewAddress('read', talk.getCurrentSlide()?.id)),
    help,
  }
}

/** Slides close to where the talk stands: they are laid out, and shown next. */
function neighbours(talk: Talk): HTMLElement[] {
  const slides = talk.getSlides()
  const here = talk.getCurrentSlide()
  const index = here ? slides.indexOf(here) : 0
  return [index + 1, index - 1, index + 2].flatMap(i => slides[i] ?? [])
}

/** The slide that the address names, or the first, with the two behind it. */
function firstSlides(root: HTMLElement): HTMLElement[] {
  const slides = [...root.querySelectorAll<HTMLElement>('.slide')]
  const index = slides.findIndex(slide => slide.matches(':has(:target)'))
  return slides.slice(Math.max(0, index)).slice(0, 3)
}

async function startTalk(root: HTMLElement, words: Words, say: Say, more: Words['keys']): Promise<Running> {
  // Faces first, for as long as one hardly notices: the first slide is on the screen already.
  const faces = loadFonts(firstSlides(root))
  await Promise.race([faces, new Promise(resolve => setTimeout(resolve, 150))])
  const talk = createTalk(root)
  await guarded(async () => {
    await talk.initialize()
  })
  // reveal.js makes the page an application, which takes the reading keys from screen readers.
  root.removeAttribute('role')
  // Parts of it that we have our own for; it keeps them, unseen, in the page.
  for (const part of root.querySelectorAll(':scope > :is(.slide-number, .controls, .speaker-notes)')) {
    part.remove()
  }

  // What may come next gets its type and its size before it does.
  const prepare = (): void => {
    const next = neighbours(talk)
    fitWhenIdle(next)
    void loadFonts(next).then(isNew => {
      if (!isNew) return
      const unseen = next.filter(slide => slide !== talk.getCurrentSlide())
      for (const slide of unseen) unfit(slide)
      fitWhenIdle(unseen)
    })
  }
  const updateFooter = addFooter(root, talk)
  const settle = (): void => {
    const slide = talk.getCurrentSlide()
    if (!slide) return
    fitSlide(slide)
    updateFocus(slide)
    updateFooter()
  }
  talk.on('slidechanged', () => {
    settle()
    prepare()
  })
  talk.on('fragmentshown', settle)
  talk.on('fragmenthidden', settle)

  const say404 = (key: string, slide: HTMLElement): void => {
    const title = slide.querySelector('.slide-title')?.textContent?.trim() ?? slide.id
    say(words.unknownKey(key, title), true)
  }
  followLocation(talk, say404)
  catchLinks(talk)
  settle()

  const overview = createOverview(root, talk)
  const actions = actionsOf({ talk, words, overview }, say, more)
  bindKeys(actions)
  if (root.dataset.controls !== 'false') {
    addTools(actions, words, () => viewAddress('read', talk.getCurrentSlide()?.id))
  }
  page.dataset.ready = ''
  prepare()
  window.deckhand = {
    measureSlides: async () => {
      await faces
      if (await loadFonts([root])) for (const slide of talk.getSlides()) unfit(slide)
      return measureSlides(root)
    },
    show: (slide, step) => goTo(talk, { slide, step, exact: true }),
  }

  // Type that arrives after the first fit is measured again, once.
  if (document.fonts.status === 'loading') {
    void faces.then(() => {
      for (const slide of talk.getSlides()) unfit(slide)
      settle()
    })
  }
  return { root, talk, words, overview, settle, prepare }
}

/**
 * Starts the page.
 *
 * @param more keys of this page alone, for the help
 * @returns the talk, where it is one
 */
export async function start(more: Words['keys'] = []): Promise<Running | undefined> {
  const root = document.querySelector<HTMLElement>('body > .reveal')
  if (!root) return undefined
  const words = wordsFor(page.lang)
  const say = createStatus()
  addCopyButtons(root, words, say)
  if (page.dataset.view === 'talk') {
    return startTalk(root, words, say, more)
  }
  void loadFonts([root])
  const slides = [...root.querySelectorAll<HTMLElement>('.slide')]
  for (const slide of slides) updateFocus(slide)
  addContents(words, slides)
  addPresent(words, slides)
  scrollToPlace(slides)
  addEventListener('hashchange', () => scrollToPlace(slides))
  page.dataset.ready = ''
  return undefined
}
