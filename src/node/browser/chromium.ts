// A Chromium without a window, spoken to by its own protocol over two pipes: no driver, no port, no package.

import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { isSystemError } from '../system-error.ts'

/** A browser that runs. */
export interface Browser {
  /**
   * Opens a page and returns what a script in it comes to.
   *
   * @param script an expression; a promise is awaited
   * @throws {BrowserError} when the page cannot be had or the script fails
   */
  run(
    url: string,
    script: string,
    size: { readonly width: number; readonly height: number },
  ): Promise<unknown>
  close(): Promise<void>
}

/** The browser ended, or would not do what it was asked. */
export class BrowserError extends Error {}

interface Answer {
  readonly id?: number
  readonly method?: string
  readonly sessionId?: string
  readonly result?: Readonly<Record<string, unknown>>
  readonly error?: { readonly message: string }
}

const flags = [
  '--headless=new',
  '--remote-debugging-pipe',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-gpu',
  '--disable-extensions',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--hide-scrollbars',
  '--mute-audio',
]

/** Milliseconds that one answer may take; a page that has crashed never gives one. */
const patience = 60_000

/** Starts a browser; it must be closed. */
export function startBrowser(path: string): Browser {
  const profile = mkdtempSync(join(tmpdir(), 'deckhand-browser-'))
  // As root, in a container, Chromium has no sandbox to offer; what it opens is a site that was built here.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const child = spawn(path, [...flags, ...asRoot, `--user-data-dir=${profile}`, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  })
  const send = speak(child)
  return {
    async run(url, script, { width, height }) {
      const { targetId } = await send('Target.createTarget', { url: 'about:blank' })
      const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true })
      const session = String(sessionId)
      const metrics = { width, height, deviceScaleFactor: 1, mobile: false }
      await send('Emulation.setDeviceMetricsOverride', metrics, session)
      const gone = await send('Page.navigate', { url }, session)
      if (gone.errorText) throw new BrowserError(`${url}: ${gone.errorText}`)
      const ask = { expression: script, awaitPromise: true, returnByValue: true }
      const { result, exceptionDetails } = await send('Runtime.evaluate', ask, session)
      await send('Target.closeTarget', { targetId })
      if (exceptionDetails) throw new BrowserError(`${url}: ${JSON.stringify(exceptionDetails)}`)
      return (result as { value?: unknown }).value
    },
    async close() {
      const ended = new Promise<void>(resolve => {
        const isOver = child.exitCode !== null || child.signalCode !== null || child.pid === undefined
        if (isOver) resolve()
        else child.once('exit', () => resolve())
      })
      child.kill()
      // One that does not hear is not asked a second time.
      const deaf = setTimeout(() => child.kill('SIGKILL'), 3000)
      await ended
      clearTimeout(deaf)
      removeProfile(profile)
    },
  }
}

/** What the browser's last processes still write there stays behind in the system's folder for such files. */
function removeProfile(profile: string): void {
  try {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 })
  } catch (error) {
    if (!isSystemError(error)) throw error
  }
}

type Send = (method: string, params: object, sessionId?: string) => Promise<Record<string, unknown>>

/** Messages are JSON with a zero byte behind each; answers carry the number of their question. */
function speak(child: ChildProcess): Send {
  const to = child.stdio[3] as Writable
  const from = child.stdio[4] as Readable
  const open = new Map<number, { resolve(result: object): void; reject(error: Error): void }>()
  let count = 0
  let rest = ''
  let ended: BrowserError | undefined
  const end = (why: string): void => {
    ended ??= new BrowserError(why)
    for (const { reject } of open.values()) reject(ended)
    open.clear()
  }
  child.once('error', error => end(`the browser did not start: ${error.message}`))
  child.once('exit', code => end(`the browser ended (${code ?? 'by a signal'})`))
  to.on('error', () => end('the browser does not listen'))
  from.setEncoding('utf8')
  from.on('data', (chunk: string) => {
    const messages = (rest + chunk).split('\0')
    rest = messages.pop() ?? ''
    for (const message of messages) {
      const { id, result, error }: Answer = JSON.parse(message)
      const asked = id === undefined ? undefined : open.get(id)
      if (id === undefined || !asked) continue
      open.delete(id)
      if (error) asked.reject(new BrowserError(error.message))
      else asked.resolve(result ?? {})
    }
  })
  return (method, params, sessionId) =>
    new Promise((resolve, reject) => {
      if (ended) return reject(ended)
      count += 1
      const id = count
      const late = setTimeout(() => {
        open.delete(id)
        reject(new BrowserError(`the browser does not answer ${method}`))
      }, patience)
      open.set(id, {
        resolve: result => {
          clearTimeout(late)
          resolve(result as Record<string, unknown>)
        },
        reject: error => {
          clearTimeout(late)
          reject(error)
        },
      })
      to.write(`${JSON.stringify({ id, method, params, ...(sessionId ? { sessionId } : {}) })}\0`)
    })
}
