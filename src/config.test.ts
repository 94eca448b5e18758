// The configuration as an author meets it: what it may say, what stands above it, and what becomes of a wrong one.

import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, unlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createWorkplace, ensureProgram, type Outcome, type Workplace } from './program.test-aid.ts'

let place: Workplace
beforeAll(ensureProgram, 120_000)
beforeEach(() => {
  place = createWorkplace()
  place.write({ 'decks/a.md': '# Harbours\n\n--\n\n## Ships\n\n![](no.png)\n' })
})
afterEach(() => place.remove())

const config = (said: object, name = 'deckhand.config.json'): void =>
  place.write({
    [name]: name.endsWith('.json') ? JSON.stringify(said) : `export default ${JSON.stringify(said)}`,
  })
const page = (name = 'dist/a/index.html'): string => readFileSync(join(place.path, name), 'utf8')
const built = (...words: string[]): Outcome => {
  const done = place.run(['build', '--quiet', ...words])
  expect(done).toMatchObject({ status: 0, err: '' })
  return done
}

describe('what stands above what', () => {
  it('is the front matter above the defaults, and these above ours', () => {
    built()
    expect(page()).toContain('data-scheme="auto"')
    config({ defaults: { scheme: 'dark', author: 'Ada', footer: 'Foot' } })
    built()
    expect(page()).toContain('data-scheme="dark"')
    expect(page()).toContain('Ada')
    place.write({ 'decks/a.md': '---\nscheme: light\nauthor: Grace\n---\n\n# Harbours\n' })
    built()
    expect(page()).toContain('data-scheme="light"')
    expect(page()).not.toContain('Ada')
    expect(page()).toContain('Foot')
  })

  it('is the flag above the file, for paths and folders too', () => {
    config({ decks: 'talks', out: 'site', variant: 'short' })
    place.write({ 'talks/b.md': '# B\n\n--\n\n## Ships\n\n-- {only=long}\n\n## Long way\n' })
    built()
    expect(existsSync(join(place.path, 'site/b/index.html'))).toBe(true)
    expect(page('site/b/index.html')).not.toContain('Long way')
    built('decks', '--out', 'other')
    expect(existsSync(join(place.path, 'other/a/index.html'))).toBe(true)
    built('--variant', 'long')
    expect(page('site/b/index.html')).toContain('Long way')
  })

  it('is the flag, then the front matter, then the file for a dialect', () => {
    const dialect = (...words: string[]): string =>
      JSON.parse(place.run(['outline', '--json', ...words]).out).decks[0].dialect
    place.write({ 'decks/a.md': '# One\n\n---\n\n# Two\n' })
    config({ dialect: 'deckset' })
    expect(dialect()).toBe('deckset')
    expect(dialect('--dialect', 'outline')).toBe('outline')
    place.write({ 'decks/a.md': '---\ndialect: native\n---\n\n# One\n\n---\n\n# Two\n' })
    expect(dialect()).toBe('native')
  })

  it('is the flag, then the environment, then the file for the time a deck may take', () => {
    place.write({ 'decks/a.md': `# Deep\n\n${'text <b>bold</b> `code`\n\n'.repeat(800)}` })
    config({ timeLimit: 1 })
    const status = (words: string[], env = {}): number | null =>
      place.run(['build', '--quiet', ...words], env).status
    expect(status([])).toBe(1)
    expect(status([], { DECKHAND_TIME_LIMIT: '60000' })).toBe(0)
    expect(status(['--time-limit', '1', '--no-cache'], { DECKHAND_TIME_LIMIT: '60000' })).toBe(1)
  })

  it('lets a flag take back what the file says', () => {
    config({ strict: true })
    expect(place.run(['build']).status).toBe(1)
    expect(place.run(['build', '--no-strict']).status).toBe(0)
    expect(place.run(['build', '--no-config']).status).toBe(0)
  })
})

describe('where it is', () => {
  it('is beside the call or above it, as far as the project reaches', () => {
    config({ defaults: { footer: 'Found' } })
    const run = (): boolean => {
      const folder = createIn('deep/er')
      expect(folder.run(['build', '--quiet']).status).toBe(0)
      return readFileSync(join(place.path, 'deep/er/dist/a/index.html'), 'utf8').includes('Found')
    }
    // Nothing shows where the project ends: only the folder of the call counts.
    expect(run()).toBe(false)
    place.write({ 'package.json': '{}' })
    expect(run()).toBe(true)
    mkdirSync(join(place.path, 'deep/.git'))
    expect(run()).toBe(false)
  })

  it('has paths that are relative to it', () => {
    config({ decks: ['../decks/a.md'], out: '../site' }, 'settings/talks.json')
    built('--config', 'settings/talks.json')
    expect(page('site/a/index.html')).toContain('Harbours')
  })

  it('is one and no more', () => {
    config({})
    config({}, 'deckhand.config.mjs')
    expect(place.run(['build'])).toMatchObject({
      status: 2,
      err: expect.stringContaining('`deckhand.config.mjs` and `deckhand.config.json`'),
    })
    expect(place.run(['build', '--config', 'gone.ts']).err).toContain('There is no `gone.ts`')
    rmSync(join(place.path, 'deckhand.config.mjs'))
    config({}, 'deckhand.config.yaml')
    expect(place.run(['build', '--config', 'deckhand.config.yaml'])).toMatchObject({ status: 2 })
  })

  /** The same program, called further below. */
  function createIn(name: string): Pick<Workplace, 'run'> {
    place.write({ [`${name}/decks/a.md`]: '# Harbours\n' })
    const at = join(place.path, name)
    return { run: words => place.runIn(at, words) }
  }
})

