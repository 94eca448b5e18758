// The laws of the cache: whatever was changed since, and whatever befell the cache, a build is as one without it.

import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { createWorkplace, ensureProgram, type Workplace } from './program.test-aid.ts'

/** Few by default; `ROUNDS=20` is what a release is tried with. */
const rounds = Number(process.env.ROUNDS ?? 2)

let place: Workplace
beforeAll(ensureProgram, 120_000)
beforeEach(() => {
  place = createWorkplace()
})
afterEach(() => place.remove())

const at = (name: string): string => join(place.path, name)

/** All files of a folder with their bytes; nothing where it is not there. */
function filesIn(folder: string): Record<string, string> {
  if (!existsSync(at(folder))) return {}
  const files = readdirSync(at(folder), { recursive: true, withFileTypes: true }).filter(entry =>
    entry.isFile(),
  )
  const paths = files.map(entry => join(entry.parentPath, entry.name)).sort()
  return Object.fromEntries(
    paths.map(path => [path.slice(at(folder).length + 1), readFileSync(path, 'latin1')]),
  )
}

const picture = (width: number): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="30"><path d="M0 0h9v9z"/></svg>`
const deck = (word: string): string => `---
title: A talk on ${word}
---

# On ${word}

--

## Pictures ${word}

![Ship](ship.svg) ![Gone](gone.svg)

<<< ./run.sh sh

Note: said of ${word}

-- {include=_part.md}

--

## ${word} for some

- one **${word}** <b onclick="x">loud</b>

\`\`\`js
let ${word} = 1
\`\`\`

-- {only=long}

## Long
`

/** All there is to begin with. */
const beginning = {
  'decks/a.md': deck('alpha'),
  'decks/b.md': deck('beta'),
  'decks/ship.svg': picture(40),
  'decks/run.sh': 'echo one\n',
  'decks/_part.md': '## A part\n\nwith words\n',
  'decks/b.notes.md': '## 1 - On beta\n\nCompanion says hello\n',
  'public/robots.txt': 'all\n',
  'word.txt': 'first',
}

type Act = readonly [name: string, act: () => void]
const write = (name: string, text: string): Act => [
  `write ${name} ${text.slice(0, 40)}`,
  () => place.write({ [name]: text }),
]
const remove = (name: string): Act => [
  `remove ${name}`,
  () => rmSync(at(name), { recursive: true, force: true }),
]

/** What a project may say of its talks; words of one length again. */
const configs = [
  { defaults: { footer: 'alpha' } },
  { defaults: { footer: 'gamma' }, html: 'trusted' },
  { rules: { 'image-missing': 'off', 'html-dropped': 'info' }, title: 'Talks of ours' },
  { variant: 'short', dialect: 'cleaver' },
  { theme: 'nosuch' },
]

/** Code that depends on more than its own text. */
const configCode =
  "import { readFileSync } from 'node:fs'\nexport default { defaults: { footer: readFileSync('word.txt', 'utf8') } }\n"

