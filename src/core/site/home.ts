// The home page: a small catalogue of the talks, each with its first slide as its picture.

import type { ElementContent } from 'hast'
import { element, text } from '../render/element.ts'
import type { PageFace } from '../render/page.ts'
import { wordsFor } from '../render/words.ts'
import { byLine } from './deck-page.ts'
import { writeDocument, written } from './document.ts'
import type { Frame } from './frame.ts'

/** A deck and where it stands, relative to the site's root. */
export interface Placed {
  readonly page: PageFace
  readonly url: string
}

/** Writes `index.html`. */
export function writeHome(decks: readonly Placed[], frame: Frame): string {
  const words = wordsFor(frame.lang)
  const title = frame.title === '' ? words.talks : frame.title
  const list: ElementContent =
    decks.length > 0
      ? element(
          'ul',
          { className: ['deck-list'] },
          decks.flatMap(deck => [text('\n'), card(deck, frame)]),
        )
      : element('p', {}, [text(words.noTalks)])
  return writeDocument(
    {
      title,
      lang: frame.lang,
      toRoot: '',
      data: { dataTheme: frame.theme ?? decks[0]?.page.meta.theme ?? 'harbor', dataScheme: 'auto' },
      css: previewCss(decks),
      scripted: false,
      sources: {
        image: [...new Set(decks.flatMap(({ page }) => page.sources.image))].sort(),
        media: [],
        frame: [],
      },
      body: [element('main', { className: ['home'] }, [element('h1', {}, [text(title)]), list])],
    },
    frame,
  )
}

function card({ page, url }: Placed, frame: Frame): ElementContent {
  const { meta } = page
  const words = wordsFor(frame.lang)
  const facts = [byLine(page, words), words.slides(page.slides.length)]
    .filter(part => part !== '')
    .join(' · ')
  const lang = meta.lang === frame.lang ? undefined : meta.lang
  return element('li', { className: ['deck-card'] }, [
    element(
      'div',
      {
        className: ['deck-card-slide', ...(meta.scheme === 'auto' ? [] : [meta.scheme])],
        ariaHidden: 'true',
        inert: true,
        dataTheme: meta.theme,
        dataAspect: meta.aspect,
      },
      [written(page.preview)],
    ),
    element('h2', { className: ['deck-card-title'], lang }, [
      element('a', { href: url }, [text(meta.title)]),
    ]),
    ...(meta.description
      ? [element('p', { className: ['deck-card-text'], lang }, [text(meta.description)])]
      : []),
    element('p', { className: ['deck-card-meta'] }, [text(facts)]),
  ])
}

/** Of the decks' own rules, those that their first slides need. */
function previewCss(decks: readonly Placed[]): string {
  const rules = new Set<string>()
  for (const { page } of decks) {
    const classes = new Set(page.preview.match(/\bs-[a-z0-9]+\b/g))
    for (const rule of page.css.split('\n')) {
      const name = /^\.(s-[a-z0-9]+):/.exec(rule)?.[1]
      if (name !== undefined && classes.has(name)) rules.add(rule)
    }
  }
  return [...rules].join('\n')
}
