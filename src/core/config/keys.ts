// Every key of a configuration: what it is for and what it takes; validation and JSON Schema are made of this table.

import { dialectNames } from '../dialects/names.ts'
import type { Config } from './config.ts'
import { address, choice, type Kind, list, oneOrMore, text, truth, whole } from './kinds.ts'

/** A key whose value is of one kind. */
export interface ConfigKey {
  readonly kind: Kind
  readonly about: string
}

/** A day: no deck is worth more. */
const mostTime = 24 * 60 * 60 * 1000

/** All keys but `defaults` and `rules`, which hold keys of their own. */
export const configKeys: Readonly<Record<keyof Omit<Config, 'defaults' | 'rules'>, ConfigKey>> = {
  $schema: { kind: text('the address of a schema'), about: 'The JSON Schema of this file, for editors' },
  decks: {
    kind: oneOrMore(text('a path'), 'a list of paths'),
    about: 'Decks and folders of decks, where the call names none; relative to this file',
  },
  out: {
    kind: text('the name of a folder'),
    about: 'Where `build` writes the site, and `preview` looks for it; relative to this file',
  },
  title: { kind: text('a text'), about: 'The title of the page that lists the talks' },
  lang: {
    kind: text('a language tag such as `en` or `pt-BR`', '^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$'),
    about: 'The language of that page, and of decks that do not say theirs',
  },
  theme: { kind: text('the name of a theme'), about: 'The theme of decks that name none' },
  dialect: {
    kind: choice(dialectNames),
    about: 'The dialect of decks that do not say theirs; without it, each is found out',
  },
  variant: {
    kind: text('the name of a variant'),
    about: 'Leaves out slides that are only for other variants',
  },
  html: {
    kind: choice(['safe', 'trusted']),
    about:
      '`trusted` publishes the HTML of decks as it is, scripts too: only for decks as trustworthy as the site itself',
  },
  strict: { kind: truth, about: 'Lets warnings fail a call too' },
  timeLimit: { kind: whole(1, mostTime), about: 'How much work a deck may be, milliseconds' },
  host: { kind: address, about: 'The address that `dev` and `preview` listen on; `true` is all of them' },
  port: { kind: whole(0, 65_535), about: 'The first port that `dev` and `preview` try; 0 is any' },
  strictPort: { kind: truth, about: 'Lets a port that is taken end `dev`' },
  allowedHosts: {
    kind: list(
      text('the name of a host', '^\\.?[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*$'),
      'a list of names of hosts such as `["talks.test"]`',
    ),
    about: 'Names other than `localhost` that `dev` and `preview` answer to; `.test` is every name below it',
  },
  open: { kind: truth, about: 'Lets `dev` open the browser' },
  stay: { kind: truth, about: 'Lets `dev` keep the slide on screen when another one is edited' },
  poll: { kind: truth, about: 'Lets `dev` look for changes where the file system does not tell of them' },
}

/** What `defaults` and `rules` are for. */
export const abouts = {
  defaults: 'What decks are where their front matter says nothing',
  rules: 'What becomes of problems, by rule: off, info, warning or error',
} as const

/** Keys of front matter that belong to one deck. */
export const ownToDecks: ReadonlySet<string> = new Set([
  'title',
  'subtitle',
  'description',
  'start',
  'dialect',
])

/** What can only be asked on the command line, by what it is called there. */
export const flagsOnly: ReadonlySet<string> = new Set([
  'json',
  'quiet',
  'notes',
  'cache',
  'format',
  'browser',
  'links',
  'config',
])

/** What a rule can be set to. */
export const ruleSettings = choice(['off', 'info', 'warning', 'error'])