/** What an author may do, and what may befall the disk. Words are of one length, so that sizes stay as they are. */
const anAct: fc.Arbitrary<Act> = fc.oneof(
  fc
    .tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('alpha', 'gamma', 'delta'))
    .map(([name, word]) => write(`decks/${name}.md`, deck(word))),
  fc.constantFrom(40, 50, 60).map(width => write('decks/ship.svg', picture(width))),
  fc.constantFrom('one', 'two').map(word => write('decks/run.sh', `echo ${word}\n`)),
  fc.constantFrom('part', 'tarp').map(word => write('decks/_part.md', `## A ${word}\n\nwith words\n`)),
  fc
    .constantFrom('hello', 'salut')
    .map(word => write('decks/b.notes.md', `## 1 - On beta\n\nSays ${word}\n`)),
  fc.constantFrom('all\n', 'non\n').map(text => write('public/robots.txt', text)),
  fc
    .constantFrom('decks/a.md', 'decks/ship.svg', 'decks/run.sh', 'decks/_part.md', 'decks/b.notes.md')
    .map(remove),
  fc.constantFrom(...configs).map(config => write('deckhand.config.json', JSON.stringify(config))),
  fc.constant(write('deckhand.config.mjs', configCode)),
  fc.constantFrom('first', 'other').map(word => write('word.txt', word)),
  fc.constantFrom('deckhand.config.json', 'deckhand.config.mjs').map(remove),
  fc.constantFrom('dist', 'dist/a/index.html', 'public').map(remove),
  fc.constantFrom('decks/gone.svg', 'decks/a.notes.md').map(name => write(name, picture(20))),
  fc.constant<Act>([
    'a link in the place of a picture',
    () => {
      rmSync(at('decks/ship.svg'), { force: true })
      symlinkSync('other.svg', at('decks/ship.svg'))
      place.write({ 'decks/other.svg': picture(70) })
    },
  ]),
  fc
    .constantFrom('decks/a.md', 'decks/ship.svg', 'decks')
    .map<Act>(name => [
      `touch ${name}`,
      () => existsSync(at(name)) && utimesSync(at(name), new Date(), new Date(2020, 1, 1)),
    ]),
  fc.constant<Act>(['write into the site', () => spoil('dist/index.html', 0.5)]),
  fc.tuple(fc.nat(), fc.constantFrom(0, 0.01, 0.3, 0.99)).map<Act>(([which, where]) => [
    `spoil the cache, file ${which} at ${where}`,
    () => {
      const names = cacheNames()
      spoil(`.deckhand/cache/${names[which % names.length]}`, where)
    },
  ]),
  fc
    .nat()
    .map<Act>(which => [
      `lose file ${which} of the cache`,
      () => rmSync(at(`.deckhand/cache/${cacheNames()[which % cacheNames().length]}`), { force: true }),
    ]),
)

function cacheNames(): string[] {
  return existsSync(at('.deckhand/cache')) ? readdirSync(at('.deckhand/cache')).sort() : ['none']
}

/** Flips a bit. */
function spoil(name: string, where: number): void {
  if (!existsSync(at(name)) || !statSync(at(name)).isFile()) return
  const bytes = readFileSync(at(name))
  const index = Math.min(bytes.length - 1, Math.floor(bytes.length * where))
  bytes[index] = (bytes[index] ?? 0) ^ 1
  writeFileSync(at(name), bytes)
}

/** What a run says, without the time it took and the folder it wrote. */
const wordsOf = ({ out, err, status }: ReturnType<Workplace['run']>) => ({
  out: out.replace(/→ \S+ in \d+ ms/, ''),
  err: err.replace(/ `\w+` is as it was\./, ''),
  status,
})

const calls = fc.constantFrom<readonly string[]>(
  [],
  ['--variant', 'short'],
  ['--dialect', 'native'],
  ['--theme', 'harbor'],
)

const folders = ['decks', 'public', 'dist', '.deckhand']

it('changes nothing, whatever was done', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(anAct, calls), { minLength: 4, maxLength: 8 }), acts => {
      for (const name of [...folders, 'deckhand.config.json', 'deckhand.config.mjs']) remove(name)[1]()
      place.write(beginning)
      place.run(['build'])
      const done: string[] = []
      for (const [[name, act], words] of acts) {
        act()
        done.push(`${name} ${words.join(' ')}`)
        const cached = place.run(['build', ...words])
        const reference = place.run(['build', ...words, '--no-cache', '--out', 'reference'])
        expect(wordsOf(cached), done.join('\n')).toEqual(wordsOf(reference))
        if (reference.status === 0) expect(filesIn('dist'), done.join('\n')).toEqual(filesIn('reference'))
      }
    }),
    { numRuns: rounds, endOnFailure: true },
  )
}, 300_000)

/** The parts of the program that a run loaded, threads and all. */
function loadedBy(words: readonly string[]): string[] {
  rmSync(at('loaded'), { recursive: true, force: true })
  expect(place.run(words, { NODE_V8_COVERAGE: at('loaded') }).status).toBe(0)
  const urls = readdirSync(at('loaded')).flatMap(name => {
    const { result }: { result: { url: string }[] } = JSON.parse(readFileSync(at(`loaded/${name}`), 'utf8'))
    return result.map(({ url }) => url)
  })
  return urls.flatMap(url => /\/lib\/(?:chunks\/)?([\w-]+?)(?:-[\w-]{8})?\.c?js$/.exec(url)?.[1] ?? [])
}

