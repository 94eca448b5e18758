// The disk as work on decks asks it: each question is written down with its answer, to be asked again another day.

import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, realpathSync, type Stats, statSync } from 'node:fs'
import { isCode, isSystemError } from './system-error.ts'

/** What stands at a path, links followed. */
export type Kind = 'file' | 'folder' | 'other'

/** A name in a folder; a link is not followed. */
export interface Entry {
  readonly name: string
  readonly kind: Kind | 'link'
}

/** All that work on decks may ask. What the system refuses is thrown as it says it. */
export interface Disk {
  read(path: string): Buffer
  /** In no order. */
  list(folder: string): readonly Entry[]
  real(path: string): string
  /** Undefined where nothing stands. */
  kind(path: string): Kind | undefined
  /** Bytes. */
  size(path: string): number
  /** Notes that a file's bytes have this sum, which somebody knows who saw them in the state they are in. */
  trust(path: string, sum: string, stamp: string): void
  /** Notes a file's content without looking at it; what tells this state of it from others, '' where nothing does. */
  stamp(path: string): string
}

/**
 * A question, the path, the answer, and what told the state of the file or folder just before it was asked: as long as
 * that is the same, so is the answer. '' where it must be asked again: what had changed a moment before may change
 * again without a trace.
 */
export type Asked = readonly [question: Question, path: string, answer: string, stamp: string]
type Question = 'read' | 'list' | 'real' | 'kind' | 'size' | 'stamp'

/** Questions and answers; undefined where an answer changed while it was used. */
export type Trace = readonly Asked[] | undefined

/** A disk that remembers what it was asked. */
export interface WatchedDisk extends Disk {
  trace(): Trace
}

/** Asks, and remembers nothing. */
export const plainDisk: Disk = {
  read: path => readFileSync(path),
  list: folder =>
    readdirSync(folder, { withFileTypes: true }).map(entry => ({
      name: entry.name,
      kind: entry.isFile()
        ? 'file'
        : entry.isDirectory()
          ? 'folder'
          : entry.isSymbolicLink()
            ? 'link'
            : 'other',
    })),
  real: path => realpathSync(path),
  kind(path) {
    const stats = statOf(path)
    if (!stats) return undefined
    return stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : 'other'
  },
  size: path => statSync(path).size,
  trust: () => undefined,
  stamp: path => stampOf(path),
}

/** Links in a circle lead to nothing, like a link to what is not there. */
function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false })
  } catch (error) {
    if (isCode(error, ['ELOOP'])) return undefined
    throw error
  }
}

/** SHA-256 of some bytes. */
export function sumOf(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('base64url')
}

/** Answers in words that can be compared. */
const inWords = {
  read: sumOf,
  list: (entries: readonly Entry[]) =>
    createHash('sha256')
      .update(
        entries
          .map(entry => `${entry.kind} ${entry.name}`)
          .sort()
          .join('\0'),
      )
      .digest('base64url'),
  real: (path: string) => path,
  kind: (kind: Kind | undefined) => kind ?? '',
  size: (bytes: number) => String(bytes),
  stamp: (stamp: string) => stamp,
}

/** A disk that writes down what it is asked. */
export function watchDisk(): WatchedDisk {
  const asked = new Map<string, Asked>()
  let steady = true

  function ask<Answer>(
    question: Question,
    path: string,
    look: () => Answer,
    say: (answer: Answer) => string,
  ) {
    const stamp = question === 'read' || question === 'list' ? stampOf(path) : ''
    try {
      const answer = look()
      note([question, path, say(answer), stamp])
      return answer
    } catch (error) {
      if (isSystemError(error)) note([question, path, `!${error.code}`, stamp])
      throw error
    }
  }

  function note(fresh: Asked): void {
    const [question, path, answer] = fresh
    const before = asked.get(`${question} ${path}`)
    if (before === undefined) asked.set(`${question} ${path}`, fresh)
    else if (before[2] !== answer) steady = false
    if (question === 'stamp' && answer === '') steady = false
  }

  return {
    read: path => ask('read', path, () => plainDisk.read(path), inWords.read),
    list: path => ask('list', path, () => plainDisk.list(path), inWords.list),
    real: path => ask('real', path, () => plainDisk.real(path), inWords.real),
    kind: path => ask('kind', path, () => plainDisk.kind(path), inWords.kind),
    size: path => ask('size', path, () => plainDisk.size(path), inWords.size),
    stamp: path => ask('stamp', path, () => plainDisk.stamp(path), inWords.stamp),
    trust: (path, sum, stamp) => note(['read', path, sum, stamp]),
    trace: () => (steady ? [...asked.values()] : undefined),
  }
}

/**
 * Makes what tells whether the disk would still answer as it did. It asks nothing twice, so it is for one moment.
 */
export function createRecheck(): (trace: readonly Asked[]) => boolean {
  const stamps = new Map<string, string>()
  const answers = new Map<string, string>()

  function stamp(path: string): string {
    let known = stamps.get(path)
    if (known === undefined) {
      known = stampOf(path)
      stamps.set(path, known)
    }
    return known
  }

  function answer(question: Question, path: string): string {
    const name = `${question} ${path}`
    let known = answers.get(name)
    if (known === undefined) {
      known = answerOf(question, path)
      answers.set(name, known)
    }
    return known
  }

  return trace =>
    trace.every(
      ([question, path, said, state]) =>
        (state !== '' && state === stamp(path)) || said === answer(question, path),
    )
}

function answerOf(question: Question, path: string): string {
  try {
    switch (question) {
      case 'read':
        return inWords.read(plainDisk.read(path))
      case 'list':
        return inWords.list(plainDisk.list(path))
      case 'real':
        return inWords.real(plainDisk.real(path))
      case 'kind':
        return inWords.kind(plainDisk.kind(path))
      case 'size':
        return inWords.size(plainDisk.size(path))
      case 'stamp':
        // Never equal to what was noted: a file without a state of its own is not known to be the same.
        return plainDisk.stamp(path) || '?'
    }
  } catch (error) {
    if (isSystemError(error)) return `!${error.code}`
    throw error
  }
}

/** What tells this state of a file or folder from others; '' where nothing stands or where nothing tells yet. */
export function stampOf(path: string): string {
  try {
    const stats = statSync(path, { throwIfNoEntry: false })
    return stats === undefined || isFresh(stats) ? '' : stateOf(stats)
  } catch (error) {
    if (isSystemError(error)) return ''
    throw error
  }
}

/** Size, times and number of a file, in words. */
export function stateOf({ size, mtimeMs, ctimeMs, ino }: Stats): string {
  return `${size} ${mtimeMs} ${ctimeMs} ${ino}`
}

/**
 * Whether it changed so lately that it may change again at, by its clock, the same time: kernels count in steps of up
 * to 10 ms, and disks without parts of a second in steps of up to 2 s.
 */
function isFresh({ mtimeMs, ctimeMs }: Stats): boolean {
  const coarse = Number.isInteger(mtimeMs / 1000) || Number.isInteger(ctimeMs / 1000)
  return Date.now() - Math.max(mtimeMs, ctimeMs) < (coarse ? 2500 : 50)
}
