// The fourth verb: pages become a site.

import { type Diagnostic, diagnostic } from '../deck/diagnostic.ts'
import type { Page } from '../render/page.ts'
import { writeDeckPage } from './deck-page.ts'
import type { Frame, Site, SiteDeck, SiteFile } from './frame.ts'
import { writeHome } from './home.ts'
import { writeNotFound } from './not-found.ts'
import { longSlugOf, slugOf } from './slug.ts'

/**
 * Puts pages together to a site: `<slug>/index.html` for each deck, `index.html`, `404.html`.
 *
 * @param pages in the order the home page shows them
 * @param frame what the edge knows: script, styles, titles
 * @returns the files as text, what became of each deck, and all diagnostics: the pages' own, and
 *   `slug-collision` where two decks would stand at one address (the second then gets another)
 *
 * All addresses are relative: the site works under any path and from a folder. It reads nothing, writes
 * nothing, and what it gives depends on its parameters alone.
 */
export function assemble(pages: readonly Page[], frame: Frame): Site {
  const diagnostics: Diagnostic[] = pages.flatMap(page => page.diagnostics)
  const files: SiteFile[] = []
  const decks: SiteDeck[] = []
  const slugs = slugsFor(pages, problem => diagnostics.push(problem))
  pages.forEach((page, index) => {
    const slug = slugs[index] ?? slugOf(page.file)
    const html = writeDeckPage(page, frame)
    files.push({ path: `${slug}/index.html`, text: html })
    decks.push({
      file: page.file,
      slug,
      url: frame.cleanUrls ? `${slug}/` : `${slug}/index.html`,
      title: page.meta.title,
      slides: page.slides.length,
      steps: page.steps,
      bytes: byteLength(html),
    })
  })
  const placed = pages.map((page, index) => ({ page, url: encodeURI(decks[index]?.url ?? '') }))
  files.push({ path: 'index.html', text: writeHome(placed, frame) })
  files.push({ path: '404.html', text: writeNotFound(frame) })
  return { files, decks, diagnostics }
}

/** A slug for each page, all different: by name, with the folders where names clash, by number at last. */
function slugsFor(pages: readonly Page[], report: (problem: Diagnostic) => void): string[] {
  const counts = new Map<string, number>()
  for (const { file } of pages) counts.set(slugOf(file), (counts.get(slugOf(file)) ?? 0) + 1)
  const taken = new Map<string, string>()
  return pages.map(({ file }) => {
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

/** How many bytes a text has in UTF-8. */
function byteLength(text: string): number {
  let bytes = text.length
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    // A surrogate counts two of the four bytes of its pair.
    if (code >= 0xd800 && code <= 0xdfff) bytes += 1
    else if (code > 0x7ff) bytes += 2
    else if (code > 0x7f) bytes += 1
  }
  return bytes
}
