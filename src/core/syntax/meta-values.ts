// How values of front matter are read: texts, truths, words, times, and what each takes in a form that editors can be told.

import type { DeckMeta, Position } from '../deck/deck.ts'
import { readAuthors } from './author.ts'
import type { Report } from './report.ts'
import type { YamlValue } from './yaml.ts'

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

/** What a key takes. */
export type Shape =
  /** Any text; a number or a truth is one too, as it is written. */
  | { readonly kind: 'text' | 'truth' | 'author' }
  | {
      readonly kind: 'words'
      readonly words: readonly string[]
      /** Whether `yes` or `no` stands for one of them. */
      readonly truths: readonly boolean[]
    }
  /** A text of this form, small and capital letters alike; also numbers within bounds. */
  | ({ readonly kind: 'form' } & Form)

/** A form of texts, in words of JSON Schema. */
export interface Form {
  readonly pattern: string
  readonly examples: readonly string[]
  readonly numbers?: Readonly<Record<string, number>>
}

/** A kind of value: what it may be, and how it is read. */
export interface Kind {
  readonly shape: Shape
  readonly read: ReadKey
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

/** A text as it is. */
export function text(name: 'title' | 'subtitle' | 'description' | 'date' | 'theme' | 'footer'): Kind {
  return {
    shape: { kind: 'text' },
    read: ask => {
      const written = readText(ask)
      if (written !== undefined) ask.meta[name] = written
    },
  }
}

/** Yes or no. */
export function truth(name: KeysOf<boolean>): Kind {
  return {
    shape: { kind: 'truth' },
    read: ask => {
      const written = readTruth(ask)
      if (written !== undefined) ask.meta[name] = written
    },
  }
}

/** One of a few words; `yes` and `no` stand for two of them where that reads naturally. */
export function choice<Word extends string>(
  words: readonly Word[],
  put: (meta: WrittenMeta, word: Word) => void,
  truthful: { readonly true?: Word; readonly false?: Word } = {},
): Kind {
  const expected = words.map(word => `\`${word}\``).join(words.length > 2 ? ', ' : ' or ')
  return {
    shape: {
      kind: 'words',
      words,
      truths: [true, false].filter(truth => truthful[`${truth}`] !== undefined),
    },
    read: ask => {
      const written = readText(ask, expected)?.toLowerCase()
      if (written === undefined) return
      const truth = truths.get(written)
      const word =
        words.find(each => each === written) ?? (truth === undefined ? undefined : truthful[`${truth}`])
      if (word) put(ask.meta, word)
      else ask.wrong(expected)
    },
  }
}

/** A time as authors write it, in minutes. */
export function minutes(
  name: 'duration' | 'start',
  read: (text: string) => number | undefined,
  { expected, ...form }: Form & { readonly expected: string },
): Kind {
  return {
    shape: { kind: 'form', ...form },
    read: ask => {
      const written = readText(ask, expected)
      if (written === undefined) return
      const value = read(written)
      if (value === undefined) ask.wrong(expected)
      else ask.meta[name] = value
    },
  }
}

/** Reads `author` or `authors`, one after the other where both are given. */
export const readAuthorKey: ReadKey = ask => {
  const written = readAuthors(ask.value, ask.report)
  if (written) ask.meta.authors = [...(ask.meta.authors ?? []), ...written]
}

export const author: Kind = { shape: { kind: 'author' }, read: readAuthorKey }

export const lang: Kind = {
  shape: { kind: 'form', pattern: '[a-zA-Z]{2,8}([-_][a-zA-Z0-9]{1,8})*', examples: ['en', 'de', 'pt-BR'] },
  read: ask => {
    const written = readText(ask)?.replaceAll('_', '-')
    if (written === undefined) return
    if (ask.value.kind !== 'truth' && /^[a-z]{2,8}(-[a-z0-9]{1,8})*$/i.test(written)) ask.meta.lang = written
    else ask.wrong('a language tag such as `en` or `pt-BR`')
  },
}

export const aspect: Kind = {
  shape: { kind: 'form', pattern: '(16(:|\\s*[/x]\\s*)9|4(:|\\s*[/x]\\s*)3)', examples: ['16:9', '4:3'] },
  read: ask => {
    const written = readText(ask)?.replace(/\s*[/x]\s*/, ':')
    if (written === undefined) return
    if (written === '16:9' || written === '4:3') ask.meta.aspect = written
    else ask.wrong('`16:9` or `4:3`')
  },
}
