// Code that is kept compiled: used when it is whole, made anew when it is not, done without where it cannot be kept.

import { spawnSync } from 'node:child_process'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import nodeModule from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { ensureProgram, program } from './program.test-aid.ts'

beforeAll(ensureProgram, 300_000)

/** Later versions of Node keep compiled code in a place of their own. */
const isOurs = !('enableCompileCache' in nodeModule)

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'deckhand-boot-'))
  writeFileSync(join(folder, 'talk.md'), '# A <b>talk</b>\n\n```sh\necho one\n```\n')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function build(home = 'home'): string {
  const run = spawnSync(process.execPath, [program, 'build', 'talk.md', '--no-cache'], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, XDG_CACHE_HOME: join(folder, home), LOCALAPPDATA: join(folder, home) },
  })
  expect(run.stderr).toBe('')
  expect(run.status).toBe(0)
  return readFileSync(join(folder, 'dist/talk/index.html'), 'utf8')
}

it.runIf(isOurs)('is kept for its owner alone, used again, and mended when it is spoilt', () => {
  const page = build()
  const kept = join(folder, 'home/deckhand')
  const files = readdirSync(kept).map(name => join(kept, name))
  expect(files.some(file => /worker.*\.code$/.test(file))).toBe(true)
  if (process.platform !== 'win32') for (const file of files) expect(statSync(file).mode & 0o077).toBe(0)
  // What is loaded late too: the parser of what is not plain, and the colours of code.
  for (const name of ['worker', 'whole', 'colours', 'grammar-thread'])
    expect(files.some(file => file.includes(`${name}.cjs-`))).toBe(true)
  const before = files.map(file => readFileSync(file))
  const written = (): number[] => files.map(file => statSync(file).mtimeMs)
  const first = written()
  expect(build()).toBe(page)
  expect(written()).toEqual(first)
  for (const [index, file] of files.entries()) {
    const spoilt = Buffer.from(before[index] ?? '')
    spoilt.fill(0x5a, spoilt.length >> 1, (spoilt.length >> 1) + 64)
    writeFileSync(file, spoilt)
  }
  expect(build()).toBe(page)
  for (const file of files.filter(each => each.includes('worker')))
    expect(readFileSync(file).includes('Z'.repeat(64))).toBe(false)
  expect(readdirSync(kept).length).toBe(files.length)
})

it.runIf(isOurs)('goes when it is of a version that nobody runs any more', () => {
  const kept = join(folder, 'home/deckhand')
  mkdirSync(kept, { recursive: true })
  const long = new Date(Date.now() - 31 * 24 * 60 * 60 * 1000)
  for (const name of ['worker.cjs-0123.code', 'worker.cjs-0123.code.0a1b2c3d.tmp', 'mine.txt', 'new.code']) {
    writeFileSync(join(kept, name), 'old')
    if (name !== 'new.code') utimesSync(join(kept, name), long, long)
  }
  build()
  const names = readdirSync(kept)
  expect(names).toEqual(expect.arrayContaining(['mine.txt', 'new.code']))
  expect(names.filter(name => name.includes('0123'))).toEqual([])
})

it('is done without where there is no place for it', () => {
  const page = build()
  // No absolute path is none, and lands nowhere near the project.
  for (const home of ['', 'rel'])
    expect(
      spawnSync(process.execPath, [program, 'build', 'talk.md', '--no-cache'], {
        cwd: folder,
        env: { ...process.env, HOME: home, XDG_CACHE_HOME: home, LOCALAPPDATA: home },
      }).status,
    ).toBe(0)
  expect(readdirSync(folder).sort()).toEqual(['dist', 'home', 'talk.md'])
  writeFileSync(join(folder, 'blocked'), 'a file')
  expect(build('blocked')).toBe(page)
  mkdirSync(join(folder, 'cut/deckhand'), { recursive: true })
  expect(build('cut')).toBe(page)
})
