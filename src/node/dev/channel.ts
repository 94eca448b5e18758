// The channel between open pages and the server, and the watcher of files: the two parts of Vite that serve here.

import type { Stats } from 'node:fs'
import { createServer as createHub, type IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { ViteDevServer } from 'vite'
import type { LiveEvent } from '../../core/index.ts'
import { channel as channelPath, type Role } from './guard.ts'

/** A page in the channel. */
export interface Listener {
  readonly role: Role
  readonly send: (event: LiveEvent, data: unknown) => void
}

/** Speaks with open pages. */
export interface Channel {
  /** Loads Vite, which takes a tenth of a second nobody should wait for. */
  readonly open: () => Promise<void>
  /** Lets a page in whose right to come has been checked. */
  readonly join: (request: IncomingMessage, socket: Duplex, head: Buffer, role: Role) => void
  /** Pages that are there. */
  readonly listeners: () => readonly Listener[]
  /** Watches these folders, and no others. */
  readonly watch: (folders: ReadonlySet<string>) => void
  readonly close: () => Promise<void>
}

/** What the channel reports. */
export interface ChannelEvents {
  /** A page said something; the data is as it came. */
  readonly heard: (from: Listener, event: LiveEvent, data: unknown) => void
  /** Something in a watched folder may have changed. */
  readonly stirred: () => void
  /** The system does not tell of changes; somebody has to look for them. */
  readonly deaf: (why: string) => void
}

/** More than any page of ours says. */
const longest = 256 * 1024

/** The parts of a socket of Vite's that are used here. */
interface Socket {
  on(event: 'message', hear: (data: { toString(): string; readonly length: number }) => void): void
  on(event: 'close', go: () => void): void
  send(text: string): void
  terminate(): void
}

/**
 * Makes the channel.
 *
 * Of Vite nothing answers a request: what it would serve (any file below its root, links followed) is nobody's
 * business. Its sockets are opened by us, after our own checks, through a hub that listens nowhere.
 *
 * @param folder for what Vite may want to keep
 * @param events hears what happens
 */
export function createChannel(folder: string, events: ChannelEvents): Channel {
  const hub = createHub()
  const roles = new WeakMap<IncomingMessage, Role>()
  const listeners = new Set<Listener>()
  const watched = new Set<string>()
  let vite: Promise<ViteDevServer> | undefined
  let closed = false

  async function start(): Promise<ViteDevServer> {
    const { createServer } = await import('vite')
    const server = await createServer({
      configFile: false,
      envDir: false,
      root: folder,
      cacheDir: folder,
      publicDir: false,
      appType: 'custom',
      logLevel: 'silent',
      clearScreen: false,
      optimizeDeps: { noDiscovery: true, include: [] },
      // A browser's origin and the page's token have been checked when a request comes this far.
      legacy: { skipWebSocketTokenCheck: true },
      server: {
        middlewareMode: true,
        allowedHosts: true,
        cors: false,
        ws: { server: hub, path: channelPath },
        // Folders tell of the files in them: a watch for each file would use up what the system allows.
        watch: {
          depth: 0,
          ignoreInitial: true,
          ignored: (_path: string, stats?: Stats) => stats?.isFile() === true,
        },
      },
      // No file of ours is one of Vite's modules: it has nothing to do when one changes.
      plugins: [{ name: 'deckhand', hotUpdate: { order: 'pre', handler: () => [] } }],
    })
    server.ws.on('connection', (socket: Socket, request: IncomingMessage) => welcome(socket, request))
    server.watcher.on('raw', () => events.stirred())
    server.watcher.on('error', error => {
      const code = error instanceof Error && 'code' in error ? String(error.code) : ''
      if (/^(ENOSPC|EMFILE|ENFILE)$/.test(code)) events.deaf(code)
    })
    server.watcher.add([...watched])
    return server
  }

  function welcome(socket: Socket, request: IncomingMessage): void {
    const role = roles.get(request)
    if (role === undefined) {
      socket.terminate()
      return
    }
    const listener: Listener = {
      role,
      send: (event, data) => socket.send(JSON.stringify({ type: 'custom', event, data })),
    }
    listeners.add(listener)
    socket.on('close', () => listeners.delete(listener))
    socket.on('message', data => {
      if (data.length > longest) socket.terminate()
      const message = data.length > longest ? undefined : parsed(data.toString())
      if (message) events.heard(listener, message.event, message.data)
    })
  }

  async function open(): Promise<void> {
    vite ??= start()
    await vite
  }

  return {
    open,
    join(request, socket, head, role) {
      roles.set(request, role)
      open().then(
        () => hub.emit('upgrade', request, socket, head),
        () => socket.destroy(),
      )
    },
    listeners: () => [...listeners],
    watch(folders) {
      const fresh = [...folders].filter(path => !watched.has(path))
      const gone = [...watched].filter(path => !folders.has(path))
      for (const path of fresh) watched.add(path)
      for (const path of gone) watched.delete(path)
      if (fresh.length + gone.length === 0) return
      void vite?.then(({ watcher }) => {
        if (closed) return
        if (fresh.length > 0) watcher.add(fresh)
        if (gone.length > 0) watcher.unwatch(gone)
      })
    },
    async close() {
      closed = true
      const server = await vite?.catch(() => undefined)
      await server?.close()
      hub.close()
    },
  }
}

function parsed(text: string): { event: LiveEvent; data: unknown } | undefined {
  try {
    const message: unknown = JSON.parse(text)
    if (typeof message !== 'object' || message === null || !('event' in message)) return undefined
    const { event } = message
    if (event !== 'deckhand:hello' && event !== 'deckhand:edit') return undefined
    return { event, data: 'data' in message ? message.data : undefined }
  } catch (error) {
    // Not what our pages say.
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
