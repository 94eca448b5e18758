// Who speaks, in every spelling of front matter: a name, `name <email> (url)`, a map, or a list of these.

import type { Author } from '../deck/deck.ts'
import { nearest } from '../deck/nearest.ts'
import { type Report, ticked } from './report.ts'
import type { YamlEntry, YamlValue } from './yaml.ts'

const names = ['name', 'author', 'fullname']
const urls = ['url', 'website', 'homepage', 'web', 'site', 'link']
const emails = ['email', 'mail', 'e-mail']
/** Networks an author may have an account with; the order has no meaning. */
const networks = [
  'bitbucket',
  'bluesky',
  'codeberg',
  'facebook',
  'github',
  'gitlab',
  'instagram',
  'linkedin',
  'mastodon',
  'matrix',
  'medium',
  'orcid',
  'slideshare',
  'speakerdeck',
  'stackoverflow',
  'telegram',
  'threads',
  'twitter',
  'weibo',
  'x',
  'xing',
  'youtube',
]
const known = ['name', 'url', 'email', ...networks]
const all = [...names, ...urls, ...emails, ...networks]

/** What may be said of an author: as it is documented, all of it, and what takes the address of a page. */
export const authorKeys = { known, all, urls } as const

/** The address of a page: with its protocol, or a name that can be nothing else. */
export const webAddress =
  /^\s*(?:[hH][tT][tT][pP][sS]?:\/\/|(?!\w+:(?!\d))[\w-]+(\.[\w-]+)+(:\d+)?([/?#]\S*)?\s*$)/

/**
 * Reads `author:` or `authors:`. Reports `front-matter-value` and `front-matter-key`.
 *
 * @returns undefined where nothing of it can be used
 */
export function readAuthors(value: YamlValue, report: Report): Author[] | undefined {
  const authors = (value.kind === 'list' ? value.items : [value])
    .filter(item => item.kind !== 'nothing')
    .map(item => readAuthor(item, report))
    .filter(author => author !== undefined)
  return authors.length > 0 ? authors : undefined
}

function readAuthor(value: YamlValue, report: Report): Author | undefined {
  if (value.kind === 'map') return readMap(value.entries, report)
  if (value.kind === 'list' || value.kind === 'nothing' || value.kind === 'strange') {
    report('front-matter-value', '`author` is neither a name nor a map', {
      position: value.position,
      note: 'Write `author: Ada Lovelace`, or `name:`, `url:` and `email:` below it.',
    })
    return undefined
  }
  // As package.json has it: `Ada Lovelace <ada@example.org> (https://example.org)`.
  const [, name = '', email, url] =
    /^([^<(]*)(?:<([^<>]*)>)?\s*(?:\((https?:[^()]*)\))?$/.exec(value.text.trim()) ?? []
  if (!name.trim()) return value.text.trim() ? { name: oneLine(value.text) } : undefined
  return { name: oneLine(name), ...(url ? { url } : {}), ...(email ? { email } : {}) }
}

function readMap(entries: readonly YamlEntry[], report: Report): Author | undefined {
  let name: string | undefined
  let url: string | undefined
  let email: string | undefined
  const accounts: Record<string, string> = Object.create(null)
  for (const entry of entries) {
    const key = entry.key.toLowerCase()
    const { value } = entry
    if (!all.includes(key)) {
      const meant = nearest(key, known)
      report('front-matter-key', `${ticked(entry.key)} says nothing of an author`, {
        position: entry.position,
        ...(meant ? { note: `Did you mean \`${meant}\`?` } : {}),
      })
      continue
    }
    if (value.kind === 'nothing') continue
    if (value.kind === 'list' || value.kind === 'map' || value.kind === 'strange') {
      report('front-matter-value', `${ticked(entry.key)} of the author is no text`, {
        position: value.position,
      })
      continue
    }
    const text = oneLine(value.text)
    if (names.includes(key)) name ??= text
    else if (urls.includes(key)) url ??= addressOf(text, value, report)
    else if (emails.includes(key)) email ??= text
    else accounts[key] ??= text
  }
  const [first] = Object.values(accounts)
  name ??= email ?? first ?? url
  if (!name) return undefined
  return {
    name,
    ...(url ? { url } : {}),
    ...(email ? { email } : {}),
    ...(Object.keys(accounts).length > 0 ? { accounts } : {}),
  }
}

/** An address that a page may link to; `example.org/me` is one on the web. */
function addressOf(text: string, value: YamlValue, report: Report): string | undefined {
  if (webAddress.test(text)) return /^https?:\/\//i.test(text) ? text : `https://${text}`
  report('front-matter-value', `${ticked(text)} is no address of a page`, {
    position: value.position,
    note: 'Write the whole address, such as `https://example.org`.',
  })
  return undefined
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
