// The keys of a Deckset head, and what each does here.

import { type KeyAsk, type Keys, plainKey, type ReadKey, readText, readTruth } from '../../syntax/meta.ts'
import { ticked } from '../../syntax/report.ts'
import { readStyling } from './styles.ts'
import { type Options, readFooter, readLevels, readTransition } from './values.ts'

/** Keys that only Deckset has; the others say little about whose document it is. */
export const telling: ReadonlySet<string> = new Set(
  [
    'autoscale',
    'build-lists',
    'slidenumbers',
    'slidecount',
    'slide-transition',
    'slide-dividers',
    'fit-header',
    'code-language',
    'presenter-notes',
    'background-image',
  ].map(plainKey),
)

/** Styling that is the theme's here; `header` and `text` are done in part. */
const styling = [
  'presenter-notes',
  'text-emphasis',
  'text-strong',
  'header-emphasis',
  'header-strong',
  'slidenumber-style',
  'footer-style',
  'list',
  'link',
  'table',
  'table-separator',
  'code',
  'footnote',
  'footnote-separator',
  'formula',
  'quote',
  'quote-author',
  'graph',
]

function ignored(ask: KeyAsk, note: string): void {
  const written = readText(ask)
  if (written === undefined) return
  const message = `${ticked(`${ask.key}: ${written}`)} is not done here`
  ask.report('option-ignored', message, { position: ask.position, note })
}

/** A deck's theme decides what its slides look like. */
export const themes = 'Looks are the theme’s here; the line can stay for Deckset.'

/** Makes the readers of a head; what is no meta of a deck goes into the options. */
export function createKeys(options: Options): Keys {
  const levels =
    (name: 'dividers' | 'fitHeaders'): ReadKey =>
    ask => {
      const found = readLevels(readText(ask) ?? '')
      if (found) options[name] = found
      else ask.wrong('levels of headings such as `#, ##`')
    }
  const styled =
    (name: 'text' | 'header'): ReadKey =>
    ask => {
      const { style, undone } = readStyling(readText(ask) ?? '')
      if (style) options[name] = style
      for (const part of undone) reportUndone(ask, part)
    }
  const own: readonly (readonly [string, ReadKey])[] = [
    ['theme', readTheme],
    ['autoscale', readAutoscale],
    ['build-lists', readBuildLists],
    [
      'slidenumbers',
      ask => {
        const shown = readTruth(ask)
        if (shown !== undefined) ask.meta.slideNumber = shown
      },
    ],
    // The number is always shown with the count.
    ['slidecount', ask => void readTruth(ask)],
    ['footer', readFooterKey],
    ['slide-transition', readTransitionKey],
    ['slide-dividers', levels('dividers')],
    ['fit-header', levels('fitHeaders')],
    [
      'code-language',
      ask => {
        const language = readText(ask)
        if (language) options.codeLanguage = language.toLowerCase()
      },
    ],
    [
      'background-image',
      ask => {
        const path = readText(ask)
        if (path) options.background = path
      },
    ],
    ['text', styled('text')],
    ['header', styled('header')],
    ...styling.map(key => [key, (ask: KeyAsk) => ignored(ask, themes)] as const),
  ]
  return new Map(own.map(([key, read]) => [plainKey(key), read]))
}

function reportUndone(ask: KeyAsk, part: string): void {
  ask.report('option-ignored', `${ticked(part)} of ${ticked(ask.key)} is not done here`, {
    position: ask.value.position,
    note: themes,
  })
}

/** `Fira, 3` is a theme of Deckset's and one of its colour schemes; a name may say whether it is dark. */
function readTheme(ask: KeyAsk): void {
  const written = readText(ask)
  if (written === undefined) return
  const [name = ''] = written.split(',').map(part => part.trim())
  if (/\b(?:dark|black|night)\b/i.test(written)) ask.meta.scheme = 'dark'
  else if (/\b(?:light|white)\b/i.test(written)) ask.meta.scheme = 'light'
  else if (/^harbor$/i.test(name)) ask.meta.theme = 'harbor'
  else {
    ask.report(
      'option-ignored',
      `${ticked(`${ask.key}: ${written}`)} is a theme of Deckset's, which means nothing here`,
      {
        position: ask.position,
        note: 'Name a theme of Deckhand, or leave the line for Deckset.',
      },
    )
  }
}

function readAutoscale(ask: KeyAsk): void {
  if (readTruth(ask) === false) ignored(ask, 'What does not fit is always set smaller.')
}

function readBuildLists(ask: KeyAsk): void {
  const written = readText(ask)?.toLowerCase()
  if (written === undefined) return
  if (/^(?:true|yes)$/.test(written)) ask.meta.reveal = 'lists'
  else if (/^not-?first$/.test(written)) ask.meta.reveal = 'rest'
  else if (/^(?:false|no)$/.test(written)) ask.meta.reveal = 'none'
  else ask.wrong('`true`, `false` or `notFirst`')
}

function readFooterKey(ask: KeyAsk): void {
  const { words, picture } = readFooter(readText(ask) ?? '')
  if (words) ask.meta.footer = words
  if (picture)
    ask.report('option-ignored', `The picture in \`${ask.key}\` is not shown`, {
      position: ask.value.position,
      note: 'A footer is words here.',
    })
}

function readTransitionKey(ask: KeyAsk): void {
  const written = readText(ask)
  if (written === undefined) return
  const { as, exact } = readTransition(written)
  ask.meta.transition = as
  if (!exact)
    ask.report('option-ignored', `${ticked(`${ask.key}: ${written}`)} is shown as a fade`, {
      position: ask.position,
      note: 'Slides change at once here, or fade.',
    })
}
