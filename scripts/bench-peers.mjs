// The tools that the benchmark measures ours against: installed in its own folder, and how each builds a size.

import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Pinned, so that numbers can be compared. `reader` is whose spelling of decks it wants. */
const packages = {
  marp: { name: 'Marp', reader: 'marp', package: '@marp-team/marp-cli', version: '4.5.1' },
  cleaver: { name: 'Cleaver', reader: 'cleaver', package: 'cleaver', version: '0.8.7' },
  slidev: {
    name: 'Slidev',
    reader: 'slidev',
    package: '@slidev/cli',
    version: '52.20.1',
    beside: ['@slidev/theme-default'],
  },
  revealMd: { name: 'reveal-md', reader: 'reveal-md', package: 'reveal-md', version: '6.1.4' },
}

/** Those that build. `most` is the largest size that is asked of a tool, in slides. */
const builders = [
  {
    ...packages.marp,
    most: Number.POSITIVE_INFINITY,
    words: ({ decks }) =>
      decks > 1
        ? ['--input-dir', 'decks', '--output', 'site', '--quiet']
        : ['decks/talk-0000.md', '--output', 'site.html', '--quiet'],
  },
  {
    ...packages.cleaver,
    most: 2000,
    words: ({ decks }) => (decks > 1 ? undefined : ['decks/talk-0000.md']),
  },
  {
    ...packages.slidev,
    most: 50,
    words: ({ decks }) => (decks > 1 ? undefined : ['build', 'decks/talk-0000.md', '--out', '../site']),
  },
]

/** Those that serve a deck live: how they are started, and where a slide of the deck is, counted from 1. */
const servers = [
  {
    ...packages.slidev,
    serve: port => ({ words: ['decks/talk-0000.md', '--port', String(port), '--open', 'false'] }),
    address: slide => `${slide}`,
  },
  {
    ...packages.marp,
    serve: port => ({ words: ['--server', '--watch', 'decks'], env: { PORT: String(port) } }),
    address: slide => `talk-0000.md#${slide}`,
  },
  {
    ...packages.revealMd,
    serve: port => ({
      words: ['decks/talk-0000.md', '--watch', '--disable-auto-open', '--port', String(port)],
    }),
    address: slide => `talk-0000.md#/${slide - 1}`,
  },
]

/**
 * Installs the tools that can be installed here.
 *
 * @param {string} room the benchmark's folder
 * @param {string[] | undefined} names of those that are wanted; all without it
 * @param {(words: string) => void} say hears why one is left out
 */
export const installPeers = (room, names, say) => installed(builders, room, names, say)

/** The same for those that serve. */
export const installServers = (room, names, say) => installed(servers, room, names, say)

function installed(peers, room, names, say) {
  return peers.flatMap(peer => {
    if (names && !names.includes(peer.reader)) return []
    const home = join(room, 'peers', peer.reader)
    const fault = install(home, [`${peer.package}@${peer.version}`, ...(peer.beside ?? [])], peer)
    if (fault !== undefined) {
      say(`${peer.name} ${peer.version} is left out: ${fault}`)
      return []
    }
    return [{ ...peer, script: binOf(home, peer.package) }]
  })
}

/** @returns why it could not be installed */
function install(home, specs, { package: name, version }) {
  const manifest = join(home, 'node_modules', name, 'package.json')
  if (existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).version === version) return undefined
  mkdirSync(home, { recursive: true })
  writeFileSync(join(home, 'package.json'), '{ "private": true }\n')
  const windows = process.platform === 'win32'
  const words = ['install', '--no-audit', '--no-fund', '--save-exact', ...specs]
  const run = spawnSync(windows ? 'npm.cmd' : 'npm', words, { cwd: home, encoding: 'utf8', shell: windows })
  if (run.status === 0) return undefined
  const lines = run.stderr.split('\n').filter(line => /^npm (?:error|ERR!) (?!code)/.test(line))
  return (lines[0] ?? run.stderr.slice(0, 200)).replace(/^npm (?:error|ERR!) /, '')
}

function binOf(home, name) {
  const { bin } = JSON.parse(readFileSync(join(home, 'node_modules', name, 'package.json'), 'utf8'))
  return join(home, 'node_modules', name, typeof bin === 'string' ? bin : Object.values(bin)[0])
}
