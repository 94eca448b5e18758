import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { doubt, type Look, look } from './stamps.ts'
import { createWatch, type Watch } from './watch.ts'

let folder = ''
let watch: Watch
let heard: string[] = []
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'deckhand-watch-'))
  heard = []
  watch = createWatch(paths => heard.push(...paths))
})
afterEach(() => {
  watch.close()
  rmSync(folder, { recursive: true })
})
const path = (name: string): string => join(folder, name)
const cover = (...names: string[]): void => watch.cover(new Set(names.map(path)))

describe('watch', () => {
  it('finds what has changed, came and went, once each', async () => {
    writeFileSync(path('a.md'), 'one')
    writeFileSync(path('gone.md'), 'one')
    cover('a.md', 'gone.md', 'new.md', 'still.md')
    writeFileSync(path('a.md'), 'two')
    writeFileSync(path('new.md'), 'new')
    rmSync(path('gone.md'))
    watch.wake()
    await vi.waitFor(() => expect(heard.sort()).toEqual(['a.md', 'gone.md', 'new.md'].map(path)), 3000)
    watch.wake()
    await vi.waitFor(() => expect(heard).toHaveLength(3))
  })

  it('hears of a second write though nobody wakes it again', async () => {
    writeFileSync(path('a.md'), 'one')
    cover('a.md')
    writeFileSync(path('a.md'), 'two')
    watch.wake()
    await vi.waitFor(() => expect(heard).toHaveLength(1))
    writeFileSync(path('a.md'), 'three')
    await vi.waitFor(() => expect(heard).toHaveLength(2))
  })

  it('sees that a link leads elsewhere, and a name that came to a folder', async () => {
    writeFileSync(path('a.txt'), 'same')
    writeFileSync(path('b.txt'), 'same')
    mkdirSync(path('in'))
    symlinkSync('a.txt', path('link'))
    cover('link', 'in')
    symlinkSync('b.txt', path('next'))
    renameSync(path('next'), path('link'))
    writeFileSync(path('in/new.md'), '')
    watch.wake()
    await vi.waitFor(() => expect(heard.sort()).toEqual(['in', 'link'].map(path)))
  })

  it('doubts a file that is gone, empty or much shorter, and believes it in time', async () => {
    const state = (size: number, stamp = 'x'): Look => ({ stamp, size, isFolder: false })
    expect(doubt(state(1000), state(1001))).toBe(0)
    expect(doubt(state(1000), state(990))).toBe(0)
    expect(doubt(state(0, ''), state(0))).toBe(0)
    expect(doubt(state(1000), state(100))).toBeGreaterThan(0)
    expect(doubt(state(1000), state(0))).toBeGreaterThan(doubt(state(1000), state(100)))
    expect(doubt(state(1000), state(0, ''))).toBeGreaterThan(doubt(state(1000), state(0)))
    writeFileSync(path('a.md'), 'x'.repeat(1000))
    cover('a.md')
    writeFileSync(path('a.md'), '')
    watch.wake()
    await vi.waitFor(() => expect(heard).toEqual([path('a.md')]))
    expect(look(path('a.md')).size).toBe(0)
  })

  it('looks by itself where it is told to', async () => {
    writeFileSync(path('a.md'), 'one')
    const own = createWatch(paths => heard.push(...paths), 10)
    own.cover(new Set([path('a.md')]))
    writeFileSync(path('a.md'), 'two')
    await vi.waitFor(() => expect(heard).toEqual([path('a.md')]))
    own.close()
  })
})
