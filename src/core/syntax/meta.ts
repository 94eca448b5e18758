// What a deck may say of itself: the closed schema of front matter, and the defaults where it says nothing.

import type { DeckMeta, Position } from '../deck/deck.ts'
import { fitModes } from '../deck/layouts.ts'
import { nearest } from '../deck/nearest.ts'
import { readClock, readDuration } from '../deck/time.ts'
import { readAuthors } from './author.ts'
import { type Report, ticked } from './report.ts'
import type { YamlEntry, YamlValue } from './yaml.ts'

/** What the front matter says, valid entries only. */
export type WrittenMeta = { -readonly [Key in keyof DeckMeta]?: DeckMeta[Key] }

/** What a reader of one key has to go by. */
export interface KeyAsk {
  /** The key as written. */
  readonly key: string
  /** Of the key. */
  readonly position: Position
  readonly value: YamlValue
  readonly meta: WrittenMeta
  readonly report: Report
  /** Says that the value is not what the key takes. */
  wrong(expected: string): void
}

/** Reads the value of one key into the meta. */
export type ReadKey = (ask: KeyAsk) => void

/** Keys by their plain spelling (see `plainKey`). A dialect hands in those that only it has. */
export type Keys = ReadonlyMap<string, ReadKey>

/** Spellings of a key that mean the same: `slide-number`, `slideNumber`, `Slide_Number`. */
export function plainKey(key: string): string {
  return key.toLowerCase().replace(/[-_\s]/g, '')
}

const noText = new Set<YamlValue['kind']>(['list', 'map', 'strange'])

/** The text of a scalar as written, on one line; undefined and a report where there is no scalar. */
export function readText(ask: KeyAsk, expected = 'a text'): string | undefined {
  const { value } = ask
  if (value.kind === 'nothing') return undefined
  if (noText.has(value.kind) || !('text' in value)) {
    ask.wrong(expected)
    return undefined
  }
  return value.text.replace(/\s+/g, ' ').trim() || undefined
}

const truths = new Map([
  ...['true', 'yes', 'on'].map(word => [word, true] as const),
  ...['false', 'no', 'off'].map(word => [word, false] as const),
])

/** Whether a key is switched on; undefined and a report where the value is neither yes nor no. */
export function readTruth(ask: KeyAsk): boolean | undefined {
  const text = readText(ask, '`true` or `false`')
  if (text === undefined) return undefined
  const truth = truths.get(text.toLowerCase())
  if (truth === undefined) ask.wrong('`true` or `false`')
  return truth
}

type KeysOf<Type> = {
  [Key in keyof DeckMeta]-?: DeckMeta[Key] extends Type | undefined ? Key : never
}[keyof DeckMeta]

function text(name: 'title' | 'subtitle' | 'description' | 'date' | 'theme' | 'footer'): ReadKey {
  return ask => {
    const written = readText(ask)
    if (written !== undefined) ask.meta[name] = written
  }
}

function truth(name: KeysOf<boolean>): ReadKey {
  return ask => {
    const written = readTruth(ask)
    if (written !== undefined) ask.meta[name] = written
  }
}

/** One of a few words; `yes` and `no` stand for two of them where that reads naturally. */
function choice<Word extends string>(
  words: readonly Word[],
  put: (meta: WrittenMeta, word: Word) => void,
  truthful: { readonly true?: Word; readonly false?: Word } = {},
): ReadKey {
  const expected = words.map(word => `\`${word}\``).join(words.length > 2 ? ', ' : ' or ')
  return ask => {
    const written = readText(ask, expected)?.toLowerCase()
    if (written === undefined) return
    const truth = truths.get(written)
    const word =
      words.find(each => each === written) ?? (truth === undefined ? undefined : truthful[`${truth}`])
    if (word) put(ask.meta, word)
    else ask.wrong(expected)
  }
}

function minutes(
  name: 'duration' | 'start',
  read: (text: string) => number | undefined,
  expected: string,
): ReadKey {
  return ask => {
    const written = readText(ask, expected)
    if (written === undefined) return
    const value = read(written)
    if (value === undefined) ask.wrong(expected)
    else ask.meta[name] = value
  }
}

