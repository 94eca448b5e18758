// The third verb: a deck becomes HTML, slide by slide.

import type { Deck, Highlight, PublicDeck, PublicSlide } from '../deck/deck.ts'
import type { Diagnostic } from '../deck/diagnostic.ts'
import { unignored } from '../deck/ignore.ts'
import type { Page } from './page.ts'
import { toPreview } from './preview.ts'
import { type RememberSlide, rememberSlide } from './remember.ts'
import { renderSlide } from './slide.ts'
import { createStyleRules } from './style-rules.ts'
import { wordsFor } from './words.ts'

/** What a caller may ask of `render`. */
export interface RenderAsk {
  /** Colours code; without it code is plain. */
  readonly highlight?: Highlight
  /** `trusted` publishes the deck's HTML as it is; only for decks as trustworthy as the site's own scripts. */
  readonly html?: 'safe' | 'trusted'
  /** Marks elements with the line they come from, as `data-line`, counted from the slide's first. */
  readonly lines?: boolean
  /**
   * Remembers slides of long decks that are rendered again and again. What it is handed passes no sanitiser after it:
   * it must come back as it was.
   */
  readonly remember?: RememberSlide
  /** Is told of each slide before it is rendered, so that whoever gives up on a deck can say where. */
  readonly begin?: (slide: PublicSlide) => void
}

/** Slides from which on it is quicker to look for what is remembered than to render. */
const worthRemembering = 60

/**
 * Renders a deck as HTML in reveal.js' markup.
 *
 * @param deck a transformed deck; private notes are rendered only where it has them, so publish it first
 * @returns the slides, the rules for styles written in the deck, and the deck's diagnostics with those of
 *   rendering: `html-dropped`, `html-unclosed`, `url-dropped`, `style-dropped`, `attribute-unknown`,
 *   `nesting-depth`, each with its place
 *
 * It never throws for what an author wrote, never changes the deck, and never lets a script, a handler, a
 * script's address, a form or a style attribute through unless asked for `trusted`.
 */
export function render(deck: Deck | PublicDeck, ask: RenderAsk = {}): Page {
  const problems: Diagnostic[] = []
  const styles = createStyleRules()
  const sources = { image: new Set<string>(), media: new Set<string>(), frame: new Set<string>() }
  const shared = {
    deck,
    words: wordsFor(deck.meta.lang),
    highlight: ask.highlight,
    trusted: ask.html === 'trusted',
    lines: ask.lines === true,
    addresses: addressesOf(deck),
    styles,
    sources,
    report: (problem: Diagnostic) => problems.push(problem),
  }
  // A hidden slide may be a draft or a secret: it is not merely skipped but absent.
  const shown = deck.slides.filter(slide => !slide.hidden)
  const rendered = shown.map((slide, index) => {
    ask.begin?.(slide)
    const isLong = shown.length >= worthRemembering
    if (index === 0 || !ask.remember || !isLong || hasNotes(slide)) {
      return renderSlide(slide, index === 0, shared)
    }
    return { slide: rememberSlide(slide, shared, ask.remember) }
  })
  const slides = rendered.map(({ slide }) => slide)
  const first = rendered[0]
  return {
    file: deck.source.path,
    meta: deck.meta,
    dialect: deck.dialect,
    slides,
    preview: first && 'section' in first ? toPreview(first.section, styles) : '',
    css: styles.css(),
    steps: slides.reduce((sum, slide) => sum + slide.steps, 0),
    notes: shown.some(hasNotes),
    trusted: shared.trusted,
    sources: {
      image: [...sources.image].sort(),
      media: [...sources.media].sort(),
      frame: [...sources.frame].sort(),
    },
    diagnostics: [
      ...deck.diagnostics,
      ...unignored(problems.filter(isNews(deck)), deck.ignores).toSorted(byPlace),
    ],
  }
}

function hasNotes(slide: (Deck | PublicDeck)['slides'][number]): boolean {
  return (
    ('notes' in slide && slide.notes !== undefined) ||
    slide.steps.some(step => 'notes' in step && step.notes !== undefined)
  )
}

/** Where each key and alias leads; a slide's own key wins over another's alias. */
function addressesOf(deck: Deck | PublicDeck): Map<string, string> {
  const addresses = new Map<string, string>()
  for (const { key, aliases } of deck.slides) {
    for (const alias of aliases) {
      addresses.set(alias.key, alias.step > 0 ? `#/${key}/${alias.step}` : `#/${key}`)
    }
  }
  for (const { key } of deck.slides) addresses.set(key, `#/${key}`)
  return addresses
}

/** Tells what the reader has not said already: it, too, finds tags that are not closed. */
function isNews(deck: Deck | PublicDeck): (problem: Diagnostic) => boolean {
  const place = ({ file, rule, position }: Diagnostic) => `${rule} ${position?.start.line ?? 0} ${file}`
  const said = new Set(deck.diagnostics.map(place))
  return problem => problem.rule !== 'html-unclosed' || !said.has(place(problem))
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  const place = ({ position }: Diagnostic) => position?.start ?? { line: 0, column: 0 }
  return place(a).line - place(b).line || place(a).column - place(b).column
}
