// Hears what a talk asks other servers for, which it does not get, and what its browser complains of.

import type { Page, Request } from 'playwright-core'
import type { Sight, Spot } from '../../core/index.ts'
import { asked } from '../browser/chromium.ts'

/** One thing that was heard, each once. */
export interface Heard {
  readonly what: 'remote' | 'failed' | 'said'
  /** The address, or what was said. */
  readonly text: string
  /** What was asked for: `image`, `font`, `document`; or how it was said: `error`, `warning`. */
  readonly kind: string
  /** Why it failed, where it did. */
  readonly why: string
  /** The slides that ask for it, or the one that was shown when it was said. */
  readonly spots: readonly Spot[]
}

export interface Listening {
  /** Waits for what is still under way, and finds the slides. */
  end(): Promise<Heard[]>
}

declare const window: { readonly deckhandSight: Sight }

/** What browsers say of requests that are heard of anyway. */
const ofRequests = /^Failed to load resource|ERR_BLOCKED_BY_CLIENT/

/**
 * Listens to a page before it is opened. Only its own server answers it.
 *
 * @param url of the talk
 */
export async function listen(page: Page, url: string): Promise<Listening> {
  const { origin } = new URL(url)
  const heard = new Map<string, Heard>()
  const note = (what: Heard['what'], text: string, kind: string, why = ''): void => {
    const name = `${what} ${text}`
    if (!heard.has(name)) heard.set(name, { what, text, kind, why, spots: [] })
  }
  const isOurs = (address: string): boolean => /^(?:data|blob|about):/.test(address) || isAt(address, origin)
  const asks = (request: Request): boolean => isOurs(request.url())
  await asked(
    page.route(
      address => !isOurs(address.href),
      route => {
        note('remote', route.request().url(), route.request().resourceType())
        return route.abort('blockedbyclient')
      },
    ),
  )
  page.on('response', response => {
    if (response.status() < 400 || !asks(response.request())) return
    note('failed', response.url(), response.request().resourceType(), `status ${response.status()}`)
  })
  page.on('requestfailed', request => {
    const why = request.failure()?.errorText ?? ''
    // A film that is not needed any more is not loaded to its end.
    if (asks(request) && !/ERR_ABORTED/.test(why)) note('failed', request.url(), request.resourceType(), why)
  })
  page.on('console', message => {
    const kind = message.type()
    if ((kind !== 'error' && kind !== 'warning') || ofRequests.test(message.text())) return
    note('said', message.text(), kind)
  })
  page.on('pageerror', error => note('said', `${error.name}: ${error.message}`, 'error'))
  return {
    async end() {
      const found: Heard[] = []
      for (const one of heard.values()) found.push({ ...one, spots: await spotsOf(page, one) })
      return found
    },
  }
}

/** The slides that ask for an address, or for one that is spoken of; else the one that was shown meanwhile. */
async function spotsOf(page: Page, { what, text }: Heard): Promise<readonly Spot[]> {
  const address = what === 'said' ? /https?:[^\s'"]+/.exec(text)?.[0] : text
  const asking = address === undefined ? [] : await askersOf(page, address)
  if (asking.length > 0 || what !== 'said') return asking
  const key = await asked(page.evaluate(said => window.deckhandSight.shownWhen(said), text))
  return key === '' ? [] : [{ key, step: 0, line: null, words: '' }]
}

function askersOf(page: Page, address: string): Promise<Spot[]> {
  return asked(page.evaluate(one => window.deckhandSight.asking(one), address))
}

function isAt(address: string, origin: string): boolean {
  return URL.canParse(address) && new URL(address).origin === origin
}
