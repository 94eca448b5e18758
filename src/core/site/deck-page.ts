// The document of a deck: an article of all its slides, and with the script the talk.

import type { ElementContent } from 'hast'
import { element, text } from '../render/element.ts'
import type { Page, PageFace, RenderedSlide } from '../render/page.ts'
import { type Words, wordsFor } from '../render/words.ts'
import { writeDocument, written } from './document.ts'
import type { Frame } from './frame.ts'

/** Writes a deck's page; it stands one folder below the site's root. */
export function writeDeckPage(page: Page, frame: Frame): string {
  const { meta } = page
  const words = wordsFor(meta.lang)
  const yes = (is: boolean) => (is ? 'true' : 'false')
  const main = element(
    'main',
    {
      className: ['reveal'],
      id: 'talk',
      dataProgress: yes(meta.progress),
      dataControls: yes(meta.controls),
      dataSlideNumber: yes(meta.slideNumber),
      dataTransition: meta.transition,
      dataFooter: meta.footer,
    },
    [text('\n'), element('div', { className: ['slides'], id: 'slides' }, slidesOf(page.slides)), text('\n')],
  )
  return writeDocument(
    {
      title: frame.title === '' || frame.title === meta.title ? meta.title : `${meta.title} – ${frame.title}`,
      lang: meta.lang,
      description: meta.description ?? meta.subtitle,
      author: meta.authors.map(author => author.name).join(', '),
      toRoot: '../',
      data: { dataTheme: meta.theme, dataScheme: meta.scheme, dataAspect: meta.aspect },
      css: page.css,
      scripted: true,
      sources: page.sources,
      trusted: page.trusted,
      body: [
        element('a', { className: ['skip-link'], href: '#slides' }, [text(words.skip)]),
        header(page, words, frame),
        main,
      ],
    },
    frame,
  )
}

function header(page: Page, words: Words, frame: Frame): ElementContent {
  const home = frame.cleanUrls ? '../' : '../index.html'
  const by = byLine(page, words)
  return element('header', { className: ['deck-bar'] }, [
    element('a', { className: ['deck-home'], href: home }, [text(words.allTalks)]),
    text(' '),
    element('p', { className: ['deck-title'] }, [text(page.meta.title)]),
    ...(by === '' ? [] : [text(' '), element('p', { className: ['deck-by'] }, [text(by)])]),
  ])
}

/** Who speaks, when and how long, on one line. */
export function byLine({ meta, slides }: PageFace, words: Words): string {
  const planned = slides.reduce((sum, slide) => sum + (slide.minutes ?? 0), 0)
  const minutes = meta.duration ?? Math.round(planned)
  return [
    meta.authors.map(author => author.name).join(', '),
    meta.date ?? '',
    minutes > 0 ? words.minutes(minutes) : '',
  ]
    .filter(part => part !== '')
    .join(' · ')
}

/** Slides in order; those that stand below another share its stack. */
function slidesOf(slides: readonly RenderedSlide[]): ElementContent[] {
  const columns: RenderedSlide[][] = []
  for (const slide of slides) {
    const above = columns.at(-1)
    if (slide.below && above) above.push(slide)
    else columns.push([slide])
  }
  return columns.flatMap(column => {
    const sections = column.flatMap(slide => [text('\n'), written(slide.html)])
    return column.length > 1
      ? [text('\n'), element('section', { className: ['stack'] }, [...sections, text('\n')])]
      : sections
  })
}
