// Who asks: the author's own machine, somebody in the audience, or a page that has no business here.

import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { type Answering, isAllowed, known } from '../serve.ts'

export type Role = 'author' | 'audience'

/** Two words that a page needs to speak with the server, one for each role. */
export type Tokens = Readonly<Record<Role, string>>

export function createTokens(): Tokens {
  const token = (): string => randomBytes(18).toString('base64url')
  return { author: token(), audience: token() }
}

/**
 * Whose request it is. The author's is one that comes from this very machine, and through nobody's hands: a proxy
 * that names itself makes it the audience's.
 */
export function roleOf({ socket, headers }: IncomingMessage): Role {
  const { remoteAddress: remote = '', localAddress: local = '-' } = socket
  const handed = 'x-forwarded-for' in headers || 'forwarded' in headers || 'via' in headers
  const own = /^(::ffff:)?127\.|^::1$/.test(remote) || remote === local
  return own && !handed ? 'author' : 'audience'
}

/**
 * Why a request is refused, or undefined where it is not. Refused are requests by a name that somebody made to point
 * here, and those that a page from elsewhere makes: it may lead here by a link, and nothing else.
 *
 * @param asked what the server was told to answer to
 */
export function refusal({ headers, method }: IncomingMessage, asked: Answering): string | undefined {
  if (!known(headers.host, asked)) return 'This server answers to localhost and to addresses only.'
  if (headers.origin !== undefined && !isOwn(headers.origin, headers.host, asked)) {
    return 'This server answers to its own pages only.'
  }
  const site = headers['sec-fetch-site']
  const led = headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document'
  if ((site === 'cross-site' || site === 'same-site') && !(led && method === 'GET')) {
    return 'This server answers to its own pages only.'
  }
  return undefined
}

/** Whether a page's origin is this server; by a name that is allowed also behind a proxy that speaks TLS. */
function isOwn(origin: string, host: string | undefined, { allowedHosts = [] }: Answering): boolean {
  if (origin === `http://${host}`) return true
  return (
    origin === `https://${host}` && isAllowed((host ?? '').replace(/:\d+$/, '').toLowerCase(), allowedHosts)
  )
}

/** The path of the channel between page and server. */
export const channel = '/@deckhand/live'

/**
 * Who opens the channel. A browser always names the page's origin, so whoever does not is no page of ours.
 *
 * @returns undefined for whoever may not
 */
export function roleAtChannel(request: IncomingMessage, asked: Answering, tokens: Tokens): Role | undefined {
  const { origin, host: name } = request.headers
  if (origin === undefined || !known(name, asked) || !isOwn(origin, name, asked)) return undefined
  const url = new URL(request.url ?? '/', 'http://localhost')
  if (url.pathname !== channel) return undefined
  const given = url.searchParams.get('token') ?? ''
  // The author's word alone is not enough: it must come from the author's machine.
  if (same(given, tokens.author)) return roleOf(request) === 'author' ? 'author' : undefined
  return same(given, tokens.audience) ? 'audience' : undefined
}

function same(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}
