// What the keys of a configuration take: how each kind of value is read, and how it is told to an editor.

import type { YamlValue } from '../syntax/yaml.ts'

/** A piece of JSON Schema, draft 7. */
export type Schema = { readonly [word: string]: unknown }

/** A kind of value. */
export interface Kind<Value = unknown> {
  /** What to write, in words. */
  readonly expected: string
  readonly schema: Schema
  /** Words that a mistyped value may stand for. */
  readonly words?: readonly string[]
  /** Undefined where it is none of this kind. */
  readonly take: (value: YamlValue) => Value | undefined
}

const filled = (value: YamlValue): string | undefined =>
  value.kind === 'text' && value.text.trim() !== '' ? value.text : undefined

/** A text that is not blank. */
export function text(expected: string, pattern?: string): Kind<string> {
  return {
    expected,
    schema: { type: 'string', pattern: pattern ?? '\\S' },
    take: value => {
      const written = filled(value)
      return written !== undefined && (pattern === undefined || new RegExp(pattern).test(written))
        ? written
        : undefined
    },
  }
}

/** `true` or `false`, nothing that stands for them. */
export const truth: Kind<boolean> = {
  expected: '`true` or `false`',
  schema: { type: 'boolean' },
  take: value => (value.kind === 'truth' ? value.text === 'true' : undefined),
}

/** One of a few words. */
export function choice<Word extends string>(words: readonly Word[]): Kind<Word> {
  const ticked = words.map(word => `\`${word}\``)
  return {
    expected: [ticked.slice(0, -1).join(', '), ticked.at(-1)].filter(Boolean).join(' or '),
    schema: { enum: words },
    words,
    take: value => (value.kind === 'text' ? words.find(word => word === value.text) : undefined),
  }
}

/** A whole number within bounds. */
export function whole(least: number, most: number): Kind<number> {
  return {
    expected: `a whole number from ${least} to ${most}`,
    schema: { type: 'integer', minimum: least, maximum: most },
    take: value => {
      const number = value.kind === 'number' ? Number(value.text) : Number.NaN
      return Number.isInteger(number) && number >= least && number <= most ? number : undefined
    },
  }
}

/** Texts of a kind, or one alone. */
export function oneOrMore(kind: Kind<string>, several: string): Kind<readonly string[]> {
  const { take: takeMany, ...many } = list(kind, several)
  return {
    ...many,
    expected: `${kind.expected}, or ${several}`,
    schema: { anyOf: [kind.schema, { ...many.schema, minItems: 1 }] },
    take: value => {
      const one = kind.take(value)
      if (one !== undefined) return [one]
      const found = takeMany(value)
      return found && found.length > 0 ? found : undefined
    },
  }
}

/** A list of texts of a kind. */
export function list(kind: Kind<string>, expected: string): Kind<readonly string[]> {
  return {
    expected,
    schema: { type: 'array', items: kind.schema },
    take: value => {
      if (value.kind !== 'list') return undefined
      const found = value.items.map(kind.take)
      return found.every(each => each !== undefined) ? found : undefined
    },
  }
}

/** An address, or `true` for all that there are. */
export const address: Kind<string | true> = {
  expected: 'an address such as `127.0.0.1`, or `true` for all of them',
  schema: { anyOf: [{ type: 'string', pattern: '\\S' }, { const: true }] },
  take: value => (value.kind === 'truth' && value.text === 'true' ? true : filled(value)),
}
