// How decks are to be read: what a call and its configuration say, checked against what there is.

import { dialectNames, nearest } from '../core/index.ts'
import { cacheFolder } from './cache-folder.ts'
import { CallError } from './call-error.ts'
import type { DeckAsk } from './deck-ask.ts'
import type { Disk } from './disk.ts'
import { type DeckFile, namedFile } from './files.ts'
import { shikiVersion, themes } from './package-home.ts'
import type { Reading } from './task.ts'

/**
 * What all decks of a call are read with.
 *
 * @throws {CallError} for a theme or a dialect that there is not, and for notes that are for no deck in particular
 */
export function readingFor(
  ask: DeckAsk,
  here: string,
  decks: readonly DeckFile[],
  disk: Disk,
): Omit<Reading, 'notes' | 'frame'> {
  const installed = themes(disk)
  checkTheme(ask.theme, installed)
  checkDialect(ask.dialect)
  const { defaults, dialect, html } = ask.config.settings
  return {
    shiki: shikiVersion(disk),
    themes: installed,
    defaults,
    ...(dialect === undefined ? {} : { usualDialect: dialect }),
    ...(html === undefined ? {} : { html }),
    ...(ask.dialect === undefined ? {} : { dialect: ask.dialect }),
    ...(ask.variant === undefined ? {} : { variant: ask.variant }),
    ...(ask.companion === undefined ? {} : { companion: notesFile(ask.companion, here, decks) }),
    ...(ask.theme === undefined ? {} : { theme: ask.theme }),
    ...(ask.cache ? { cache: cacheFolder(here) } : {}),
  }
}

/** The file of notes that a call names, for the one deck it means. */
function notesFile(path: string, here: string, decks: readonly DeckFile[]): string {
  if (decks.length > 1) {
    throw new CallError(
      `The notes in \`${path}\` are for one deck, and the call means ${decks.length}`,
      'Name the deck: `deckhand notes talk.md --notes said.md`.',
    )
  }
  return namedFile(path, here)
}

/** @throws {CallError} for a dialect that there is not */
function checkDialect(dialect: string | undefined): void {
  if (dialect === undefined || dialectNames.includes(dialect.toLowerCase())) return
  const guess = nearest(dialect, dialectNames)
  throw new CallError(
    `There is no dialect \`${dialect}\``,
    guess === undefined ? `Name one of ${dialectNames.join(', ')}.` : `Did you mean \`${guess}\`?`,
  )
}

/** @throws {CallError} for a theme that is not installed */
function checkTheme(theme: string | undefined, installed: readonly string[]): void {
  if (theme === undefined) return
  if (installed.includes(theme)) return
  const guess = nearest(theme, installed)
  throw new CallError(
    `There is no theme \`${theme}\``,
    guess === undefined ? `Installed: ${installed.join(', ')}.` : `Did you mean \`${guess}\`?`,
  )
}
