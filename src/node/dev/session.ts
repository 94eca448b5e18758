// One sitting at the author's desk: decks, pages, channel and watcher, and what each tells the others.

import { existsSync, mkdirSync, realpathSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import type { Diagnostic } from '../../core/index.ts'
import { cacheFolder } from '../cache-folder.ts'
import type { Call } from '../call.ts'
import { siteOf } from '../kit.ts'
import type { Glimpse } from '../task.ts'
import { createChannel, type Listener } from './channel.ts'
import { createDesk } from './desk.ts'
import { openInEditor } from './editor.ts'
import { type Entry, isBroken } from './entry.ts'
import { createTokens } from './guard.ts'
import { glimpsed } from './live-deck.ts'
import { asHello, asPlace, authorPart, homePart, newsOf } from './news.ts'
import { createPages } from './pages.ts'
import { createRenewal, forNextStart } from './renewal.ts'
import { openServer } from './server.ts'
import type { SessionAsk } from './session-ask.ts'
import { createWatch } from './watch.ts'

/** What a sitting reports, for the author's terminal. */
export interface SessionEvents {
  /** A deck was worked; `before` is how it stood until then. */
  readonly worked: (entry: Entry, before: Entry | undefined) => void
  readonly warned: (text: string) => void
  /** The configuration holds anew. */
  readonly renewed: (file: string | undefined) => void
  /** What is wrong with the configuration; nothing any more where it is mended. */
  readonly troubled: (troubles: readonly Diagnostic[], file: string | undefined) => void
}

export interface Session {
  readonly url: string
  /** The address to begin at: of one deck its own, of more than one their list. */
  readonly start: () => string
  readonly close: () => Promise<void>
}

/** Milliseconds between looks where the system does not tell. */
const pollEvery = 200

/** What a page has, as far as the server knows. */
interface Reader {
  readonly slug: string
  known: ReadonlySet<string>
  /** What it was told last; the same is not told again. */
  last: string
}

/**
 * Starts serving. The first deck is worked while the port is opened, and Vite is loaded when the first page asks for
 * its channel: nothing that the first slide needs waits for it.
 *
 * @throws {CallError} for paths that mean no deck, and the system's error for a port that cannot be had
 */
export async function openSession(call: Call, ask: SessionAsk, events: SessionEvents): Promise<Session> {
  const readers = new Map<Listener, Reader>()
  const before = new Map<string, Entry>()
  const tokens = createTokens()
  const pages = createPages(siteOf(ask.config.settings))
  const dress = (): Set<string> =>
    new Set(pages.kit().files.flatMap(file => ('from' in file ? [file.from] : [])))
  let themes = dress()
  const desk = createDesk(
    call,
    ask,
    entry => {
      cover()
      if (entry) {
        events.worked(entry, before.get(entry.slug))
        before.set(entry.slug, entry)
      }
      tell(entry?.slug)
    },
    foretell,
  )
  const renewal = createRenewal(ask, {
    renewed(next, before) {
      desk.renew(next)
      const words = siteOf(next.config.settings)
      if (JSON.stringify(words) !== JSON.stringify(siteOf(before.config.settings))) pages.rename(words)
      events.renewed(next.config.file ?? before.config.file)
      for (const name of forNextStart(next, before)) {
        events.warned(`\`${name}\` of the configuration holds from the next start on`)
      }
      cover()
      tell()
    },
    troubled(troubles) {
      events.troubled(troubles, renewal.ask().config.file)
      cover()
      tell()
    },
  })
  const watch = createWatch(changed, ask.poll ? pollEvery : undefined)
  const channel = createChannel(workFolder(call.here), {
    heard: (from, event, data) => (event === 'deckhand:hello' ? hello(from, data) : edit(from, data)),
    stirred: () => watch.wake(),
    deaf(why) {
      if (fallback) return
      events.warned(`The system watches no more files (${why}); Deckhand looks for changes by itself.`)
      fallback = setInterval(() => watch.wake(), pollEvery)
    },
  })
  let fallback: NodeJS.Timeout | undefined
  const server = await openServer({
    ...ask,
    get paths() {
      return renewal.ask().paths
    },
    get stay() {
      return renewal.ask().stay
    },
    get allowedHosts() {
      return renewal.ask().config.settings.allowedHosts ?? []
    },
    here: call.here,
    desk,
    pages,
    tokens,
    join: channel.join,
  }).catch((error: unknown) => {
    watch.close()
    desk.close()
    throw error
  })
  // Whoever edits before a page is open is heard too.
  const opening = setTimeout(() => void openChannel(), 1000)

  async function openChannel(): Promise<void> {
    try {
      await channel.open()
      watch.wake()
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error)
      events.warned(`Pages are served, but not live, since Vite cannot be loaded: ${why}`)
    }
  }

  function cover(): void {
    const paths = desk.watched()
    const folders = new Set([...paths].filter(isFolder))
    for (const file of renewal.inputs()) {
      paths.add(file)
      if (isFolder(dirname(file))) folders.add(dirname(file))
    }
    for (const file of themes) {
      paths.add(file)
      folders.add(dirname(file))
    }
    watch.cover(paths)
    if (!ask.poll) channel.watch(folders)
  }

  function changed(paths: ReadonlySet<string>): void {
    if ([...paths].some(path => themes.has(path)) && [...themes].every(path => existsSync(path))) {
      pages.reload()
      themes = dress()
      cover()
      tell()
    }
    renewal.changed(paths)
    desk.changed(paths)
  }

  /** Tells the pages of a deck, or all pages, how things stand; the home page speaks of every deck. */
  function tell(slug?: string): void {
    const here = new Set(channel.listeners())
    for (const [listener, reader] of readers) {
      if (!here.has(listener)) readers.delete(listener)
      else if (slug === undefined || reader.slug === slug || reader.slug === '') news(listener, reader)
    }
  }

  function news(listener: Listener, reader: Reader): void {
    const entries = desk.entries()
    if (reader.slug === '') {
      if (entries.some(entry => !entry.latest)) return
      send(listener, reader, {
        slug: '',
        face: pages.homeFace(entries),
        css: '',
        slides: [],
        html: {},
        ...(listener.role === 'author'
          ? { author: homePart(entries, pages.kit().frame.title, call.here, renewal.troubles()) }
          : {}),
      })
      return
    }
    const entry = entries.find(each => each.slug === reader.slug)
    if (!entry?.latest) return
    const live = pages.deck(entry)
    send(
      listener,
      reader,
      newsOf(entry, live, reader.known, authorPart(entry, listener.role, call.here, renewal.troubles())),
    )
    reader.known = new Set(live?.html.keys())
  }

  /** Shows slides before the rest of their deck is known; what the whole deck comes to follows, and holds. */
  function foretell(entry: Entry, glimpse: Glimpse): void {
    const live = isBroken(entry) ? undefined : pages.deck(entry)
    const seen = live && glimpsed(live, glimpse)
    if (!live || !seen) return
    for (const listener of channel.listeners()) {
      const reader = readers.get(listener)
      if (reader?.slug !== entry.slug || [...live.html.keys()].some(hash => !reader.known.has(hash))) continue
      send(listener, reader, newsOf(entry, seen, reader.known, undefined))
      reader.known = new Set(seen.slides.map(({ hash }) => hash))
    }
  }

  function send(listener: Listener, reader: Reader, data: object): void {
    const text = JSON.stringify(data)
    if (text === reader.last) return
    reader.last = text
    listener.send('deckhand:news', data)
  }

  function hello(from: Listener, data: unknown): void {
    const said = asHello(data)
    if (!said) return
    const reader: Reader = { slug: said.slug, known: new Set(said.hashes), last: '' }
    readers.set(from, reader)
    watch.wake()
    news(from, reader)
  }

  /** Only the author's own machine, and only files that decks are made of. */
  function edit(from: Listener, data: unknown): void {
    const place = asPlace(data)
    if (from.role !== 'author' || !place) return
    const path = resolve(call.here, place.file)
    const real = existsSync(path) ? realpathSync(path) : path
    const known =
      renewal.inputs().includes(path) ||
      desk.entries().some(({ deck, latest }) => deck.path === path || latest?.inputs.includes(real))
    if (!known) return
    openInEditor(path, place.line, place.column, why => {
      events.warned(why)
      from.send('deckhand:words', { text: why })
    })
  }

  cover()
  return {
    url: server.url,
    start() {
      const [only, ...others] = desk.entries()
      return only && others.length === 0 ? `${server.url}${encodeURIComponent(only.slug)}/` : server.url
    },
    async close() {
      clearTimeout(opening)
      clearInterval(fallback)
      watch.close()
      desk.close()
      await Promise.all([channel.close(), server.close()])
    },
  }
}

/** Where Vite may keep what it likes; it is asked to keep nothing. */
function workFolder(here: string): string {
  const folder = join(dirname(cacheFolder(here)), 'deckhand-live')
  try {
    mkdirSync(folder, { recursive: true })
    return folder
  } catch {
    // A folder that cannot be written to is no reason not to serve it.
    return tmpdir()
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
}
