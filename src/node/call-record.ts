// What a whole call came to: where nothing has changed since, neither in what it read nor in what it wrote, it is said again.

import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { cacheFolder } from './cache-folder.ts'
import { type Asked, createRecheck } from './disk.ts'
import { hashOf, readKept, writeKept } from './kept-file.ts'
import { asidePrefix, isUntouched, readRecord } from './site-record.ts'

/** What was said to both streams, and the exit status. */
export interface Said {
  readonly out: string
  readonly err: string
  readonly status: number
}

/** As it is written. */
interface CallRecord {
  readonly trace: readonly Asked[]
  /** The record of the site it wrote, and the folder it is in. */
  readonly site: { readonly file: string; readonly id: string; readonly out: string }
  /** With `spent` where the time goes. */
  readonly said: Said
}

/** Stands for the milliseconds a call took. */
export const spent = '\u0001ms\u0001'

/** The words of a call, where it is made and to whom it speaks: what else there is to it is on the disk. */
export function callFile(here: string, words: readonly string[]): string {
  const { NO_COLOR = '', FORCE_COLOR = '', TERM = '' } = process.env
  const listeners = [String(process.stdout.isTTY), String(process.stderr.isTTY), NO_COLOR, FORCE_COLOR, TERM]
  return join(cacheFolder(here), `${hashOf(['call', process.version, here, ...listeners, ...words])}.call`)
}

export function keepCall(file: string, record: CallRecord): void {
  writeKept(file, JSON.stringify(record))
}

/**
 * Says again what a call came to, without doing anything: what it would do is done.
 *
 * @param began when the program started, by `performance.now`
 * @returns undefined where something has changed
 */
export function recallCall(here: string, words: readonly string[], began: number): Said | undefined {
  const text = readKept(callFile(here, words))
  if (text === undefined) return undefined
  const { trace, site, said }: CallRecord = JSON.parse(text)
  // What a killed build left there is for the next one that builds.
  if (namesBeside(site.out).some(name => name.startsWith(asidePrefix(site.out)))) return undefined
  const record = readRecord(site.file)
  if (record?.id !== site.id || !createRecheck()(trace) || !isUntouched(record, site.out)) return undefined
  const ms = String(Math.round(performance.now() - began))
  return { ...said, out: said.out.replaceAll(spent, ms), err: said.err.replaceAll(spent, ms) }
}

function namesBeside(out: string): string[] {
  return existsSync(dirname(out)) ? readdirSync(dirname(out)) : []
}
