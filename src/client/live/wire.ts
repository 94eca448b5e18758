// The page's end of the channel: it comes back by itself, with a new ticket where the server was started anew.

import type { LiveEvent, LiveNews, LiveTicket, LiveWords } from '../../core/site/live.ts'
import { fetchPage, ticketOf } from './ticket.ts'

/** Speaks with the server. */
export interface Wire {
  readonly send: (event: LiveEvent, data: unknown) => void
}

/** What the page does when it hears something. */
export interface Heard {
  /** The channel is open: say what the page has. */
  readonly opened: () => void
  readonly closed: () => void
  readonly news: (news: LiveNews) => void
  readonly words: (words: LiveWords) => void
}

/** Milliseconds before another try: soon at first, since a server is restarted in a second. */
const pauses = [100, 200, 400, 800, 1500]

/** Opens the channel and keeps it open. */
export function openWire(first: LiveTicket, heard: Heard): Wire {
  let ticket = first
  let socket: WebSocket | undefined
  let tries = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  function connect(): void {
    clearTimeout(timer)
    const scheme = location.protocol === 'https:' ? 'wss' : 'ws'
    const address = `${scheme}://${location.host}/@deckhand/live?token=${encodeURIComponent(ticket.token)}`
    const one = new WebSocket(address, 'vite-hmr')
    socket = one
    one.addEventListener('open', () => {
      tries = 0
      heard.opened()
    })
    one.addEventListener('message', event => {
      const message = JSON.parse(String(event.data))
      if (message.event === 'deckhand:news') heard.news(message.data)
      if (message.event === 'deckhand:words') heard.words(message.data)
    })
    one.addEventListener('close', () => {
      if (one !== socket) return
      heard.closed()
      again()
    })
  }
  function again(): void {
    const pause = pauses[Math.min(tries++, pauses.length - 1)]
    clearTimeout(timer)
    timer = setTimeout(async () => {
      // A server that was started anew takes no old ticket.
      const page = await fetchPage()
      const fresh = page && ticketOf(page)
      if (!fresh) return again()
      ticket = fresh
      connect()
    }, pause)
  }
  // A machine that wakes up need not wait for the next try.
  addEventListener('online', () => {
    if (socket?.readyState !== WebSocket.OPEN) again()
  })
  connect()
  return {
    send(event, data) {
      if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify({ type: 'custom', event, data }))
    },
  }
}
