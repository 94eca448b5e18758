// Starts the browser that is installed, by Playwright's driver, and leaves nothing of it behind.

import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext } from 'playwright-core'
import { isCode, isSystemError } from '../system-error.ts'

/** A browser that runs. */
export interface Browser {
  /** Where its pages are opened; each page is the caller's to close, or nobody's. */
  readonly context: BrowserContext
  close(): Promise<void>
}

/** The browser did not start, ended, or would not do what it was asked. */
export class BrowserError extends Error {}

/** What its folders begin with; the number of the process that made one comes next. */
const prefix = 'deckhand-browser-'

/** No picture of a window is ever put on a screen, and no name is looked up: what leaves this machine was not asked for. */
const flags = ['--disable-gpu', '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1']

/**
 * Starts a browser; it must be closed. Where the program is told to end before that, the browser ends first.
 *
 * @param path of a Chromium, Chrome or Edge
 * @throws {BrowserError} when it does not start
 */
export async function startBrowser(path: string): Promise<Browser> {
  // It takes a quarter of a second to load, and no other command needs it.
  const { chromium } = await import('playwright-core')
  sweep()
  const folder = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`))
  const start = (chromiumSandbox: boolean): Promise<BrowserContext> =>
    chromium.launchPersistentContext(join(folder, 'profile'), {
      executablePath: path,
      artifactsDir: join(folder, 'artifacts'),
      chromiumSandbox,
      args: flags,
      serviceWorkers: 'block',
      // As a person sees it who asked for nothing to move: what is measured stands still.
      reducedMotion: 'reduce',
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    })
  const clear = (): void => remove(folder)
  const unwatch = watchSignals()
  process.once('exit', clear)
  try {
    const context = await launched(start)
    // Behind what the driver does at the end: it kills the browser.
    process.off('exit', clear).once('exit', clear)
    const close = async (): Promise<void> => {
      try {
        await asked(context.close())
      } finally {
        unwatch()
        clear()
        process.off('exit', clear)
      }
    }
    return { context, close }
  } catch (error) {
    unwatch()
    clear()
    process.off('exit', clear)
    return asBrowserError(error)
  }
}

/** As root, in a container, there is no sandbox to be had; elsewhere the system may have forbidden it. */
async function launched(start: (sandbox: boolean) => Promise<BrowserContext>): Promise<BrowserContext> {
  if (process.platform === 'linux' && process.getuid?.() === 0) return start(false)
  try {
    return await start(true)
  } catch (error) {
    // What is opened is a site that was built here, and it reaches no other.
    if (/no usable sandbox|setuid sandbox|namespace/i.test(String(error))) return start(false)
    throw error
  }
}

/**
 * Runs something that a browser is asked to do.
 *
 * @throws {BrowserError} in the place of what the driver throws, whose messages hold a log of many lines
 */
export async function asked<Result>(doing: Promise<Result>): Promise<Result> {
  try {
    return await doing
  } catch (error) {
    return asBrowserError(error)
  }
}

function asBrowserError(error: unknown): never {
  throw error instanceof BrowserError ? error : new BrowserError(firstLine(error))
}

function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return message.replace(/\n.*/s, '').replace(/^\w+\.\w+: /, '')
}

const statuses = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const

/** Where the program is told to end, it does, and not without what stands at its end. */
function watchSignals(): () => void {
  const told = (signal: NodeJS.Signals): void => process.exit(statuses[signal as keyof typeof statuses])
  const signals = Object.keys(statuses) as (keyof typeof statuses)[]
  for (const signal of signals) process.once(signal, told)
  return () => {
    for (const signal of signals) process.off(signal, told)
  }
}

/** Folders of programs that were killed and could not clear up. */
function sweep(): void {
  for (const name of readdirSync(tmpdir())) {
    if (!name.startsWith(prefix)) continue
    const owner = Number(/^\d+(?=-)/.exec(name.slice(prefix.length))?.[0])
    if (owner && !isRunning(owner)) remove(join(tmpdir(), name))
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return !isCode(error, ['ESRCH'])
  }
}

/** What the browser's last processes still write there is swept away by the next call. */
function remove(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 })
  } catch (error) {
    if (!isSystemError(error)) throw error
  }
}
