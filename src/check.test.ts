// `deckhand check`, run as a person would run it.

import { cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Finding, placesOf, planted, plantedFaults } from './planted.test-aid.ts'
import { createWorkplace, ensureProgram, type Workplace } from './program.test-aid.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

let place: Workplace
beforeAll(ensureProgram, 120_000)
beforeEach(() => {
  place = createWorkplace()
})
afterEach(() => place.remove())

/** What a check without a browser finds. */
function findings(...words: string[]): readonly Finding[] {
  const done = place.run(['check', ...words, '--no-browser', '--json'])
  return JSON.parse(done.out).diagnostics
}

describe('a talk with planted faults', () => {
  it('is told of each of them, at its line, and of nothing else', () => {
    cpSync(planted, place.path, { recursive: true })
    const found = findings('talk.md')
    expect(placesOf(found)).toEqual(plantedFaults('Without a browser'))
    expect(found.length).toBe(33)
    for (const one of found) {
      expect(one.message, one.rule).not.toMatch(/\.$/)
      expect(one.note, one.rule).toMatch(/\S/)
    }
  })

  it('begins with what is most embarrassing, and ends with what only readers miss', () => {
    cpSync(planted, place.path, { recursive: true })
    const rules = findings('talk.md').map(({ rule }) => rule)
    expect(rules.slice(0, 3)).toEqual(['note-like', 'comment-unclosed', 'fence-unclosed'])
    expect(rules.slice(-3)).toEqual(['image-alt', 'image-alt', 'heading-order'])
    expect(rules.indexOf('image-missing')).toBeLessThan(rules.indexOf('code-dockerfile'))
    expect(rules.indexOf('code-dockerfile')).toBeLessThan(rules.indexOf('link-broken'))
    expect(rules.indexOf('link-broken')).toBeLessThan(rules.indexOf('planned-time'))
  })
})

it('finds nothing wrong with the talks of this project', () => {
  cpSync(join(root, 'decks'), join(place.path, 'decks'), { recursive: true })
  const done = place.run(['check', '--no-browser', '--strict'])
  expect(done.out).toMatch(
    /^\d+ talks, \d+ slides, \d+ code blocks, \d+ links checked without a browser: nothing is wrong\n$/,
  )
  expect(done).toMatchObject({ status: 0, err: '' })
})

describe('a link', () => {
  it('leads to another deck, and to a slide of it, where there is one', () => {
    place.write({
      'decks/a.md':
        '# A\n\n[b](b.md) [why](b.md#why) [case](B.md) [gone](gone.md) [nope](b.md#nope)\n[readme](README.md) <a href="b.md">raw</a>\n',
      'decks/b.md': '# B\n\n--\n\n# Why\n\n[a](a.md#/a)\n',
      'decks/README.md': '# Read me\n',
    })
    expect(findings().map(({ rule, line, message }) => `${rule} ${line} ${message}`)).toEqual([
      'link-broken 3 `B.md` is spelt otherwise on disk: the file is named `b.md`',
      'link-broken 3 `gone.md` was not found',
      'link-broken 3 No slide of `b.md` is called `nope`',
      'link-broken 4 `README.md` is no deck, so it has no page',
      'link-broken 4 `b.md` is not published with the talk',
    ])
    place.run(['build'])
    expect(readFileSync(join(place.path, 'dist/a/index.html'), 'utf8')).toContain(
      'href="../b/index.html#/why"',
    )
  })

  it('leads to files of `public/`, and to none that is not published', () => {
    place.write({
      'decks/a.md':
        '# A\n\n[x](../x.pdf) [y](../y.pdf) [file](Dockerfile) [home](../index.html) [b](../b/) [out](../../z)\n',
      'decks/Dockerfile': 'FROM alpine\n',
      'public/x.pdf': 'x',
    })
    expect(findings().map(({ message }) => message)).toEqual([
      '`../y.pdf` is outside the folder of the decks',
      '`Dockerfile` is not published with the talk',
      '`../../z` is outside the folder of the decks',
    ])
  })
})

describe('code from a file', () => {
  it('is told in its file where a slide shows it, once, and not where a comment quiets it', () => {
    place.write({
      'talk.md': '# A\n\n<<< ./Dockerfile#L1-L2\n\n--\n\n# B\n\n<<< ./Dockerfile#L2-L3\n',
      'quiet.md': '# A\n\n<!-- deckhand-ignore code-dockerfile -->\n\n<<< ./Dockerfile\n',
      Dockerfile: 'FROM alpine\nRNU ls\nUSER app\nEXPOSE http\n',
    })
    expect(findings('talk.md')).toMatchObject([
      { file: 'Dockerfile', line: 2, column: 1, note: 'Did you mean `RUN`? It is shown at `talk.md:3`.' },
    ])
    expect(findings('quiet.md')).toEqual([])
  })
})

