import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { sumOf } from './disk.ts'
import { canReplace, replacePage, replacing } from './replace-page.ts'
import { isUntouched, type SiteRecord } from './site-record.ts'
import { foreign, stage } from './swap.ts'

let here = ''
let out = ''
let record: SiteRecord
const page = { path: 'a/index.html', text: 'new', sum: sumOf('new') }
const textOf = (path: string): string => readFileSync(join(out, path), 'utf8')

async function publish(...paths: string[]): Promise<SiteRecord> {
  const staging = stage(out)
  for (const path of paths) staging.write({ path, text: `old ${path}`, sum: sumOf(`old ${path}`) })
  const written = await staging.swap()
  if (!written) throw new Error('It was not written')
  return written
}

beforeEach(async () => {
  here = realpathSync(mkdtempSync(join(tmpdir(), 'deckhand-')))
  out = join(here, 'dist')
  record = await publish('index.html', 'a/index.html', 'b/index.html')
})
afterEach(() => rmSync(here, { recursive: true }))

// In threads, where tests may run, nobody may stand elsewhere.
it.runIf(canReplace)('is replaced, the others stay, and what is known of the site is true', () => {
  const before = [statSync(out).ino, statSync(join(out, 'b/index.html')).mtimeMs]
  const next = replacePage(out, record, page)
  expect(textOf('a/index.html')).toBe('new')
  expect(textOf('b/index.html')).toBe('old b/index.html')
  expect([statSync(out).ino, statSync(join(out, 'b/index.html')).mtimeMs]).toEqual(before)
  expect(next && isUntouched(next, out)).toBe(true)
  expect(next?.id).not.toBe(record.id)
  expect(next?.files).toContainEqual(['a/index.html', page.sum, expect.any(String)])
  expect(readdirSync(out).sort()).toEqual(['.deckhand.json', 'a', 'b', 'index.html'])
  expect(readdirSync(here)).toEqual(['dist'])
  const again = next && replacePage(out, next, { ...page, text: 'newer', sum: sumOf('newer') })
  expect(again && isUntouched(again, out)).toBe(true)
  expect(textOf('a/index.html')).toBe('newer')
})

it.runIf(canReplace)('is replaced where the site is reached by a link', async () => {
  renameSync(out, join(here, 'real'))
  symlinkSync('real', out)
  record = await publish('index.html', 'a/index.html', 'b/index.html')
  expect(replacePage(out, record, page)).toBeDefined()
  expect(textOf('a/index.html')).toBe('new')
  expect(lstatSync(out).isSymbolicLink()).toBe(true)
})

it.each<readonly [string, () => void]>([
  ['a file of it was touched', () => writeFileSync(join(out, 'b/index.html'), 'mine')],
  ['a file of it is gone', () => rmSync(join(out, 'b'), { recursive: true })],
  ['something came to it', () => writeFileSync(join(out, 'mine.txt'), 'mine')],
  ['it is gone', () => rmSync(out, { recursive: true })],
  ['somebody else is at it', () => mkdirSync(join(out, replacing))],
])('stays where %s', (_, act) => {
  act()
  const cwd = process.cwd()
  expect(replacePage(out, record, page)).toBeUndefined()
  expect(process.cwd()).toBe(cwd)
  if (existsSync(out)) expect(textOf('a/index.html')).toBe('old a/index.html')
})

it('stays where the site was swapped for another', async () => {
  await publish('index.html', 'a/index.html', 'b/index.html')
  expect(replacePage(out, record, page)).toBeUndefined()
  expect(textOf('a/index.html')).toBe('old a/index.html')
})

it('is never written outside of the site', () => {
  writeFileSync(join(here, 'index.html'), 'mine')
  for (const path of ['../index.html', join(here, 'index.html'), 'a/../../index.html'])
    expect(replacePage(out, record, { ...page, path })).toBeUndefined()
  expect(readFileSync(join(here, 'index.html'), 'utf8')).toBe('mine')
})

it('leaves nothing strange in the site where it was killed, and the next build clears it', async () => {
  mkdirSync(join(out, replacing))
  writeFileSync(join(out, replacing, 'index.html'), 'half')
  expect(foreign(out)).toBeUndefined()
  await publish('index.html')
  expect(readdirSync(out).sort()).toEqual(['.deckhand.json', 'index.html'])
  expect(readdirSync(here)).toEqual(['dist'])
})
