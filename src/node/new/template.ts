// The decks to start from: which there are, and how one is filled with what is known of the talk.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageHome } from '../package-home.ts'

/** What each deck to start from is for. */
export const templates = {
  talk: 'a talk of 25 minutes',
  workshop: 'a day with a timetable, exercises and handouts',
  lightning: 'one idea in five minutes',
} as const

export type Template = keyof typeof templates

/** The text of a file that the package carries for new decks and projects. */
export function carried(file: string): string {
  return readFileSync(join(packageHome(), 'lib', 'templates', file), 'utf8')
}

/** What is known of a new talk. */
export interface Talk {
  readonly title: string
  /** '' where nobody is named. */
  readonly author: string
  readonly day: Date
}

/**
 * Fills a deck to start from.
 *
 * @param text with `{{title}}`, `{{author}}`, `{{date}}`, `{{month}}`, and `{{… as yaml}}` in its front matter
 */
export function fill(text: string, { title, author, day }: Talk): string {
  const named = author === '' ? text.replace(/^author: .*\n/m, '').replaceAll('{{author}} · ', '') : text
  const values: Readonly<Record<string, string>> = {
    'title as yaml': asYaml(title),
    'author as yaml': asYaml(author),
    title: asMarkdown(title),
    author: asMarkdown(author),
    date: [day.getFullYear(), day.getMonth() + 1, day.getDate()]
      .map(number => String(number).padStart(2, '0'))
      .join('-'),
    month: day.toLocaleDateString('en', { month: 'long', year: 'numeric' }),
  }
  return named.replace(/\{\{([a-z ]+)\}\}/g, (whole, name: string) => values[name] ?? whole)
}

/** A text as a YAML value: plain where that is safe, else quoted; YAML reads the strings of JSON. */
function asYaml(text: string): string {
  const isPlain = /^\p{L}[\p{L}\p{M}\p{N} ,.’()/!?-]*$/u.test(text)
  return isPlain && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(text) ? text : JSON.stringify(text)
}

/** A text as Markdown that shows it as it is, with no more backslashes than that needs. */
function asMarkdown(text: string): string {
  return text
    .replace(/[\\`*[\]{}~<&]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\$&')
    .replace(/^([-+#>=]|\d+[.)])/, mark => mark.replace(/.$/, '\\$&'))
    .replace(/(\s)(#+)$/, '$1\\$2')
}
