// Asks for one address on another server, and says what came of it.

import { lookup as systemLookup } from 'node:dns'
import { request as httpRequest, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { networkInterfaces } from 'node:os'
import { version } from '../build-id.ts'
import { isPublicAddress } from './private-address.ts'

/** What came of an address. */
export type Answer =
  | { readonly is: 'alive' }
  /** It leads into this machine or its network, and was not asked for. */
  | { readonly is: 'private' }
  /** Something answers, and not to programs. */
  | { readonly is: 'refused'; readonly why: string }
  | { readonly is: 'dead'; readonly why: string }
  /** This machine has no way to it at all. */
  | { readonly is: 'offline' }

/** How names become addresses, and which may be asked; tests have their own. */
export interface Network {
  readonly lookup: typeof systemLookup
  readonly allows: (address: string) => boolean
  /** Whether there is any way out of this machine. */
  readonly isThere: () => boolean
}

export const internet: Network = {
  lookup: systemLookup,
  allows: isPublicAddress,
  isThere: () => Object.values(networkInterfaces()).some(found => found?.some(one => !one.internal)),
}

/** Milliseconds for an address, with all that it leads on to. */
const patience = 10_000
const mostRedirects = 5

class PrivateAddress extends Error {}

/** Asks with `HEAD`, and with `GET` where that is not answered well. */
export async function knock(url: string, network: Network = internet): Promise<Answer> {
  const signal = AbortSignal.timeout(patience)
  try {
    const first = await follow(url, 'HEAD', network, signal)
    // Many servers know no HEAD.
    return first.is === 'alive' ? first : await follow(url, 'GET', network, signal)
  } catch (error) {
    if (error instanceof PrivateAddress) return { is: 'private' }
    if (signal.aborted) return { is: 'dead', why: `no answer in ${patience / 1000} s` }
    return explain(error)
  }
}

async function follow(
  url: string,
  method: 'HEAD' | 'GET',
  network: Network,
  signal: AbortSignal,
): Promise<Answer> {
  let at = new URL(url)
  for (let turn = 0; turn <= mostRedirects; turn++) {
    const { statusCode = 0, headers } = await ask(at, method, network, signal)
    const to = statusCode >= 300 && statusCode < 400 ? headers.location : undefined
    if (to === undefined) return judge(statusCode)
    if (!URL.canParse(to, at.href))
      return { is: 'dead', why: `it leads on to \`${to}\`, which is no address` }
    at = new URL(to, at)
    if (!/^https?:$/.test(at.protocol)) return { is: 'dead', why: `it leads on to \`${at.protocol}\`` }
  }
  return { is: 'dead', why: `it leads on more than ${mostRedirects} times` }
}

function judge(status: number): Answer {
  if (status < 400) return { is: 'alive' }
  // 999 is what some sites answer whoever is no browser.
  const isForPersons = [401, 403, 407, 429, 999].includes(status)
  return { is: isForPersons ? 'refused' : 'dead', why: `status ${status}` }
}

/** The head of one answer; its body is not read. The address is looked at when it is connected to, so no name can cheat. */
function ask(url: URL, method: string, network: Network, signal: AbortSignal): Promise<IncomingMessage> {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  return new Promise((resolve, reject) => {
    if (isIP(host) !== 0 && !network.allows(host)) return reject(new PrivateAddress())
    const request = url.protocol === 'https:' ? httpsRequest : httpRequest
    const asking = request(
      {
        hostname: host,
        port: url.port,
        path: `${url.pathname}${url.search}`,
        method,
        lookup: guarded(network),
        signal,
        agent: false,
        headers: { 'User-Agent': `Deckhand/${version} (link check)`, Accept: '*/*' },
      },
      response => {
        response.destroy()
        resolve(response)
      },
    )
    asking.on('error', reject)
    asking.end()
  })
}

/** Looks names up, and lets none through of whose addresses one is private. */
function guarded({ lookup, allows }: Network): LookupFunction {
  return (host, options, done) => {
    lookup(host, { ...options, all: true }, (error, addresses) => {
      const [first] = addresses ?? []
      if (error || !first) return done(error ?? new Error(`${host} has no address`), '', 0)
      if (!addresses.every(({ address }) => allows(address))) return done(new PrivateAddress(), '', 0)
      if (options.all) return done(null, addresses)
      return done(null, first.address, first.family)
    })
  }
}

/** What is said of a name that stands for nothing. */
export const noServer = 'there is no such server'

const reasons: Readonly<Record<string, string>> = {
  ENOTFOUND: noServer,
  ECONNREFUSED: 'the server refuses the connection',
  ECONNRESET: 'the server ends the connection',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another server',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is signed by nobody else',
}

const offline: ReadonlySet<string> = new Set(['EAI_AGAIN', 'ENETUNREACH', 'ENETDOWN', 'EHOSTUNREACH'])

function explain(error: unknown): Answer {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (offline.has(code)) return { is: 'offline' }
  const message = error instanceof Error ? error.message : String(error)
  return { is: 'dead', why: reasons[code] ?? (message || code) }
}
