// Times whole builds of generated decks, ours and other tools' in turn, and prints medians, ranges and ratios as Markdown tables.
//
//   npm run bench                          all of it; half an hour on a small machine
//   npm run bench -- --only=50,100x30      some sizes: 1, 50, 500, 2000, 100x30, 1000x30
//   npm run bench -- --rounds=3            how often each is run; large sizes less often without it
//   npm run bench -- --peers=marp,cleaver  which tools to compare with; `--peers=` none
//   npm run bench -- --profile             instead of all that, where the time of ours goes
//   npm run bench -- --dev                 instead of all that, live servers: start to first slide, save to screen;
//                                          takes --only=50,500, --rounds, --edits and --peers=slidev,marp,reveal-md

import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import { changeSlide, shapeOf, sizes, writeDecks } from './bench-decks.mjs'
import { benchDev } from './bench-dev.mjs'
import { installPeers, installServers } from './bench-peers.mjs'
import { profile, profiledProgram } from './bench-profile.mjs'
import { range, ratio, table } from './bench-statistics.mjs'
import { ensureReady } from './setup.mjs'
import { root } from './workshop.mjs'

const room = join(root, '.cache', 'bench')
const said = name => process.argv.find(word => word.startsWith(`--${name}=`))?.split('=')[1]
const list = text => text.split(',').filter(word => word !== '')

const chosen = said('only') === undefined ? sizes : list(said('only'))
const unknown = chosen.filter(size => !sizes.includes(size))
if (unknown.length > 0) throw new Error(`There is no size ${unknown.join(', ')}: ${sizes.join(', ')}`)
const usual = { 1: 9, 50: 9, 500: 5, 2000: 3, '100x30': 5, '1000x30': 1 }

/** Milliseconds of wall time of one whole process; one that fails ends the benchmark. */
function time(words, cwd, env = process.env) {
  const began = process.hrtime.bigint()
  const run = spawnSync(process.execPath, words, { cwd, env, encoding: 'utf8', maxBuffer: 2 ** 28 })
  const took = Number(process.hrtime.bigint() - began) / 1e6
  if (run.status !== 0) throw new Error(`${words.join(' ')} failed:\n${run.stdout}${run.stderr}`)
  return took
}

/** Peak memory of the largest process of a run, MB; a run of its own, since looking costs time. */
function memory(words, cwd) {
  const hook = join(room, 'memory.cjs')
  const log = join(room, 'memory.log')
  const append = "require('fs').appendFileSync(process.env.BENCH_LOG, process.resourceUsage().maxRSS + '\\n')"
  writeFileSync(hook, `process.on('exit', () => ${append})\n`)
  rmSync(log, { force: true })
  time(words, cwd, { ...process.env, NODE_OPTIONS: `--require ${JSON.stringify(hook)}`, BENCH_LOG: log })
  const lines = existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n').map(Number) : [0]
  return Math.round(Math.max(...lines) / 1024)
}

const ours = join(root, 'lib', 'cli.cjs')
const wordsOf = size => [
  ours,
  'build',
  shapeOf(size).decks > 1 ? 'decks' : 'decks/talk-0000.md',
  '--quiet',
  '--out',
  'site',
]

/** One size: all runs in turn, round by round, so that a busy minute meets all alike. */
function measure(size, rounds, peers) {
  const shape = shapeOf(size)
  const folder = writeDecks(room, size, 'deckhand')
  const forget = () => {
    for (const name of ['.deckhand', 'site']) rmSync(join(folder, name), { recursive: true, force: true })
  }
  const others = peers.flatMap(peer => {
    const words = shape.decks * shape.slides <= peer.most ? peer.words(shape) : undefined
    if (words === undefined) return []
    return [{ ...peer, words: [peer.script, ...words], folder: writeDecks(room, size, peer.reader) }]
  })
  const runs = { node: [], cold: [], same: [], changed: [] }
  const theirs = new Map(others.map(peer => [peer.reader, []]))
  const mine = wordsOf(size)
  // One round of each before those that count, to warm the disk; not of what takes minutes.
  for (let round = shape.decks > 100 ? 0 : -1; round < rounds; round++) {
    const keep = (values, value) => (round < 0 ? undefined : values.push(value))
    keep(runs.node, time(['-e', '0'], folder))
    forget()
    keep(runs.cold, time(mine, folder))
    keep(runs.same, time(mine, folder))
    changeSlide(folder, size, round + 1)
    keep(runs.changed, time(mine, folder))
    for (const peer of others) keep(theirs.get(peer.reader), time(peer.words, peer.folder))
  }
  forget()
  const peaks = { cold: memory(mine, folder), same: memory(mine, folder) }
  const theirPeaks = new Map(others.map(peer => [peer.reader, memory(peer.words, peer.folder)]))
  return { size, rounds, runs, theirs, peaks, theirPeaks }
}

