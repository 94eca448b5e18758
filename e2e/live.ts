// Runs `deckhand dev` for the tests of the author's loop, in a folder of its own.

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, type Page } from '@playwright/test'

const program = join(import.meta.dirname, '..', 'lib', 'cli.cjs')

/** A live server and the folder it serves. */
export interface Live {
  readonly folder: string
  readonly url: () => string
  readonly child: () => ChildProcess
  /** What it has said so far. */
  readonly said: () => string
  readonly path: (name: string) => string
  readonly write: (files: Readonly<Record<string, string | Uint8Array>>) => void
  readonly edit: (name: string, change: (text: string) => string) => void
  /** Starts it again at the same port. */
  readonly restart: (between?: () => void) => Promise<void>
  readonly stop: () => Promise<void>
}

/** Starts a server on these files. */
export async function startLive(
  files: Readonly<Record<string, string | Uint8Array>>,
  words: readonly string[] = [],
  ask: {
    readonly env?: NodeJS.ProcessEnv
    /** Words for Node itself. */
    readonly node?: readonly string[]
    readonly program?: string
  } = {},
): Promise<Live> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'deckhand-live-')))
  const path = (name: string): string => join(folder, name)
  const write: Live['write'] = all => {
    for (const [name, content] of Object.entries(all)) {
      mkdirSync(dirname(path(name)), { recursive: true })
      writeFileSync(path(name), content)
    }
  }
  write(files)
  let said = ''
  let url = ''
  const start = async (port: string): Promise<ChildProcess> => {
    const child = spawn(
      process.execPath,
      [...(ask.node ?? []), ask.program ?? program, 'dev', '--port', port, ...words],
      {
        cwd: folder,
        env: { ...process.env, NO_COLOR: '1', ...ask.env },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    )
    await new Promise<void>((resolve, reject) => {
      const hear = (data: Buffer): void => {
        said += data
        const found = /Serving live at (\S+)/.exec(said)
        if (!found?.[1]) return
        url = new URL('/', found[1]).href
        resolve()
      }
      child.stdout?.on('data', hear)
      child.stderr?.on('data', hear)
      child.on('exit', status => reject(new Error(`It ended with ${status}: ${said}`)))
    })
    return child
  }
  let child = await start('0')
  const end = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill('SIGTERM')
    await ended
  }
  return {
    folder,
    url: () => url,
    child: () => child,
    said: () => said,
    path,
    write,
    edit: (name, change) => writeFileSync(path(name), change(readFileSync(path(name), 'utf8'))),
    async restart(between) {
      const { port } = new URL(url)
      await end()
      between?.()
      said = ''
      child = await start(port)
    },
    async stop() {
      await end()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Opens a page and waits until its channel is open and it has been told how things stand. */
export async function open(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await connected(page)
}

/** Waits until the author's bar has its facts. */
export async function connected(page: Page): Promise<void> {
  await expect(page.locator('.author-facts')).not.toBeEmpty()
}

/** The slide on screen. */
export const current = (page: Page) => page.locator('.slides section.present:not(.stack)').last()

/** Where the talk stands: the key of the slide, and how many of its steps are shown. */
export function stand(page: Page): Promise<{ key: string; steps: number }> {
  return page.evaluate(() => {
    const slide = [...document.querySelectorAll('.slides section.present:not(.stack)')].at(-1)
    const shown = [...(slide?.querySelectorAll('.fragment.visible') ?? [])]
    return {
      key: slide?.id ?? '',
      steps: new Set(shown.map(one => one.getAttribute('data-fragment-index'))).size,
    }
  })
}
