// Makes a clone ready to use: packages as the lockfile has them, the package built, a browser where tests want one.

import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, lstatSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensurePackage } from './build-package.mjs'
import { inTurn, root, tool } from './workshop.mjs'

const modules = join(root, 'node_modules')
const stamp = join(modules, '.deckhand-stamp')

/**
 * Does what is still to be done; a second run finds nothing and takes a fraction of a second.
 *
 * @param {{ browser?: string }} ask a browser that tests will drive: chromium, firefox or webkit; tests also want types
 */
export async function ensureReady({ browser } = {}) {
  checkNode()
  await inTurn('setup', ensurePackages)
  if (await ensurePackage({ types: browser !== undefined })) say('Built the package into lib/.')
  if (browser) await inTurn('browser', () => ensureBrowser(browser))
}

/** @param {string} text */
export function say(text) {
  console.log(`\u203a ${text}`)
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if ((major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22) return
  throw new Error(`Deckhand needs Node 20.19, 22.12 or newer; this is ${process.versions.node}.`)
}

function ensurePackages() {
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8')
  const wanted = createHash('sha256').update(lock).digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  if (!asLocked(JSON.parse(lock))) {
    if (lstatSync(modules, { throwIfNoEntry: false })?.isSymbolicLink()) {
      say('node_modules is a link and differs from the lockfile; it is left as it is.')
      return
    }
    say('Installing packages (npm ci) …')
    npm(['ci', '--include=dev', '--prefer-offline', '--no-audit', '--no-fund'])
  }
  writeFileSync(stamp, wanted)
}

/** Whether npm's own record of what it installed says the same as the lockfile; optional packages may be absent. */
function asLocked(lock) {
  const record = join(modules, '.package-lock.json')
  if (!existsSync(record)) return false
  const have = JSON.parse(readFileSync(record, 'utf8')).packages
  return Object.entries(lock.packages).every(
    ([path, { version, optional }]) =>
      path === '' || have[path]?.version === version || (optional && !have[path]),
  )
}

/** Runs npm with the npm that runs us, if one does: on Windows that needs no shell. */
function npm(args) {
  const own = process.env.npm_execpath
  const windows = process.platform === 'win32'
  const done = own?.endsWith('.js')
    ? spawnSync(process.execPath, [own, ...args], { cwd: root, stdio: 'inherit' })
    : spawnSync(windows ? 'npm.cmd' : 'npm', args, { cwd: root, stdio: 'inherit', shell: windows })
  if (done.status !== 0) throw new Error(`npm ${args.join(' ')} failed`)
}

/** Debian has a Chromium of its own; everything else gets the browser that Playwright was made for. */
async function ensureBrowser(name) {
  if (name === 'chromium' && isDebian()) {
    if (existsSync('/usr/bin/chromium')) return
    say('Installing chromium from Debian …')
    asRoot(['apt-get', 'update', '--quiet'])
    asRoot(['apt-get', 'install', '--yes', '--quiet', '--no-install-recommends', 'chromium'])
    return
  }
  const { version } = JSON.parse(readFileSync(join(modules, '@playwright', 'test', 'package.json'), 'utf8'))
  const kept = join(root, '.cache', `browser-${name}-${version}`)
  if (existsSync(kept) && existsSync(readFileSync(kept, 'utf8'))) return
  say(`Installing ${name} for Playwright …`)
  if (!playwright(['install', '--with-deps', name]) && !playwright(['install', name])) {
    throw new Error(`Playwright could not install ${name}`)
  }
  const { default: browsers } = await import(pathToFileURL(join(modules, 'playwright', 'index.js')).href)
  mkdirSync(join(root, '.cache'), { recursive: true })
  writeFileSync(kept, browsers[name].executablePath())
}

function isDebian() {
  return existsSync('/etc/os-release') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'))
}

function asRoot(words) {
  const [command, ...args] = process.getuid?.() === 0 ? words : ['sudo', ...words]
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  if (spawnSync(command, args, { stdio: 'inherit', env }).status !== 0)
    throw new Error(`${words.join(' ')} failed`)
}

function playwright(args) {
  const { command, words } = tool('playwright', args)
  return spawnSync(command, words, { cwd: root, stdio: 'inherit' }).status === 0
}
