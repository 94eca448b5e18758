// Sends one file of a built site: the right type, nothing outside the site, nothing hidden, ranges for films.

import { createReadStream, realpathSync, statSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join } from 'node:path'
import { within } from './files.ts'
import { isCode } from './system-error.ts'

const types: Readonly<Record<string, string>> = {
  avif: 'image/avif',
  css: 'text/css; charset=utf-8',
  gif: 'image/gif',
  html: 'text/html; charset=utf-8',
  ico: 'image/x-icon',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  mjs: 'text/javascript; charset=utf-8',
  mp3: 'audio/mpeg',
  mp4: 'video/mp4',
  ogg: 'audio/ogg',
  pdf: 'application/pdf',
  png: 'image/png',
  svg: 'image/svg+xml; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  wasm: 'application/wasm',
  webm: 'video/webm',
  webmanifest: 'application/manifest+json; charset=utf-8',
  webp: 'image/webp',
  woff: 'font/woff',
  woff2: 'font/woff2',
  xml: 'application/xml; charset=utf-8',
}

/**
 * Answers with the file that a request means, if there is one: a folder means its `index.html`, and without the
 * `/` at its end leads there, so that relative addresses in it are right.
 *
 * @param root the site's real path
 * @returns whether it has answered
 */
export function serveFile(request: IncomingMessage, response: ServerResponse, root: string): boolean {
  const [address = '/', query] = (request.url ?? '/').split(/[?#](.*)/s)
  const path = decoded(address)
  if (path === undefined || /[\0\\]|(^|\/)\.(?!well-known\/)/.test(path)) return false
  const file = look(join(root, path), root)
  if (file === undefined) return false
  if (!file.isFolder) {
    send(request, response, file.path)
    return true
  }
  const index = look(join(root, path, 'index.html'), root)
  if (index === undefined || index.isFolder) return false
  if (path.endsWith('/')) send(request, response, index.path)
  else {
    // One slash only: two would make the first name of the path a host.
    const to = `/${address.replace(/^\/+/, '')}/${query ? `?${query}` : ''}`
    response.writeHead(301, { Location: to }).end()
  }
  return true
}

function decoded(address: string): string | undefined {
  try {
    return decodeURIComponent(address)
  } catch (error) {
    if (error instanceof URIError) return undefined
    throw error
  }
}

function look(path: string, root: string): { path: string; isFolder: boolean } | undefined {
  try {
    const real = realpathSync(path)
    if (!within(root, real)) return undefined
    const stats = statSync(real)
    if (!stats.isFile() && !stats.isDirectory()) return undefined
    return { path: real, isFolder: stats.isDirectory() }
  } catch (error) {
    if (isCode(error, ['ENOENT', 'ENOTDIR', 'EACCES', 'ELOOP', 'ENAMETOOLONG', 'EPERM'])) return undefined
    throw error
  }
}

/** Sends one file, or what of it is asked for. */
export function send(request: IncomingMessage, response: ServerResponse, path: string): void {
  const stats = statSync(path)
  const etag = `"${stats.size.toString(36)}-${Math.round(stats.mtimeMs).toString(36)}"`
  response.setHeader('ETag', etag)
  response.setHeader('Accept-Ranges', 'bytes')
  response.setHeader(
    'Content-Type',
    types[extname(path).slice(1).toLowerCase()] ?? 'application/octet-stream',
  )
  if (request.headers['if-none-match'] === etag) return void response.writeHead(304).end()
  const range = rangeOf(request.headers.range, stats.size)
  if (range === 'unmet')
    return void response.writeHead(416, { 'Content-Range': `bytes */${stats.size}` }).end()
  const { start, end } = range ?? { start: 0, end: stats.size - 1 }
  if (range) response.setHeader('Content-Range', `bytes ${start}-${end}/${stats.size}`)
  response.writeHead(range ? 206 : 200, { 'Content-Length': end - start + 1 })
  if (request.method === 'HEAD' || stats.size === 0) return void response.end()
  const stream = createReadStream(path, { start, end })
  // A build may take the file away between the look and the reading; the answer then ends early.
  stream.on('error', () => response.destroy())
  stream.pipe(response)
}

/** One range as RFC 9110 writes it; several at once may be answered with the whole, and are. */
function rangeOf(
  header: string | undefined,
  size: number,
): { start: number; end: number } | 'unmet' | undefined {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? []
  if (from === '' && to === '') return undefined
  const start = from === '' ? Math.max(0, size - Number(to)) : Number(from)
  const end = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1)
  if (start >= size || (from === '' && Number(to) === 0)) return 'unmet'
  return start > end ? undefined : { start, end }
}
