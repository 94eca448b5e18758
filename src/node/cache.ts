// Remembers what slices and code blocks came to, by their content, one file a deck; losing it costs time only.

import { join } from 'node:path'
import type { Root } from 'mdast'
import type { Highlight, RememberSlide, Token } from '../core/index.ts'
import { buildId } from './build-id.ts'
import { openEntries } from './entries.ts'
import { hashOf } from './kept-file.ts'
import { isSiteAddress, type Picture } from './picture.ts'
import type { Shelf } from './shelf.ts'

/**
 * What an entry of the first two levels is looked up by. The build id stands for Deckhand's own code and every package
 * bundled with it; Shiki is installed beside it and has a version of its own. All parts are joined by NUL and hashed.
 *
 * The first level passes the sanitiser after it is read, so it may come from elsewhere (a CI store); the second, and the
 * third in `page-cache.ts`, hold what is already sanitised, and must never leave the machine. Private notes enter no key
 * and no entry: a slice is what the public part of a slide was parsed from.
 */
export type CacheKey =
  /** Level 1: a slice's text → its mdast, positions relative to the slice. */
  | readonly ['slice', build: string, text: string]
  /** Level 1: code and its language → tokens. */
  | readonly ['code', build: string, shiki: string, language: string, text: string]
  /** Level 1: a state of a picture's file → its size, sum and name in the site. */
  | readonly ['picture', build: string, path: string, stamp: string]
  /** Level 2: an enriched public slide with all that rendering looks at (`core/render/remember.ts`) → its HTML. */
  | readonly ['slide', build: string, node: string, shiki: string, slide: string]

type Lines = readonly (readonly Token[])[]

/** The first level for one deck. */
export interface DeckCache {
  /** Parses by `parse` what is not remembered. */
  remember(parse: (text: string) => Root): (text: string) => Root
  /** Whether the tokens of this code are remembered. */
  hasCode(text: string, language: string): boolean
  /**
   * Colours by `highlight` what is not remembered; without it only what is.
   *
   * @param open the code that may be remembered, by `codeName`: what stands in notes may not
   */
  recall(open: ReadonlySet<string>, highlight?: Highlight): Highlight
  /** What a picture is, looked at by `look` where that is not remembered of this state of its file. */
  picture(path: string, stamp: string, look: () => Picture): Picture
  /** How often it was asked, and how often in vain. */
  readonly count: { asked: number; missed: number }
  /** Writes what this run used, if that is not what is there. */
  save(): void
}

/** Names a piece of code among others. */
export function codeName(text: string, language: string): string {
  return `${language}\0${text}`
}

/** What the cache calls its file: a deck's real path, hashed. */
export function cacheFile(folder: string, deck: string): string {
  return join(folder, `${hashOf([deck]).slice(0, 16)}.deck`)
}

/**
 * Opens a deck's cache. A file that is absent, cut short, spoilt or of another build counts as empty.
 *
 * @param file where it is; undefined remembers nothing
 * @param shiki the version of the Shiki that colours
 * @param shelf as of `openEntries`
 */
export function openCache(file: string | undefined, shiki: string, shelf?: Shelf): DeckCache {
  const entries = openEntries(file, shelf)
  const { through, count, save } = entries
  const codeKey = (text: string, language: string): string => hashOf(['code', buildId, shiki, language, text])

  return {
    count,
    remember: parse => text =>
      through(
        () => hashOf(['slice', buildId, text]),
        () => parse(text),
      ),
    picture(path, stamp, look) {
      const known = through<Picture>(() => hashOf(['picture', buildId, path, stamp]), look)
      // This level may come from elsewhere: what it says is not taken for an address before it looks like one.
      return 'fault' in known || isSiteAddress(known.url) ? known : look()
    },
    hasCode: (text, language) => file !== undefined && entries.has(codeKey(text, language)),
    recall: (open, highlight) => (text, language) => {
      if (!open.has(codeName(text, language))) return highlight?.(text, language)
      return (
        through<Lines | null>(
          () => codeKey(text, language),
          () => highlight?.(text, language) ?? null,
        ) ?? undefined
      )
    },
    save,
  }
}

/**
 * Opens the second level for one deck: its slides as HTML.
 *
 * @param want what the slides are for; each has a file of its own, since what one does not use is forgotten
 */
export function openSlides(
  folder: string,
  deck: string,
  want: string,
  shiki: string,
  shelf?: Shelf,
): { readonly remember: RememberSlide; save(): void } {
  const { through, save } = openEntries(join(folder, `${hashOf([deck, want]).slice(0, 16)}.slides`), shelf)
  const remember: RememberSlide = (name, make) =>
    through(() => hashOf(['slide', buildId, process.version, shiki, name]), make)
  return { remember, save }
}
