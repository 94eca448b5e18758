// What the scripts share: where things are, how tools are run, and how two runs at once keep out of each other's way.

import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

/** The repository. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..')

/**
 * How to run a tool that is installed here: by its own script and this Node, so that no shell and no `.cmd` is needed.
 *
 * @param {string} name of the command
 * @param {readonly string[]} args
 */
export function tool(name, args) {
  const owners = { tsc: 'typescript', biome: '@biomejs/biome', playwright: '@playwright/test' }
  const home = join(root, 'node_modules', owners[name] ?? name)
  const { bin } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'))
  const script = typeof bin === 'string' ? bin : bin[name]
  return { command: process.execPath, words: [join(home, script), ...args] }
}

/** A hash of everything the built package is made from. */
export function sourceStamp() {
  const sum = createHash('sha256').update(process.version)
  for (const name of [
    'package.json',
    'package-lock.json',
    'vite.package.config.ts',
    'vite.client.config.ts',
    'src',
    'templates',
    'themes',
    'scripts',
  ]) {
    const path = join(root, name)
    if (existsSync(path)) add(sum, path)
  }
  return sum.digest('hex')
}

function add(sum, path) {
  if (statSync(path).isDirectory()) {
    for (const name of readdirSync(path).sort()) add(sum, join(path, name))
  } else if (!/\.test\.ts$/.test(path)) {
    sum.update(relative(root, path).replaceAll('\\', '/')).update('\0').update(readFileSync(path))
  }
}

/**
 * Runs a piece of work while no other run of these scripts is at the same.
 *
 * @param {string} name of the work
 * @param {() => unknown} work
 */
export async function inTurn(name, work) {
  const lock = join(root, '.cache', `${name}.lock`)
  mkdirSync(dirname(lock), { recursive: true })
  while (!take(lock)) await pause(100)
  try {
    return await work()
  } finally {
    rmSync(lock, { force: true })
  }
}

/** The lock holds the number of its process; one whose process is gone is nobody's. */
function take(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    if (!held(lock)) rmSync(lock, { force: true })
    return false
  }
}

function held(lock) {
  try {
    const pid = Number(readFileSync(lock, 'utf8'))
    if (pid > 0) process.kill(pid, 0)
    return pid > 0 || Date.now() - statSync(lock).mtimeMs < 2000
  } catch (error) {
    return error.code === 'EPERM'
  }
}
