// The page for lost addresses. It is shown at any depth, so it relies on nothing beside it.

import { element, text } from '../render/element.ts'
import { wordsFor } from '../render/words.ts'
import { writeDocument } from './document.ts'
import type { Frame } from './frame.ts'

const css =
  ':root{color-scheme:light dark}body{max-width:34rem;margin:20vh auto 0;padding:0 1.25rem;font:1.125rem/1.5 system-ui,sans-serif}'

/** Writes `404.html`. Its only link needs to know where the site is served from. */
export function writeNotFound(frame: Frame): string {
  const words = wordsFor(frame.lang)
  // A script would be looked for beside the address that is lost.
  const { live: _, ...still } = frame
  const home = frame.base
    ? [element('p', {}, [element('a', { href: frame.base }, [text(words.allTalks)])])]
    : []
  return writeDocument(
    {
      title: frame.title === '' ? words.notFound : `${words.notFound} – ${frame.title}`,
      lang: frame.lang,
      toRoot: '',
      data: {},
      css,
      scripted: false,
      sources: { image: [], media: [], frame: [] },
      body: [
        element('main', {}, [
          element('h1', {}, [text(words.notFound)]),
          element('p', {}, [text(words.notFoundText)]),
          ...home,
        ]),
      ],
    },
    { ...still, critical: '', styles: [], preload: [] },
  )
}