/** A deck long enough for its slides to be remembered, with all that a slide may leave on its page. */
const longDeck = (words: readonly string[]): string =>
  `---\ntitle: Long\n---\n\n# Long\n\n[ref]: https://example.org/${words[0]}\n[^n]: A footnote <i onclick="x">on</i> ${words[1]}\n\n${words
    .map(
      (word, index) =>
        `--\n\n## ${word} ${index}\n\n- <span style="color:${index % 2 ? 'red' : 'blue'}" onclick="y">one</span>\n- [to](#${word}-${index - 1}), [a site][ref], words[^n]\n\n![far](https://${word}.example/a.png)\n\n\`\`\`sh\necho ${word} # said\n\`\`\`\n\nNote: said of ${word}\n`,
    )
    .join('\n')}`

it('changes nothing in long decks, whatever is written, moved or taken away', () => {
  const word = fc.constantFrom('alpha', 'gamma', 'delta')
  const words = fc.array(word, { minLength: 62, maxLength: 64 })
  const edit = fc.tuple(fc.nat(61), fc.constantFrom('change', 'insert', 'remove', 'line'), word)
  fc.assert(
    fc.property(words, fc.array(edit, { minLength: 2, maxLength: 4 }), (start, edits) => {
      for (const folder of ['decks', 'dist', '.deckhand']) remove(folder)[1]()
      const now = [...start]
      let above = ''
      for (const [at, what, fresh] of [[0, 'none', ''] as const, ...edits]) {
        if (what === 'change') now[at] = fresh
        else if (what === 'insert') now.splice(at, 0, fresh)
        else if (what === 'remove') now.splice(at, 1)
        else if (what === 'line') above += '\n\nmore <b onclick="z">words</b>'
        place.write({ 'decks/long.md': longDeck(now).replace('# Long\n', `# Long${above}\n`) })
        const cached = place.run(['build'])
        const reference = place.run(['build', '--no-cache', '--out', 'reference'])
        expect(wordsOf(cached)).toEqual(wordsOf(reference))
        expect(filesIn('dist')).toEqual(filesIn('reference'))
      }
      const kept = cacheNames().filter(name => name.endsWith('.slides'))
      expect(kept).toHaveLength(1)
    }),
    { numRuns: rounds, endOnFailure: true },
  )
}, 300_000)

it('sees a configuration that comes, changes, goes, or is code', () => {
  place.write(beginning)
  for (const act of [
    write('deckhand.config.json', JSON.stringify(configs[0])),
    write('deckhand.config.json', JSON.stringify(configs[1])),
    remove('deckhand.config.json'),
    write('deckhand.config.mjs', configCode),
    write('word.txt', 'other'),
    remove('deckhand.config.mjs'),
  ]) {
    // Twice, so that there is something to be remembered.
    for (let turn = 0; turn < 2; turn++) place.run(['build'])
    act[1]()
    const cached = place.run(['build'])
    const reference = place.run(['build', '--no-cache', '--out', 'reference'])
    expect(wordsOf(cached), act[0]).toEqual(wordsOf(reference))
    expect(filesIn('dist'), act[0]).toEqual(filesIn('reference'))
  }
})

it('loads nothing that works decks, and starts no thread, where nothing has changed', () => {
  place.write(beginning)
  expect(loadedBy(['build'])).toContain('worker')
  const first = filesIn('dist')
  const again = loadedBy(['build'])
  expect(again).toContain('cli')
  for (const name of ['worker', 'program', 'build', 'front', 'core', 'index'])
    expect(again).not.toContain(name)
  expect(filesIn('dist')).toEqual(first)
})

it('works only the deck that has changed, and writes only its page', () => {
  place.write(beginning)
  place.run(['build'])
  const before = statSync(at('dist/a/index.html'))
  place.write({ 'decks/b.md': deck('gamma') })
  const { decks } = JSON.parse(place.run(['build', '--json']).out)
  expect(decks.map((each: { cached: boolean }) => each.cached)).toEqual([true, false])
  expect(statSync(at('dist/a/index.html'))).toMatchObject({ ino: before.ino, mtimeMs: before.mtimeMs })
})

