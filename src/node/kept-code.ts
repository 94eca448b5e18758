// Runs built scripts from what V8 made of them in an earlier run: compiling one anew takes longer than a short talk.

import { createHash, randomBytes } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import nodeModule, { createRequire } from 'node:module'
import { homedir, platform } from 'node:os'
import { basename, dirname, isAbsolute, join } from 'node:path'
import { Script } from 'node:vm'
import type { Boot } from './booted.ts'
import { isSystemError } from './system-error.ts'

/** Bytes of the sum before what is kept. */
const sumLength = 32

/**
 * Runs a script of the package, and those that it asks for, each once.
 *
 * Node 22 and later keep compiled code by themselves: there scripts are required as always.
 *
 * @returns what it exports
 */
export function runScript(path: string): unknown {
  return nodeKeepsCode() ? createRequire(path)(path) : createScripts()(path)
}

/** Has Node keep compiled code between runs, where it can: a start then costs a third less. Says whether it can. */
export function nodeKeepsCode(): boolean {
  const enable: unknown = Reflect.get(nodeModule, 'enableCompileCache')
  if (typeof enable !== 'function') return false
  enable.call(nodeModule)
  return true
}

function createScripts(): (path: string) => unknown {
  const ran = new Map<string, { readonly exports: unknown }>()
  /** Have the code kept of those that it is not kept of yet. */
  const fresh: (() => void)[] = []

  function run(path: string): unknown {
    let module = ran.get(path)
    if (!module) {
      module = { exports: {} }
      ran.set(path, module)
      start(path, module)
    }
    return module.exports
  }

  function start(path: string, module: { readonly exports: unknown }): void {
    const bytes = readFileSync(path)
    const home = cacheHome()
    const file = home && join(home, 'deckhand', `${basename(path)}-${nameOf(bytes, flagsTag())}.code`)
    const kept = file === undefined ? undefined : readCode(file)
    // Built as ASCII, which is what may be read so.
    const source = bytes.toString('latin1')
    const compiled = new Script(
      `(function (require, exports, module, __filename, __dirname, boot) {${source}\n})`,
      { filename: path, ...(kept ? { cachedData: kept } : {}) },
    )
    if (file !== undefined && (kept === undefined || compiled.cachedDataRejected === true))
      fresh.push(() => writeCode(file, compiled.createCachedData()))
    const boot: Boot = {
      keepCode: () => {
        for (const keep of fresh.splice(0)) keep()
      },
      load: name => import(name),
      run: name => run(join(dirname(path), name)),
    }
    compiled.runInThisContext()(createRequire(path), module.exports, module, path, dirname(path), boot)
  }

  return run
}

/** Stands for V8's version, its flags and the processor. The module is loaded here, for most calls do without. */
function flagsTag(): number {
  return process.getBuiltinModule('node:v8').cachedDataVersionTag()
}

/** What is of another tag is kept beside it. */
function nameOf(source: Uint8Array, tag: number): string {
  return createHash('sha256').update(`${tag} ${process.arch}\n`).update(source).digest('hex').slice(0, 16)
}

/**
 * As the system's users expect it: the XDG base directories, whose paths are absolute or none, and what stands for them
 * elsewhere. Undefined for a user without a home.
 */
function cacheHome(): string | undefined {
  const { XDG_CACHE_HOME = '', LOCALAPPDATA = '' } = process.env
  if (isAbsolute(XDG_CACHE_HOME)) return XDG_CACHE_HOME
  if (platform() === 'win32' && isAbsolute(LOCALAPPDATA)) return LOCALAPPDATA
  const home = homeOf()
  if (home === undefined) return undefined
  return platform() === 'darwin' ? join(home, 'Library', 'Caches') : join(home, '.cache')
}

function homeOf(): string | undefined {
  try {
    const home = homedir()
    return isAbsolute(home) ? home : undefined
  } catch (error) {
    if (isSystemError(error)) return undefined
    throw error
  }
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
    prune(dirname(file))
  } catch (error) {
    if (!isSystemError(error)) throw error
    if (existsSync(aside)) rmSync(aside, { force: true })
  }
}

/** Days after which code is taken for that of a version nobody runs any more; what is in use is made anew. */
const most = 30

function prune(folder: string): void {
  const oldest = Date.now() - most * 24 * 60 * 60 * 1000
  for (const name of readdirSync(folder)) {
    const file = join(folder, name)
    const isOurs = /\.code(?:\.[0-9a-f]{8}\.tmp)?$/.test(name)
    if (isOurs && statSync(file).mtimeMs < oldest) rmSync(file, { force: true })
  }
}

function sumOf(code: Uint8Array): Buffer {
  return createHash('sha256').update(code).digest()
}
