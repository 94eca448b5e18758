// A small server for a built site: plain files, right types, nothing outside, no foreign host names.

import { existsSync, realpathSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { isIP } from 'node:net'
import { serveFile } from './serve-file.ts'

/** A server that listens. */
export interface Serving {
  readonly url: string
  close(): Promise<void>
}

/** Who is answered. */
export interface Answering {
  /** The address that is listened on. */
  readonly host: string
  /** Names beside `localhost` that mean this server; `.test` is every name below it. */
  readonly allowedHosts?: readonly string[]
}

/** Where to listen. */
export interface Listening extends Answering {
  /** The first port to try; 0 lets the system choose. */
  readonly port: number
}

const ports = 20

/**
 * Serves a folder. A port that is taken makes it try the next.
 *
 * Requests by a host name other than `localhost`, and those that are allowed, are refused (403), since a name that was
 * made to point here lets a foreign page read what is served (DNS rebinding); addresses cannot be made to.
 *
 * @param folder of the site
 * @throws the system's error when no port is free or the address is not ours
 */
export async function serve(folder: string, { port, ...asked }: Listening): Promise<Serving> {
  const { host } = asked
  const server = createServer((request, response) => answer(request, response, asked, folder))
  const chosen = await listen(server, host, port)
  const name = isIP(host) === 6 ? `[${host}]` : host
  return {
    url: `http://${name}:${chosen}/`,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function answer(request: IncomingMessage, response: ServerResponse, asked: Answering, folder: string): void {
  response.setHeader('X-Content-Type-Options', 'nosniff')
  response.setHeader('Cache-Control', 'no-cache')
  if (!known(request.headers.host, asked)) {
    say(response, 403, 'Forbidden', 'This server answers to localhost and to addresses only.')
    return
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD')
    say(response, 405, 'Method not allowed', 'Only reading is possible here.')
    return
  }
  // The folder is looked up for each request, so that a build that is swapped in shows at once.
  const root = existsSync(folder) ? realpathSync(folder) : undefined
  if (root === undefined || !serveFile(request, response, root)) {
    say(response, 404, 'Not found', 'There is no such page. <a href="/">All talks</a>')
  }
}

/** Whether a `Host` header names this machine: `localhost`, the address asked for, any address, or a name allowed. */
export function known(header: string | undefined, { host, allowedHosts = [] }: Answering): boolean {
  const name = (header ?? '').replace(/:\d+$/, '').toLowerCase()
  return (
    name === 'localhost' ||
    name === host.toLowerCase() ||
    isIP(name.replace(/^\[|\]$/g, '')) !== 0 ||
    isAllowed(name, allowedHosts)
  )
}

/** Whether a name is one that the configuration allows. */
export function isAllowed(name: string, allowedHosts: readonly string[]): boolean {
  return allowedHosts.some(each => {
    const allowed = each.toLowerCase()
    return name === allowed || (allowed.startsWith('.') && name.endsWith(allowed))
  })
}

/** Answers with a few words. */
export function say(response: ServerResponse, status: number, title: string, text: string): void {
  response.statusCode = status
  response.setHeader('Content-Type', 'text/html; charset=utf-8')
  response.end(
    `<!doctype html>\n<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title>\n<h1>${title}</h1>\n<p>${text}</p>\n`,
  )
}

/**
 * Listens on the first port that is free.
 *
 * @param tries how many ports may be tried after the first
 * @returns the port
 * @throws the system's error when none is free or the address is not ours
 */
export async function listen(server: Server, host: string, first: number, tries = ports): Promise<number> {
  for (let port = first; ; port++) {
    const error = await attempt(server, host, port)
    if (!error) {
      const address = server.address()
      return typeof address === 'object' && address !== null ? address.port : port
    }
    if (error.code !== 'EADDRINUSE' || port >= Math.min(first + tries, 65_535)) throw error
  }
}

function attempt(server: Server, host: string, port: number): Promise<NodeJS.ErrnoException | undefined> {
  return new Promise(resolve => {
    const fail = (error: NodeJS.ErrnoException): void => resolve(error)
    server.once('error', fail)
    server.listen({ port, host }, () => {
      server.off('error', fail)
      resolve(undefined)
    })
  })
}
