// Starts the code of a thread from what V8 made of it in an earlier run: compiling it anew takes longer than a short talk.

import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import nodeModule, { createRequire } from 'node:module'
import { homedir, platform } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { Script } from 'node:vm'
import type { Boot } from './booted.ts'
import { isSystemError } from './system-error.ts'

/** Bytes of the sum before what is kept. */
const sumLength = 32

/** Built as ASCII, which is what may be read so. */
const [, , script = ''] = process.argv
// Node 22 and later keep compiled code themselves.
const enable: unknown = Reflect.get(nodeModule, 'enableCompileCache')
if (typeof enable === 'function') {
  enable.call(nodeModule)
  createRequire(script)(script)
} else start(script, readFileSync(script, 'latin1'))

function start(path: string, source: string): void {
  const file = join(cacheHome(), 'deckhand', `${basename(path)}-${nameOf(source)}.code`)
  const kept = readCode(file)
  const compiled = new Script(
    `(function (require, exports, module, __filename, __dirname, boot) {${source}\n})`,
    {
      filename: path,
      ...(kept ? { cachedData: kept } : {}),
    },
  )
  let isKept = kept !== undefined && compiled.cachedDataRejected !== true
  const boot: Boot = {
    keepCode() {
      if (!isKept) writeCode(file, compiled.createCachedData())
      isKept = true
    },
    load: name => import(name),
  }
  const module = { exports: {} }
  compiled.runInThisContext()(createRequire(path), module.exports, module, path, dirname(path), boot)
}

/** V8 itself refuses what another version or another processor made; the name keeps those apart that live side by side. */
function nameOf(source: string): string {
  const { v8 = '' } = process.versions
  return createHash('sha256').update(`${v8} ${process.arch}\n${source}`).digest('hex').slice(0, 16)
}

/** As the system's users expect it: the XDG base directories, and what stands for them elsewhere. */
function cacheHome(): string {
  const { XDG_CACHE_HOME, LOCALAPPDATA } = process.env
  if (XDG_CACHE_HOME) return XDG_CACHE_HOME
  if (platform() === 'win32' && LOCALAPPDATA) return LOCALAPPDATA
  return platform() === 'darwin' ? join(homedir(), 'Library', 'Caches') : join(homedir(), '.cache')
}

/** What is kept, if it is as it was written: V8 does not look for spoilt bytes itself. */
function readCode(file: string): Buffer | undefined {
  try {
    const all = readFileSync(file)
    const code = all.subarray(sumLength)
    return all.subarray(0, sumLength).equals(sumOf(code)) ? code : undefined
  } catch (error) {
    // Absent or not ours to read: it is compiled anew.
    if (isSystemError(error)) return undefined
    throw error
  }
}

/** Aside and renamed, so that nobody reads half of it. A full or read-only disk costs the next run time, nothing else. */
function writeCode(file: string, code: Buffer): void {
  const aside = `${file}.${randomBytes(4).toString('hex')}.tmp`
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    writeFileSync(aside, Buffer.concat([sumOf(code), code]), { mode: 0o600 })
    renameSync(aside, file)
  } catch (error) {
    if (!isSystemError(error)) throw error
    if (existsSync(aside)) rmSync(aside, { force: true })
  }
}

function sumOf(code: Uint8Array): Buffer {
  return createHash('sha256').update(code).digest()
}
