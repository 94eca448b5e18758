// The server of the author's loop: pages from memory, files that decks name, and the channel to open pages.

import { realpathSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { isIP } from 'node:net'
import type { Duplex } from 'node:stream'
import { plainDisk } from '../disk.ts'
import { publicFiles } from '../public-files.ts'
import { listen, type Serving, say } from '../serve.ts'
import { send } from '../serve-file.ts'
import { isSystemError } from '../system-error.ts'
import type { Desk } from './desk.ts'
import { type Role, refusal, roleAtChannel, roleOf, type Tokens } from './guard.ts'
import type { Pages } from './pages.ts'

/** What the server serves, and where. */
export interface ServerAsk {
  readonly host: string
  /** What it answers to beside that. */
  readonly allowedHosts: readonly string[]
  /** The first port to try; 0 lets the system choose. */
  readonly port: number
  /** Whether a port that is taken ends the call. */
  readonly strictPort: boolean
  readonly here: string
  readonly paths: readonly string[]
  /** Whether an edit elsewhere leaves a talk where it is. */
  readonly stay: boolean
  readonly desk: Desk
  readonly pages: Pages
  readonly tokens: Tokens
  /** Lets a page into the channel. */
  readonly join: (request: IncomingMessage, socket: Duplex, head: Buffer, role: Role) => void
}

/**
 * Opens the server. It sends pages it has written itself, the files of script and theme, pictures that decks show and
 * the files of `public/`, each by its exact address: nothing is looked up by a path that somebody asks for.
 *
 * @throws the system's error when no port is free or the address is not ours
 */
export async function openServer(ask: ServerAsk): Promise<Serving> {
  const server = createServer((request, response) => {
    answer(request, response, ask).catch((error: unknown) => {
      // The answer is lost; the server goes on.
      if (!response.headersSent) say(response, 500, 'Fault', 'This is a fault of Deckhand’s.')
      else response.destroy()
      process.emitWarning(error instanceof Error ? error : new Error(String(error)))
    })
  })
  const sockets = new Set<Duplex>()
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const role = roleAtChannel(request, ask, ask.tokens)
    socket.on('error', () => socket.destroy())
    if (role === undefined) {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
      return
    }
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    ask.join(request, socket, head, role)
  })
  const port = await listen(server, ask.host, ask.port, ask.strictPort ? 0 : undefined)
  // All addresses are none that a browser could ask for.
  const own = ask.host === '0.0.0.0' || ask.host === '::' ? '127.0.0.1' : ask.host
  const name = isIP(own) === 6 ? `[${own}]` : own
  return { url: `http://${name}:${port}/`, close: () => close(server, sockets) }
}

function close(server: Server, sockets: ReadonlySet<Duplex>): Promise<void> {
  return new Promise(resolve => {
    for (const socket of sockets) socket.destroy()
    server.close(() => resolve())
    server.closeAllConnections()
  })
}

