import { mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openCache } from './cache.ts'
import { createColourist } from './colourist.ts'
import type { Tools } from './deck-prepare.ts'
import { freshTools } from './deck-work.test-aid.ts'
import { workDeck } from './deck-work.ts'
import { createGrammars } from './highlight.ts'
import { createShelf } from './shelf.ts'
import type { DeckResult } from './task.ts'

let folder = ''
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'deckhand-')))
})
afterEach(() => {
  vi.useRealTimers()
  rmSync(folder, { recursive: true })
})

/** Slides of every kind that looks at its neighbours or at the whole deck. */
const slide = fc.constantFrom(
  '## Ships\n\n- one',
  '## Ships\n\n- one\n- two',
  '## Ships\n\n- one\n- two\n- three {step}',
  '## Cranes {#k}\n\nSee [the ships](#ships) and [far](#far).',
  '## Far {#far}\n\n```sh {1|2}\nls\ncd\n```',
  '# Part\n\n## of the day',
  '## Noted[^1]\n\n[^1]: A note',
  '<div style="color:red">raw</div>',
  '## A picture\n\n![gone](gone.png)',
  '[far]: https://example.org/',
)
const change = fc.record({
  at: fc.nat(),
  kind: fc.constantFrom('edit', 'insert', 'remove', 'move', 'blank line'),
  slide,
})

function changed(
  slides: readonly string[],
  { at, kind, slide }: typeof change extends fc.Arbitrary<infer C> ? C : never,
) {
  const index = at % slides.length
  if (kind === 'edit') return slides.with(index, slide)
  if (kind === 'insert') return slides.toSpliced(index, 0, slide)
  if (kind === 'remove') return slides.toSpliced(index, 1)
  if (kind === 'blank line') return slides.with(index, `${slides[index]}\n\n`)
  return [...slides.toSpliced(index, 1), slides[index] ?? '']
}

describe('a live deck', () => {
  it('is after any edits what it is made anew', { timeout: 60_000 }, async () => {
    const path = join(folder, 'talk.md')
    const colourist = createColourist(createGrammars())
    const tools = (): Tools => freshTools(folder, colourist)
    const work = async (tools: Tools, cache?: string): Promise<unknown> => {
      const deck = { file: 'talk.md', path, root: folder, named: true }
      const reading = {
        notes: false,
        shiki: '1',
        themes: ['harbor'],
        defaults: {},
        ...(cache ? { cache } : {}),
      }
      const { live, diagnostics, outline }: DeckResult = await workDeck(
        { deck, want: 'live', reading },
        tools,
      )
      return { live, diagnostics, outline }
    }
    await fc.assert(
      fc.asyncProperty(
        fc.array(slide, { minLength: 70, maxLength: 80 }),
        fc.array(change, { maxLength: 5 }),
        async (first, changes) => {
          const sitting = tools()
          let slides: readonly string[] = first
          for (const one of [undefined, ...changes]) {
            if (one) slides = changed(slides, one)
            writeFileSync(path, slides.join('\n\n--\n\n'))
            expect(await work(sitting, join(folder, 'cache'))).toEqual(await work(tools()))
          }
        },
      ),
      { numRuns: 3 },
    )
  })

  it('is written when nothing has changed for a while, and no sooner', () => {
    vi.useFakeTimers()
    const file = join(folder, 'a.deck')
    const shelf = createShelf(1000)
    const parse = (text: string) => {
      const cache = openCache(file, '1', shelf)
      const seen = cache.remember(words => ({ type: 'root', children: [{ type: 'html', value: words }] }))(
        text,
      )
      cache.save()
      return { seen, missed: cache.count.missed }
    }
    expect(parse('one').missed).toBe(1)
    vi.advanceTimersByTime(900)
    expect(parse('one').missed).toBe(0)
    expect(parse('two').missed).toBe(1)
    vi.advanceTimersByTime(900)
    expect(readdirSync(folder)).toEqual([])
    vi.advanceTimersByTime(200)
    expect(readdirSync(folder)).toEqual(['a.deck'])
    const cold = openCache(file, '1')
    cold.remember(() => ({ type: 'root', children: [] }))('two')
    expect(cold.count.missed).toBe(0)
  })
})
