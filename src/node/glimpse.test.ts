import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from '../core/index.ts'
import { createColourist } from './colourist.ts'
import { freshTools } from './deck-work.test-aid.ts'
import { workDeck } from './deck-work.ts'
import { glimpseOf } from './glimpse.ts'
import { createGrammars } from './highlight.ts'
import { createProofs, keepPast, type Past, type Worked } from './past.ts'
import type { DeckTask, Glimpse } from './task.ts'

let folder = ''
beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'deckhand-')))
  cpSync(new URL('../../decks', import.meta.url), folder, { recursive: true })
})
afterAll(() => rmSync(folder, { recursive: true }))

const colourist = createColourist(createGrammars())

/** A thread that has worked a deck once. */
async function sit(file: string, first: string) {
  const path = join(folder, file)
  const task: DeckTask = {
    deck: { file, path, root: folder, named: true },
    want: 'live',
    reading: { notes: false, shiki: '1', themes: ['harbor'], defaults: {}, cache: join(folder, '.cache') },
  }
  const tools = freshTools(folder, colourist)
  const whole = async (text: string): Promise<Page> => {
    writeFileSync(path, text)
    const { live } = await workDeck(task, tools)
    if (!live) throw new Error('It has no page')
    return live
  }
  let page = await whole(first)
  let text = first
  const pastOf = (): Past | undefined => tools.past.get(path)
  return {
    text: () => text,
    page: () => page,
    /** Saves another text and says what was seen first, and what the whole deck came to. */
    async save(next: string) {
      writeFileSync(path, next)
      const before = page
      const glimpse = await glimpseOf(task, pastOf(), tools)
      page = await whole(next)
      text = next
      if (glimpse) expectRight(glimpse, before, page)
      return { glimpse, before, after: page }
    },
    /** What would be seen first of the file as it is. */
    look: () => glimpseOf(task, pastOf(), tools),
    /** As `save`, of an edit that is taken back as if it had never been. */
    async attempt(next: string) {
      const [was, old, kept] = [page, text, pastOf()]
      const made = await this.save(next)
      page = was
      text = old
      if (kept) tools.past.set(path, kept)
      return made
    },
  }
}

/** The law: what is shown first is what was there, made what will be there. */
function expectRight({ slides, css }: Glimpse, before: Page, after: Page): void {
  expect(slides.length).toBeGreaterThan(0)
  for (const { at, before: was, html } of slides) {
    expect(was).toBe(before.slides[at]?.html)
    expect(html).toBe(after.slides[at]?.html)
    for (const [name] of html.matchAll(/\bs-[a-z\d]{8,}\b/g)) expect(css).toContain(name)
  }
}

/** The slides of which an edit has made something else, by their numbers; undefined where it is more than that. */
function edited(before: Page, after: Page): number[] | undefined {
  if (before.slides.length !== after.slides.length) return undefined
  return before.slides.flatMap(({ html }, at) => (html === after.slides[at]?.html ? [] : [at]))
}

/** The lines of a text that are one slide's, from 0. */
function linesOf(page: Page, at: number, count: number): [from: number, to: number] {
  const starts = page.slides.map(({ line }) => line - 1)
  const from = starts[at] ?? 0
  return [from, Math.min(count, ...starts.filter(start => start > from))]
}

