// The schemas that editors are given say what validation says, key for key and value for value.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readMeta } from '../syntax/meta.ts'
import { documented } from '../syntax/meta-keys.ts'
import { configKeys, ownToDecks } from './keys.ts'
import type { Schema } from './kinds.ts'
import { fromData } from './plain.ts'
import { readConfig } from './read-config.ts'
import { configSchema, frontMatterSchema } from './schema.ts'

/** Whether a value is as a schema says, for the words that our schemas use. */
function fits(value: unknown, schema: Schema): boolean {
  return Object.entries(schema).every(([word, said]) => {
    const judge = judges[word]
    if (!judge) throw new Error(`The schema says ${word}`)
    return judge(value, said as never, schema)
  })
}

function referred(path: string): Schema {
  const { definitions } = configSchema()
  const name = path.replace('#/definitions/', '')
  return Reflect.get(definitions as object, name) as Schema
}

const typeOf = (value: unknown): string =>
  value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value

const isMap = (value: unknown): value is Record<string, unknown> => typeOf(value) === 'object'

const judges: Readonly<Record<string, (value: unknown, said: never, schema: Schema) => boolean>> = {
  $schema: () => true,
  definitions: () => true,
  $ref: (value, said: string) => fits(value, referred(said)),
  title: () => true,
  description: () => true,
  examples: () => true,
  type: (value, said: string | string[]) =>
    [said].flat().some(type => type === typeOf(value) || (type === 'integer' && Number.isInteger(value))),
  enum: (value, said: unknown[]) => said.includes(value),
  const: (value, said) => value === said,
  anyOf: (value, said: Schema[]) => said.some(each => fits(value, each)),
  pattern: (value, said: string) => typeof value !== 'string' || new RegExp(said, 'u').test(value),
  minimum: (value, said: number) => typeof value !== 'number' || value >= said,
  maximum: (value, said: number) => typeof value !== 'number' || value <= said,
  multipleOf: (value, said: number) => typeof value !== 'number' || value % said === 0,
  exclusiveMinimum: (value, said: number) => typeof value !== 'number' || value > said,
  exclusiveMaximum: (value, said: number) => typeof value !== 'number' || value < said,
  items: (value, said: Schema) => !Array.isArray(value) || value.every(each => fits(each, said)),
  minItems: (value, said: number) => !Array.isArray(value) || value.length >= said,
  properties: (value, said: Record<string, Schema>) =>
    !isMap(value) ||
    Object.entries(value).every(([key, of]) => !Object.hasOwn(said, key) || fits(of, said[key] ?? {})),
  patternProperties: (value, said: Record<string, Schema>) =>
    !isMap(value) ||
    Object.entries(value).every(([key, of]) =>
      Object.entries(said).every(([pattern, each]) => !new RegExp(pattern, 'u').test(key) || fits(of, each)),
    ),
  additionalProperties: (value, _said, { properties = {}, patternProperties = {} }) =>
    !isMap(value) ||
    Object.keys(value).every(
      key =>
        Object.hasOwn(properties as object, key) ||
        Object.keys(patternProperties as object).some(pattern => new RegExp(pattern, 'u').test(key)),
    ),
}

/** Values that some key takes, and some that hardly any does. */
const values: readonly unknown[] = [
  ...['', ' ', 'a', 'Two words', 'en', 'pt-BR', 'pt_BR', 'x', '12', '16:9', '4/3', '16 x 9', '16 : 9', '3:2'],
  ...[
    'yes',
    'No',
    'ON',
    'true',
    'False',
    'lists',
    'Rest',
    'none',
    'merge',
    'keep',
    'split',
    'author',
    'auto',
  ],
  ...[
    'dark',
    'LIGHT',
    'fade',
    'shrink',
    'warn',
    'error',
    'off',
    'info',
    'warning',
    'safe',
    'trusted',
    'native',
  ],
  ...[
    '35min',
    '1h 30min',
    '1,5 h',
    '1h30',
    '90S',
    '20 apples',
    'min',
    '9:30',
    '8am',
    '8:15 PM',
    '14H30',
    '99',
  ],
  ...['outline', 'talks.test', '.test', 'a b', '127.0.0.1', 'harbor', '<b>'],
  ...[0, 1, 1.5, -1, 80, 65_535, 65_536, 4000, 90_000_000, true, false, null],
  ...[
    [],
    ['a'],
    ['talks.test', '.x.org'],
    [''],
    [1],
    [['a']],
    {},
    { name: 'Ada' },
    { Name: 'Ada', GitHub: 'ada' },
  ],
  ...[
    { name: 1 },
    { nam: 'Ada' },
    { name: 'Ada', url: 'example.org' },
    { url: 'HTTPS://a' },
    { url: 'no way' },
  ],
  ...[
    [{ name: 'Ada' }, 'Grace <g@example.org>'],
    [{ nam: 'x' }],
    { 'image-alt': 'off' },
    { encoding: 'off' },
  ],
  ...[{ encoding: 'error', 'link-broken': 'warning' }, { 'image-atl': 'off' }, { 'image-alt': 'Off' }],
  ...[
    { footer: 'x', 'slide-number': 'no' },
    { Slide_Number: false },
    { title: 'x' },
    { fit: 'wran' },
    { lang: 5 },
  ],
]

const takes = (config: unknown): boolean =>
  readConfig('a.json', fromData(config, '')).diagnostics.length === 0

function takesMeta(meta: Record<string, unknown>): boolean {
  const value = fromData(meta, '')
  const said: string[] = []
  readMeta(value.kind === 'map' ? value.entries : [], rule => said.push(rule))
  return said.length === 0
}

describe('the schema of a configuration', () => {
  const schema = configSchema()

  it.each([...Object.keys(configKeys), 'defaults', 'rules', 'tehme', 'json'])(
    'takes of `%s` what is taken',
    key => {
      for (const value of values) {
        expect(fits({ [key]: value }, schema), JSON.stringify(value)).toBe(takes({ [key]: value }))
      }
    },
  )

  it.each(documented.map(({ key }) => key))('takes of the default `%s` what is taken', key => {
    for (const value of values) {
      const config = { defaults: { [key]: value } }
      expect(fits(config, schema), JSON.stringify(value)).toBe(takes(config))
    }
    expect(ownToDecks.has(key)).toBe(!fits({ defaults: { [key]: null } }, schema))
  })

  it('takes whole configurations that are taken, and no others', () => {
    const key = fc.constantFrom(...Object.keys(configKeys), 'defaults', 'rules')
    const config = fc.dictionary(key, fc.constantFrom(...values), { maxKeys: 4 })
    fc.assert(
      fc.property(config, made => fits(made, schema) === takes(made)),
      { numRuns: 300 },
    )
  })
})

describe('the schema of front matter', () => {
  const schema = frontMatterSchema()

  it.each(documented.map(({ key }) => key))('takes of `%s` what is taken', key => {
    for (const value of values) {
      expect(fits({ [key]: value }, schema), JSON.stringify(value)).toBe(takesMeta({ [key]: value }))
    }
  })

  it('knows a key in every spelling, and no other key', () => {
    for (const key of [
      'slide-number',
      'slideNumber',
      'Slide_Number',
      'SLIDENUMBER',
      'slide number',
      'slidenumer',
      'fti',
    ])
      expect(fits({ [key]: true }, schema), key).toBe(takesMeta({ [key]: true }))
  })
})
