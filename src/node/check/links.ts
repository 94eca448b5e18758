// Where links to files end: at another deck and its slide, at a file that is published, or nowhere.

import { basename, dirname, join, posix, resolve } from 'node:path'
import { type Deck, type Diagnostic, diagnostic, type FileLink } from '../../core/index.ts'
import type { Disk } from '../disk.ts'
import { isDeckName } from '../files.ts'
import { decoded, type Found, findFile } from '../find-file.ts'

/** Where a deck is, and how others are looked into. */
export interface LinkGround {
  /** The deck's file as diagnostics name it, and where it is. */
  readonly file: string
  readonly path: string
  /** The real path of the folder that everything must stand in. */
  readonly root: string
  readonly disk: Disk
  /** Another deck, after `transform`; undefined where it cannot be read. */
  readonly deckAt: (path: string) => Deck | undefined
}

/** Says of every link to a file that leads nowhere once the talk is published (`link-broken`). */
export function lintLinks(links: readonly FileLink[], ground: LinkGround): Diagnostic[] {
  return links.flatMap(link => {
    const fault = link.deck ? deckFault(link, ground) : fileFault(link, ground)
    if (!fault) return []
    return [
      diagnostic(link.file, 'link-broken', fault.message, { position: link.position, note: fault.note }),
    ]
  })
}

interface Fault {
  readonly message: string
  readonly note: string
}

function deckFault({ deck: link, file }: FileLink, ground: LinkGround): Fault | undefined {
  const path = link?.path ?? ''
  const found = find(path, file, ground)
  if (found.is === 'missing') return missing(path)
  if (found.is === 'outside') return outside(path)
  if (found.spelled !== undefined) return misspelt(path, found.spelled)
  if (!isDeckName(basename(found.path))) {
    return { message: `\`${path}\` is no deck, so it has no page`, note: 'Link to where it is on the web.' }
  }
  if (link?.slide === undefined) return undefined
  const deck = ground.deckAt(found.path)
  if (!deck) return undefined
  const name = decoded(link.slide).normalize('NFC')
  const keys = new Set(deck.slides.flatMap(slide => [slide.key, ...slide.aliases.map(alias => alias.key)]))
  if (keys.has(name) || keys.has(name.replace(/\/\d+$/, ''))) return undefined
  return {
    message: `No slide of \`${path}\` is called \`${link.slide}\``,
    note: '`deckhand outline` prints the keys of its slides.',
  }
}

function fileFault({ url, file, raw }: FileLink, ground: LinkGround): Fault | undefined {
  const path = url.replace(/[?#].*$/s, '')
  // As seen from its page: other pages of the site, and what `public/` gives to it.
  const place = /^(?:\.\.\/|\/)(.*)$/s.exec(path)?.[1]
  if (place !== undefined && (/^(?:[^/.]+\/)?(?:index\.html)?$/.test(place) || isPublic(place, ground)))
    return undefined
  const found = find(path, file, ground)
  if (found.is === 'missing') return missing(path)
  if (found.is === 'outside') return outside(path)
  const isDeck = raw && isDeckName(basename(path))
  return {
    message: `\`${path}\` is not published with the talk`,
    note: isDeck
      ? `Write it as a Markdown link, \`[…](${path})\`: that leads to its page.`
      : 'Put it into `public/` beside the decks, or link to where it is on the web.',
  }
}

/** From the file that the link is written in, which an included slide has of its own. */
function find(path: string, file: string, { file: deck, path: at, root, disk }: LinkGround): Found {
  const other = posix.relative(posix.dirname(deck), posix.dirname(file))
  return findFile(path, { from: resolve(dirname(at), other), root }, disk)
}

function isPublic(path: string, { root, disk }: LinkGround): boolean {
  if (basename(root) !== 'decks') return false
  return disk.kind(join(dirname(root), 'public', decoded(path))) === 'file'
}

function missing(path: string): Fault {
  return { message: `\`${path}\` was not found`, note: 'Check the path; it is relative to the deck.' }
}

function outside(path: string): Fault {
  return {
    message: `\`${path}\` is outside the folder of the decks`,
    note: 'Link to where it is on the web.',
  }
}

function misspelt(path: string, spelled: string): Fault {
  return {
    message: `\`${path}\` is spelt otherwise on disk: the file is named \`${basename(spelled)}\``,
    note: 'Spell the path as the file is named; servers tell capitals apart.',
  }
}