describe('code', () => {
  it('is TypeScript with types, worked out or not, with what it imports', () => {
    place.write({
      'words.ts': 'export const title: string = "Talks of " + 2026\n',
      'deckhand.config.ts': `import { defineConfig, type Config } from 'deckhand'
import { title } from './words'
enum Scheme { dark = 'dark' }
export default defineConfig(async (): Promise<Config> => ({ title, defaults: { scheme: Scheme.dark } }))
`,
    })
    built()
    expect(page('dist/index.html')).toContain('Talks of 2026')
    expect(page()).toContain('data-scheme="dark"')
    // Nothing of it is the deck's: a whole call with code in it is never said again by heart.
    place.write({ 'words.ts': 'export const title: string = "Talks of " + 2027\n' })
    built()
    expect(page('dist/index.html')).toContain('Talks of 2027')
    place.write({ 'deckhand.config.ts': 'export default Promise.resolve({ title: "Promised" })\n' })
    built()
    expect(page('dist/index.html')).toContain('Promised')
  })

  it.each([
    [
      'deckhand.config.ts',
      'const a: string =\n\nexport default {}',
      'deckhand.config.ts:3:1 error config-syntax',
    ],
    [
      'deckhand.config.mjs',
      '\nthrow new Error("no way")',
      'deckhand.config.mjs:2:1 error config-syntax The configuration throws: no way',
    ],
    [
      'deckhand.config.js',
      'import x from "no-such-thing"\nexport default x',
      'deckhand.config.js:1:15 error config-syntax `no-such-thing` cannot be found',
    ],
    ['deckhand.config.mjs', 'process.exit(0)', 'The configuration ends the program'],
    ['deckhand.config.mjs', 'export default "', 'Unterminated string constant. Correct'],
    [
      'deckhand.config.mjs',
      'export default {\n  theme: () => 1,\n}',
      'deckhand.config.mjs:2:3 error config-value `theme` cannot be a function',
    ],
    ['deckhand.config.json', '{\n  "port": 80,\n}', 'deckhand.config.json:3:1 error config-syntax'],
    [
      'deckhand.config.json',
      '{\n  "port": "80"\n}',
      'deckhand.config.json:2:11 error config-value `port` cannot be `"80"`. Write a whole number from 0 to 65535.',
    ],
    ['deckhand.config.json', '{ "theme": "harbro" }', 'There is no theme `harbro`. Did you mean `harbor`?'],
  ])('or data that is wrong ends the call, and nothing is written: %s %j', (name, text, said) => {
    place.write({ [name]: text })
    const done = place.run(['build'])
    expect(done.err).toContain(said)
    expect(done).toMatchObject({ status: 2, out: '' })
    expect(existsSync(join(place.path, 'dist'))).toBe(false)
  })

  it('that cannot be read ends the call, and a link to nothing is none', () => {
    symlinkSync('deckhand.config.json', join(place.path, 'deckhand.config.json'))
    built()
    unlinkSync(join(place.path, 'deckhand.config.json'))
    // A file that nobody may read from its beginning, not even who may read everything.
    symlinkSync('/proc/self/mem', join(place.path, 'deckhand.config.json'))
    if (process.platform !== 'linux') return
    expect(place.run(['build'])).toMatchObject({
      status: 2,
      err: expect.stringContaining(
        'deckhand.config.json error config-syntax The configuration cannot be read: E',
      ),
    })
  })

  it('that is wrong gives tools a report', () => {
    place.write({ 'deckhand.config.json': '{ "them": "harbor" }' })
    for (const words of [
      ['outline', '--json'],
      ['check', '--format', 'json'],
    ]) {
      expect(JSON.parse(place.run(words).out)).toMatchObject({
        decks: [],
        diagnostics: [{ rule: 'config-key', line: 1, column: 3, note: 'Did you mean `theme`?' }],
      })
    }
    expect(place.run(['check', '--format', 'github']).out).toMatch(
      /^::error file=deckhand\.config\.json,line=1,.*title=config-key::/,
    )
  })
})

describe('rules', () => {
  it('are quieted, taken lightly or seriously by every command, exit status included', () => {
    const commands = [['build'], ['outline'], ['check', '--no-browser'], ['notes']]
    const rules = (said: object): void => config({ rules: said })
    rules({ 'image-alt': 'off', 'image-missing': 'error' })
    expect(place.run(['build']).err).toMatch(/^decks\/a.md:7:1 error image-missing .*\nNothing was written/)
    for (const words of commands) expect(place.run(words).status).toBe(1)
    rules({ 'image-alt': 'off', 'image-missing': 'off' })
    for (const words of commands) {
      const done = place.run([...words, '--strict'])
      expect(done.status, words[0]).toBe(0)
      expect(done.out + done.err).not.toContain('image-')
    }
    // The page itself does not depend on them: it comes from the cache.
    rules({ 'image-alt': 'warning', 'image-missing': 'info' })
    const done = JSON.parse(place.run(['build', '--json']).out)
    expect(done.decks[0].cached).toBe(true)
    expect(done.diagnostics.map(({ severity }: { severity: string }) => severity)).toEqual([
      'info',
      'warning',
    ])
  })
})

it('lets the HTML of decks be trusted, which no deck can ask for', () => {
  place.write({ 'decks/a.md': '---\nhtml: trusted\n---\n\n# A\n\n<script>said()</script>\n' })
  place.run(['build', '--quiet'])
  expect(page()).not.toContain('said()')
  config({ html: 'trusted' })
  place.run(['build', '--quiet'])
  expect(place.run(['check', '--no-browser']).out).not.toContain('html-dropped')
  expect(page()).toContain('<script>said()</script>')
  config({ html: 'safe' })
  place.run(['build', '--quiet'])
  expect(page()).not.toContain('said()')
})
