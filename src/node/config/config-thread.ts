// The thread that a configuration runs in: TypeScript and modules of all kinds, through jiti, and plain data comes out.

import { readFileSync } from 'node:fs'
import { sep } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { createJiti } from 'jiti'
import { defineConfig, fromData } from '../../core/index.ts'
import type { CodeFault, Ran, RunOrder } from './run-config.ts'

const order: RunOrder = workerData
const jiti = createJiti(order.path, {
  fsCache: order.kept ?? false,
  interopDefault: false,
  // Found even where the package is not installed: by `npx`, or beside the project.
  virtualModules: { deckhand: { defineConfig } },
})

run().then(
  ran => parentPort?.postMessage({ ...ran, files: filesOf() }),
  (error: unknown) => parentPort?.postMessage({ fault: faultOf(error), files: filesOf() }),
)

async function run(): Promise<Omit<Ran, 'files'>> {
  const module: unknown = await jiti.import(order.path)
  const exported: unknown = typeof module === 'object' && module ? Reflect.get(module, 'default') : undefined
  if (exported === undefined) {
    return {
      fault: {
        message: 'The configuration exports nothing by default',
        note: 'Write `export default defineConfig({ … })`.',
      },
    }
  }
  const data: unknown = await (typeof exported === 'function' ? exported() : exported)
  return { value: fromData(data, readFileSync(order.path, 'utf8').replace(/\r\n?/g, '\n')) }
}

/** What was loaded on the way, but for what is installed. */
function filesOf(): string[] {
  return Object.keys(jiti.cache).filter(path => !path.includes(`${sep}node_modules${sep}`))
}

function faultOf(error: unknown): CodeFault {
  if (!(error instanceof Error))
    return { message: `The configuration throws ${JSON.stringify(error) ?? 'nothing'}` }
  const [, said = '', path = '', line = '', column = ''] =
    /^ParseError: (.*?)\s*\n\s*(.+):(\d+):(\d+)\s*$/s.exec(error.message) ?? []
  if (said !== '') {
    // The parser counts columns from 0.
    return {
      message: `This is no code: ${said.replace(/\.$/, '')}`,
      path,
      line: Number(line),
      column: Number(column) + 1,
    }
  }
  const message = error.message.split('\n')[0] ?? ''
  const missing = /^Cannot find (?:module|package) '([^']+)'/.exec(message)?.[1]
  const place = (missing === undefined ? undefined : importOf(missing)) ?? placeIn(error.stack ?? '')
  return {
    message:
      missing === undefined ? `The configuration throws: ${message}` : `\`${missing}\` cannot be found`,
    ...(missing === undefined ? {} : { note: 'Install it, or check the path.' }),
    ...place,
  }
}

/** Where a module is asked for, in a file that was loaded. */
function importOf(name: string): Omit<CodeFault, 'message'> | undefined {
  for (const path of filesOf().reverse()) {
    const text = readFileSync(path, 'utf8')
    const at = Math.max(text.indexOf(`'${name}'`), text.indexOf(`"${name}"`))
    if (at >= 0) return { path, ...pointAt(text, at) }
  }
  return undefined
}

/** The innermost line of a trace that is in code of the project. */
function placeIn(trace: string): Omit<CodeFault, 'message'> | undefined {
  const known = new Set([order.path, ...filesOf()])
  for (const [, path = '', line = ''] of trace.matchAll(/^\s+at (?:.*?\()?(.+?):(\d+):\d+\)?$/gm)) {
    const plain = path.replace(/^async /, '').replace(/^file:\/\//, '')
    if (known.has(plain)) return { path: plain, line: Number(line), column: firstColumn(plain, Number(line)) }
  }
  return undefined
}

/** What is run has the lines of what was written, but not its columns. */
function firstColumn(path: string, line: number): number {
  const text = readFileSync(path, 'utf8').split('\n')[line - 1] ?? ''
  return Math.max(0, text.search(/\S/)) + 1
}

function pointAt(text: string, at: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, at).split('\n')
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}
