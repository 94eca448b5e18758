// What is hard on a parser ends, as a page or with a diagnostic that has a place, and harms no deck beside it.

import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { createWorkplace, ensureProgram, program, type Workplace } from './program.test-aid.ts'

interface Scripts {
  readonly stands: Readonly<Record<string, unknown>>
  buildPathological(
    program: string,
    folder: string,
    ask: { scale: number; where: string; siblings: number },
  ): {
    readonly outcomes: readonly {
      readonly name: string
      readonly ms: number
      readonly slides: number
      readonly error?: { readonly line: number | null; readonly column: number | null }
    }[]
    readonly plain: number
  }
}

/** A part of the full size, at which nothing may hang; `SCALE=1` is what a release is tried with. */
const scale = Number(process.env.SCALE ?? 0.02)

let scripts: Scripts
let place: Workplace
beforeAll(async () => {
  await ensureProgram()
  scripts = await import(new URL('../scripts/pathological.mjs', import.meta.url).href)
}, 120_000)
beforeEach(() => {
  place = createWorkplace()
})
afterEach(() => place.remove())

it.each(['slide', 'deck', 'notes', 'head'])(
  'ends for every hard document that stands as %s, and builds what is beside it',
  where => {
    const { outcomes, plain } = scripts.buildPathological(program, place.path, { scale, where, siblings: 20 })
    expect(outcomes).toHaveLength(36)
    for (const { name, ms, slides, error } of outcomes) {
      expect(ms, name).toBeLessThan(5000)
      if (error) expect(error, name).toMatchObject({ line: expect.any(Number), column: expect.any(Number) })
      else expect(slides, name).toBeGreaterThan(0)
    }
    expect(plain).toBe(20)
  },
  600_000,
)

it('names the deck whose code takes too long to colour, and no other', () => {
  const line = 'const a = { b: f(c(d)), e: /x[y]+/g }; '.repeat(40)
  for (const name of ['a', 'b', 'c', 'd', 'e']) {
    place.write({ [`decks/${name}.md`]: `# ${name}\n\n\`\`\`js\nconst ${name} = 1\n\`\`\`\n` })
  }
  place.write({ 'decks/c.md': `# Long\n\n\`\`\`js\n${`${line}\n`.repeat(2000)}\`\`\`\n` })
  const { status, out } = place.run(['build', '--json', '--time-limit', '1000'])
  expect(status).toBe(1)
  expect(JSON.parse(out).diagnostics).toMatchObject([{ file: 'decks/c.md', rule: 'time-limit' }])
})
