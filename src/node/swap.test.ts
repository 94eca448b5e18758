import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { foreign, recover, stage } from './swap.ts'

let here = ''
let out = ''
const publish = async (...names: string[]): Promise<void> => {
  const staging = stage(out)
  for (const name of names) staging.write({ path: name, text: name })
  await staging.swap()
}
const leftovers = (): string[] => readdirSync(here).filter(name => name.startsWith('.'))

beforeEach(() => {
  here = realpathSync(mkdtempSync(join(tmpdir(), 'deckhand-')))
  out = join(here, 'dist')
})
afterEach(() => rmSync(here, { recursive: true }))

describe('a site', () => {
  it('replaces the old one as a whole and leaves nothing beside it', async () => {
    await publish('index.html', 'old/index.html')
    await publish('index.html', 'new/index.html')
    expect(existsSync(join(out, 'old'))).toBe(false)
    expect(readFileSync(join(out, 'new/index.html'), 'utf8')).toBe('new/index.html')
    expect(leftovers()).toEqual([])
  })

  it('removes nothing that a spoilt list of the old one names elsewhere', async () => {
    await publish('index.html', 'talk/index.html')
    writeFileSync(join(here, 'mine.txt'), 'mine')
    const names = [
      '../mine.txt',
      'talk/../../mine.txt',
      join(here, 'mine.txt'),
      'index.html',
      'talk/index.html',
    ]
    writeFileSync(join(out, '.deckhand.json'), JSON.stringify({ files: names }))
    await publish('index.html')
    expect(readFileSync(join(here, 'mine.txt'), 'utf8')).toBe('mine')
    expect(readdirSync(out).sort()).toEqual(['.deckhand.json', 'index.html'])
    expect(leftovers()).toEqual([])
  })

  it('stays as it was when the new one is given up', async () => {
    await publish('index.html')
    const staging = stage(out)
    staging.write({ path: 'other.html', text: '' })
    staging.drop()
    expect(readdirSync(out).sort()).toEqual(['.deckhand.json', 'index.html'])
    expect(leftovers()).toEqual([])
  })

  it('may be where a link leads', async () => {
    mkdirSync(join(here, 'real'))
    symlinkSync(join(here, 'real'), out)
    await publish('index.html')
    expect(existsSync(join(here, 'real', 'index.html'))).toBe(true)
  })

  it('of several at once is one of them, whole', async () => {
    const sites = Array.from({ length: 8 }, (_, site) =>
      Array.from({ length: 20 }, (_, file) => `${site}-${file}.html`),
    )
    await Promise.all(sites.map(names => publish(...names)))
    const names = readdirSync(out).filter(name => name.endsWith('.html'))
    expect(sites.map(site => [...site].sort())).toContainEqual(names.sort())
    expect(leftovers()).toEqual([])
  })
})

describe('foreign', () => {
  it('is nothing in an absent, an empty, and a folder that a build wrote', async () => {
    expect(foreign(out)).toBeUndefined()
    mkdirSync(out)
    expect(foreign(out)).toBeUndefined()
    await publish('a/b.html')
    writeFileSync(join(out, '.DS_Store'), '')
    expect(foreign(out)).toBeUndefined()
  })

  it('names what somebody else put there', async () => {
    await publish('a/b.html')
    writeFileSync(join(out, 'a', 'CNAME'), 'x')
    expect(foreign(out)).toBe('a/CNAME')
    writeFileSync(join(here, 'file'), '')
    expect(foreign(join(here, 'file'))).toBe('.')
  })

  it('takes nothing for ours when the marker is spoilt', async () => {
    await publish('a.html')
    writeFileSync(join(out, '.deckhand.json'), '{')
    expect(foreign(out)).toBe('a.html')
  })
})

describe('recover', () => {
  const machine = createHash('sha256').update(hostname()).digest('hex').slice(0, 6)
  const left = (kind: string, mark: string): string => join(here, `.dist.deckhand-${kind}-${mark}-0123abcd`)

  it('puts the old site back that a killed build had moved away, and clears its half of a new one', async () => {
    await publish('index.html')
    const dead = `${machine}-999999999`
    const { renameSync } = await import('node:fs')
    renameSync(out, left('old', dead))
    mkdirSync(left('new', dead))
    recover(out)
    expect(existsSync(join(out, 'index.html'))).toBe(true)
    expect(leftovers()).toEqual([])
  })

  it('leaves alone what a running build or another machine is writing', () => {
    mkdirSync(left('new', `${machine}-${process.ppid}`))
    mkdirSync(left('new', 'ffffff-1'))
    recover(out)
    expect(leftovers()).toHaveLength(2)
  })
})
