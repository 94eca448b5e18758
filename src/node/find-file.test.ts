import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { plainDisk } from './disk.ts'
import { findFile, isAddress } from './find-file.ts'

let top = ''
let root = ''
const write = (...paths: string[]): void => {
  for (const path of paths) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), 'x')
  }
}
const find = (path: string, from = 'talk') => findFile(path, { from: join(root, from), root }, plainDisk)
const nameOf = (path: string, from?: string): string => {
  const found = find(path, from)
  return found.is === 'file' ? basename(found.path).normalize('NFC') : found.is
}

beforeEach(() => {
  top = realpathSync(mkdtempSync(join(tmpdir(), 'deckhand-')))
  root = join(top, 'decks')
  mkdirSync(join(root, 'talk'), { recursive: true })
})
afterEach(() => rmSync(top, { recursive: true }))

describe('findFile', () => {
  it.each([
    ['plain', 'a.png', 'talk/a.png'],
    ['a blank', 'a b.png', 'talk/a b.png'],
    ['an encoded blank', 'a%20b.png', 'talk/a b.png'],
    ['a query', 'a.png?w=1024', 'talk/a.png'],
    ['a fragment', 'a.svg#layer', 'talk/a.svg'],
    ['a percent sign of its own', '100%.png', 'talk/100%.png'],
    ['a hash in the name', 'c#.png', 'talk/c#.png'],
    ['a sibling folder', '../shared/a.png', 'shared/a.png'],
    ['from the root', '/shared/a.png', 'shared/a.png'],
    ['Windows slashes', '..\\shared\\a.png', 'shared/a.png'],
    ['an apostrophe', "it's.png", "talk/it's.png"],
    ['emoji', '🐳.png', 'talk/🐳.png'],
  ])('finds a path with %s', (_name, path, file) => {
    write(file)
    expect(nameOf(path)).toBe(basename(file))
  })

  it('finds composed letters by decomposed ones and the other way round', () => {
    write(`talk/${'Grüße'.normalize('NFD')}.png`, `talk/${'Café'.normalize('NFC')}.png`)
    expect(nameOf('Grüße.png')).toBe('Grüße.png')
    expect(nameOf('Café.png'.normalize('NFD'))).toBe('Café.png')
    expect(nameOf(encodeURI('Grüße.png'))).toBe('Grüße.png')
  })

  it('says how the file is spelled where only capitals differ', () => {
    write('talk/Logo.PNG')
    expect(find('logo.png')).toMatchObject({ is: 'file', spelled: join(root, 'talk', 'Logo.PNG') })
  })

  it.each([
    '../../secret.txt',
    '..%2f..%2fsecret.txt',
    '%2e%2e/%2e%2e/secret.txt',
    '..\\..\\secret.txt',
    '..%5c..%5csecret.txt',
    '/etc/passwd',
    '/../secret.txt',
    'C:\\secret.txt',
  ])('refuses %s', path => {
    writeFileSync(join(top, 'secret.txt'), 'x')
    expect(find(path).is).toBe('outside')
  })

  it('names the link that leads out, and follows the one that stays in', () => {
    writeFileSync(join(top, 'secret.png'), 'x')
    write('shared/a.png')
    symlinkSync(join(top, 'secret.png'), join(root, 'talk', 'out.png'))
    symlinkSync(top, join(root, 'talk', 'up'))
    symlinkSync(join(root, 'shared', 'a.png'), join(root, 'talk', 'in.png'))
    expect(find('out.png')).toEqual({ is: 'outside', link: join(root, 'talk', 'out.png') })
    expect(find('up/secret.png').is).toBe('outside')
    expect(nameOf('in.png')).toBe('a.png')
  })

  it('takes a folder, a name with NUL, a dead link and an empty path for missing', () => {
    symlinkSync(join(root, 'gone'), join(root, 'talk', 'dead.png'))
    for (const path of ['../talk', 'a%00.png', 'dead.png', '', '%', 'x/../../talk']) {
      expect(find(path).is, path).toBe('missing')
    }
  })
})

it('tells addresses from paths', () => {
  expect(['https://a/b.png', '//a/b.png', 'ftp://a', 'data:image/png,x'].every(isAddress)).toBe(true)
  expect(['a.png', 'C:\\a.png', './a:b.png', '/a.png'].some(isAddress)).toBe(false)
})