/** Words to read, and nothing that means something. */
const prose = /^(?:[-*+] |\d+\. )?[A-Za-z*`][^<>{}[\]#|]*$/

/** Exchanges a word on a line of a slide that is made of nothing but words. */
function withOtherWord(text: string, page: Page, at: number): string | undefined {
  const lines = text.split('\n')
  const [from, to] = linesOf(page, at, lines.length)
  const found = lines.findIndex((line, index) => {
    const [word] = line.match(/[a-z]{4,}/) ?? []
    return (
      index > from && index < to && prose.test(line) && word && page.slides[at]?.text.includes(line.slice(2))
    )
  })
  if (found < 0) return undefined
  return lines
    .with(
      found,
      (lines[found] ?? '').replace(/[a-z]{4,}/, word => `${word}wards`),
    )
    .join('\n')
}

const ours = {
  native: 'gallery.md',
  cleaver: 'containers.md',
  deckset: 'storage-and-networking.md',
  outline: 'workshop.md',
  'numbered-notes': 'advanced.notes.md',
}
const read = (file: string): string => readFileSync(new URL(`../../decks/${file}`, import.meta.url), 'utf8')

/** What an author may put anywhere, half of it half written, and much of it of more than one slide. */
const snippets = [
  'word',
  '\n\n- one\n- two\n',
  '\n```sh\nls\n```\n',
  '\n```\n',
  '\n~~~~js\n',
  '<!--',
  '-->',
  '<!-- said, not shown -->',
  '<div>',
  '</div>',
  '<style>',
  '\n---\n',
  '\n--\n',
  '\n-- {.wide}\n',
  '\n***\n',
  '\n# A part\n',
  '\n## A slide\n',
  '\n### A heading\n',
  '#',
  '\n===\n',
  '\nNote: said\n',
  '\n???\n',
  '\n^ said\n',
  '\n::left::\n',
  ' {step}',
  ' {#start}',
  '\n[.column]\n',
  '\n[.hide]\n',
  '[far]',
  '[a][far]',
  '\n\n[far]: https://example.org/near\n',
  '[^far]',
  '\n\n[^far]: A note\n',
  '[a](#start)',
  '[a](#far-away)',
  '![a](images/vm.svg)',
  '![a](gone.png)',
  '![a][pic]',
  '<span style="color:red">a</span>',
  '<a id="start"></a>',
  '$$x$$',
  '\n\ttab\n',
  '\n    code\n',
  '\n| a | b |\n|---|---|\n| c | d |\n',
  '',
]

/** An edit somewhere: some signs go, and a snippet comes. */
const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  gone: fc.nat(12),
  put: fc.constantFrom(...snippets),
})

describe.each(Object.entries(ours))('a glimpse of a %s deck', (dialect, file) => {
  it('is seen of other words on a slide, and is what the whole deck comes to', async () => {
    const sitting = await sit(file, read(file))
    expect(sitting.page().dialect).toBe(dialect)
    let plain = 0
    let seen = 0
    for (const at of sitting.page().slides.keys()) {
      const text = withOtherWord(sitting.text(), sitting.page(), at)
      if (text === undefined) continue
      const { glimpse, before, after } = await sitting.save(text)
      if (edited(before, after)?.length !== 1) continue
      plain++
      if (glimpse) seen++
    }
    // A page of notes has titles, and nothing else to be shown.
    if (dialect !== 'numbered-notes') expect(plain).toBeGreaterThan(9)
    expect(seen).toBeGreaterThanOrEqual(0.8 * plain)
  })

  it('of any edit is what the whole deck comes to, or is none', async () => {
    const far = '\n\n[far]: https://example.org/\n[pic]: images/vm.svg\n[^far]: Far away\n'
    const text = `${read(file).trimEnd()}${far}`
    const sitting = await sit(file, text)
    await fc.assert(
      fc.asyncProperty(edit, async ({ at, gone, put }) => {
        const from = Math.floor(at * text.length)
        await sitting.attempt(text.slice(0, from) + put + text.slice(from + gone))
      }),
      { numRuns: Number(process.env.RUNS ?? 12) },
    )
  })
})

/** Slides that look at their neighbours or at the whole deck, or are looked at. */
const sociable = fc.constantFrom(
  '## Ships\n\n- one',
  '## Ships\n\n- one\n- two',
  '## Ships\n\n- one\n- two\n- three {step}',
  '## Ships {#far}\n\n- one',
  '## Cranes {#k}\n\nSee [the ships](#ships) and [far](#far).',
  '## Cranes\n\nSee [the ships][far] and[^far]',
  '## Far {#far}\n\n```sh {1|2}\nls\ncd\n```',
  '# Part\n\n## of the day',
  '# Part\n\nWords',
  '## Noted[^1]\n\n[^1]: A note',
  '<div style="color:red">raw</div>',
  '## A picture\n\n![gone](gone.png)',
  '![A machine](images/vm.svg)\n\nwords',
  '[far]: https://example.org/',
  '[far]: https://example.com/\n\n[^far]: Another',
  '<!-- {.wide} -->\n\nwords',
  '```sh\nls',
  '<!-- a',
  'b -->',
  '',
)
/** What stands on its separator. */
const dress = fc.oneof(
  { weight: 6, arbitrary: fc.constant('') },
  fc.constantFrom('below', 'hidden', '.dark background=#123456', 'layout=quote', 'reveal'),
)
const body = fc.constantFrom(
  'Words.',
  'Other words.',
  '- one',
  '- one\n- two',
  '- one\n- two\n- three',
  '- one {step}\n- two {step}',
  'See [the ships](#ships), [slide](#slide-3).',
  'See [the ships][far] and[^far]',
  '[far]',
  '<span id="far" style="color:blue">blue</span>',
  '### Ships\n\nWords.',
  '```sh\nls\n```',
  '![A machine](images/vm.svg)',
  'Note: said',
  '{.wide}',
)
/** Most slides have a title of their own, which a change of what is below it leaves them. */
const content = fc.oneof(
  { weight: 8, arbitrary: body.map(below => (at: number) => `## Slide ${at}\n\n${below}`) },
  { weight: 2, arbitrary: body.map(below => () => `## Ships\n\n${below}`) },
  { weight: 1, arbitrary: sociable.map(text => () => text) },
)

