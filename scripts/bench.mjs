// Times whole cold builds of generated decks, Deckhand and its peer in turn, and prints ratios as a Markdown table.

import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureReady } from './setup.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const room = join(root, '.cache', 'bench')
const peer = { name: '@marp-team/marp-cli', version: '4.5.1' }

/** Runs counted of each side, after one of each to warm the disk. */
const rounds = Number(process.argv.find(word => word.startsWith('--rounds='))?.split('=')[1] ?? 9)

/** The code blocks that take turns: what a talk about containers shows. */
const blocks = [
  '```dockerfile\nFROM node:24-slim AS build\nWORKDIR /app\nCOPY package*.json ./\nRUN --mount=type=cache,target=/root/.npm npm ci\nCOPY . .\nRUN npm run build\nCMD ["node", "server.js"]\n```\n',
  '```bash\ndocker build --tag web:1.8.2 .\ndocker run --rm --publish 8080:80 web:1.8.2 | tee run.log\n```\n',
  '```json\n{ "builder": { "gc": { "enabled": true, "defaultKeepStorage": "20GB" } } }\n```\n',
]

/**
 * A deck that both tools read alike but for the separator.
 *
 * @param {number} slides how many slides; each third has a code block
 * @param {string} separator the line between two slides
 */
function generate(slides, separator) {
  const parts = Array.from({ length: slides }, (_, index) => {
    const number = index + 1
    const code = number % 3 === 0 ? `\n${blocks[(number / 3) % blocks.length]}` : ''
    return `## Slide ${number}: one thought\n\n- A first point with **weight**, number ${number}\n- A second with \`code\` and [a link](https://example.org/${number})\n- A third that is a little longer than the others are\n${code}`
  })
  return parts.join(`\n${separator}\n\n`)
}

/** Milliseconds of wall time of one run; a run that fails ends the benchmark. */
function time(args, cwd) {
  const began = process.hrtime.bigint()
  const run = spawnSync(process.execPath, args, { cwd, encoding: 'utf8' })
  const took = Number(process.hrtime.bigint() - began) / 1e6
  if (run.status !== 0) throw new Error(`${args.join(' ')} failed:\n${run.stdout}${run.stderr}`)
  return took
}

const median = values => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]
const range = (values, digits) =>
  `${median(values).toFixed(digits)} (${Math.min(...values).toFixed(digits)}–${Math.max(...values).toFixed(digits)})`

/** Installs the peer in the benchmark's own folder; the package itself never depends on it. */
function installPeer() {
  const home = join(room, 'peer')
  if (existsSync(join(home, 'node_modules', peer.name, 'package.json'))) return home
  mkdirSync(home, { recursive: true })
  writeFileSync(join(home, 'package.json'), '{ "private": true }\n')
  const windows = process.platform === 'win32'
  const run = spawnSync(
    windows ? 'npm.cmd' : 'npm',
    ['install', '--no-audit', '--no-fund', `${peer.name}@${peer.version}`],
    { cwd: home, encoding: 'utf8', shell: windows },
  )
  if (run.status !== 0) throw new Error(`The peer could not be installed:\n${run.stderr}`)
  return home
}

/** One row of the table: a deck of so many slides, both tools in turn. */
function compare(slides, ours, theirs) {
  const folder = join(room, `deck-${slides}`)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'talk.md'), generate(slides, '--'))
  writeFileSync(join(folder, 'marp.md'), `---\nmarp: true\n---\n\n${generate(slides, '---')}`)
  const times = { ours: [], theirs: [], ratio: [] }
  for (let round = -1; round < rounds; round++) {
    const mine = time([ours, 'build', 'talk.md', '--no-cache', '--quiet', '--out', 'site'], folder)
    const other = time([theirs, 'marp.md', '--output', 'marp.html', '--quiet'], folder)
    if (round < 0) continue
    times.ours.push(mine)
    times.theirs.push(other)
    times.ratio.push(mine / other)
  }
  return `| ${slides} | ${range(times.ours, 0)} | ${range(times.theirs, 0)} | ${range(times.ratio, 2)} |`
}

await ensureReady()
const ours = join(root, 'lib', 'cli.js')
const theirs = join(installPeer(), 'node_modules', peer.name, 'marp-cli.js')
const rows = [1, 50, 500].map(slides => compare(slides, ours, theirs))

console.log(
  `Cold builds of one deck, a code block on every third slide; ${rounds} runs of each in turn, whole processes, median (least–most).`,
)
console.log(
  `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB\n`,
)
console.log(`| slides | Deckhand, ms | ${peer.name} ${peer.version}, ms | ratio |`)
console.log('|---:|---:|---:|---:|')
console.log(rows.join('\n'))