/** Reads `author` or `authors`, one after the other where both are given. */
export const readAuthorKey: ReadKey = ask => {
  const written = readAuthors(ask.value, ask.report)
  if (written) ask.meta.authors = [...(ask.meta.authors ?? []), ...written]
}

const lang: ReadKey = ask => {
  const written = readText(ask)?.replaceAll('_', '-')
  if (written === undefined) return
  if (/^[a-z]{2,8}(-[a-z0-9]{1,8})*$/i.test(written)) ask.meta.lang = written
  else ask.wrong('a language tag such as `en` or `pt-BR`')
}

const aspect: ReadKey = ask => {
  const written = readText(ask)?.replace(/\s*[/x]\s*/, ':')
  if (written === undefined) return
  if (written === '16:9' || written === '4:3') ask.meta.aspect = written
  else ask.wrong('`16:9` or `4:3`')
}

/** By the spelling that is documented; what is looked up is `plainKey` of it. */
const documented: readonly (readonly [key: string, read: ReadKey])[] = [
  ['title', text('title')],
  ['subtitle', text('subtitle')],
  ['description', text('description')],
  ['author', readAuthorKey],
  ['authors', readAuthorKey],
  ['date', text('date')],
  ['lang', lang],
  ['theme', text('theme')],
  [
    'scheme',
    choice(['auto', 'light', 'dark'], (meta, word) => {
      meta.scheme = word
    }),
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
  ],
  ['guess', truth('guess')],
  ['math', truth('math')],
  ['agenda', truth('agenda')],
  [
    'closing',
    choice(
      ['author', 'none'],
      (meta, word) => {
        meta.closing = word
      },
      { false: 'none' },
    ),
  ],
  ['progress', truth('progress')],
  ['controls', truth('controls')],
  ['slide-number', truth('slideNumber')],
  ['footer', text('footer')],
  ['aspect', aspect],
  ['duration', minutes('duration', readDuration, 'a length such as `35min` or `1h 30min`')],
  ['start', minutes('start', readClock, 'a time of day such as `9:30` or `8am`')],
  // Read before the rest, since it says who reads the rest.
  ['dialect', ask => void readText(ask)],
]

const keys: Keys = new Map(documented.map(([key, read]) => [plainKey(key), read]))

/** The documented spellings of every key that front matter may have in any dialect. */
export const metaKeys: readonly string[] = documented.map(([key]) => key)

/** Whether a key is one of front matter, in whatever spelling. */
export function isMetaKey(key: string): boolean {
  return keys.has(plainKey(key))
}

/**
 * Reads the entries of front matter by the closed schema.
 * Reports `front-matter-key`, `front-matter-value`, and `front-matter-syntax` for a key given twice.
 *
 * @param own keys that only one dialect has; they stand above the common ones
 */
export function readMeta(entries: readonly YamlEntry[], report: Report, own: Keys = new Map()): WrittenMeta {
  const meta: WrittenMeta = {}
  const seen = new Set<string>()
  for (const { key, position, value } of entries) {
    const plain = plainKey(key)
    const read = own.get(plain) ?? keys.get(plain)
    if (!read) {
      const meant = nearest(key, [...metaKeys, ...own.keys()])
      report('front-matter-key', `${ticked(key)} is no key of the front matter`, {
        position,
        ...(meant ? { note: `Did you mean \`${meant}\`?` } : {}),
      })
    } else if (seen.has(plain)) {
      report('front-matter-syntax', `${ticked(key)} is given twice; the first one counts`, {
        position,
        note: 'Remove one of the two.',
        severity: 'warning',
      })
    } else {
      seen.add(plain)
      const wrong = (expected: string): void =>
        report('front-matter-value', `${ticked(key)} cannot be ${shown(value)}`, {
          position: value.position,
          note: `Write ${expected}.`,
        })
      read({ key, position, value, meta, report, wrong })
    }
  }
  return meta
}

function shown(value: YamlValue): string {
  if (value.kind === 'list') return 'a list'
  if (value.kind === 'map') return 'a map'
  if (value.kind === 'nothing') return 'empty'
  return ticked(value.text)
}