it('a glimpse of slides that look at each other is what the whole deck comes to', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(dress, content), { minLength: 20, maxLength: 24 }),
      fc.array(fc.tuple(fc.nat(), content), { minLength: 8, maxLength: 8 }),
      async (slides, changes) => {
        const textOf = (all: typeof slides): string =>
          all.map(([words, text], at) => `-- {#s${at} ${words}}\n\n${text(at)}\n\n`).join('')
        const sitting = await sit('sociable.md', textOf(slides))
        let now = slides
        for (const [at, text] of changes) {
          const index = at % now.length
          now = now.map((one, each) => (each === index ? [one[0], text] : one))
          await sitting.save(textOf(now))
        }
      },
    ),
    { numRuns: Number(process.env.RUNS ?? 8) },
  )
})

/** A native deck of twenty slides, some of which are something else. */
function twenty(others: Readonly<Record<number, string>> = {}, head = 'title: Twenty\n'): string {
  const slides = Array.from(
    { length: 20 },
    (_, at) => others[at] ?? `## Slide ${at}\n\nWords of the slide ${at}.\n\nNote: Said at ${at}.\n`,
  )
  return `---\n${head}---\n\n${slides.join('\n--\n\n')}`
}

const change = (at: number, words = 'Other words'): string =>
  twenty().replace(`Words of the slide ${at}.`, words)

