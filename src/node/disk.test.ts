import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createRecheck, stampOf, watchDisk } from './disk.ts'

let folder = ''
const at = (name: string): string => join(folder, name)
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'deckhand-'))
  mkdirSync(at('in'))
  writeFileSync(at('in/a.md'), 'one')
  writeFileSync(at('in/b.md'), 'two')
  symlinkSync('a.md', at('in/link.md'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** Asks all kinds of questions. */
function trace() {
  const disk = watchDisk()
  disk.read(at('in/a.md'))
  disk.list(at('in'))
  disk.real(at('in/link.md'))
  disk.kind(at('in/none.md'))
  disk.size(at('in/b.md'))
  expect(() => disk.read(at('in/gone.md'))).toThrow('ENOENT')
  return disk.trace() ?? []
}

describe('a watched disk', () => {
  it.each<[string, () => void]>([
    ['other words of the same length', () => writeFileSync(at('in/a.md'), 'eno')],
    ['a file more', () => writeFileSync(at('in/c.md'), '')],
    ['a file less', () => rmSync(at('in/b.md'))],
    ['another name', () => renameSync(at('in/b.md'), at('in/B.md'))],
    [
      'a link that leads elsewhere',
      () => {
        rmSync(at('in/link.md'))
        symlinkSync('b.md', at('in/link.md'))
      },
    ],
    ['what was missing', () => writeFileSync(at('in/gone.md'), '')],
    ['a folder where nothing was', () => mkdirSync(at('in/none.md'))],
    ['another size', () => writeFileSync(at('in/b.md'), 'three')],
    [
      'a folder in the place of a file',
      () => {
        rmSync(at('in/a.md'))
        mkdirSync(at('in/a.md'))
      },
    ],
  ])('would answer otherwise after %s', (_, change) => {
    const asked = trace()
    expect(createRecheck()(asked)).toBe(true)
    change()
    expect(createRecheck()(asked)).toBe(false)
  })

  it('sees through times that were put back', async () => {
    await settled()
    const asked = trace()
    expect(asked.find(([question]) => question === 'read')?.[3]).not.toBe('')
    writeFileSync(at('in/a.md'), 'eno')
    utimesSync(at('in/a.md'), new Date(2020, 1, 1), new Date(2020, 1, 1))
    expect(createRecheck()(asked)).toBe(false)
  })

  it('gives the same answer where only times have changed', () => {
    const asked = trace()
    utimesSync(at('in/a.md'), new Date(), new Date(2020, 1, 1))
    writeFileSync(at('in/a.md'), readFileSync(at('in/a.md')))
    expect(createRecheck()(asked)).toBe(true)
  })

  it('cannot be relied on when it gave two answers to one question', () => {
    const disk = watchDisk()
    disk.read(at('in/a.md'))
    writeFileSync(at('in/a.md'), 'eno')
    disk.read(at('in/a.md'))
    expect(disk.trace()).toBeUndefined()
  })

  it('does not trust the times of what changed a moment ago', async () => {
    expect(stampOf(at('in/a.md'))).toBe('')
    await settled()
    expect(stampOf(at('in/a.md'))).not.toBe('')
  })
})

/** Until the clock of the disk has moved on; longest where it counts in seconds. */
async function settled(): Promise<void> {
  while (stampOf(at('in/a.md')) === '') await new Promise(done => setTimeout(done, 20))
}
