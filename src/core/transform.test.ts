import fc from 'fast-check'
import type { Nodes } from 'mdast'
import { expect, test } from 'vitest'
import type { Deck, Slide } from './deck/deck.ts'
import { publish } from './publish.ts'
import { read } from './read.ts'
import { transform } from './transform.ts'
import { wordsOf } from './transforms/words.ts'

const words = ['alpha', 'beta', 'gamma', 'delta', 'a note', 'x < y', 'one\\* two', '2016']
const word = fc.constantFrom(...words)
const picture = fc.constantFrom(
  '![](a.png)',
  '![b](b.png)',
  "<img src='c.png'></img>",
  '<img src="d.png" onload=x>',
)
const mark = fc.constantFrom('', '', '', ' {step}', ' {step=2}', ' {step=4}')

const item = fc.tuple(word, mark).map(([text, step]) => `* ${text}${step}`)
const list = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: item },
      { weight: 1, arbitrary: fc.oneof(picture, fc.constant('  * nested')) },
    ),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  .map(lines => lines.join('\n'))
const block = fc.oneof(
  { weight: 4, arbitrary: list },
  { weight: 3, arbitrary: fc.tuple(word, mark).map(([text, step]) => `${text}${step}`) },
  { weight: 3, arbitrary: picture },
  {
    weight: 1,
    arbitrary: fc.constantFrom('. . .', '+ one\n+ two', '1) one\n2) two', '<br>', '<br>\n# Late', '> quoted'),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('```js {1|2|all}\na\nb\n```', '```console steps\n$ ls\nx\n$ id\n```', '$$x$$'),
  },
  { weight: 1, arbitrary: fc.constantFrom('::left::', '::right::', '[go](#/alpha)', '[^1]\n\n[^1]: foot') },
)
const heading = fc.constantFrom(
  '',
  '# Alpha',
  '## Alpha',
  '### Beta\n#### Sub',
  '<h1>Alpha</h1>',
  '# ![](t.png)',
  '# <br>',
  '#',
)
const separator = fc.constantFrom(
  '--',
  '--',
  '--',
  '-- {#alpha}',
  '-- {#2}',
  '-- {reveal}',
  '-- {hidden}',
  '-- center',
  '-- {include=x.md}',
)
const slide = fc
  .tuple(
    heading,
    fc.array(block, { maxLength: 4 }),
    fc.constantFrom('', '', 'Note: say alpha\n\n. . .\n\nthen beta'),
  )
  .map(([title, blocks, note]) => [title, ...blocks, note].filter(Boolean).join('\n\n'))
/** Slides, each now and then said again with more, as people build up. */
const text = fc
  .array(fc.tuple(slide, separator, fc.array(block, { maxLength: 2 })), { minLength: 1, maxLength: 5 })
  .map(slides =>
    slides
      .map(([body, line, more]) =>
        [body, ...(more.length > 0 ? [[body, ...more].join('\n')] : [])].join(`\n\n${line}\n\n`),
      )
      .join('\n\n--\n\n'),
  )
const head = fc.constantFrom(
  '',
  '---\nreveal: lists\n---\n\n',
  '---\nbuildups: keep\n---\n\n',
  '---\nmath: true\nagenda: true\n---\n\n',
)
const source = fc.tuple(head, text).map(parts => parts.join(''))

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const inner of Object.values(value)) freeze(inner)
  }
  return value
}

/** Every number of a step that something in a slide waits for. */
function stepsIn(node: Nodes): number[] {
  const found: number[] = []
  if (node.data?.step !== undefined) found.push(node.data.step)
  if (node.type === 'swapState') found.push(...[node.from, node.until ?? 0].filter(Boolean))
  if (node.type === 'code' && node.data?.code) {
    const { focus, focusFrom, runs } = node.data.code
    if (focusFrom !== undefined) found.push(...focus.slice(1).map((_, index) => focusFrom + index))
    found.push(...(runs ?? []).map(run => run.step).filter(Boolean))
  }
  return 'children' in node ? [...found, ...node.children.flatMap(stepsIn)] : found
}

const all = (slides: readonly Slide[]) =>
  slides.flatMap(each => [each.body, each.handout ?? { type: 'root', children: [] }])
const wordSet = (deck: Deck) => new Set(all(deck.slides).flatMap(tree => wordsOf(tree as Nodes).split(' ')))

test('whatever is written, the laws of a transformed deck hold', () => {
  fc.assert(
    fc.property(source, written => {
      const deck = freeze(read({ path: 'talk.md', text: written }))
      const meant = transform(deck)

      // Pure: nothing of the input changed (it is frozen), and the same again.
      expect(transform(deck)).toEqual(meant)

      // No word is lost by merging.
      const kept = wordSet(meant)
      expect([...wordSet(deck)].filter(each => each !== '$$x$$' && !kept.has(each))).toEqual([])

      // Every written slide is in one slide, or in several that follow each other.
      const from = meant.slides.flatMap(each => each.mergedFrom)
      expect(from.filter((number, index) => number !== from[index - 1])).toEqual(
        deck.slides.map((_, index) => index + 1),
      )

      for (const each of meant.slides) {
        // Steps are 1 to n; each of them shows something, and nothing waits for a step that never comes.
        const found = [...new Set(stepsIn(each.body))].sort((a, b) => a - b)
        expect(found).toEqual(each.steps.map((_, index) => index + 1))
        expect(JSON.stringify(each.body)).not.toContain('"pause"')
      }

      const keys = meant.slides.map(each => each.key)
      const names = [...keys, ...meant.slides.flatMap(each => each.aliases.map(alias => alias.key))]
      expect(new Set(names).size).toBe(names.length)
      for (const key of names) expect(key).toMatch(/\D/)
    }),
    { numRuns: 100 },
  )
})

test('what is published is the same whatever the notes say', () => {
  const without = (deck: unknown) =>
    JSON.stringify(deck, (name, value) => (name === 'position' || name === 'line' ? undefined : value))
  fc.assert(
    fc.property(source, written => {
      const canary = written.replace(
        /say alpha\n\n\. \. \.\n\nthen beta/g,
        '`CANARY` ![](CANARY.png)\n\n[x](#CANARY)\n\n```CANARY',
      )
      const empty = written.replace(/Note: say alpha\n\n\. \. \.\n\nthen beta/g, 'Note:\n\n\n\n')
      const [first, second, third] = [written, canary, empty].map(each =>
        without(publish(transform(read({ path: 'talk.md', text: each })))),
      )
      expect(second).not.toContain('CANARY')
      expect(second).toBe(first)
      expect(third).toBe(first)
    }),
    { numRuns: 50 },
  )
})
