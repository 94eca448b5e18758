// What validation knows as JSON Schema (draft 7), so that editors complete and check front matter and configuration.

import { canBeQuieted, type RuleId, rules } from '../deck/rules.ts'
import { authorKeys, webAddress } from '../syntax/author.ts'
import { documented, type MetaKey } from '../syntax/meta-keys.ts'
import type { Shape } from '../syntax/meta-values.ts'
import { abouts, configKeys, ownToDecks, ruleSettings } from './keys.ts'
import type { Schema } from './kinds.ts'

const draft = 'http://json-schema.org/draft-07/schema#'

/** The schema of front matter, as the native format has it. */
export function frontMatterSchema(): Schema {
  return {
    $schema: draft,
    title: 'Front matter of a Deckhand deck',
    ...keysSchema(documented),
    definitions,
  }
}

/** The schema of a configuration. */
export function configSchema(): Schema {
  const plain = Object.entries(configKeys).map(([key, { kind, about }]) => [
    key,
    { ...kind.schema, description: about },
  ])
  return {
    $schema: draft,
    title: 'Configuration of Deckhand',
    type: 'object',
    properties: {
      ...Object.fromEntries(plain),
      defaults: {
        ...keysSchema(documented.filter(({ key }) => !ownToDecks.has(key))),
        description: abouts.defaults,
      },
      rules: { ...rulesSchema(), description: abouts.rules },
    },
    additionalProperties: false,
    definitions,
  }
}

/** Keys as they are documented, and every other spelling that is read as one of them. */
function keysSchema(keys: readonly MetaKey[]): Schema {
  const schemas = keys.map(
    ({ key, about, shape }) => [key, { ...shapeSchema(shape), description: about }] as const,
  )
  return {
    type: 'object',
    properties: Object.fromEntries(
      schemas.flatMap(([key, schema]) => [
        [key, schema],
        [camel(key), schema],
      ]),
    ),
    patternProperties: Object.fromEntries(schemas.map(([key, schema]) => [spellings(key), schema])),
    additionalProperties: false,
  }
}

function camel(key: string): string {
  return key.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
}

/** Capitals, dashes, underlines and blanks make no difference in a key. */
function spellings(key: string): string {
  const letters = [...key.replaceAll('-', '')].map(letter => `[${letter}${letter.toUpperCase()}]`)
  return `^[-_\\s]*${letters.join('[-_\\s]*')}[-_\\s]*$`
}

function rulesSchema(): Schema {
  const settings = (Object.keys(rules) as RuleId[]).map(rule => [
    rule,
    { ...(canBeQuieted(rule) ? ruleSettings.schema : { const: 'error' }), description: rules[rule].remedy },
  ])
  return { type: 'object', properties: Object.fromEntries(settings), additionalProperties: false }
}

/** A key that has no value, or a blank one, says nothing. */
const nothing: readonly Schema[] = [{ type: 'null' }, { type: 'string', pattern: '^\\s*$' }]

function shapeSchema(shape: Shape): Schema {
  switch (shape.kind) {
    case 'text':
      return { type: ['string', 'number', 'boolean', 'null'] }
    case 'truth':
      return {
        anyOf: [{ type: 'boolean' }, wordsPattern([...truthWords(true), ...truthWords(false)]), ...nothing],
      }
    case 'words': {
      const truths = shape.truths.map(truth => ({ const: truth }))
      const words = [...shape.words, ...shape.truths.flatMap(truthWords)]
      return { anyOf: [{ enum: shape.words }, ...truths, wordsPattern(words), ...nothing] }
    }
    case 'form':
      return {
        anyOf: [
          { type: 'string', pattern: `^\\s*${anyCase(shape.pattern)}\\s*$` },
          ...(shape.numbers ? [{ type: 'number', ...shape.numbers }] : []),
          ...nothing,
        ],
        examples: shape.examples,
      }
    case 'author':
      return { anyOf: [...person, { type: 'array', items: { anyOf: person } }] }
  }
}

/** What is read as `true` or as `false`. */
function truthWords(truth: boolean): string[] {
  return truth ? ['true', 'yes', 'on'] : ['false', 'no', 'off']
}

function wordsPattern(words: readonly string[]): Schema {
  return { type: 'string', pattern: `^\\s*(${words.map(anyCase).join('|')})\\s*$` }
}

/** A pattern for small and capital letters alike, which JSON Schema has no sign for. */
function anyCase(pattern: string): string {
  return pattern.replace(/\\.|\[[^\]]*\]|[a-z]/g, part =>
    part.length > 1 ? part : `[${part}${part.toUpperCase()}]`,
  )
}

/** Said once, since several keys take it. */
const definitions: Schema = {
  person: {
    type: 'object',
    properties: Object.fromEntries(authorKeys.known.map(key => [key, entrySchema(key)])),
    patternProperties: Object.fromEntries(authorKeys.all.map(key => [`^${anyCase(key)}$`, entrySchema(key)])),
    additionalProperties: false,
  },
}

/** A name, or a map of what is known of a person. */
const person: readonly Schema[] = [
  { type: ['string', 'number', 'boolean', 'null'] },
  { $ref: '#/definitions/person' },
]

function entrySchema(key: string): Schema {
  if (!authorKeys.urls.includes(key)) return { type: ['string', 'number', 'boolean', 'null'] }
  return { anyOf: [{ type: 'null' }, { type: 'string', pattern: webAddress.source }] }
}
