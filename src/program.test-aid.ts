// Runs the built program as a person would, in a folder of its own.

import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The built program. */
export const program = fileURLToPath(new URL('../lib/cli.cjs', import.meta.url))

/** Builds the package, types and all, if it is older than its sources; test files that do so at once take turns. */
export async function ensureProgram(): Promise<void> {
  const scripts: { ensurePackage(ask: { types: boolean }): Promise<boolean> } = await import(
    new URL('../scripts/build-package.mjs', import.meta.url).href
  )
  await scripts.ensurePackage({ types: true })
}

/** How a run ended. */
export interface Outcome {
  readonly status: number | null
  readonly out: string
  readonly err: string
}

/** A folder to run in. */
export interface Workplace {
  readonly path: string
  write(files: Readonly<Record<string, string | Uint8Array>>): void
  run(words: readonly string[], env?: NodeJS.ProcessEnv): Outcome
  /** The same from another folder. */
  runIn(folder: string, words: readonly string[]): Outcome
  start(words: readonly string[]): ReturnType<typeof spawn>
  remove(): void
}

const calm = { NO_COLOR: '1', NODE_OPTIONS: '' }

function runIn(cwd: string, words: readonly string[], env: NodeJS.ProcessEnv): Outcome {
  const done = spawnSync(process.execPath, [program, ...words], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, ...calm, ...env },
  })
  return { status: done.status, out: done.stdout, err: done.stderr }
}

/** Makes an empty folder. */
export function createWorkplace(): Workplace {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'deckhand-')))
  return {
    path,
    write(files) {
      for (const [name, content] of Object.entries(files)) {
        mkdirSync(dirname(join(path, name)), { recursive: true })
        writeFileSync(join(path, name), content)
      }
    },
    run: (words, env = {}) => runIn(path, words, env),
    runIn: (folder, words) => runIn(folder, words, {}),
    start: words =>
      spawn(process.execPath, [program, ...words], { cwd: path, env: { ...process.env, ...calm } }),
    remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 3 }),
  }
}
