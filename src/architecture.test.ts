// The walls of the house, kept by a machine: which room may import which, what the core must not touch, how files look.

import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const src = dirname(fileURLToPath(import.meta.url))

interface SourceFile {
  readonly path: string
  readonly room: string
  readonly text: string
  readonly imports: readonly { readonly from: string; readonly typeOnly: boolean }[]
}

const files: readonly SourceFile[] = readdirSync(src, { recursive: true, withFileTypes: true })
  .filter(
    entry => entry.isFile() && /\.ts$/.test(entry.name) && !/\.test(-aid)?\.ts$|\.d\.ts$/.test(entry.name),
  )
  .map(entry => {
    const at = join(entry.parentPath, entry.name)
    const path = relative(src, at).replaceAll('\\', '/')
    const text = readFileSync(at, 'utf8')
    return { path, room: roomOf(path), text, imports: importsOf(text, path) }
  })

function importsOf(text: string, path: string): { from: string; typeOnly: boolean }[] {
  const all: { from: string; typeOnly: boolean }[] = []
  const statement =
    /^(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'|\bimport\(\s*'([^']+)'\s*\)/gm
  for (const [, type, fixed, lazy] of text.matchAll(statement)) {
    const name = fixed ?? lazy ?? ''
    const from = name.startsWith('.') ? join(dirname(path), name).replaceAll('\\', '/') : name
    all.push({ from, typeOnly: type !== undefined })
  }
  return all
}

function roomOf(path: string): string {
  if (path === 'cli.ts') return 'cli'
  const [first = '', second = ''] = path.split('/')
  if (first !== 'core') return first
  return path.split('/').length === 2 ? 'core' : second
}

/** Down only: a room and those it may use besides itself. */
const below: Readonly<Record<string, readonly string[]>> = {
  cli: ['node'],
  node: ['core'],
  core: ['site', 'render', 'dialects', 'transforms', 'check', 'config', 'syntax', 'code', 'deck'],
  config: ['dialects', 'syntax', 'deck'],
  site: ['render', 'code', 'deck'],
  render: ['code', 'deck'],
  dialects: ['syntax', 'deck'],
  syntax: ['deck'],
  transforms: ['code', 'deck'],
  check: ['transforms', 'code', 'deck'],
  code: ['deck'],
  deck: [],
  client: [],
}

const inCore = (file: SourceFile): boolean => file.path.startsWith('core/')

describe('the house', () => {
  it('has all its files', () => {
    expect(files.length).toBeGreaterThan(20)
  })

  it('has arrows that point down only', () => {
    const up = files.flatMap(file =>
      file.imports
        .filter(({ from }) => from.endsWith('.ts'))
        .filter(({ from, typeOnly }) => !allowed(file, from, typeOnly))
        .map(({ from }) => `${file.path} → ${from}`),
    )
    expect(up).toEqual([])
  })

  it('has no circle, not even of types', () => {
    expect(circles()).toEqual([])
  })

  it('has a core that knows no Node, no browser and no tool', () => {
    // Their globals are kept out by its tsconfig: no types of Node, no DOM.
    const foreign = /^(node:|vite|playwright|commander|image-size|picocolors|reveal\.js|shiki)/
    const strangers = files
      .filter(inCore)
      .flatMap(file =>
        file.imports.filter(({ from }) => foreign.test(from)).map(({ from }) => `${file.path} → ${from}`),
      )
    expect(strangers).toEqual([])
  })

  it('has files that open with a sentence on what they are for, under 300 lines', () => {
    const odd = files.flatMap(({ path, text }) => [
      ...(/^(#!.*\n)?\/\/ \S.*/.test(text) ? [] : [`${path} does not say what it is for`]),
      ...(text.split('\n').length > 301 ? [`${path} has ${text.split('\n').length - 1} lines`] : []),
    ])
    expect(odd).toEqual([])
  })

  it('has no default exports, no console and no room for odds and ends', () => {
    const odd = files.flatMap(({ path, text }) => [
      ...(/^export default/m.test(text) ? [`${path} exports a default`] : []),
      ...(/(^|\/)(utils?|helpers?|common|misc)(\.ts$|\/)/.test(path)
        ? [`${path} says nothing by its name`]
        : []),
    ])
    expect(odd).toEqual([])
  })
})

function allowed(file: SourceFile, from: string, typeOnly: boolean): boolean {
  const room = roomOf(from)
  if (room === file.room) return true
  if (file.room === 'client') return typeOnly && from.startsWith('core/')
  // From outside, the core has one face; only the thread's colours reach what code text is.
  if (file.room === 'node')
    return (
      from === 'core/index.ts' ||
      (/^core\/code\//.test(from) && /(highlight|kinds-theme|grammar-thread)\.ts$/.test(file.path))
    )
  return below[file.room]?.includes(room) ?? false
}

/** Circles of imports that run; types may point back. */
function circles(): string[] {
  const graph = new Map(files.map(file => [file.path, file.imports.map(one => one.from)]))
  const found: string[] = []
  const done = new Set<string>()
  function walk(path: string, trail: readonly string[]): void {
    if (trail.includes(path)) found.push([...trail.slice(trail.indexOf(path)), path].join(' → '))
    if (done.has(path) || trail.includes(path)) return
    for (const next of graph.get(path) ?? []) walk(next, [...trail, path])
    done.add(path)
  }
  for (const path of graph.keys()) walk(path, [])
  return found
}
