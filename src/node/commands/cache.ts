// deckhand cache: what earlier calls left to be used again, shown or cleared.

import { type CacheFile, cacheFiles, clearCache, type Kind, kinds } from '../cache-files.ts'
import { cacheFolder } from '../cache-folder.ts'
import type { Call } from '../call.ts'
import { shown } from '../files.ts'
import { counted } from '../report.ts'

/** What `cache` is asked. */
export interface CacheAsk {
  readonly clear: boolean
  readonly json: boolean
}

const names: Readonly<Record<Kind, string>> = {
  slices: 'slides, code and pictures',
  pages: 'pages',
  sites: 'sites and calls',
  configs: 'configurations',
  unfinished: 'left unfinished',
}

/** @returns the exit status */
export async function cache(call: Call, ask: CacheAsk): Promise<number> {
  const folder = cacheFolder(call.here)
  const files = ask.clear ? clearCache(folder) : cacheFiles(folder)
  const place = shown(folder, call.here)
  const { terminal } = call
  if (ask.json) {
    const report = { version: 1, folder: place, ...sums(files), kinds: byKind(files), cleared: ask.clear }
    terminal.out(`${JSON.stringify(report, null, 2)}\n`)
    return 0
  }
  const all = sums(files)
  const total = `${counted(all.files, 'file') || 'nothing'}${all.files === 0 ? '' : `, ${size(all.bytes)}`}`
  terminal.out(ask.clear ? `Removed ${total} from ${place}\n` : `${place}: ${total}\n`)
  if (!ask.clear) {
    for (const { kind, files: count, bytes } of byKind(files)) {
      if (count > 0) terminal.out(`  ${names[kind]}: ${counted(count, 'file')}, ${size(bytes)}\n`)
    }
  }
  return 0
}

function byKind(files: readonly CacheFile[]): { kind: Kind; files: number; bytes: number }[] {
  return (Object.keys(kinds) as Kind[]).map(kind => ({
    kind,
    ...sums(files.filter(file => file.kind === kind)),
  }))
}

function sums(files: readonly CacheFile[]): { files: number; bytes: number } {
  return { files: files.length, bytes: files.reduce((sum, file) => sum + file.bytes, 0) }
}

/** In the largest unit of which there is one. */
function size(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`
  return bytes < 1e6 ? `${(bytes / 1e3).toFixed(0)} kB` : `${(bytes / 1e6).toFixed(1)} MB`
}
