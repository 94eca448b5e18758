// Where the pages of a site stand, and what is told of each; needs what is known of pages, not the pages.

import { type Diagnostic, diagnostic } from '../deck/diagnostic.ts'
import { longSlugOf, slugOf } from '../deck/page-slug.ts'
import type { PageFace } from '../render/page.ts'
import type { Frame, SiteDeck } from './frame.ts'

/** Addresses and problems of a site's pages. */
export interface Places {
  readonly decks: readonly SiteDeck[]
  /** The pages' own, and `slug-collision` where two would stand at one address: the second then gets another. */
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Gives each page its place.
 *
 * @param bytes of each page, UTF-8
 */
export function placePages(
  pages: readonly PageFace[],
  bytes: readonly number[],
  { cleanUrls }: Pick<Frame, 'cleanUrls'>,
): Places {
  const diagnostics: Diagnostic[] = pages.flatMap(page => page.diagnostics)
  const slugs = slugsFor(
    pages.map(page => page.file),
    problem => diagnostics.push(problem),
  )
  const decks = pages.map((page, index): SiteDeck => {
    const slug = slugs[index] ?? slugOf(page.file)
    return {
      file: page.file,
      slug,
      url: cleanUrls ? `${slug}/` : `${slug}/index.html`,
      title: page.meta.title,
      slides: page.slides.length,
      steps: page.steps,
      bytes: bytes[index] ?? 0,
    }
  })
  return { decks, diagnostics }
}

/**
 * A slug for each deck, all different: by name, with the folders where names clash, by number at last.
 *
 * @param files the decks' names, in the order of the site
 * @param report hears of `slug-collision`
 */
export function slugsFor(files: readonly string[], report: (problem: Diagnostic) => void): string[] {
  const counts = new Map<string, number>()
  for (const file of files) counts.set(slugOf(file), (counts.get(slugOf(file)) ?? 0) + 1)
  const taken = new Map<string, string>()
  return files.map(file => {
    const short = slugOf(file)
    const wanted = (counts.get(short) ?? 0) > 1 ? longSlugOf(file) : short
    const first = taken.get(wanted)
    let slug = wanted
    if (first !== undefined) {
      report(
        diagnostic(file, 'slug-collision', `\`${file}\` and \`${first}\` would both stand at \`${wanted}/\``),
      )
      for (let number = 2; taken.has(slug); number++) slug = `${wanted}-${number}`
    }
    taken.set(slug, file)
    return slug
  })
}
