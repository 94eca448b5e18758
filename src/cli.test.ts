import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createWorkplace, ensureProgram, type Workplace } from './program.test-aid.ts'

const talk = `---
title: Harbours
---

# Harbours

Note: CANARY-one

--

## Ships

- one
- two

![A ship](ship.svg)

\`\`\`sh
ls -l
\`\`\`

Note: CANARY-two
`
const ship = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"></svg>'

let place: Workplace
beforeAll(ensureProgram, 120_000)
beforeEach(() => {
  place = createWorkplace()
})
afterEach(() => place.remove())

/** All files of the site with their bytes. */
function site(out = 'dist'): Record<string, string> {
  const root = join(place.path, out)
  const names = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
  return Object.fromEntries(
    names
      .sort()
      .map(name => [name.slice(root.length + 1).replaceAll('\\', '/'), readFileSync(name, 'latin1')]),
  )
}
const leftovers = () => readdirSync(place.path).filter(name => /^\.dist/.test(name))

describe('cache', () => {
  it('shows what is kept, and clears it', () => {
    place.write({ 'talk.md': talk, 'ship.svg': ship })
    expect(place.run(['cache']).out).toBe('.deckhand/cache: nothing\n')
    place.run(['build', 'talk.md'])
    expect(place.run(['cache']).out).toMatch(
      /^\.deckhand\/cache: \d files, \d+ kB\n {2}slides, code and pictures: 1 file, /,
    )
    const report = JSON.parse(place.run(['cache', 'clear', '--json']).out)
    expect(Object.keys(report)).toEqual(['version', 'folder', 'files', 'bytes', 'kinds', 'cleared'])
    expect(readdirSync(join(place.path, '.deckhand'))).toEqual([])
    expect(place.run(['cache', 'empty'])).toMatchObject({ status: 2 })
  })
})

