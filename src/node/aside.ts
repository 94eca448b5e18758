// Shows the decks of a call to a browser of our own: the pages a build would write, with the lines they come from.

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { slugsFor } from '../core/index.ts'
import { type Call, type DeckAsk, workDecks } from './call.ts'
import { plainDisk, watchDisk } from './disk.ts'
import { type Kit, loadKit, siteOf } from './kit.ts'
import { publicFiles } from './public-files.ts'
import { listen, say } from './serve.ts'
import { send } from './serve-file.ts'
import type { SiteFile } from './site-record.ts'
import type { DeckResult } from './task.ts'

/** A deck that can be looked at. */
export interface ShownDeck {
  readonly result: DeckResult
  /** Of its talk. */
  readonly url: string
}

/** Decks that are being served, to this machine alone. */
export interface Aside {
  readonly decks: readonly ShownDeck[]
  /** What all addresses begin with. */
  readonly url: string
  close(): Promise<void>
}

/**
 * Works the decks of a call and serves them. Nothing is written: pages are kept here, other files are sent from where
 * they are.
 *
 * @throws {CallError} as `workDecks` does
 */
export async function showAside(call: Call, ask: DeckAsk): Promise<Aside> {
  const kit = loadKit(siteOf(ask.config.settings), plainDisk)
  // The thread that came with the call has ended with the work before.
  const { thread: _, ...again } = call
  const results = await workDecks(again, ask, 'live', {
    notes: false,
    frame: kit.frame,
    disk: watchDisk(),
    found: () => undefined,
    meanwhile: () => undefined,
  })
  return serveAside(call, ask, results, kit)
}

async function serveAside(
  call: Call,
  ask: DeckAsk,
  results: readonly DeckResult[],
  kit: Kit,
): Promise<Aside> {
  const slugs = slugsFor(
    results.map(result => result.file),
    () => undefined,
  )
  const pages = new Map<string, string>()
  const files = new Map<string, string>()
  const give = (file: SiteFile): void => void ('from' in file && files.set(file.path, file.from))
  for (const file of publicFiles(call.here, ask.paths, plainDisk).files) give(file)
  for (const { pictures } of results) for (const { url, from } of pictures) files.set(url, from)
  for (const file of kit.files) give(file)
  results.forEach((result, index) => {
    if (result.page?.html !== undefined) pages.set(`${slugs[index] ?? ''}/`, result.page.html)
  })
  const server = createServer((request, response) => answer(request, response, pages, files))
  const port = await listen(server, '127.0.0.1', 0)
  const url = `http://127.0.0.1:${port}/`
  return {
    url,
    decks: results.flatMap((result, index) => {
      const path = `${slugs[index] ?? ''}/`
      return pages.has(path) ? [{ result, url: `${url}${encodeURI(path)}?view=talk` }] : []
    }),
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        // One that is left would keep the program from ending.
        server.closeAllConnections()
      }),
  }
}

function answer(
  request: IncomingMessage,
  response: ServerResponse,
  pages: ReadonlyMap<string, string>,
  files: ReadonlyMap<string, string>,
): void {
  const path = pathOf(request.url)
  const page = pages.get(path)
  const file = files.get(path)
  if (page !== undefined) {
    response.setHeader('Content-Type', 'text/html; charset=utf-8')
    response.end(page)
  } else if (file !== undefined) send(request, response, file)
  else say(response, 404, 'Not found', 'There is no such page.')
}

function pathOf(address = '/'): string {
  try {
    return decodeURIComponent(address.replace(/[?#].*$/s, '').slice(1)).normalize('NFC')
  } catch (error) {
    if (error instanceof URIError) return ''
    throw error
  }
}
