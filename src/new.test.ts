// deckhand new, as who calls it meets it: what is written, what never is, and that what is written is worth it.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createWorkplace, ensureProgram, type Outcome, program, type Workplace } from './program.test-aid.ts'

let place: Workplace
beforeAll(ensureProgram, 120_000)
beforeEach(() => {
  place = createWorkplace()
})
afterEach(() => place.remove())

const make = (...words: string[]): Outcome => place.run(['new', ...words], { GIT_CONFIG_GLOBAL: '/dev/null' })
const written = (): string[] =>
  readdirSync(place.path, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry =>
      join(entry.parentPath, entry.name)
        .slice(place.path.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort()
/** The built package is a copy that was not installed: it is called, and depended on, by its place. */
const own = (): string => relative(place.path, program).replaceAll('\\', '/')
const text = (file: string): string => readFileSync(join(place.path, file), 'utf8')

describe('new', () => {
  it('makes a project of an empty folder, and says what to type next', () => {
    place.write({ 'README.md': '# Mine\n' })
    const done = make('my-talk', '--author', 'Ada Example')
    expect(done).toMatchObject({ status: 0, err: '' })
    expect(done.out).toMatch(/^Written:\n {2}decks\/my-talk\.md .*\n {2}package\.json /)
    expect(done.out).toMatch(/\n\nNext:\n {2}npm install\n {2}npm run dev\n$/)
    expect(written()).toEqual([
      '.github/workflows/pages.yml',
      '.gitignore',
      '.prettierignore',
      'README.md',
      'decks/my-talk.md',
      'package.json',
    ])
    expect(text('decks/my-talk.md')).toMatch(
      /^---\ntitle: My talk\nauthor: Ada Example\ndate: \d{4}-\d\d-\d\d\n/,
    )
    const { scripts, devDependencies } = JSON.parse(text('package.json'))
    expect(scripts).toEqual({
      dev: 'deckhand dev',
      check: 'deckhand check',
      build: 'deckhand build',
      preview: 'deckhand preview',
    })
    expect(devDependencies).toEqual({ deckhand: `file:${own().replace(/\/lib\/cli\.cjs$/, '')}` })
    expect(written().map(text).join('')).not.toMatch(/\{\{[a-z]/)
  })

  it.each(['talk', 'workshop', 'lightning'])(
    'writes a %s that builds and is checked without a word',
    name => {
      make('mine', '--template', name, '--title', 'What is `docker run` *really*?')
      expect(place.run(['build', '--strict'])).toMatchObject({ status: 0, err: '' })
      const { diagnostics } = JSON.parse(place.run(['check', '--no-browser', '--strict', '--json']).out)
      expect(diagnostics).toEqual([])
      const [deck] = JSON.parse(place.run(['outline', '--json']).out).decks
      expect(deck.title).toBe('What is `docker run` *really*?')
      const planned = deck.slides.reduce(
        (sum: number, { minutes }: { minutes: number | null }) => sum + (minutes ?? 0),
        0,
      )
      expect(planned).toBe(deck.minutes)
    },
  )

  it('writes the deck alone where work is going on, or where that is asked', () => {
    place.write({ 'main.go': 'package main\n' })
    expect(make('my-talk').out).toBe(
      `Written:\n  my-talk.md  the deck, from the template talk\n\nNext:\n  node ${own()} dev my-talk.md --open\n  node ${own()} check my-talk.md\n`,
    )
    make('Second talk', '--template', 'lightning', '--no-project')
    expect(written()).toEqual(['main.go', 'my-talk.md', 'second-talk.md'])
  })

  it('fits the project to a deck that stands elsewhere', () => {
    make('talks/tides.md')
    expect(JSON.parse(text('package.json')).scripts.check).toBe('deckhand check talks/tides.md')
    expect(text('.github/workflows/pages.yml')).toContain('deckhand build talks/tides.md\n')
    expect(text('.prettierignore')).toContain('\ntalks/tides.md\n')
  })

  it('touches nothing that is there', () => {
    place.write({ '.gitignore': 'mine\n', 'package.json': '{}\n', 'decks/my-talk.md': '# Mine\n' })
    const again = make('my-talk', '--project')
    expect(again).toMatchObject({ status: 2, out: '' })
    expect(again.err).toContain('`decks/my-talk.md` is there already, and nothing is overwritten')
    expect(written()).toEqual(['.gitignore', 'decks/my-talk.md', 'package.json'])
    make('other', '--project')
    expect([text('.gitignore'), text('package.json'), text('decks/my-talk.md')]).toEqual([
      'mine\n',
      '{}\n',
      '# Mine\n',
    ])
    expect(existsSync(join(place.path, '.prettierignore'))).toBe(true)
  })

  it('leaves nothing behind where the system says no', () => {
    // A file stands where the folder of the workflow should.
    place.write({ '.github': 'no folder\n' })
    const done = make('my-talk')
    expect(done).toMatchObject({ status: 2, out: '' })
    expect(done.err).toMatch(/`\.github\/workflows\/pages\.yml` cannot be written: \w+: /)
    expect(readdirSync(place.path)).toEqual(['.github'])
  })

  it('reports to tools', () => {
    expect(JSON.parse(make('my-talk', '--json', '--no-project', '--author', 'Ada').out)).toEqual({
      version: 1,
      deck: 'my-talk.md',
      template: 'talk',
      title: 'My talk',
      author: 'Ada',
      files: ['my-talk.md'],
      next: [`node ${own()} dev my-talk.md --open`, `node ${own()} check my-talk.md`],
    })
  })

  it('names a deck by its title, and says what is wrong with a call', () => {
    make('--title', 'Häfen & Meer', '--no-project')
    expect(written()).toEqual(['häfen-meer.md'])
    expect(make()).toMatchObject({ status: 2, out: '' })
    expect(make().err).toContain('deckhand new my-talk')
    expect(make('../x')).toMatchObject({ status: 2 })
    expect(make('x', '--template', 'keynote').err).toContain('talk, workshop, lightning')
    expect(make('x', '--title', ' ')).toMatchObject({ status: 2 })
    expect(written()).toEqual(['häfen-meer.md'])
  })
})
