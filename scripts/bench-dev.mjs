// Times live servers, ours and other tools' in turn: from the start of the process to the first slide on screen, and from
// a save to what was saved on screen. One browser, one deck in each tool's own spelling, one way to look.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { chromium } from 'playwright'
import { pathOf, writeDecks } from './bench-decks.mjs'
import { reportSeen } from './bench-seen.mjs'
import { middle, percentile, range, ratio, table } from './bench-statistics.mjs'

/** Milliseconds after which a save counts as missed, and a start as failed. */
const patience = { edit: 5000, start: 60_000 }
/** Between what was seen and the next save: no tool is met while it is still at work. */
const rest = 250

const now = () => performance.timeOrigin + performance.now()

/** Ours as the others are described: how it is started, and where a slide is. */
const own = script => ({
  name: 'Deckhand',
  reader: 'deckhand',
  script,
  serve: port => ({
    words: ['dev', 'decks/talk-0000.md', '--port', String(port), '--strict-port', '--quiet'],
  }),
  address: slide => `talk-0000/#/slide-${slide}-of-0-one-thought`,
})

/**
 * @param {{ room: string, ours: string, peers: object[], sizes: string[], rounds: number, edits: number, machine: string }} ask
 * @returns {Promise<string>} tables
 */
export async function benchDev({ room, ours, peers, sizes, rounds, edits, machine }) {
  const system = ['/usr/bin/chromium', '/usr/bin/google-chrome'].find(existsSync)
  const browser = await chromium.launch({
    ...(system ? { executablePath: system } : {}),
    args: ['--no-sandbox', '--disable-gpu'],
  })
  const tools = [own(ours), ...peers]
  const load = () => loadavg()[0].toFixed(1)
  const before = load()
  const measured = []
  try {
    for (const size of sizes) {
      console.error(`${size} slides …`)
      const all = tools.map(tool => ({ tool, folder: prepare(room, size, tool), runs: [] }))
      const cold = []
      for (let round = 0; round < rounds; round++) {
        rmSync(join(all[0].folder, '.deckhand'), { recursive: true, force: true })
        cold.push((await sitting(browser, all[0], size, 0)).start)
        for (const one of all) {
          one.runs.push(await sitting(browser, one, size, edits))
          console.error(`  ${one.tool.name}: ${JSON.stringify(summary(one.runs.at(-1)))}`)
        }
      }
      measured.push({ size, cold, all })
    }
  } finally {
    await browser.close()
  }
  const versions = peers.map(({ name, version }) => `${name} ${version}`).join(', ')
  return [
    `${rounds} rounds in turn; median (least–most). Chromium ${browser.version()}, ${machine}${versions && `; ${versions}`}.`,
    `Load of the machine ${before} before and ${load()} after.`,
    '',
    ...startTable(measured, peers),
    ...editTable(measured, edits),
  ].join('\n')
}

const summary = ({ start, times, missed }) => ({
  start: Math.round(start),
  edit: Math.round(middle(times)),
  first: Math.round(times[0]),
  missed,
})

/** The deck with a mark on its first slide and on the one in the middle that will be edited. */
function prepare(room, size, { reader }) {
  const folder = writeDecks(room, size, reader)
  const path = pathOf(folder, 0)
  const mark = (text, slide, word) =>
    text.replace(new RegExp(`weight\\*\\*, number ${slide}$`, 'm'), `${word}**, number ${slide}`)
  const text = mark(readFileSync(path, 'utf8'), 1, 'markstart')
  writeFileSync(path, mark(text, halfOf(size), 'markedit0x'))
  return folder
}

const halfOf = size => Math.ceil(Number(size) / 2)

