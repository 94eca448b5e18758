// One deck of a site has changed: its page alone is made anew and put in place, and all is as if everything had been.

import { once } from 'node:events'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { canReplace } from './node/replace-page.ts'
import { createWorkplace, ensureProgram, type Workplace } from './program.test-aid.ts'

let place: Workplace
beforeAll(ensureProgram, 300_000)
beforeEach(() => {
  place = createWorkplace()
})
afterEach(() => place.remove())

const at = (name: string): string => join(place.path, name)

/** A deck without a problem, in which any of its parts can be another. */
const deck = ({ title = 'A talk', first = 'first', middle = 'middle', code = 'echo one', more = '' } = {}) =>
  `---\ntitle: ${title}\n---\n\n# ${title}\n\n- ${first}\n\n--\n\n## Middle\n\n- one **${middle}** word\n- a [link](https://example.org/)\n\n\`\`\`sh\n${code}\n\`\`\`\n\nNote: said of ${middle}\n${more}`

/** All files of a site, but the list that tells it from others. */
function filesIn(folder: string): Record<string, string> {
  const files = readdirSync(at(folder), { recursive: true, withFileTypes: true }).filter(one => one.isFile())
  const paths = files.map(one => join(one.parentPath, one.name)).sort()
  return Object.fromEntries(
    paths.map(path => [path.slice(at(folder).length + 1), readFileSync(path, 'latin1')]),
  )
}

const wordsOf = ({ out, err, status }: ReturnType<Workplace['run']>) => ({
  out: out.replace(/→ \S+ in \d+ ms/, ''),
  err,
  status,
})

/** Builds, and holds it to a build that remembers nothing; says whether the site stayed the same folder. */
function built(...words: string[]): 'in place' | 'anew' {
  const before = existsSync(at('dist')) ? statSync(at('dist')).ino : undefined
  const run = place.run(['build', ...words])
  const reference = place.run(['build', ...words, '--no-cache', '--out', 'reference'])
  expect(wordsOf(run)).toEqual(wordsOf(reference))
  expect(run.status).toBe(0)
  expect(filesIn('dist')).toEqual(filesIn('reference'))
  expect(readdirSync(place.path).filter(name => name.startsWith('.dist'))).toEqual([])
  return statSync(at('dist')).ino === before ? 'in place' : 'anew'
}

const inPlace = canReplace ? 'in place' : 'anew'

beforeEach(() => {
  place.write({ 'decks/a.md': deck(), 'decks/b.md': deck({ title: 'Another' }), 'decks/c.md': deck() })
  expect(place.run(['build']).status).toBe(0)
})

it('puts the page in place, again and again, and remembers it', () => {
  const others = (): unknown => [statSync(at('dist/b/index.html')).ino, statSync(at('dist/index.html')).ino]
  const before = others()
  for (const middle of ['alpha', 'gamma', 'delta']) {
    place.write({ 'decks/a.md': deck({ middle }) })
    expect(built()).toBe(inPlace)
    expect(readFileSync(at('dist/a/index.html'), 'utf8')).toContain(`<strong>${middle}</strong>`)
  }
  if (canReplace) expect(others()).toEqual(before)
  const page = statSync(at('dist/a/index.html'))
  expect(built()).toBe('in place')
  expect(statSync(at('dist/a/index.html'))).toMatchObject({ ino: page.ino, mtimeMs: page.mtimeMs })
  place.write({ 'decks/b.md': deck({ title: 'Another', middle: 'alpha' }) })
  expect(built()).toBe(inPlace)
})

it.each<readonly [string, () => void]>([
  ['its title', () => place.write({ 'decks/a.md': deck({ title: 'Another talk' }) })],
  ['its first slide, which the home page shows', () => place.write({ 'decks/a.md': deck({ first: 'new' }) })],
  ['code that has no colours yet', () => place.write({ 'decks/a.md': deck({ code: 'docker ps # all' }) })],
  ['a problem', () => place.write({ 'decks/a.md': deck({ middle: '<i onclick="x">a</i>' }) })],
  ['one slide more', () => place.write({ 'decks/a.md': deck({ more: '\n--\n\n## More\n' }) })],
  [
    'a picture',
    () =>
      place.write({
        'decks/a.md': deck({ middle: '![A ship](ship.svg)' }),
        'decks/ship.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
      }),
  ],
  [
    'another deck too',
    () => place.write({ 'decks/a.md': deck({ middle: 'x' }), 'decks/c.md': deck({ middle: 'y' }) }),
  ],
  ['another deck that comes', () => place.write({ 'decks/d.md': deck() })],
  ['another deck that goes', () => rmSync(at('decks/c.md'))],
  ['what the site was', () => writeFileSync(at('dist/b/index.html'), 'spoilt')],
])('makes the site anew where what changed is %s', (_, act) => {
  act()
  expect(built()).toBe('anew')
})

it('knows what this site has, whatever other calls have come to since', () => {
  const words = ['--out', 'other']
  place.write({ 'decks/a.md': deck({ title: 'Another talk', middle: '![A ship](ship.svg)' }) })
  place.write({ 'decks/ship.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>' })
  expect(place.run(['build', ...words]).status).toBe(0)
  place.write({ 'decks/a.md': deck({ title: 'Another talk', middle: '![A ship](ship.svg) more' }) })
  expect(built()).toBe('anew')
  // The same where a call failed for another deck.
  place.write({ 'decks/a.md': deck({ title: 'A third' }), 'decks/b.md': '---\ntitle: [x\n---\n# T\n' })
  expect(place.run(['build']).status).toBe(1)
  place.write({
    'decks/a.md': deck({ title: 'A third', middle: 'x' }),
    'decks/b.md': deck({ title: 'Another' }),
  })
  expect(built()).toBe('anew')
})

