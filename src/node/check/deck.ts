// Everything wrong with one deck that can be found without a browser; runs in the deck's own thread.

import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import {
  checkTalk,
  codeIn,
  type Deck,
  type Diagnostic,
  fileLinksIn,
  inOrder,
  linksIn,
  type PublicSlide,
  publish,
  remoteLinksIn,
  render,
  type Talk,
  type WrittenLink,
} from '../../core/index.ts'
import { load } from '../booted.ts'
import type { Disk } from '../disk.ts'
import type { DeckFile } from '../files.ts'
import { packageHome } from '../package-home.ts'
import type { CheckCount } from '../task.ts'
import { lintLinks } from './links.ts'

/** What was found, and in how much. */
export interface DeckCheck {
  readonly diagnostics: readonly Diagnostic[]
  readonly checked: CheckCount
  /** What leads to other servers. */
  readonly addresses: readonly WrittenLink[]
}

/** What a check needs of its thread. */
export interface CheckTools {
  /** Whether the HTML of decks is published as it is. */
  readonly html: 'safe' | 'trusted'
  /** Is told of each slide as its turn comes. */
  begin(slide: PublicSlide): void
  /** Is told of each block of code as its turn comes, as an offset into the deck. */
  at(offset: number): void
  /** The text of a file that was read for the deck, with LF line ends. */
  sourceOf(file: string): string | undefined
  /** Another deck, as this one was understood; undefined where it cannot be read. */
  deckAt(path: string): Deck | undefined
  readonly disk: Disk
}

export async function checkDeck(place: DeckFile, talk: Talk, tools: CheckTools): Promise<DeckCheck> {
  const { meant } = talk
  // What a build would say. It needs no colours for that.
  const page = render(publish(meant), { html: tools.html, begin: tools.begin })
  const rendering = page.diagnostics.filter(problem => !meant.diagnostics.includes(problem))
  const { lintCode } = await linters()
  const code = lintCode(codeIn(talk, tools.sourceOf), block => {
    if (block.file === meant.source.path) tools.at(block.at(0).offset)
  })
  const links = lintLinks(fileLinksIn(talk), { ...place, ...tools })
  const own = [...checkTalk(talk), ...links, ...code.diagnostics]
  return {
    diagnostics: inOrder([...meant.diagnostics, ...rendering, ...own]),
    checked: { slides: meant.slides.length, code: code.count, links: [...linksIn(meant)].length },
    addresses: remoteLinksIn(talk),
  }
}

/** A bundle of its own: other commands never load it, and few checks are so short that its start would show. */
async function linters(): Promise<typeof import('./code/index.ts')> {
  const built = pathToFileURL(join(packageHome(), 'lib', 'linters.js')).href
  return (await load(built)) as typeof import('./code/index.ts')
}