/** One server: started, looked at, and edited so many times. */
async function sitting(browser, { tool, folder }, size, edits) {
  const port = await freePort()
  const url = `http://localhost:${port}/`
  const path = pathOf(folder, 0)
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } })
  const waiting = new Map()
  await page.exposeFunction('benchSeen', (mark, time) => waiting.get(mark)?.(time))
  await page.addInitScript(reportSeen)
  const seen = (mark, limit) =>
    Promise.race([
      new Promise(resolve => waiting.set(mark, resolve)),
      pause(limit, undefined, { ref: false }),
    ])
  const { words, env } = tool.serve(port)
  // The browser is done with the page, too.
  await pause(2 * rest)
  const began = now()
  const child = spawn(process.execPath, [tool.script, ...words], {
    cwd: folder,
    env: { ...process.env, NO_COLOR: '1', ...env },
    stdio: 'ignore',
  })
  try {
    const first = seen('markstart', patience.start)
    await open(page, port, `${url}${tool.address(1)}`, began + patience.start)
    const start = (await first) - began
    if (Number.isNaN(start)) throw new Error(`${tool.name} did not show its first slide`)
    if (edits === 0) return { start, times: [], missed: 0 }
    const ready = seen('markedit0x', patience.start)
    // A document of its own, as for who opens the address: some tools look at it only once.
    await page.goto('about:blank')
    await page.goto(`${url}${tool.address(halfOf(size))}`)
    await ready
    await pause(4 * rest)
    const times = []
    let missed = 0
    for (let edit = 1; edit <= edits; edit++) {
      const mark = `markedit${edit}x`
      const shown = seen(mark, patience.edit)
      const text = readFileSync(path, 'utf8').replace(/markedit\d+x/, mark)
      const saved = now()
      writeFileSync(path, text)
      const at = await shown
      if (at === undefined) missed++
      else times.push(at - saved)
      await pause(rest)
    }
    return { start, times, missed }
  } finally {
    const ended = child.exitCode === null && child.signalCode === null ? once(child, 'exit') : undefined
    child.kill()
    await ended
    await page.close()
    writeFileSync(path, readFileSync(path, 'utf8').replace(/markedit\d+x/, 'markedit0x'))
  }
}

/** Opens an address as soon as somebody listens there, and again while there is no page yet. */
async function open(page, port, url, until) {
  for (;;) {
    if (await listens(port)) {
      const asked = page.goto(url, { waitUntil: 'commit', timeout: patience.start })
      // Some look whether a port is free by listening there for a moment.
      const response = await asked.catch(error => {
        if (!String(error).includes('ERR_CONNECTION')) throw error
      })
      if (response?.ok()) return
    }
    if (now() > until) throw new Error(`There is no page at ${url}`)
    await pause(2)
  }
}

function listens(port) {
  return new Promise(resolve => {
    const socket = connect({ port, host: 'localhost' })
    const end = is => {
      socket.destroy()
      resolve(is)
    }
    socket.on('connect', () => end(true)).on('error', () => end(false))
  })
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address()
  server.close()
  await once(server, 'close')
  return port
}

function startTable(measured, peers) {
  return table(
    [
      'slides',
      'Deckhand, ms',
      'without cache, ms',
      ...peers.flatMap(({ name }) => [`${name}, ms`, `ours ÷ ${name}`]),
    ],
    measured.map(({ size, cold, all: [mine, ...others] }) => {
      const starts = ({ runs }) => runs.map(({ start }) => start)
      return [
        size,
        range(starts(mine), 0),
        range(cold, 0),
        ...others.flatMap(one => [range(starts(one), 0), range(ratio(starts(mine), starts(one)), 2)]),
      ]
    }),
  )
}

function editTable(measured, edits) {
  const heads = [
    'slides',
    'tool',
    'median, ms',
    '95 of 100, ms',
    'first, ms',
    'ours ÷ it, median',
    'ours ÷ it, first',
    'missed',
  ]
  const rows = measured.flatMap(({ size, all }) => {
    const of = one => ({
      medians: one.runs.map(({ times }) => middle(times)),
      high: one.runs.map(({ times }) => percentile(times, 95)),
      first: one.runs.map(({ times }) => times[0]),
    })
    const mine = of(all[0])
    return all.map((one, index) => {
      const { medians, high, first } = of(one)
      const missed = one.runs.reduce((sum, run) => sum + run.missed, 0)
      return [
        size,
        one.tool.name,
        range(medians, 0),
        range(high, 0),
        range(first, 0),
        index === 0 ? '' : range(ratio(mine.medians, medians), 2),
        index === 0 ? '' : range(ratio(mine.first, first), 2),
        `${missed} of ${edits * one.runs.length}`,
      ]
    })
  })
  return table(heads, rows)
}
