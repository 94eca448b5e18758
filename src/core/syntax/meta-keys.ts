// Every key of front matter by the spelling that is documented: what it is for, what it takes, how it is read.

import { fitModes } from '../deck/layouts.ts'
import { readClock, readDuration } from '../deck/time.ts'
import { aspect, author, choice, type Kind, lang, minutes, readText, text, truth } from './meta-values.ts'

/** A key of front matter. */
export interface MetaKey extends Kind {
  readonly key: string
  /** For whom an editor shows it. */
  readonly about: string
}

const table: readonly (readonly [key: string, kind: Kind, about: string])[] = [
  ['title', text('title'), 'The title of the talk; without it, its first heading'],
  ['subtitle', text('subtitle'), 'What stands below the title'],
  ['description', text('description'), 'What search engines and previews say of the talk'],
  ['author', author, 'Who gives the talk: a name, or a map of name, url, email, github, mastodon, …'],
  ['authors', author, 'Who give the talk: a list of names or maps'],
  ['date', text('date'), 'When the talk is given, as it is to be shown'],
  ['lang', lang, 'The language, as a BCP 47 tag'],
  ['theme', text('theme'), 'The theme that dresses the talk'],
  [
    'scheme',
    choice(['auto', 'light', 'dark'], (meta, word) => {
      meta.scheme = word
    }),
    'Light, dark, or as the device of whoever looks has it',
  ],
  [
    'transition',
    choice(
      ['none', 'fade'],
      (meta, word) => {
        meta.transition = word
      },
      { false: 'none' },
    ),
    'How slides come in',
  ],
  [
    'fit',
    choice(
      fitModes,
      (meta, word) => {
        meta.fit = word
      },
      { true: 'shrink', false: 'off' },
    ),
    'What becomes of a slide that is too full',
  ],
  [
    'reveal',
    choice(
      ['lists', 'rest', 'none'],
      (meta, word) => {
        meta.reveal = word
      },
      { true: 'lists', false: 'none' },
    ),
    'Whether lists come item by item: all, all but the first item, none',
  ],
  [
    'buildups',
    choice(
      ['merge', 'keep'],
      (meta, word) => {
        meta.buildups = word
      },
      { true: 'merge', false: 'keep' },
    ),
    'Whether slides that repeat the one before with more become its steps',
  ],
  [
    'continuation',
    choice(
      ['split', 'keep'],
      (meta, word) => {
        meta.continuation = word
      },
      { true: 'split', false: 'keep' },
    ),
    'Whether what is too long for a slide goes on on further ones',
  ],
  ['guess', truth('guess'), 'Whether unlabelled code has its language guessed'],
  ['math', truth('math'), 'Whether $…$ is a formula'],
  ['agenda', truth('agenda'), 'A slide of titles after the first'],
  [
    'closing',
    choice(
      ['author', 'none'],
      (meta, word) => {
        meta.closing = word
      },
      { false: 'none' },
    ),
    'A last slide that says who spoke',
  ],
  ['progress', truth('progress'), 'Whether the bar of progress shows'],
  ['controls', truth('controls'), 'Whether the arrows show'],
  ['slide-number', truth('slideNumber'), 'Whether slides show their numbers'],
  ['footer', text('footer'), 'What stands at the foot of every slide'],
  ['aspect', aspect, 'Width over height of the slides'],
  [
    'duration',
    minutes('duration', readDuration, {
      expected: 'a length such as `35min` or `1h 30min`',
      pattern: '\\s*(\\d+([.,]\\d+)?\\s*(h|hrs?|hours?|std|m|mins?|minutes?|\'|s|secs?|seconds?|")?[\\s.]*)+',
      examples: ['35min', '1h 30min'],
      numbers: { exclusiveMinimum: 0, exclusiveMaximum: 24 * 60 },
    }),
    'The planned length',
  ],
  [
    'start',
    minutes('start', readClock, {
      expected: 'a time of day such as `9:30` or `8am`',
      pattern:
        '(([01]?\\d|2[0-3])([:.hH][0-5]\\d)?(:\\d{2})?\\s*h?\\s*\\.?(m\\.?)?|(0?[1-9]|1[0-2])([:.hH][0-5]\\d)?(:\\d{2})?\\s*h?\\s*[apAP]\\.?(m\\.?)?)',
      examples: ['9:30', '8am'],
      numbers: { minimum: 0, maximum: 23, multipleOf: 1 },
    }),
    'When the talk begins',
  ],
  [
    'dialect',
    // Read before the rest, since it says who reads the rest.
    { shape: { kind: 'text' }, read: ask => void readText(ask) },
    'Which dialect the document is in, where that is not to be found out',
  ],
]

/** What is looked up is `plainKey` of the key. */
export const documented: readonly MetaKey[] = table.map(([key, kind, about]) => ({ key, about, ...kind }))