it('asks anew where the environment says something else', () => {
  const run = place.run(['build'], { DECKHAND_TIME_LIMIT: 'abc' })
  expect(run.status).toBe(2)
})

it('takes a problem that was there for a reason to look at everything', () => {
  place.write({ 'decks/a.md': deck({ middle: '<i onclick="x">a</i>' }) })
  built()
  place.write({ 'decks/a.md': deck({ middle: 'fine' }) })
  expect(built()).toBe('anew')
  place.write({ 'decks/a.md': deck({ middle: 'well' }) })
  expect(built()).toBe(inPlace)
})

it('changes all decks that show the one that has changed', () => {
  place.write({ 'decks/b.md': deck({ more: '\n-- {include=c.md}\n' }) })
  built()
  place.write({ 'decks/c.md': deck({ middle: 'alpha' }) })
  expect(built()).toBe('anew')
  // One that comes to show another.
  place.write({ 'decks/b.md': deck() })
  built()
  place.write({ 'decks/b.md': deck({ middle: 'shown' }) })
  expect(built()).toBe(inPlace)
  place.write({ 'decks/b.md': deck({ middle: 'more', more: '\nSee [the other](c.md).\n' }) })
  built()
  place.write({ 'decks/c.md': deck({ title: 'Renamed', middle: 'beta' }) })
  built()
})

it('says for tools what each deck came to', () => {
  const words = ['build', '--json']
  place.run(words)
  place.write({ 'decks/a.md': deck({ middle: 'a longer word' }) })
  const { decks } = JSON.parse(place.run(words).out)
  const sizes = ['a', 'b', 'c'].map(name => statSync(at(`dist/${name}/index.html`)).size)
  expect(decks.map((one: { bytes: number }) => one.bytes)).toEqual(sizes)
})

it('ends a deck that hangs as always, and leaves the site as it was', () => {
  const words = ['--time-limit', '1000']
  built(...words)
  const before = filesIn('dist')
  place.write({ 'decks/a.md': deck({ middle: 'a <!A '.repeat(10_500) }) })
  const { status, err } = place.run(['build', ...words])
  expect(err).toMatch(/^decks\/a\.md:\d+:\d+ error time-limit /)
  expect(status).toBe(1)
  expect(filesIn('dist')).toEqual(before)
  place.write({ 'decks/a.md': deck({ middle: 'mended' }) })
  built(...words)
})

it('goes on where it was killed while it put the page in place', () => {
  place.write({ 'decks/a.md': deck({ middle: 'alpha' }) })
  mkdirSync(at('dist/.deckhand-page'))
  writeFileSync(at('dist/.deckhand-page/index.html'), 'half of')
  expect(built()).toBe('anew')
  expect(existsSync(at('dist/.deckhand-page'))).toBe(false)
})

it.runIf(canReplace)('follows a link to the site, and leaves it a link', () => {
  rmSync(at('dist'), { recursive: true })
  mkdirSync(at('elsewhere'))
  symlinkSync('elsewhere', at('dist'))
  built()
  place.write({ 'decks/a.md': deck({ middle: 'alpha' }) })
  expect(built()).toBe('in place')
})

it('never mixes what builds at once make of edits that follow each other', async () => {
  const states: Record<string, string>[] = []
  const middles: Record<string, string> = { a: 'none', b: 'none', c: 'none' }
  const running: Promise<unknown>[] = []
  const write = (name: string, middle: string): void => {
    middles[name] = middle
    place.write({ [`decks/${name}.md`]: deck({ middle, title: name === 'b' ? 'Another' : 'A talk' }) })
  }
  for (let round = 0; round < 9; round++) {
    write('abc'[round % 3] ?? 'a', `round${round}`)
    states.push({ ...middles })
    const child = place.start(['build'])
    running.push(once(child, 'exit').then(([code]) => expect(code).toBe(0)))
    // Some begin while the one before is still at work, some when it has done.
    if (round % 3 === 2) await Promise.all(running)
  }
  await Promise.all(running)
  const shown = Object.fromEntries(
    Object.keys(middles).map(name => [
      name,
      /<strong>(.*?)<\/strong>/
        .exec(readFileSync(at(`dist/${name}/index.html`), 'utf8'))?.[1]
        ?.replace('middle', 'none'),
    ]),
  )
  expect(states).toContainEqual(shown)
  built()
})

it('changes nothing, whatever is edited in whatever order', () => {
  const name = fc.constantFrom('a', 'b', 'c')
  const word = fc.constantFrom('one', 'two', 'six')
  const part = fc.constantFrom('middle', 'middle', 'middle', 'first', 'title', 'code')
  fc.assert(
    fc.property(fc.array(fc.tuple(name, part, word), { minLength: 6, maxLength: 8 }), edits => {
      const parts: Record<string, Record<string, string>> = { a: {}, b: {}, c: {} }
      for (const [deckName, key, value] of edits) {
        parts[deckName] = { ...parts[deckName], [key]: value }
        place.write({ [`decks/${deckName}.md`]: deck(parts[deckName]) })
        built()
      }
    }),
    { numRuns: Number(process.env.ROUNDS ?? 1), endOnFailure: true },
  )
}, 300_000)
