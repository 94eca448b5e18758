// Links from one deck to another, as its file is called: on the site they lead to its page.

import { slugOf } from '../deck/page-slug.ts'

/** A path to a deck, with the slide it may name: `storage.md#volumes`. */
export interface DeckLink {
  /** As written, without the slide. */
  readonly path: string
  /** The key as written; absent is the whole deck. */
  readonly slide?: string
}

/** What a link says of another deck; undefined where it leads elsewhere. Notes have no page. */
export function readDeckLink(url: string): DeckLink | undefined {
  if (/^(?:[a-z][a-z\d+.-]*:|\/|#)/i.test(url)) return undefined
  const [, path = '', slide] = /^([^?#]+)(?:\?[^#]*)?(?:#\/?(.*))?$/s.exec(url) ?? []
  if (!/\.(?:md|markdown)$/i.test(path) || /\.notes\.[^.]+$/i.test(path)) return undefined
  return slide ? { path, slide } : { path }
}

/**
 * @param from the file that the link is written in
 * @returns the address of the deck's page, as seen from any other page of the site
 */
export function pageAddress({ path, slide }: DeckLink, from: string): string {
  const folder = from.includes('/') ? from.replace(/[^/]*$/, '') : ''
  const page = `../${slugOf(folder + plainAddress(path))}/index.html`
  return slide === undefined ? page : `${page}#/${slide}`
}

/** What an address means: Markdown writes blanks and the like as `%20`. */
export function plainAddress(address: string): string {
  try {
    return decodeURIComponent(address)
  } catch (error) {
    // A stray `%`: the address means what it says.
    if (error instanceof URIError) return address
    throw error
  }
}
