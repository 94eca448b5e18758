// What a whole call came to: where nothing has changed since, neither in what it read nor in what it wrote, it is said again.

import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { cacheFolder } from './cache-folder.ts'
import { type Asked, createRecheck } from './disk.ts'
import type { DeckFile } from './files.ts'
import { hashOf, readKept, writeKept } from './kept-file.ts'
import { asidePrefix, isUntouched, readRecord, type SiteRecord } from './site-record.ts'
import type { Reading } from './task.ts'

/** What was said to both streams, and the exit status. */
export interface Said {
  readonly out: string
  readonly err: string
  readonly status: number
}

/** As it is written. */
export interface CallRecord {
  readonly trace: readonly Asked[]
  /** The record of the site it wrote, and the folder it is in. */
  readonly site: { readonly file: string; readonly id: string; readonly out: string }
  /** With `spent` where the time goes. */
  readonly said: Said
  /** What its decks are to be worked with again; absent where it says more of a deck than that all is well. */
  readonly again?: Again
}

/** How the decks of a call are worked again. */
export interface Again {
  readonly reading: Reading
  /** Milliseconds of work a deck may take. */
  readonly timeLimit: number
  /** Those without a problem that no other deck shows. */
  readonly decks: readonly DeckAgain[]
}

/** A deck that may be worked again by itself. */
export interface DeckAgain extends DeckFile {
  /** Its folder in the site. */
  readonly slug: string
  /** Stands for all that the site has of it beside its page. */
  readonly beside: string
}

/** A call since which one deck has changed, and nothing else that it asked the disk. */
export interface Amendable {
  readonly here: string
  readonly words: readonly string[]
  readonly record: CallRecord
  readonly siteRecord: SiteRecord
  readonly again: Again
  readonly deck: DeckAgain
}

/** What is left to be done of a call that was made before. */
export type Recalled = { readonly record: CallRecord; readonly changed?: Amendable }

/** Stands for the milliseconds a call took. */
export const spent = '\u0001ms\u0001'

/** The words of a call, in the environment too, where it is made and to whom it speaks: all else is on the disk. */
export function callFile(here: string, words: readonly string[]): string {
  const { NO_COLOR = '', FORCE_COLOR = '', TERM = '', DECKHAND_TIME_LIMIT } = process.env
  const listeners = [String(process.stdout.isTTY), String(process.stderr.isTTY), NO_COLOR, FORCE_COLOR, TERM]
  const all = ['call', process.version, here, ...listeners, String(DECKHAND_TIME_LIMIT), ...words]
  return join(cacheFolder(here), `${hashOf(all)}.call`)
}

export function keepCall(file: string, record: CallRecord): void {
  writeKept(file, JSON.stringify(record))
}

/**
 * Remembers what a call came to, and looks what has changed since.
 *
 * @returns nothing changed, or one deck; undefined where more has, or where nothing is remembered
 */
export function recallCall(here: string, words: readonly string[]): Recalled | undefined {
  const text = readKept(callFile(here, words))
  if (text === undefined) return undefined
  const record: CallRecord = JSON.parse(text)
  const { trace, site, again } = record
  // What a killed build left there is for the next one that builds.
  if (namesBeside(site.out).some(name => name.startsWith(asidePrefix(site.out)))) return undefined
  const siteRecord = readRecord(site.file)
  if (siteRecord?.id !== site.id) return undefined
  const path = onlyChange(trace)
  if (path === undefined) return undefined
  if (path === '') return isUntouched(siteRecord, site.out) ? { record } : undefined
  const deck = again?.decks.find(one => one.path === path)
  return again && deck && { record, changed: { here, words, record, siteRecord, again, deck } }
}

/** The one file whose content has changed; '' where nothing has, undefined where more has or something else. */
function onlyChange(trace: readonly Asked[]): string | undefined {
  const isSame = createRecheck()
  let changed = ''
  for (const one of trace) {
    if (isSame([one])) continue
    const [question, path] = one
    if (question !== 'read' || changed !== '') return undefined
    changed = path
  }
  return changed
}

/**
 * Says again what a call came to.
 *
 * @param began when the program started, by `performance.now`
 */
export function sayAgain({ said }: CallRecord, began: number): void {
  const ms = String(Math.round(performance.now() - began))
  process.stdout.write(said.out.replaceAll(spent, ms))
  process.stderr.write(said.err.replaceAll(spent, ms))
  process.exitCode = said.status
}

function namesBeside(out: string): string[] {
  return existsSync(dirname(out)) ? readdirSync(dirname(out)) : []
}
