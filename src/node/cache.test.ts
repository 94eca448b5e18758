import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Root } from 'mdast'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { codeName, openCache } from './cache.ts'
import { cacheFolder } from './cache-folder.ts'

let folder = ''
let file = ''
let parsed: string[] = []
const parse = (text: string): Root => {
  parsed.push(text)
  return { type: 'root', children: [{ type: 'paragraph', children: [{ type: 'text', value: text }] }] }
}
/** One run that reads these slices. */
const run = (...slices: string[]) => {
  parsed = []
  const cache = openCache(file, '1')
  const read = cache.remember(parse)
  const trees = slices.map(read)
  cache.save()
  return { trees, missed: cache.count.missed }
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'deckhand-'))
  file = join(folder, 'deep', 'x.deck')
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('a cache', () => {
  it('gives back what it was given, and parses only what is new', () => {
    const first = run('a', 'b\nc')
    expect(run('b\nc', 'a', 'd').trees.slice(0, 2)).toEqual([...first.trees].reverse())
    expect(parsed).toEqual(['d'])
    expect(run('b\nc', 'a', 'd').missed).toBe(0)
  })

  it('gives each asker a tree of its own', () => {
    run('a')
    const cache = openCache(file, '1')
    const read = cache.remember(parse)
    const [one, two] = [read('a'), read('a')]
    one.children.length = 0
    expect(two.children).toHaveLength(1)
  })

  it('forgets what a deck no longer says', () => {
    run('a', 'b')
    run('a')
    expect(run('b').missed).toBe(1)
  })

  it('takes whatever is spoilt for nothing', () => {
    run('a', 'b')
    const good = readFileSync(file)
    for (let at = 0; at < good.length; at += 7) {
      const bad = Buffer.from(good)
      bad[at] = (bad[at] ?? 0) ^ 4
      writeFileSync(file, bad)
      expect(run('a', 'b').trees[0]).toEqual(parse('a'))
    }
    for (const text of ['', 'deckhand-cache 1', good.subarray(0, good.length / 2)]) {
      writeFileSync(file, text)
      expect(run('a', 'b').missed).toBe(2)
    }
    rmSync(file)
    mkdirSync(file)
    expect(run('a').missed).toBe(1)
  })

  it('leaves no half file', () => {
    run('a')
    expect(readdirSync(join(folder, 'deep'))).toEqual(['x.deck'])
  })

  it('works without a place to keep things', () => {
    const cache = openCache(undefined, '1')
    cache.remember(parse)('a')
    cache.save()
    expect(readdirSync(folder)).toEqual([])
  })

  it('does not fail where it cannot write', () => {
    writeFileSync(join(folder, 'deep'), 'a file')
    expect(run('a').missed).toBe(1)
  })

  it('remembers code by text, language and version, and never what is not open', () => {
    const open = new Set([codeName('ls', 'sh'), codeName('x', 'none')])
    const asked: string[] = []
    const colour = (text: string, language: string) => {
      asked.push(text)
      return language === 'none' ? undefined : [[{ text, kind: 'function' }]]
    }
    const round = (shiki: string) => {
      const cache = openCache(file, shiki)
      const highlight = cache.recall(open, colour)
      const lines = [highlight('ls', 'sh'), highlight('secret', 'sh'), highlight('x', 'none')]
      cache.save()
      return lines
    }
    const first = round('1')
    asked.length = 0
    expect(round('1')).toEqual(first)
    expect(asked).toEqual(['secret'])
    expect(readFileSync(file, 'utf8')).not.toContain('secret')
    expect(openCache(file, '1').hasCode('ls', 'sh')).toBe(true)
    expect(openCache(file, '2').hasCode('ls', 'sh')).toBe(false)
  })

  it('looks at a picture once in each state of its file, and takes no address that is none', () => {
    const looked: string[] = []
    const round = (stamp: string, url = 'assets/a-01234567.svg') => {
      const cache = openCache(file, '1')
      const picture = cache.picture('/a.svg', stamp, () => {
        looked.push(stamp)
        return { url, sum: 's', stamp }
      })
      cache.save()
      return picture
    }
    expect(round('one')).toEqual(round('one'))
    expect(looked).toEqual(['one'])
    round('two', '../../etc/a-01234567.svg')
    round('two')
    expect(looked).toEqual(['one', 'two', 'two', 'two'])
  })

  it('is kept where tools keep theirs, else in a folder of our own', () => {
    expect(cacheFolder(folder)).toBe(join(folder, '.deckhand', 'cache'))
    mkdirSync(join(folder, 'node_modules'))
    expect(cacheFolder(folder)).toBe(join(folder, 'node_modules', '.cache', 'deckhand'))
  })
})
