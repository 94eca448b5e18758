// A last slide that says who spoke, where the deck asks for one.

import type { Heading, List, PhrasingContent, RootContent } from 'mdast'
import type { Author, Deck, Slide } from '../deck/deck.ts'
import { generatedSlide } from './generated.ts'

/**
 * The names as title, and what is known of each author: site, mail, accounts. Only http(s) and mail addresses
 * become links, handles of known networks among them; everything else is shown as it was written.
 */
export function addClosing(deck: Deck): Deck {
  const authors = deck.meta.authors.filter(author => author.name !== '')
  if (deck.meta.closing !== 'author' || authors.length === 0) return deck
  const title = authors.map(author => author.name).join(', ')
  const blocks = authors.flatMap((author): RootContent[] => {
    const list = contactsOf(author)
    if (authors.length === 1) return list ? [list] : []
    const name: Heading = { type: 'heading', depth: 3, children: [{ type: 'text', value: author.name }] }
    return list ? [name, list] : []
  })
  const slide: Slide = { ...generatedSlide(deck, title, blocks), layout: 'end', classes: ['author'] }
  return { ...deck, slides: [...deck.slides, slide] }
}

function contactsOf(author: Author): List | undefined {
  const entries: PhrasingContent[][] = []
  if (author.url) entries.push(linkified(author.url))
  if (author.email)
    entries.push(
      ...author.email
        .split(/\s*(?:&&|[,;])\s*/)
        .filter(Boolean)
        .map(mailOf),
    )
  for (const [network, value] of Object.entries(author.accounts ?? {})) {
    if (value) entries.push([{ type: 'text', value: `${nameOf(network)}: ` }, ...accountOf(network, value)])
  }
  if (entries.length === 0) return undefined
  return {
    type: 'list',
    ordered: false,
    spread: false,
    children: entries.map(children => ({
      type: 'listItem',
      spread: false,
      children: [{ type: 'paragraph', children }],
    })),
  }
}

const text = (value: string): PhrasingContent => ({ type: 'text', value })
const link = (url: string, value: string): PhrasingContent => ({ type: 'link', url, children: [text(value)] })

function mailOf(value: string): PhrasingContent[] {
  return /^[^\s@<>"'&?#]+@[^\s@<>"'&?#]+\.[^\s@<>"'&?#]+$/.test(value)
    ? [link(`mailto:${value}`, value)]
    : linkified(value)
}

/** How networks write themselves, and where a handle lives there. */
const networks: Readonly<Record<string, { readonly name: string; readonly home?: string }>> = {
  bluesky: { name: 'Bluesky', home: 'https://bsky.app/profile/' },
  codeberg: { name: 'Codeberg', home: 'https://codeberg.org/' },
  github: { name: 'GitHub', home: 'https://github.com/' },
  gitlab: { name: 'GitLab', home: 'https://gitlab.com/' },
  linkedin: { name: 'LinkedIn', home: 'https://www.linkedin.com/in/' },
  mastodon: { name: 'Mastodon' },
  twitter: { name: 'Twitter', home: 'https://twitter.com/' },
  weibo: { name: 'Weibo', home: 'https://weibo.com/' },
  youtube: { name: 'YouTube', home: 'https://www.youtube.com/@' },
}

function networkOf(network: string): { readonly name: string; readonly home?: string } | undefined {
  return Object.hasOwn(networks, network.toLowerCase()) ? networks[network.toLowerCase()] : undefined
}

function nameOf(network: string): string {
  return networkOf(network)?.name ?? network.charAt(0).toUpperCase() + network.slice(1)
}

function accountOf(network: string, value: string): PhrasingContent[] {
  const fediverse = /^@?([\w.-]+)@([a-z\d-]+(?:\.[a-z\d-]+)+)$/i.exec(value)
  if (network.toLowerCase() === 'mastodon' && fediverse) {
    return [link(`https://${fediverse[2]}/@${fediverse[1]}`, `@${fediverse[1]}@${fediverse[2]}`)]
  }
  const home = networkOf(network)?.home
  const handle = /^@?([\w.-]+)$/.exec(value)
  if (!home || !handle) return linkified(value)
  return [link(`${home}${handle[1]}`, network.toLowerCase() === 'twitter' ? `@${handle[1]}` : value)]
}

/** Text in which http(s) addresses are links and nothing else is; an address alone is shown in short. */
function linkified(value: string): PhrasingContent[] {
  const pieces = value.split(/(https?:\/\/[^\s<>"']+)/i).filter(piece => piece !== '')
  return pieces.map(piece => {
    if (!/^https?:\/\//i.test(piece)) return text(piece)
    return link(piece, pieces.length === 1 ? piece.replace(/^https?:\/\/(?:www\.)?|\/$/gi, '') : piece)
  })
}