describe('no glimpse is seen', () => {
  const cases: Readonly<Record<string, readonly [before: string, after: string]>> = {
    'of what is as it was': [twenty(), twenty()],
    'of two slides at once': [twenty(), change(7).replace('of the slide 8', 'of another')],
    'of two slides far apart': [twenty(), change(3).replace('of the slide 16', 'of another')],
    'of front matter': [twenty(), twenty({}, 'title: Other\n')],
    'of front matter that changes a slide': [twenty(), twenty({}, 'title: Twenty\nscheme: dark\n')],
    'of a separator that went': [twenty(), twenty().replace('\n--\n\n## Slide 7', '\n\n## Slide 7')],
    'of a separator with other words': [
      twenty(),
      twenty().replace('--\n\n## Slide 7', '-- {#seven}\n\n## Slide 7'),
    ],
    'of a slide that is new': [
      twenty(),
      twenty().replace('## Slide 7', '## New\n\nNew.\n\n--\n\n## Slide 7'),
    ],
    'of a slide that went': [twenty(), twenty().replace(/## Slide 7[\s\S]*?--\n/, '')],
    'of a title that is another': [twenty(), twenty().replace('## Slide 7', '## Number 7')],
    'of notes': [twenty(), twenty().replace('Said at 7', 'Not said at 7')],
    'of notes that are new': [
      twenty({ 7: '## Seven\n\nSeven.' }),
      twenty({ 7: '## Seven\n\nSeven.\n\nNote: Said' }),
    ],
    'of a mistake that stops the deck': [twenty(), change(7, '![a](../../../etc/passwd)')],
    'of a deck that was stopped': [change(7, '![a](../../../etc/passwd)'), change(7)],
    'of code that does not end': [twenty(), change(7, '\n```sh\nls')],
    'of a comment that does not end': [twenty(), change(7, '<!-- ')],
    'of a comment that ends on another slide': [
      twenty({ 12: '## Twelve\n\n<!-- said -->\n' }),
      twenty({ 12: '## Twelve\n\n<!-- said -->\n' }).replace('Words of the slide 7.', '<!--'),
    ],
    'of a link to a slide far away': [twenty(), change(7, '[There](#slide-15)')],
    'of a link to what another slide defines': [
      twenty({ 15: '[far]: https://example.org' }),
      twenty({ 15: '[far]: https://example.org' }).replace('Words of the slide 7.', '[Words][far]'),
    ],
    'of a definition': [
      twenty({ 7: '[a]\n\n[a]: https://example.org', 15: '[a]' }),
      twenty({ 7: '[a]\n\n[a]: https://example.com', 15: '[a]' }),
    ],
    'of a hidden slide': [
      twenty({ 7: '## Seven\n\nSeven.' }).replace('--\n\n## Seven', '-- {hidden}\n\n## Seven'),
      twenty({ 7: '## Seven\n\nEight.' }).replace('--\n\n## Seven', '-- {hidden}\n\n## Seven'),
    ],
    'of a slide that is shown again': [
      twenty({ 7: '## Seven\n\nSeven.' }).replace('--\n\n## Seven', '-- {hidden}\n\n## Seven'),
      twenty({ 7: '## Seven\n\nSeven.' }),
    ],
    'of a slide that now builds up on the one before': [
      twenty({ 7: '## Ships\n\n- one\n', 8: '## Ships\n\n- on\n- two\n' }),
      twenty({ 7: '## Ships\n\n- one\n', 8: '## Ships\n\n- one\n- two\n' }),
    ],
    'of a slide that now builds up on the one before, where the second looks otherwise': [
      twenty({ 7: '## Ships\n\n- one\n', 8: '## Ships\n\n- on\n- two\n' }).replace(
        '--\n\n## Slide 1\n',
        '-- {background=#123456}\n\n## Slide 1\n',
      ),
      twenty({ 7: '## Ships\n\n- one\n', 8: '## Ships\n\n- one\n- two\n' }).replace(
        '--\n\n## Slide 1\n',
        '-- {background=#123456}\n\n## Slide 1\n',
      ),
    ],
    'of a slide that the one behind now builds up on': [
      twenty({ 7: '## Ships\n\n- on\n', 8: '## Ships\n\n- one\n- two\n' }),
      twenty({ 7: '## Ships\n\n- one\n', 8: '## Ships\n\n- one\n- two\n' }),
    ],
    'of a slide that builds up no more': [
      twenty({ 7: '## Ships\n\n- one\n', 8: '## Ships\n\n- one\n- two\n' }),
      twenty({ 7: '## Ships\n\n- on\n', 8: '## Ships\n\n- one\n- two\n' }),
    ],
    'of a picture that the server has not got yet': [twenty(), change(7, '![A machine](images/vm.svg)')],
    'of another deck that is shown': [
      twenty({ 7: '## Seven\n' }).replace('--\n\n## Seven', '-- {include=part.md}\n\n--\n\n## Seven'),
      twenty({ 7: '## Seven\n' }).replace('--\n\n## Seven', '-- {include=other.md}\n\n--\n\n## Seven'),
    ],
    'of a short deck': [
      twenty().split('\n--\n').slice(0, 11).join('\n--\n'),
      change(7).split('\n--\n').slice(0, 11).join('\n--\n'),
    ],
  }
  it.each(Object.entries(cases))('%s', async (_, [before, after]) => {
    for (const name of ['part', 'other']) {
      writeFileSync(
        join(folder, `${name}.md`),
        `## A ${name}\n\nA ${name}.\n\n--\n\n## More of a ${name}\n\nMore.\n`,
      )
    }
    const sitting = await sit('twenty.md', before)
    expect((await sitting.save(after)).glimpse).toBeUndefined()
  })

  it('of a file that is another or gone', async () => {
    const sitting = await sit('twenty.md', twenty())
    writeFileSync(join(folder, 'part.md'), '## A part\n')
    expect((await sitting.save(twenty())).glimpse).toBeUndefined()
    rmSync(join(folder, 'twenty.md'))
    expect(await sitting.look()).toBeUndefined()
  })
})

describe('a glimpse is seen', () => {
  const merged = { 7: '## Ships\n\n- one\n', 8: '## Ships\n\n- one\n- two\n' }
  const cases: Readonly<Record<string, readonly [before: string, after: string]>> = {
    'of a slide in the middle': [twenty(), change(7)],
    'of the first': [twenty(), change(0)],
    'of the second': [twenty(), change(1)],
    'of the last but one': [twenty(), change(18)],
    'of the last': [twenty(), change(19)],
    'of lines that come': [twenty(), change(7, 'One.\n\n- two\n- three\n\nFour')],
    'of lines that go': [change(7, 'One.\n\n- two\n- three\n\nFour'), twenty()],
    'of code': [twenty(), change(7, '\n```sh\nls -l\n```\n')],
    'of a table': [twenty(), change(7, '\n| a | b |\n|---|---|\n| c | d |\n')],
    'of a style': [twenty(), change(7, '<span style="color:red">red</span>')],
    'of a picture that is shown elsewhere': [
      twenty({ 12: '![A machine](images/vm.svg)' }),
      twenty({ 12: '![A machine](images/vm.svg)' }).replace(
        'Words of the slide 7.',
        '![A machine](images/vm.svg)',
      ),
    ],
    'of what is shown beside notes': [twenty(), change(7, 'Other words\n\nand others')],
    'of a later state of a slide': [twenty(merged), twenty(merged).replace('- two', '- two\n- three')],
    'of a slide below another': [
      twenty().replaceAll('--\n\n## Slide 8', '-- {below}\n\n## Slide 8'),
      change(8).replaceAll('--\n\n## Slide 8', '-- {below}\n\n## Slide 8'),
    ],
    'of a slide before another deck': [
      twenty({ 7: '' }).replace('--\n\n\n', '-- {include=part.md}\n\n'),
      twenty({ 7: '' }).replace('--\n\n\n', '-- {include=part.md}\n\n').replace('slide 6.', 'six'),
    ],
    'of a slide behind another deck': [
      twenty({ 7: '' }).replace('--\n\n\n', '-- {include=part.md}\n\n'),
      twenty({ 7: '' }).replace('--\n\n\n', '-- {include=part.md}\n\n').replace('slide 8.', 'eight'),
    ],
    'of a slide before a hidden one': [
      twenty().replace('--\n\n## Slide 8', '-- {hidden}\n\n## Slide 8'),
      change(7).replace('--\n\n## Slide 8', '-- {hidden}\n\n## Slide 8'),
    ],
    'in a file with other line ends': [twenty().replaceAll('\n', '\r\n'), change(7).replaceAll('\n', '\r\n')],
    'behind signs of two halves': [
      twenty({ 3: '## Three\n\n🚢🚣' }),
      twenty({ 3: '## Three\n\n🚢🚣' }).replace('slide 7.', '🚣'),
    ],
  }
  it.each(Object.entries(cases))('%s', async (_, [before, after]) => {
    writeFileSync(join(folder, 'part.md'), '## A part\n\nA part.\n')
    const sitting = await sit('twenty.md', before)
    const { glimpse } = await sitting.save(after)
    expect(glimpse?.slides).toHaveLength(1)
    expect(JSON.stringify(glimpse)).not.toContain('Said at')
  })

  it('of one edit after the other, and of one that is taken back', async () => {
    const sitting = await sit('twenty.md', twenty())
    for (const text of [change(7), change(7, 'More'), twenty(), change(7), twenty(), change(12)]) {
      expect((await sitting.save(text)).glimpse).toBeDefined()
    }
  })

  it('with the picture as it is now', async () => {
    const drawn = (colour: string): string =>
      `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><path fill="${colour}" d="M0 0h40v30H0z"/></svg>`
    writeFileSync(join(folder, 'flag.svg'), drawn('red'))
    const text = (words: string): string => twenty({ 7: `## Flag\n\n![A flag](flag.svg)\n\n${words}` })
    const sitting = await sit('twenty.md', text('one'))
    expect((await sitting.save(text('two'))).glimpse).toBeDefined()
    writeFileSync(join(folder, 'flag.svg'), drawn('green'))
    await sitting.save(text('two'))
    await sitting.save(text('three'))
    await sitting.save(text('two'))
    expect(sitting.page().slides[7]?.html).toContain('two')
  })
})

it('forgets decks that are not written any more', async () => {
  const past = new Map<string, Past>()
  const { page } = await sit('twenty.md', twenty())
  const now: Past = { text: '', page: page(), origins: [], proofs: createProofs() }
  for (let at = 0; at < 100; at++) {
    keepPast(past, 'mine', now)
    keepPast(past, `other ${at}`, now)
  }
  expect(past.size).toBeLessThan(20)
  expect(past.has('mine')).toBe(true)
})

it('remembers what the newest excerpts came to, and no more', () => {
  const proofs = createProofs()
  const worked = (excerpt: string): Worked => ({ excerpt, slides: [], beside: [], css: '', problems: [] })
  for (let at = 0; at < 1000; at++) proofs.put(worked(`excerpt ${at}`))
  expect(proofs.get('excerpt 999')?.excerpt).toBe('excerpt 999')
  expect(proofs.get('excerpt 1')).toBeUndefined()
})