describe('planned time', () => {
  const deck = (duration: string, ...times: string[]) =>
    `---\ntitle: T\nduration: ${duration}\n---\n\n# T\n${times.map((time, index) => `\n-- {${time}}\n\n## S${index}\n\nx\n`).join('')}`
  const said = (text: string) => {
    place.write({ 'talk.md': text })
    return findings('talk.md').map(({ line, message }) => `${line} ${message}`)
  }

  it('is told where it is too much, and where it is too little though every slide has its time', () => {
    expect(said(deck('10min', 'time=8m', 'time=7m'))).toEqual([
      '3 2 of 3 slides take 15 min by plan, and `duration:` is 10 min: 5 min too many',
    ])
    expect(said(deck('30min', 'time=8m', 'time=7m'))).toEqual([])
    expect(said(deck('30min', 'time=8m', 'time=7m').replace('\n# T\n\n--', '\n--'))).toEqual([
      '3 The slides take 15 min by plan, and `duration:` is 30 min: 15 min are left over',
    ])
    expect(said(deck('15min', 'time=8m', 'time=7m', 'time=9m hidden'))).toEqual([])
  })
})

describe('a call', () => {
  const sound = '# Sound\n\n```dockerfile\nFROM alpine\n```\n'
  const doubtful = '# Doubtful\n\n![](gone.png)\n'
  const broken = '---\ntitle: [\n---\n\n# Broken\n'

  it('ends with 0 for warnings, 1 for errors and for warnings when it is strict, 2 when it is wrong', () => {
    place.write({ 'sound.md': sound, 'doubtful.md': doubtful, 'broken.md': broken })
    const status = (...words: string[]) => place.run(['check', ...words, '--no-browser']).status
    expect(status('sound.md', '--strict')).toBe(0)
    expect(status('doubtful.md')).toBe(0)
    expect(status('doubtful.md', '--strict')).toBe(1)
    expect(status('broken.md')).toBe(1)
    expect(status('absent.md')).toBe(2)
    expect(status('sound.md', '--format', 'xml')).toBe(2)
  })

  it('says in one line that a talk is sound, and nothing at all when it is quiet', () => {
    place.write({ 'sound.md': sound })
    expect(place.run(['check', 'sound.md', '--no-browser']).out).toBe(
      '1 talk, 1 slide, 1 code block checked without a browser: nothing is wrong\n',
    )
    expect(place.run(['check', 'sound.md', '--no-browser', '--quiet'])).toMatchObject({ out: '', err: '' })
  })

  it('takes several talks apart, each with its own findings', () => {
    place.write({ 'a.md': doubtful, 'b.md': sound, 'c.md': doubtful })
    const { out } = place.run(['check', '.', '--no-browser'])
    expect(out).toMatch(
      /^a\.md: 1 warning, 1 remark\na\.md:3:1 warning .*\na\.md:3:1 info .*\n\nc\.md: 1 warning, 1 remark\n/,
    )
    expect(out).toMatch(
      /\n\n3 talks, 3 slides, 1 code block checked without a browser: 2 warnings, 2 remarks\n$/,
    )
  })

  it('prints what was looked at and what was found for tools', () => {
    place.write({ 'sound.md': sound, 'doubtful.md': doubtful })
    const report = JSON.parse(place.run(['check', '.', '--no-browser', '--format', 'json']).out)
    expect(report).toMatchObject({
      version: 1,
      browser: false,
      decks: [
        { file: 'doubtful.md', slides: 1, code: 0, links: 0 },
        { file: 'sound.md', slides: 1, code: 1, links: 0 },
      ],
      diagnostics: [{ rule: 'image-missing' }, { rule: 'image-alt' }],
    })
  })

  it('speaks to GitHub in workflow commands, with files as the checkout has them', () => {
    place.write({ 'talks/a, b.md': '# A\n\n![50%: done](gone.png)\n' })
    const run = (env: NodeJS.ProcessEnv) =>
      place.run(['check', 'talks', '--no-browser', '--format', 'github'], env).out
    const [line] = run({ GITHUB_WORKSPACE: '' }).split('\n')
    expect(line).toBe(
      '::warning file=talks/a%2C b.md,line=3,endLine=3,col=1,endColumn=23,title=image-missing::' +
        '`gone.png` was not found%0ACheck the path; it is relative to the deck.%0Adocs/diagnostics.md#image-missing',
    )
    expect(run({ GITHUB_WORKSPACE: join(place.path, '..') })).toMatch(
      /^::warning file=deckhand-[^/]+\/talks\/a%2C b\.md,/,
    )
  })

  it('tells GitHub nothing of a sound talk, and says so beside it', () => {
    place.write({ 'sound.md': sound, 'broken.bin': new Uint8Array([0xc3, 0x28]) })
    expect(place.run(['check', 'sound.md', '--no-browser', '--format', 'github'])).toMatchObject({
      out: '',
      err: '1 talk, 1 slide, 1 code block checked without a browser: nothing is wrong\n',
    })
    const report = JSON.parse(place.run(['check', 'broken.bin', '--no-browser', '--json']).out)
    expect(report.decks).toEqual([{ file: 'broken.bin', slides: null, code: null, links: null }])
  })

  it('sees notes whose deck has gone', () => {
    place.write({
      'talks/a.md': sound,
      'talks/a.notes.md': '## 1 - Sound\n\nHello.\n',
      'talks/b.notes.md': '## 1 - B\n',
    })
    expect(findings('talks')).toMatchObject([{ file: 'talks/b.notes.md', rule: 'notes-unplaced' }])
    expect(findings('talks/a.md')).toEqual([])
  })

  it('sees what a site would have no room for', () => {
    place.write({ 'talks/a b.md': sound, 'talks/a-b.md': sound })
    expect(findings('talks')).toMatchObject([
      { file: 'talks/a-b.md', rule: 'slug-collision', severity: 'error' },
    ])
  })
})
