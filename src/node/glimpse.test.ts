import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from '../core/index.ts'
import { createColourist } from './colourist.ts'
import { type Tools, workDeck } from './deck-work.ts'
import { glimpseOf } from './glimpse.ts'
import { createGrammars } from './highlight.ts'
import type { Past } from './past.ts'
import { createShelf } from './shelf.ts'
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
  const tools: Tools = {
    here: folder,
    colourist,
    pictures: new Map(),
    shelf: createShelf(60_000),
    past: new Map(),
    at: () => undefined,
  }
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
    /** The same, of an edit that is taken back as if it had never been. */
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
      { numRuns: Number(process.env.RUNS ?? 25) },
    )
  })
})
