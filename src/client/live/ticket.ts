// The ticket of a page: what it needs to speak with its server.

import type { LiveTicket } from '../../core/site/live.ts'

/** Reads it from a document's head. */
export function ticketOf(page: Document): LiveTicket | undefined {
  const text = page.querySelector<HTMLMetaElement>('meta[name="deckhand-live"]')?.content
  return text ? JSON.parse(text) : undefined
}

/** Fetches this very page as it is now; undefined while the server is away. */
export async function fetchPage(): Promise<Document | undefined> {
  try {
    const response = await fetch(`${location.pathname}${location.search}`, { cache: 'no-store' })
    if (!response.ok) return undefined
    return new DOMParser().parseFromString(await response.text(), 'text/html')
  } catch {
    // Nobody is there.
    return undefined
  }
}