describe('build', () => {
  it('writes a site with pages, pictures, script and theme, and no private note in any byte', () => {
    place.write({ 'talk.md': talk, 'ship.svg': ship })
    const done = place.run(['build', 'talk.md'])
    expect(done).toMatchObject({ status: 0, err: '' })
    expect(done.out).toMatch(/^1 talk, 2 slides → dist in \d+ ms\n$/)
    const names = Object.keys(site())
    expect(names).toEqual(expect.arrayContaining(['index.html', 'talk/index.html']))
    expect(names.some(name => /^assets\/ship-[0-9a-f]{8}\.svg$/.test(name))).toBe(true)
    expect(names.some(name => /^assets\/talk-[0-9a-f]{8}\/talk\.js$/.test(name))).toBe(true)
    expect(names.some(name => /^assets\/harbor-[0-9a-f]{8}\/theme\.css$/.test(name))).toBe(true)
    expect(Object.values(site()).join('')).not.toContain('CANARY')
    const kept = join(place.path, '.deckhand', 'cache')
    expect(
      readdirSync(kept)
        .map(name => readFileSync(join(kept, name), 'utf8'))
        .join(''),
    ).not.toContain('CANARY')
  })

  it('gives the same bytes from the cache, without it, and whatever the notes say', () => {
    place.write({ 'talk.md': talk, 'ship.svg': ship })
    place.run(['build', 'talk.md'])
    const cold = site()
    const warm = JSON.parse(place.run(['build', 'talk.md', '--json']).out)
    expect(warm.decks[0].cached).toBe(true)
    expect(site()).toEqual(cold)
    place.write({
      'talk.md': talk.replace(/CANARY-\w+/g, '![](ship2.svg) Something else *entirely*'),
      'ship2.svg': `${ship} `,
    })
    place.run(['build', 'talk.md', '--no-cache'])
    expect(site()).toEqual(cold)
  })

  it('publishes the notes where asked', () => {
    place.write({ 'talk.md': talk, 'ship.svg': ship })
    place.run(['build', 'talk.md', '--notes'])
    expect(Object.values(site()).join('')).toContain('CANARY-two')
  })

  it('reports as the documentation says', () => {
    place.write({ 'talk.md': talk.replace('ship.svg', 'gone.svg') })
    const report = JSON.parse(place.run(['build', 'talk.md', '--json']).out)
    expect(Object.keys(report)).toEqual(['version', 'out', 'ms', 'decks', 'diagnostics'])
    expect(Object.keys(report.decks[0])).toEqual([
      'file',
      'slug',
      'url',
      'slides',
      'steps',
      'bytes',
      'cached',
      'ms',
    ])
    expect(report.decks[0]).toMatchObject({ file: 'talk.md', slug: 'talk', slides: 2, cached: false })
    expect(report.diagnostics[0]).toMatchObject({
      file: 'talk.md',
      severity: 'warning',
      rule: 'image-missing',
    })
  })

  it('keeps the old site when a deck has an error, and under --strict when it has a warning', () => {
    place.write({ 'decks/talk.md': talk, 'decks/ship.svg': ship })
    place.run(['build'])
    const old = site()
    place.write({ 'decks/bad.md': Uint8Array.of(0x23, 0x20, 0x93, 0x0a) })
    const failed = place.run(['build'])
    expect(failed.status).toBe(1)
    expect(failed.err).toContain('decks/bad.md:1:3 error encoding Byte `0x93` at offset 2')
    expect(site()).toEqual(old)
    place.write({ 'decks/bad.md': '# A\n\n![x](gone.png)\n' })
    expect(place.run(['build', '--strict']).status).toBe(1)
    expect(site()).toEqual(old)
    expect(place.run(['build']).status).toBe(0)
    expect(leftovers()).toEqual([])
  })

  it('refuses to replace what it did not write', () => {
    place.write({ 'talk.md': talk, 'ship.svg': ship, 'site/CNAME': 'x' })
    const done = place.run(['build', 'talk.md', '--out', 'site'])
    expect(done.status).toBe(2)
    expect(done.err).toContain('error out-not-ours `site` holds `CNAME`')
    expect(Object.keys(site('site'))).toEqual(['CNAME'])
    expect(place.run(['build', 'talk.md', '--out', '.']).status).toBe(2)
  })

  it('refuses pictures, code, decks and public files that a link leads out to', () => {
    const other = createWorkplace()
    other.write({ 'secret.svg': `${ship}SENTINEL`, 'secret.md': '# SENTINEL\n' })
    place.write({
      'decks/talk.md': '# A\n\n![x](link.svg)\n\n<<< ./link.md markdown\n\n-- {include=link.md}\n',
      'public/robots.txt': 'ok',
    })
    symlinkSync(join(other.path, 'secret.svg'), join(place.path, 'decks', 'link.svg'))
    symlinkSync(join(other.path, 'secret.md'), join(place.path, 'decks', 'link.md'))
    const done = place.run(['build'])
    expect(done.status).toBe(1)
    expect(done.err).toMatch(/error image-outside .*link\.svg/)
    expect(done.err).toMatch(/error file-outside .*`\.\/link\.md`/)
    expect(done.err).toMatch(/warning include-missing .*leads out/)
    expect(done.err).toContain('decks/link.md error file-outside')
    rmSync(join(place.path, 'decks'), { recursive: true })
    place.write({ 'decks/talk.md': '# A\n' })
    symlinkSync(join(other.path, 'secret.md'), join(place.path, 'public', 'link.md'))
    expect(place.run(['build'])).toMatchObject({
      status: 1,
      err: expect.stringContaining('error file-outside The link `public/link.md` leads out of `public`'),
    })
    expect(existsSync(join(place.path, 'dist'))).toBe(false)
    other.remove()
  })

  it('says which theme it does not have, and shows the talk all the same', () => {
    place.write({ 'talk.md': talk.replace('title:', 'theme: harbour\ntitle:'), 'ship.svg': ship })
    const { diagnostics } = JSON.parse(place.run(['build', 'talk.md', '--json']).out)
    expect(diagnostics).toMatchObject([{ rule: 'theme-unknown', line: 2, note: 'Did you mean `harbor`?' }])
    expect(site()['talk/index.html']).toContain('data-theme="harbor"')
  })

  it('dresses a talk in the theme the call names, and in no theme that is not there', () => {
    place.write({ 'talk.md': talk.replace('title:', 'theme: elsewhere\ntitle:'), 'ship.svg': ship })
    expect(place.run(['build', 'talk.md', '--theme', 'harbor', '--strict', '--quiet'])).toMatchObject({
      err: '',
    })
    expect(place.run(['build', 'talk.md', '--theme', 'harbour'])).toMatchObject({
      status: 2,
      err: expect.stringContaining('Did you mean `harbor`?'),
    })
  })

  it('copies `public/` beside `decks/`', () => {
    place.write({ 'decks/talk.md': '# A\n', 'public/robots.txt': 'ok', 'public/.env': 'SECRET' })
    expect(place.run(['build']).status).toBe(0)
    expect(site()['robots.txt']).toBe('ok')
    expect(Object.keys(site())).not.toContain('.env')
  })

  it.skipIf(process.getuid?.() === 0 || process.platform === 'win32')('says where it cannot write', () => {
    place.write({ 'talk.md': '# A\n' })
    mkdirSync(join(place.path, 'locked'))
    chmodSync(join(place.path, 'locked'), 0o500)
    const done = place.run(['build', 'talk.md', '--out', 'locked/site'])
    expect(done.status).toBe(1)
    expect(done.err).toContain('error file-write `locked/site` cannot be written: EACCES')
  })

  it('ends a deck that takes too long, names the slide, and goes on with the others', () => {
    // Runs of backticks, each of another length, are all tried against all.
    const ticks = Array.from({ length: 2000 }, (_, index) => `e${'`'.repeat(index)}`).join('')
    const trap = `# A\n\n--\n\n## Trap\n\n${ticks}\n`
    place.write({ 'decks/a.md': trap, 'decks/b.md': '# B\n\n![x](gone.png)\n' })
    const done = place.run(['build', '--time-limit', '1500'])
    expect(done.status).toBe(1)
    expect(done.err).toContain(
      'decks/a.md:5:1 error time-limit `decks/a.md` takes longer than 1.5 s, at line 5',
    )
    expect(done.err).toContain('decks/b.md:3:1 warning image-missing')
  })

  it('reads UTF-16 and any line end alike', () => {
    place.write({ 'ship.svg': ship, 'talk.md': talk })
    place.run(['build', 'talk.md'])
    const plain = site()
    for (const content of [
      Buffer.from(`\uFEFF${talk}`, 'utf16le'),
      Buffer.from(`\uFEFF${talk}`, 'utf16le').swap16(),
      `\uFEFF${talk}`,
      talk.replaceAll('\n', '\r\n'),
      talk.replaceAll('\n', '\r'),
    ]) {
      place.write({ 'talk.md': content })
      expect(place.run(['build', 'talk.md']).status).toBe(0)
      expect(site()).toEqual(plain)
    }
  })
})

describe('outline', () => {
  it('has the shape that the documentation promises', () => {
    place.write({ 'talk.txt': talk, 'ship.svg': ship })
    const { decks, version } = JSON.parse(place.run(['outline', 'talk.txt', '--json']).out)
    expect(version).toBe(1)
    const [deck] = decks
    expect(Object.keys(deck)).toEqual([
      'file',
      'dialect',
      'evidence',
      'title',
      'minutes',
      'start',
      'schedule',
      'slides',
      'diagnostics',
    ])
    expect(deck).toMatchObject({
      file: 'talk.txt',
      dialect: 'native',
      title: 'Harbours',
      minutes: null,
      start: null,
    })
    expect(Object.keys(deck.slides[1])).toEqual(
      'index key title line endLine layout classes fit measured steps minutes start estimated notesWords below hidden mergedFrom code images'.split(
        ' ',
      ),
    )
    expect(deck.slides[1]).toMatchObject({
      index: 2,
      key: 'ships',
      title: 'Ships',
      notesWords: 1,
      mergedFrom: [2],
      images: [{ src: 'ship.svg', line: 16, status: 'ok' }],
    })
  })

  it('is a table for persons', () => {
    place.write({ 'talk.md': talk, 'ship.svg': ship })
    const { out } = place.run(['outline', 'talk.md'])
    expect(out).toContain('Harbours  talk.md: 2 slides, native')
    expect(out).toContain('2  Ships  #/ships')
  })
})

describe('notes', () => {
  it('prints what the speaker says, as written', () => {
    place.write({ 'talk.md': talk, 'ship.svg': ship })
    expect(place.run(['notes', 'talk.md']).out).toBe(
      '# Harbours\n\n## 1. Harbours\n\nCANARY-one\n\n## 2. Ships\n\nCANARY-two\n',
    )
    const { decks } = JSON.parse(place.run(['notes', 'talk.md', '--format', 'json']).out)
    expect(decks[0].slides[1]).toMatchObject({ key: 'ships', notes: 'CANARY-two', steps: [] })
    place.write({ 'talk.md': talk.replace('CANARY-one', 'Say *this* <script>alert(1)</script>') })
    const page = place.run(['notes', 'talk.md', '--format', 'html']).out
    expect(page).toContain('<h2>2. Ships</h2>')
    expect(page).toContain('<em>this</em>')
    expect(page).not.toContain('<script')
  })
})

describe('a call', () => {
  it.each([
    [['biuld'], "error: unknown command 'biuld'\n(Did you mean build?)"],
    [['build', '--jsno'], "error: unknown option '--jsno'\n(Did you mean --json?)"],
    [['build', 'tlak.md'], 'There is no `tlak.md`\nDid you mean `talk.md`?'],
    [['build', '--time-limit', 'soon'], 'It must be a number of milliseconds.'],
    [['preview', 'nowhere'], 'There is no site in `nowhere`'],
    [['preview', 'a', 'b'], 'too many arguments'],
    [[], 'Usage: deckhand'],
  ])('that is wrong ends with 2 and a way out: %j', (words, text) => {
    place.write({ 'talk.md': talk })
    const done = place.run(words)
    expect(done).toMatchObject({ status: 2, out: '' })
    expect(done.err).toContain(text)
  })

  it('for a report gets one, whatever is wrong', () => {
    const done = place.run(['outline', 'gone.md', '--json'])
    expect(done.status).toBe(2)
    expect(JSON.parse(done.out)).toMatchObject({
      decks: [],
      diagnostics: [{ file: 'gone.md', rule: 'file-missing' }],
    })
  })

  it('for help or the version is fine', () => {
    expect(place.run(['--version'])).toMatchObject({
      status: 0,
      out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    })
    for (const words of [['--help'], ['build', '--help'], ['preview', '--help']]) {
      expect(place.run(words)).toMatchObject({
        status: 0,
        err: '',
        out: expect.stringContaining('Examples:'),
      })
    }
  })

  it('outlives a reader that stops reading', async () => {
    place.write({ 'talk.md': `# A\n${'\n--\n\n## B\n\ntext\n'.repeat(2000)}` })
    const running = place.start(['outline', 'talk.md', '--json', '--time-limit', '60000'])
    let err = ''
    running.stderr?.on('data', part => {
      err += part
    })
    running.stdout?.once('data', () => running.stdout?.destroy())
    const [status] = await once(running, 'exit')
    expect({ status, err }).toEqual({ status: 0, err: '' })
  })
})
