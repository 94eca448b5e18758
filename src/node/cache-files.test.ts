import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { cacheFiles, clearCache, prune, pruneDaily } from './cache-files.ts'

const day = 24 * 60 * 60 * 1000
const now = Date.now()
let folder = ''
const put = (name: string, bytes: number, age: number): void => {
  writeFileSync(join(folder, name), 'x'.repeat(bytes))
  utimesSync(join(folder, name), (now - age) / 1000, (now - age) / 1000)
}
const names = (): string[] => readdirSync(folder).sort()

beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'deckhand-')), 'cache')
  mkdirSync(folder)
})
afterEach(() => rmSync(join(folder, '..'), { recursive: true }))

describe('the files of the cache', () => {
  it('go when they were of no use for 30 days, or were left unfinished an hour ago', () => {
    put('old.page', 1, 31 * day)
    put('new.page', 1, 29 * day)
    put('a.deck.1-ab.tmp', 1, day)
    put('b.deck.1-ab.tmp', 1, 1000)
    put('mine.txt', 1, 99 * day)
    prune(folder, now)
    expect(names()).toEqual(['b.deck.1-ab.tmp', 'mine.txt', 'new.page'])
  })

  it('go, the oldest first, when they are too many', () => {
    put('a.page', 40, 3 * day)
    put('b.page', 40, 2 * day)
    put('c.page', 40, day)
    prune(folder, now, { days: 30, bytes: 100 })
    expect(names()).toEqual(['b.page', 'c.page'])
  })

  it('are looked through once a day', () => {
    pruneDaily(folder, now)
    put('old.page', 1, 31 * day)
    pruneDaily(folder, now + 1000)
    expect(names()).toContain('old.page')
    pruneDaily(folder, now + 2 * day)
    expect(names()).not.toContain('old.page')
  })

  it('are all cleared, and the folder with them where nothing else is in it', () => {
    put('a.page', 3, 0)
    put('mine.txt', 1, 0)
    mkdirSync(join(folder, 'config'))
    put('config/x.mjs', 1, 0)
    expect(clearCache(folder)).toHaveLength(2)
    expect(names()).toEqual(['mine.txt'])
    rmSync(join(folder, 'mine.txt'))
    clearCache(folder)
    expect(existsSync(folder)).toBe(false)
    expect(cacheFiles(folder)).toEqual([])
  })
})