it('works anew what it found in the cache and then could not have from there', () => {
  place.write(beginning)
  place.run(['build'])
  place.write({ 'decks/b.md': deck('gamma') })
  remove('dist')[1]()
  for (const name of cacheNames()) if (name.endsWith('.html')) spoil(`.deckhand/cache/${name}`, 0.9)
  expect(place.run(['build'])).toMatchObject({ status: 0 })
  place.run(['build', '--no-cache', '--out', 'reference'])
  expect(filesIn('dist')).toEqual(filesIn('reference'))
})

it(`is whole after it was killed at any moment, ${rounds * 4} times`, async () => {
  place.write(beginning)
  place.run(['build', '--no-cache', '--out', 'reference'])
  const began = performance.now()
  place.run(['build', '--out', 'other'])
  const whole = performance.now() - began
  for (let round = 0; round < rounds * 4; round++) {
    if (round % 2 === 0) remove('.deckhand')[1]()
    else place.write({ 'decks/a.md': deck(round % 4 === 1 ? 'gamma' : 'alpha') })
    const running = place.start(['build'])
    const ended = once(running, 'exit')
    const timer = setTimeout(() => running.kill('SIGKILL'), whole * (0.4 + Math.random() * 0.6))
    await ended
    clearTimeout(timer)
    expect(place.run(['build']).status).toBe(0)
    expect(readdirSync(place.path).filter(name => name.startsWith('.dist'))).toEqual([])
    place.run(['build', '--no-cache', '--out', 'reference'])
    expect(filesIn('dist')).toEqual(filesIn('reference'))
  }
}, 300_000)

it(`never mixes eight builds at once, ${rounds} times`, async () => {
  place.write(beginning)
  const variants = [[], ['--variant', 'short']]
  const references = variants.map((words, index) => {
    place.run(['build', '--no-cache', '--out', `reference${index}`, ...words])
    return filesIn(`reference${index}`)
  })
  for (let round = 0; round < rounds; round++) {
    if (round % 2 === 0) remove('.deckhand')[1]()
    const runs = Array.from({ length: 8 }, (_, index) =>
      place.start(['build', ...(variants[index % 2] ?? [])]),
    )
    const codes = await Promise.all(runs.map(async run => (await once(run, 'exit'))[0]))
    expect(codes).toEqual(codes.map(() => 0))
    expect(references).toContainEqual(filesIn('dist'))
    for (const [index, words] of variants.entries()) {
      place.run(['build', ...words])
      expect(filesIn('dist')).toEqual(references[index])
    }
  }
}, 300_000)

it('takes another copy of the program, or another theme in it, for something else', () => {
  const home = fileURLToPath(new URL('..', import.meta.url))
  cpSync(join(home, 'lib'), at('copy/lib'), { recursive: true })
  cpSync(join(home, 'package.json'), at('copy/package.json'))
  symlinkSync(join(home, 'node_modules'), at('copy/node_modules'))
  const run = (...words: string[]) =>
    spawnSync(process.execPath, [at('copy/lib/cli.cjs'), 'build', ...words], {
      cwd: place.path,
      encoding: 'utf8',
    })
  const same = (): void => {
    expect(run().status).toBe(0)
    run('--no-cache', '--out', 'reference')
    expect(filesIn('dist')).toEqual(filesIn('reference'))
  }
  place.write(beginning)
  place.run(['build'])
  same()
  const theme = 'copy/lib/themes/harbor/theme.css'
  writeFileSync(at(theme), readFileSync(at(theme), 'utf8').replace(/;/, '; '))
  same()
  // A later version writes pages another way.
  for (const name of readdirSync(at('copy/lib'), { recursive: true, encoding: 'utf8' })) {
    if (!/\.c?js$/.test(name)) continue
    const code = readFileSync(at(`copy/lib/${name}`), 'utf8')
    const later = code.replaceAll(buildOf(home), 'another-one!').replaceAll('skip-link', 'skip-line')
    writeFileSync(at(`copy/lib/${name}`), later)
  }
  same()
  expect(filesIn('dist')['a/index.html']).toContain('skip-line')
})

/** The id that the package was built with. */
function buildOf(home: string): string {
  const folder = join(home, 'lib', 'chunks')
  const chunks = readdirSync(folder).map(name => readFileSync(join(folder, name), 'utf8'))
  return chunks.flatMap(code => /[`"]([0-9a-f]{12})[`"]/.exec(code)?.[1] ?? [])[0] ?? ''
}
