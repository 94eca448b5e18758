// What the author alone sees: a bar with where the talk stands, the list of its problems, and what broke it.

import type { LiveNews, LivePlace } from '../../core/site/live.ts'
import type { Running } from '../talk.ts'
import { titleText } from '../titles.ts'
import { slidesIn } from './patch.ts'
import { countOf, createProblems } from './problems.ts'

type Author = NonNullable<LiveNews['author']>

/** The author's desk on a page. */
export interface Desk {
  readonly hear: (news: LiveNews) => void
  readonly connected: (is: boolean) => void
  /** Says something for a while. */
  readonly say: (text: string) => void
  /** Keeps the bar in step with a talk. */
  readonly follow: (running: Running) => void
  /** Opens a slide's source, so many lines below its first. */
  readonly edit: (slide: HTMLElement, line: number) => void
  /** Opens a file that the deck names. */
  readonly editBeside: (path: string, line: number) => void
  readonly toggle: () => void
}

const STORED = 'deckhand-author-bar'

/** @param open opens a place in the editor */
export function createDesk(open: (place: LivePlace) => void): Desk {
  const page = document.documentElement
  const bar = document.createElement('aside')
  bar.className = 'author-bar'
  bar.setAttribute('aria-label', 'For the author')
  const where = part('author-where')
  const facts = part('author-facts')
  const state = part('author-state')
  const badge = document.createElement('button')
  badge.type = 'button'
  badge.className = 'author-problems'
  badge.hidden = true
  bar.append(where, facts, state, badge)
  document.body.append(bar)
  const problems = createProblems(open)
  badge.addEventListener('click', () => problems.toggleList())
  let author: Author | undefined
  let running: Running | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  const shown = (is: boolean): void => void page.toggleAttribute('data-author-bar', is)
  shown(remembered())

  function part(name: string): HTMLSpanElement {
    const span = document.createElement('span')
    span.className = name
    return span
  }

  function refresh(): void {
    if (!author) return
    const slides = slidesIn(document)
    const slide = running?.talk.getCurrentSlide()
    const index = slide ? slides.indexOf(slide) : -1
    const fact = author.facts[index]
    where.textContent = [author.title, slide ? titleText(slide) || slide.id : ''].filter(Boolean).join(' › ')
    facts.textContent = [
      slide ? `slide ${index + 1} of ${slides.length}` : extent(slides.length),
      fact && fact.steps > 0 ? `step ${(running?.talk.getIndices().f ?? -1) + 1} of ${fact.steps}` : '',
      fact ? `${fact.notesWords} ${fact.notesWords === 1 ? 'word' : 'words'} of notes` : '',
      planned(author, index),
    ]
      .filter(Boolean)
      .join(' · ')
    badge.hidden = author.problems.length === 0
    badge.textContent = countOf(author.problems)
    badge.dataset.severity = author.problems[0]?.severity ?? 'info'
  }

  return {
    hear(news) {
      // What is shown before all is known says nothing of the rest.
      if (!news.author) return
      author = news.author
      problems.show(author)
      refresh()
    },
    connected(is) {
      page.toggleAttribute('data-author-alone', !is)
      state.textContent = is ? '' : 'The server is away'
    },
    say(text) {
      state.textContent = text
      clearTimeout(timer)
      timer = setTimeout(() => {
        if (state.textContent === text) state.textContent = ''
      }, 8000)
    },
    follow(talk) {
      running = talk
      for (const type of ['slidechanged', 'fragmentshown', 'fragmenthidden'] as const)
        talk.talk.on(type, refresh)
      refresh()
    },
    edit(slide, line) {
      const fact = author?.facts[slidesIn(document).indexOf(slide)]
      if (fact) open({ file: fact.file, line: fact.line + line, column: 1 })
    },
    editBeside(path, line) {
      const folder = author?.file.replace(/[^/]*$/, '') ?? ''
      if (author) open({ file: `${folder}${path}`, line, column: 1 })
    },
    toggle() {
      const is = !page.hasAttribute('data-author-bar')
      shown(is)
      try {
        if (is) localStorage.removeItem(STORED)
        else localStorage.setItem(STORED, 'off')
      } catch {
        // Storage may be forbidden; then it holds until the page is left.
      }
    },
  }
}

/** How much there is of what the page shows. */
function extent(slides: number): string {
  const talks = document.querySelectorAll('.deck-card').length
  return talks > 0 ? `${talks} ${talks === 1 ? 'talk' : 'talks'}` : `${slides} slides`
}

/** How much of the talk's planned time has gone when a slide begins. */
function planned({ facts }: Author, index: number): string {
  const minutes = facts.map(fact => fact.minutes ?? 0)
  const total = minutes.reduce((sum, each) => sum + each, 0)
  if (total === 0) return ''
  const gone = minutes.slice(0, Math.max(0, index)).reduce((sum, each) => sum + each, 0)
  const all = clock(total, total)
  return index < 0 ? `${all} planned` : `${clock(gone, total)} of ${all} planned`
}

/** Minutes and seconds; of a talk of an hour and more, hours and minutes. */
function clock(minutes: number, total: number): string {
  const small = Math.round(total < 60 ? minutes * 60 : minutes)
  return `${Math.floor(small / 60)}:${String(small % 60).padStart(2, '0')}${total < 60 ? '' : ' h'}`
}

function remembered(): boolean {
  try {
    return localStorage.getItem(STORED) !== 'off'
  } catch {
    return true
  }
}
