// The desk: all decks of a call as they are now, worked again whenever something they are made of changes.

import { existsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { diagnostic, type RuleId } from '../../core/index.ts'
import { type Call, crewFor, crewSize, type DeckAsk } from '../call.ts'
import { plainDisk } from '../disk.ts'
import { companionsOf, within } from '../files.ts'
import { heeded } from '../heed.ts'
import { readingFor } from '../reading.ts'
import type { DeckResult, Glimpse, Opening, Reading } from '../task.ts'
import type { Entry } from './entry.ts'
import { type Place, scan, surroundings } from './scan.ts'

/** The decks of a call. */
export interface Desk {
  /** In the order of the site. */
  readonly entries: () => readonly Entry[]
  /** A deck once it has been worked; undefined where no deck has this page. Whoever asks comes first. */
  readonly ready: (slug: string) => Promise<Entry | undefined>
  /** A deck as soon as there is something to show of it: its opening, or all of it; its first slides alone only once. */
  readonly begun: (slug: string) => Promise<Entry | undefined>
  /** All decks, once all have been worked. */
  readonly allReady: () => Promise<readonly Entry[]>
  /** Everything that decks are made of, and where what they miss may appear. */
  readonly watched: () => Set<string>
  /**
   * Takes another call from now on: works what must be worked for it.
   *
   * @throws {CallError} for paths that mean no deck; then nothing is changed
   */
  readonly renew: (next: DeckAsk) => void
  /** Something of it has changed. */
  readonly changed: (paths: ReadonlySet<string>) => void
  readonly close: () => void
}

interface Seat {
  place: Place
  /** What it came to, with all that was found. */
  worked?: DeckResult
  latest?: DeckResult
  shown?: DeckResult
  /** Whether it must be worked, and whether it is. */
  due: boolean
  busy: boolean
  waiting: (() => void)[]
  /** What can be shown of it before it has been worked, and who would be content with that. */
  opening?: Opening
  opened: (() => void)[]
  /** Whether its first slides have been handed out without the others. */
  begun?: boolean
  /** When its file was first missed. */
  gone?: number | undefined
}

/** How long a deck may be away before it is given up, milliseconds. */
const patience = 1500

/** What may mend itself when a file appears. */
const missing: ReadonlySet<RuleId> = new Set([
  'file-missing',
  'file-outside',
  'image-missing',
  'image-case',
  'image-outside',
  'code-missing',
  'include-missing',
])

/**
 * @param told hears of each deck that was worked, and with nothing when decks came or went
 * @param glimpsed hears of slides of a deck that are known before the rest of it
 * @throws {CallError} for paths that mean no deck, and for what `workDecks` throws it for
 */
export function createDesk(
  call: Call,
  first: DeckAsk,
  told: (entry?: Entry) => void,
  glimpsed: (entry: Entry, glimpse: Glimpse) => void,
): Desk {
  let ask = first
  let seats = (scan(ask.paths, call.here, true) ?? []).map(newSeat)
  const decks = seats.map(seat => seat.place.deck)
  // What goes to a browser may be seen on a wall: notes stay with the author's files.
  let reading: Reading = { ...readingFor(ask, call.here, decks, plainDisk), notes: false }
  const size = crewSize(decks)
  const crew = crewFor(call, ask, size)
  let later: NodeJS.Timeout | undefined
  let atWork = 0
  /** Kept while no folder changes: looking through all of them takes as long as reading a slide. */
  let around: ReadonlySet<string> | undefined
  let closed = false

  function newSeat(place: Place): Seat {
    return { place, due: true, busy: false, waiting: [], opened: [] }
  }

  function work(): void {
    for (let seat = next(); seat && atWork < size && !closed; seat = next()) void one(seat).then(work)
  }

  /** Decks that somebody waits for come first; none is worked twice at once. */
  function next(): Seat | undefined {
    const due = seats.filter(seat => seat.due && !seat.busy)
    return due.find(seat => seat.waiting.length + seat.opened.length > 0) ?? due[0]
  }

  async function one(seat: Seat): Promise<void> {
    seat.due = false
    seat.busy = true
    atWork++
    const began = Date.now()
    const before = new Set(seat.latest?.inputs)
    const worked = await crew
      .work({ deck: seat.place.deck, want: 'live', reading, awaited: isAwaited(seat) }, ahead => {
        if (closed) return
        if ('glimpse' in ahead) glimpsed(entryOf(seat), ahead.glimpse)
        else open(seat, ahead.opening)
      })
      .catch((error: unknown) => faulty(seat.place.deck.file, error))
    seat.busy = false
    atWork--
    if (closed) return
    // What changed while it was read counts as changed since.
    if (worked.inputs.some(path => !before.has(path) && changedSince(path, began))) seat.due = true
    seat.worked = worked
    judge(seat, worked)
    delete seat.opening
    for (const go of [...seat.waiting.splice(0), ...seat.opened.splice(0)]) go()
    told(entryOf(seat))
  }

  /** Nothing has been shown of it, and somebody wants it or surely will. */
  function isAwaited(seat: Seat): boolean {
    return !seat.worked && (seat.waiting.length > 0 || seat.opened.length > 0 || seats.length === 1)
  }

  function open(seat: Seat, opening: Opening): void {
    seat.opening = opening
    for (const go of seat.opened.splice(0)) go()
  }

  /** Says how a deck stands, by the rules that hold now. */
  function judge(seat: Seat, worked: DeckResult): void {
    const result = heeded(worked, ask)
    seat.latest = result
    // A deck that has just lost all its slides is being written anew.
    const sound =
      result.live?.slides.length && !result.diagnostics.some(problem => problem.severity === 'error')
    if (sound || (result.live && !seat.shown)) seat.shown = result
  }

  function rescan(): void {
    const places = scan(ask.paths, call.here, false)
    if (!places) return
    const known = new Map(seats.map(seat => [seat.place.deck.path, seat]))
    const same = places.length === seats.length && places.every(place => known.has(place.deck.path))
    if (same) {
      for (const seat of seats) seat.gone = undefined
      return
    }
    const gone = seats.filter(seat => !places.some(place => place.deck.path === seat.place.deck.path))
    const now = performance.now()
    for (const seat of gone) seat.gone ??= now
    // Editors take a file away and put it back; a deck is given up when it stays away.
    if (gone.some(seat => now - (seat.gone ?? now) < patience)) {
      clearTimeout(later)
      later = setTimeout(rescan, patience + 50)
      if (places.every(place => known.has(place.deck.path))) return
    }
    const kept = gone.filter(seat => now - (seat.gone ?? now) < patience)
    seats = [
      ...places.map(place => {
        const seat = known.get(place.deck.path)
        return seat ? Object.assign(seat, { place, gone: undefined }) : newSeat(place)
      }),
      ...kept,
    ]
    for (const seat of gone) {
      if (kept.includes(seat)) continue
      for (const go of [...seat.waiting.splice(0), ...seat.opened.splice(0)]) go()
    }
    around = undefined
    told()
    work()
  }

  /** Whether a change of folders may concern a deck: it misses something, or notes of its own came or went. */
  function hopes(seat: Seat, folders: readonly string[]): boolean {
    const { deck } = seat.place
    if (!folders.some(folder => within(deck.root, folder) || folder === dirname(deck.path))) return false
    return seat.latest?.diagnostics.some(problem => missing.has(problem.rule)) ?? true
  }

  async function ready(slug: string): Promise<Entry | undefined> {
    const seat = seats.find(each => each.place.slug === slug)
    if (!seat) return undefined
    if (!seat.latest) await new Promise<void>(resolve => seat.waiting.push(resolve))
    return entryOf(seat)
  }

  void Promise.resolve().then(work)
  return {
    entries: () => seats.map(entryOf),
    ready,
    async begun(slug) {
      const seat = seats.find(each => each.place.slug === slug)
      if (!seat || seat.begun) return ready(slug)
      if (!seat.latest && !seat.opening) await new Promise<void>(resolve => seat.opened.push(resolve))
      seat.begun = seat.opening?.part === true
      return entryOf(seat)
    },
    async allReady() {
      for (;;) {
        const seat = seats.find(each => !each.latest)
        if (!seat) return seats.map(entryOf)
        await new Promise<void>(resolve => seat.waiting.push(resolve))
      }
    },
    watched() {
      around ??= surroundings(seats.map(seat => seat.place.deck))
      const paths = new Set(around)
      for (const seat of seats) {
        for (const path of seat.latest?.inputs ?? []) paths.add(path).add(dirname(path))
      }
      return paths
    },
    renew(next) {
      const places = scan(next.paths, call.here, true) ?? []
      const files = places.map(place => place.deck)
      const fresh: Reading = { ...readingFor(next, call.here, files, plainDisk), notes: false }
      const isSame = JSON.stringify(fresh) === JSON.stringify(reading)
      ask = next
      reading = fresh
      for (const seat of seats) {
        if (!isSame) seat.due = true
        else if (seat.worked) {
          judge(seat, seat.worked)
          told(entryOf(seat))
        }
      }
      rescan()
      work()
    },
    changed(paths) {
      const folders = [...paths].filter(isFolder)
      if (folders.length > 0) {
        around = undefined
        rescan()
      }
      for (const seat of seats) {
        const { path } = seat.place.deck
        const own = [path, ...companionsOf(path), ...(seat.latest?.inputs ?? [])]
        if (own.some(each => paths.has(each)) || hopes(seat, folders)) seat.due = true
      }
      work()
    },
    close() {
      closed = true
      clearTimeout(later)
      crew.close()
    },
  }
}

function entryOf({ place, latest, shown, opening }: Seat): Entry {
  return {
    ...place,
    ...(latest ? { latest } : {}),
    ...(shown ? { shown } : {}),
    ...(opening ? { opening } : {}),
  }
}

function faulty(file: string, error: unknown): DeckResult {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  const why = cause instanceof Error ? cause.message : String(cause)
  const problem = diagnostic(file, 'fault', `Work on \`${file}\` failed: ${why}`)
  return { file, diagnostics: [problem], pictures: [], inputs: [], cached: false, ms: 0 }
}

function changedSince(path: string, time: number): boolean {
  return (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0) >= time
}

function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory()
}
