import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { CallError } from '../call-error.ts'
import { shown } from '../files.ts'
import { placeFor, titleFrom } from './place.ts'

let here = ''
beforeEach(() => {
  here = realpathSync(mkdtempSync(join(tmpdir(), 'deckhand-')))
})
afterEach(() => rmSync(here, { recursive: true }))

const place = (name: string): string => shown(placeFor({ name }, here, false), here)
const fault = (name: string): string => {
  try {
    return place(name)
  } catch (error) {
    if (error instanceof CallError) return `${error.message}. ${error.hint}`
    throw error
  }
}

describe('placeFor', () => {
  it.each([
    ['my-talk', 'my-talk.md'],
    ['Harbours at Night', 'harbours-at-night.md'],
    ['Häfen bei Nacht', 'häfen-bei-nacht.md'],
    ['Node.js 26', 'node-js-26.md'],
    ['🚀 Rockets', 'rockets.md'],
    ['CON', 'con-deck.md'],
    ['index', 'index-deck.md'],
    ['README', 'readme-deck.md'],
    ['_draft', 'draft.md'],
    ['a\\b', 'a-b.md'],
    ['x'.repeat(300), `${'x'.repeat(80)}.md`],
  ])('makes a safe file of %s', (name, file) => {
    if (process.platform !== 'win32' || !name.includes('\\')) expect(place(name)).toBe(file)
  })

  it.each([
    ['talks/Harbours', 'talks/Harbours.md'],
    ['./harbours', 'harbours.md'],
    ['Harbours.md', 'Harbours.md'],
    ['talks/2026/harbours.markdown', 'talks/2026/harbours.markdown'],
    ['talks/docker/index.md', 'talks/docker/index.md'],
  ])('takes the path %s as it is said', (name, file) => expect(place(name)).toBe(file))

  it.each([
    ['../x', 'leads out of this folder'],
    ['a/../../x.md', 'leads out of this folder'],
    ['/x.md', 'leads out of this folder'],
    ['🚀', 'has no letter or digit'],
    ['..', 'has no letter or digit'],
    ['CON.md', '`CON.md` cannot be the name of a file everywhere'],
    ['aux/talk', '`aux` cannot be the name'],
    ['a:b.md', 'cannot be the name'],
    ['a\0b.md', 'cannot be the name'],
    ['talks/', 'deckhand new talks/my-talk'],
    ['_draft.md', 'would not be found as a deck'],
    ['talk.notes.md', 'would not be found as a deck'],
    ['docs/README.md', 'would not be found as a deck'],
  ])('says what is wrong with %s', (name, words) => expect(fault(name)).toContain(words))

  it('goes into `decks` of a project, and beside what is there else', () => {
    mkdirSync(join(here, 'decks'))
    expect(place('my-talk')).toBe('decks/my-talk.md')
    expect(place('decks')).toBe('decks/decks-deck.md')
    expect(place('./my-talk')).toBe('my-talk.md')
    expect(shown(placeFor({ title: 'Read/write.md' }, here, false), here)).toBe('decks/read-write-md.md')
    rmSync(join(here, 'decks'), { recursive: true })
    expect(shown(placeFor({ name: 'my-talk' }, here, true), here)).toBe('decks/my-talk.md')
    writeFileSync(join(here, 'package.json'), '{}')
    expect(place('my-talk')).toBe('decks/my-talk.md')
  })

  it('does not make other decks its parts', () => {
    mkdirSync(join(here, 'docker'))
    expect(place('docker')).toBe('docker.md')
    writeFileSync(join(here, 'docker', 'intro.md'), '# Hi')
    expect(fault('docker')).toBe(
      '`docker` is a folder of decks, and `docker.md` beside it would make them its parts. Choose another name.',
    )
  })
})

it('titleFrom says a name as a title', () => {
  expect(titleFrom('my-first_talk')).toBe('My first talk')
  expect(titleFrom('talks/harbours.md')).toBe('Harbours')
  expect(titleFrom('What is CI?')).toBe('What is CI?')
  expect(titleFrom('iPhone')).toBe('iPhone')
})
