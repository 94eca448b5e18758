// Builds the package into lib/: program and library, the script of the talk, themes, templates, patterns, types, licences.

import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { licences } from './licences.mjs'
import { inTurn, root, sourceStamp, tool } from './workshop.mjs'

/** The bundles that `vite.package.config.ts` knows. */
export const modes = [
  'start',
  'program',
  'library',
  'decks',
  'whole',
  'colours',
  'linters',
  'grammars',
  'configs',
  'boot',
]
const lib = join(root, 'lib')
const next = join(root, '.cache', 'lib-next')
const kept = join(root, '.cache', 'package-stamp')

/**
 * Builds the package. The new parts are made aside and put in place one by one at the end, so that what uses the
 * old ones meets whole files only.
 *
 * @param {{ types?: boolean }} ask whether the types are made too; only who installs the package needs them
 */
export async function buildPackage({ types = true } = {}) {
  rmSync(next, { recursive: true, force: true })
  mkdirSync(next, { recursive: true })
  for (const mode of modes) vite('vite.package.config.ts', next, mode)
  if (existsSync(join(root, 'vite.client.config.ts'))) vite('vite.client.config.ts', join(next, 'client'))
  for (const name of ['themes', 'templates']) cpSync(join(root, name), join(next, name), { recursive: true })
  // Only now: on a fresh clone nothing is installed when this file is loaded.
  const { writePatterns } = await import('./patterns.mjs')
  await writePatterns(join(next, 'patterns'))
  await writeSchemas(join(next, 'schema'))
  if (types) makeTypes(join(next, 'types'))
  // For whoever calls the program as a module; a script starts sooner.
  writeFileSync(join(next, 'cli.js'), "#!/usr/bin/env node\nimport './cli.cjs'\n")
  writeFileSync(join(next, 'THIRD-PARTY-LICENSES.txt'), licences(next))
  mkdirSync(lib, { recursive: true })
  for (const name of readdirSync(lib)) {
    if (!existsSync(join(next, name))) rmSync(join(lib, name), { recursive: true, force: true })
  }
  for (const name of readdirSync(next)) replace(join(next, name), join(lib, name))
}

/** What editors are told of front matter and configuration, by the tables that check them. */
async function writeSchemas(to) {
  const { configSchema, frontMatterSchema } = await import(pathToFileURL(join(next, 'index.js')).href)
  mkdirSync(to)
  const write = (name, schema) => writeFileSync(join(to, name), `${JSON.stringify(schema, null, 2)}\n`)
  write('front-matter.json', frontMatterSchema())
  write('config.json', configSchema())
}

function replace(from, to) {
  rmSync(to, { recursive: true, force: true })
  renameSync(from, to)
}

function vite(config, out, mode = 'production') {
  run('vite', ['build', '--config', config, '--mode', mode, '--outDir', out, '--logLevel', 'warn'])
}

/** The types of the library, with the endings that every way of resolving imports understands. */
function makeTypes(to) {
  const apart = ['--composite', 'false', '--incremental', 'false', '--noEmit', 'false']
  run('tsc', ['-p', 'src/core', ...apart, '--outDir', to])
  for (const entry of readdirSync(to, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    writeFileSync(path, readFileSync(path, 'utf8').replace(/(['"]\.{1,2}\/[^'"]+)\.ts(['"])/g, '$1.js$2'))
  }
}

function run(name, args) {
  const { command, words } = tool(name, args)
  const done = spawnSync(command, words, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] })
  if (done.status !== 0) throw new Error(`${name} ${args.join(' ')} failed`)
}

/**
 * Builds the package if a source has changed since it was built.
 *
 * @returns whether it was built
 */
export async function ensurePackage({ types = false } = {}) {
  return inTurn('package', async () => {
    const stamp = sourceStamp()
    const wanted = [stamp, ...(types ? ['types'] : [])].join(' ')
    const have = existsSync(kept) && existsSync(join(lib, 'cli.cjs')) ? readFileSync(kept, 'utf8') : ''
    if (have.startsWith(wanted)) return false
    rmSync(kept, { force: true })
    await buildPackage({ types })
    writeFileSync(kept, wanted)
    return true
  })
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await inTurn('package', async () => {
    await buildPackage()
    writeFileSync(kept, `${sourceStamp()} types`)
  })
}
