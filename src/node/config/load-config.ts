// Loads the configuration of a project: finds it, reads or runs it, and has it checked.

import { dirname, join, relative, resolve } from 'node:path'
import {
  type Diagnostic,
  diagnostic,
  noSettings,
  type ReadConfig,
  readConfig,
  readJsonConfig,
  type Settings,
} from '../../core/index.ts'
import { configFolder } from '../cache-files.ts'
import { cacheFolder } from '../cache-folder.ts'
import { decode } from '../decode.ts'
import type { Disk, Trace } from '../disk.ts'
import { watchDisk } from '../disk.ts'
import { namedFile, shown } from '../files.ts'
import { themes } from '../package-home.ts'
import { reasonOf } from '../system-error.ts'
import { ConfigError } from './config-error.ts'
import { checkEnding, configFolders, configPlaces, findConfig } from './find-config.ts'
import { type CodeFault, runConfig } from './run-config.ts'

/** A project's configuration, once it was found good; or that there is none. */
export interface Configuration {
  readonly settings: Settings
  /** As problems name it; absent where there is none. */
  readonly file?: string
  /** The files it is made of, and where one may appear: a change there may change it. */
  readonly inputs: readonly string[]
  /** What the disk was asked for it; undefined where it is code, which may depend on anything. */
  readonly trace: Trace
}

/** How a configuration is looked for. */
export interface ConfigAsk {
  /** The folder the author stands in. */
  readonly here: string
  /** The file that the call names; `false` wants none. */
  readonly named?: string | false
  /** Whether code may be kept in a form that is loaded sooner. */
  readonly cache: boolean
  /** Hears what a configuration that is code prints. */
  readonly said: (text: string) => void
}

/**
 * Loads the configuration.
 *
 * @throws {CallError} where there are two, and for a named one that is not there
 * @throws {ConfigError} for one that cannot be used
 */
export async function loadConfig(ask: ConfigAsk): Promise<Configuration> {
  const { here, named } = ask
  const disk = watchDisk()
  if (named === false) return { settings: noSettings, inputs: [], trace: [] }
  const path = named === undefined ? findConfig(here, disk) : resolve(here, named)
  const places = named === undefined ? configPlaces(configFolders(here, disk)) : []
  if (path === undefined) return { settings: noSettings, inputs: places, trace: disk.trace() }
  if (named !== undefined) {
    namedFile(named, here)
    checkEnding(path, here)
  }
  const file = shown(path, here)
  const unread = unreadable(path, file, disk)
  if (unread) throw new ConfigError([unread], [path, ...places])
  const isCode = !path.endsWith('.json')
  const { settings, diagnostics, files } = isCode
    ? await runCode(path, ask, disk)
    : { ...readJsonFile(path, file, disk), files: [] }
  const inputs = [...new Set([path, ...files, ...places])]
  if (diagnostics.length > 0) throw new ConfigError(diagnostics, inputs)
  return {
    settings: settled(settings, path, here),
    file,
    inputs,
    trace: isCode ? undefined : disk.trace(),
  }
}

/** That the file may not be opened, or the disk fails. */
function unreadable(path: string, file: string, disk: Disk): Diagnostic | undefined {
  try {
    disk.read(path)
    return undefined
  } catch (error) {
    return diagnostic(file, 'config-syntax', `The configuration cannot be read: ${reasonOf(error)}`)
  }
}

function readJsonFile(path: string, file: string, disk: Disk): ReadConfig {
  const decoded = decode(disk.read(path))
  if (!('text' in decoded)) {
    const problem = diagnostic(file, 'encoding', `\`${file}\` is not UTF-8`)
    return { settings: noSettings, diagnostics: [problem] }
  }
  return readJsonConfig(file, decoded.text.replace(/\r\n?/g, '\n'), themes(disk))
}

async function runCode(
  path: string,
  { here, cache, said }: ConfigAsk,
  disk: Disk,
): Promise<ReadConfig & { readonly files: readonly string[] }> {
  const kept = cache ? { kept: join(cacheFolder(here), configFolder) } : {}
  const { value, fault, files } = await runConfig({ path, ...kept }, said)
  if (value) return { ...readConfig(shown(path, here), value, themes(disk)), files }
  const problem = faultOf(fault ?? { message: 'The configuration comes to nothing' }, path, here)
  return { settings: noSettings, diagnostics: [problem], files }
}

function faultOf(
  { message, note, line, column = 1, path: at }: CodeFault,
  path: string,
  here: string,
): Diagnostic {
  const point = line === undefined ? undefined : { line, column, offset: 0 }
  return diagnostic(shown(at ?? path, here), 'config-syntax', message, {
    note,
    ...(point ? { position: { start: point, end: point } } : {}),
  })
}

/** Paths in a configuration are relative to its file; from here on, to the folder the author stands in. */
function settled({ decks, out, ...rest }: Settings, path: string, here: string): Settings {
  const near = (written: string): string => relative(here, resolve(dirname(path), written)) || '.'
  return {
    ...rest,
    ...(decks === undefined ? {} : { decks: decks.map(near) }),
    ...(out === undefined ? {} : { out: near(out) }),
  }
}