function tables(measured, peers) {
  const named = ({ size }) => size.replace('x', ' × ')
  return [
    ...table(
      [
        'slides',
        'runs',
        'cold, ms',
        'unchanged, ms',
        'one slide changed, ms',
        'Node alone, ms',
        'unchanged ÷ cold',
        'changed ÷ cold',
      ],
      measured.map(one => [
        named(one),
        one.rounds,
        range(one.runs.cold, 0),
        range(one.runs.same, 0),
        range(one.runs.changed, 0),
        range(one.runs.node, 0),
        range(ratio(one.runs.same, one.runs.cold), 3),
        range(ratio(one.runs.changed, one.runs.cold), 3),
      ]),
    ),
    ...(peers.length === 0
      ? []
      : table(
          ['slides', ...peers.flatMap(({ name }) => [`${name}, ms`, `ours cold ÷ ${name}`])],
          measured.map(one => [
            named(one),
            ...peers.flatMap(({ reader }) => {
              const times = one.theirs.get(reader) ?? []
              return [range(times, 0), times.length === 0 ? '–' : range(ratio(one.runs.cold, times), 2)]
            }),
          ]),
        )),
    ...table(
      ['slides', 'ours cold, MB', 'ours unchanged, MB', ...peers.map(({ name }) => `${name}, MB`)],
      measured.map(one => [
        named(one),
        one.peaks.cold,
        one.peaks.same,
        ...peers.map(({ reader }) => one.theirPeaks.get(reader) ?? '–'),
      ]),
    ),
  ].join('\n')
}

await ensureReady()
mkdirSync(room, { recursive: true })
const wanted = said('peers') === undefined ? undefined : list(said('peers'))
const machine = `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB`

if (process.argv.includes('--profile')) {
  const program = profiledProgram(room)
  for (const size of said('only') === undefined ? ['50', '500', '100x30'] : chosen) {
    const folder = writeDecks(room, size, 'deckhand')
    const words = wordsOf(size).slice(1)
    rmSync(join(folder, '.deckhand'), { recursive: true, force: true })
    console.log(
      `\n${size.replace('x', ' × ')} slides, cold. ${machine}\n\n${profile(program, words, folder)}`,
    )
    changeSlide(folder, size, 1)
    console.log(`\nOne slide changed:\n\n${profile(program, words, folder)}`)
    console.log(`\nUnchanged:\n\n${profile(program, words, folder)}`)
  }
} else if (process.argv.includes('--dev')) {
  const chosenOrUsual = said('only') === undefined ? ['50', '500'] : chosen
  const peers = installServers(room, wanted, words => console.error(words))
  const rounds = Number(said('rounds') ?? 5)
  const edits = Number(said('edits') ?? 50)
  console.log(await benchDev({ room, ours, peers, sizes: chosenOrUsual, rounds, edits, machine }))
} else {
  const peers = installPeers(room, wanted, words => console.error(words))
  const measured = chosen.map(size => {
    console.error(`${size} …`)
    return measure(size, Number(said('rounds') ?? usual[size]), peers)
  })
  const versions = peers.map(({ name, version }) => `${name} ${version}`).join(', ')
  console.log(
    'Whole processes, in turn; median (least–most). A code block on every third slide. Cold is without cache and site;',
  )
  console.log('memory is the peak of the largest process.')
  console.log(`${machine}${versions === '' ? '' : `; ${versions}`}\n`)
  console.log(tables(measured, peers))
}