async function answer(request: IncomingMessage, response: ServerResponse, ask: ServerAsk): Promise<void> {
  response.setHeader('X-Content-Type-Options', 'nosniff')
  response.setHeader('Cache-Control', 'no-cache')
  response.setHeader('Cross-Origin-Resource-Policy', 'same-origin')
  response.setHeader('Content-Security-Policy', "frame-ancestors 'self'")
  response.setHeader('Referrer-Policy', 'same-origin')
  const refused = refusal(request, ask)
  if (refused !== undefined) return say(response, 403, 'Forbidden', refused)
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD')
    return say(response, 405, 'Method not allowed', 'Only reading is possible here.')
  }
  const address = (request.url ?? '/').replace(/[?#].*$/s, '')
  const path = decoded(address)
  if (path === undefined) return lost(response, ask)
  if (path === '/' || path === '/index.html') {
    const entries = await ask.desk.allReady()
    return html(request, response, 200, ask.pages.homeHtml(entries, ticket(request, ask, '')))
  }
  const [, slug = '', rest] = /^\/([^/]+)(\/(?:index\.html)?)?$/.exec(path) ?? []
  if (slug !== '' && ask.desk.entries().some(entry => entry.slug === slug)) {
    if (rest === undefined) {
      const query = /\?.*$/s.exec(request.url ?? '')?.[0] ?? ''
      response.writeHead(301, { Location: `/${encodeURIComponent(slug)}/${query}` }).end()
      return
    }
    begin(response, ask)
    const entry = await (isLookedAt(request) ? ask.desk.begun(slug) : ask.desk.ready(slug))
    const text = entry ? ask.pages.deckHtml(entry, ticket(request, ask, slug)) : ask.pages.lostHtml()
    response.end(request.method === 'HEAD' ? undefined : text)
    return
  }
  const file = fileFor(path.slice(1), ask)
  if (file === undefined) return lost(response, ask)
  send(request, response, file)
}

/** A file by its address in the site: script and theme, then pictures, then what `public/` gives. */
function fileFor(path: string, ask: ServerAsk): string | undefined {
  const ours = ask.pages.kit().files.find(file => file.path === path)
  if (ours && 'from' in ours) return ours.from
  for (const { shown, latest, opening } of ask.desk.entries()) {
    for (const result of [shown, latest, opening]) {
      const picture = result?.pictures.find(each => each.url === path)
      // It was inside its root when it was found; a link put in its way since then does not lead out.
      if (picture && isItself(picture.from)) return picture.from
    }
  }
  const open = publicFiles(ask.here, ask.paths, plainDisk).files.find(file => file.path === path)
  return open && 'from' in open ? open.from : undefined
}

/** Whether a page is asked for to be looked at as a talk, so that what is not there yet can follow. */
function isLookedAt({ headers, url = '' }: IncomingMessage): boolean {
  return headers['sec-fetch-dest'] === 'document' && !/[?&]view=read\b/.test(url)
}

function isItself(path: string): boolean {
  try {
    return realpathSync(path) === path
  } catch (error) {
    if (isSystemError(error)) return false
    throw error
  }
}

function ticket(request: IncomingMessage, ask: ServerAsk, slug: string) {
  const role = roleOf(request)
  return { role, token: ask.tokens[role], slug, stay: ask.stay }
}

function lost(response: ServerResponse, ask: ServerAsk): void {
  response.statusCode = 404
  response.setHeader('Content-Type', 'text/html; charset=utf-8')
  response.end(ask.pages.lostHtml())
}

/**
 * Sends what is known of a deck's page before the deck is: a browser gets ready meanwhile, and has script, sheets and type
 * when the slides come.
 */
function begin(response: ServerResponse, { pages }: ServerAsk): void {
  const { script, styles, preload } = pages.kit().frame
  const links = [
    `</${script}>; rel=preload; as=script`,
    ...styles.map(href => `</${href}>; rel=preload; as=style`),
    ...preload.map(({ href, type }) => `</${href}>; rel=preload; as=font; type="${type}"; crossorigin`),
  ]
  response.statusCode = 200
  response.setHeader('Content-Type', 'text/html; charset=utf-8')
  // It holds the word that opens the channel.
  response.setHeader('Cache-Control', 'no-store')
  response.setHeader('Link', links.join(', '))
  response.flushHeaders()
}

function html(request: IncomingMessage, response: ServerResponse, status: number, text: string): void {
  response.statusCode = status
  response.setHeader('Content-Type', 'text/html; charset=utf-8')
  // It holds the word that opens the channel.
  response.setHeader('Cache-Control', 'no-store')
  response.setHeader('Content-Length', Buffer.byteLength(text))
  response.end(request.method === 'HEAD' ? undefined : text)
}

function decoded(address: string): string | undefined {
  try {
    return decodeURIComponent(address).normalize('NFC')
  } catch (error) {
    if (error instanceof URIError) return undefined
    throw error
  }
}
