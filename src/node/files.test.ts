import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { CallError } from './call-error.ts'
import { findDecks } from './files.ts'

let here = ''
const write = (...paths: string[]): void => {
  for (const path of paths) {
    mkdirSync(dirname(join(here, path)), { recursive: true })
    writeFileSync(join(here, path), '# A\n')
  }
}
const found = (...paths: string[]): string[] => findDecks(paths, here).map(deck => deck.file)

beforeEach(() => {
  here = realpathSync(mkdtempSync(join(tmpdir(), 'deckhand-')))
})
afterEach(() => rmSync(here, { recursive: true }))

describe('findDecks', () => {
  it('takes every deck of `decks/` when no path is given, below it too', () => {
    write('decks/b.md', 'decks/a.markdown', 'decks/2026/spring.md', 'decks/notes.txt')
    expect(found()).toEqual(['decks/2026/spring.md', 'decks/a.markdown', 'decks/b.md'])
  })

  it('passes over companions, drafts, papers of a repository and what packages bring', () => {
    write('decks/a.md', 'decks/a.notes.md', 'decks/_draft.md', 'decks/README.md', 'decks/CHANGELOG.md')
    write('decks/node_modules/x.md', 'decks/.git/y.md')
    expect(found()).toEqual(['decks/a.md'])
  })

  it('takes a folder with an index, or a file of its own name, for one talk and its parts', () => {
    write('decks/one/index.md', 'decks/one/part.md', 'decks/two/two.md', 'decks/two/part.md')
    write('decks/three.md', 'decks/three/part.md')
    expect(found()).toEqual(['decks/one/index.md', 'decks/three.md', 'decks/two/two.md'])
  })

  it('takes a named file whatever its ending, and each deck once', () => {
    write('talk.txt', 'decks/README.md')
    expect(found('talk.txt', './talk.txt', 'decks/README.md')).toEqual(['talk.txt', 'decks/README.md'])
  })

  it('lets a deck use its own folder, or the whole of the `decks` folder it stands in', () => {
    write('decks/deep/talk.md', 'other/talk.md')
    const roots = findDecks(['decks/deep/talk.md', 'other/talk.md', 'decks'], here).map(deck => deck.root)
    expect(roots).toEqual([join(here, 'decks'), join(here, 'other')])
  })

  it('says what is not there and what was probably meant', () => {
    write('talk.md', 'empty/x.txt')
    const call = (path: string) => {
      try {
        return findDecks([path], here)
      } catch (error) {
        return error instanceof CallError ? `${error.message} ${error.hint}` : error
      }
    }
    expect(call('tlak.md')).toBe('There is no `tlak.md` Did you mean `talk.md`?')
    expect(call('nowhere/talk.md')).toContain('There is no `nowhere/talk.md`')
    expect(call('empty')).toContain('There is no deck in `empty`')
    expect(() => findDecks([], here)).toThrow('There is no folder `decks` here')
  })

  it('does not walk in circles', () => {
    write('decks/a.md')
    symlinkSync(join(here, 'decks'), join(here, 'decks', 'loop'))
    symlinkSync(join(here, 'nothing.md'), join(here, 'decks', 'dead.md'))
    expect(found()).toEqual(['decks/a.md'])
  })
})
