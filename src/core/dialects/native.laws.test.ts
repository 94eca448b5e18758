import fc from 'fast-check'
import type { Nodes } from 'mdast'
import { describe, expect, test } from 'vitest'
import type { Deck, Position } from '../deck/deck.ts'
import { read } from '../read.ts'
import { normaliseText } from '../syntax/lines.ts'
import { native } from './native.ts'

/** Lines and scraps that have broken readers of decks; laws hold for whatever they are joined to. */
const scraps = [
  '--',
  '-- ',
  '-- center',
  '-- {#k .a time=3m}',
  '-- {',
  '-- {x="',
  '-- Ada Lovelace',
  ' --',
  '---',
  '--- ',
  ' ---',
  '----',
  '-->',
  '--|--',
  '```',
  '````',
  '```js',
  '``` js {1}',
  '~~~',
  '}```',
  '+ ```',
  '  ```',
  '    ```',
  '\t```',
  '```a``` b',
  '> ```',
  '- ~~~',
  '<!--',
  '-->',
  '<!-- a -->',
  '<!-->',
  '<!--- a -->',
  '<!--```',
  '```-->',
  'a <!-- b',
  '<!-- a\n\nb -->',
  '<script>',
  '</script>',
  '<pre>',
  '</PRE>',
  '<style>',
  '<?php',
  '?>',
  '<!DOCTYPE',
  '<![CDATA[',
  ']]>',
  '<div>',
  '</div>',
  '<center>a<center>',
  '<br>',
  '<img src=a.png>',
  '<img src=\'b.png\' alt="<!--"></img>',
  '<span class="x">',
  '<h1>T *e*</h1>',
  '<h2>a',
  '<h3 id=x>b</h3>',
  '<font color="#f00">',
  '# a',
  '##b',
  '#c',
  '#[fit] d',
  '####docker run $CID',
  '# a {#k}',
  '===',
  'a\n===',
  'a\n---',
  'Note: a',
  'Notes:',
  'note: b',
  '**Note:** c',
  '???',
  '??? a',
  'Handout: d',
  'Handout:',
  'NOTE: e',
  '. . .',
  '  . . .',
  '::left::',
  '::right::',
  '::top::',
  '<<< a.js#r js {1}',
  '  <<< b.js',
  '<<<',
  '- a',
  '- a {step}',
  '  - b',
  '+ c',
  '1) d',
  '1. e',
  '* * f',
  '\t- g',
  '> a',
  '> -- Ada',
  '> [!NOTE]',
  '> > b',
  '>',
  'a {step}',
  '{.x}',
  '{step=2}',
  'a {.b =}',
  '{{x}}',
  '![a](b.png){width=4}',
  '![a][r] {.x}',
  '![',
  '[a](b){.x}',
  '[r]',
  '[r]: x.png',
  '[^1]',
  '[^1]: note',
  '[^1]:',
  '    more',
  '[a b]: <c d> "t"',
  '| a | b |',
  '|---|---|',
  '| c {step} | d |',
  'a\\',
  'a  ',
  '\\',
  '&amp; &#0;',
  '\0',
  '\u000b',
  '\u2028',
  '\u00a0',
  '\uFEFF',
  '🦀',
  '\uD800',
  '$x_{1}<x_{2}$',
  'title: a',
  'author:',
  '  name: b',
  '...',
  '',
  ' ',
  '\t',
  'text',
  '*a **b* c**',
  'https://a.b/c?d=e',
  'www.a.b',
  '~~a~~',
] as const

const document = fc
  .array(
    fc.oneof(
      { weight: 12, arbitrary: fc.constantFrom(...scraps) },
      {
        weight: 2,
        arbitrary: fc
          .tuple(fc.constantFrom('> ', '- ', '  ', '    ', '1. ', '+ '), fc.constantFrom(...scraps))
          .map(parts => parts.join('')),
      },
      {
        weight: 1,
        arbitrary: fc
          .tuple(fc.constantFrom(...scraps), fc.constantFrom(...scraps))
          .map(parts => parts.join(' ')),
      },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
    ),
    { maxLength: 24 },
  )
  .chain(lines =>
    fc
      .array(fc.constantFrom('\n', '\n', '\n\n'), { minLength: lines.length, maxLength: lines.length })
      .map(ends => lines.map((line, index) => line + ends[index]).join('')),
  )

const deckOf = (text: string): Deck => read({ path: 'a.md', text }, { dialect: 'native' })
const runs = { numRuns: Number(process.env.RUNS ?? 150) }

function walk(node: Nodes, visit: (node: Nodes) => void): void {
  visit(node)
  if ('children' in node) for (const child of node.children) walk(child, visit)
}

const rootsOf = (deck: Deck): Nodes[] =>
  deck.slides.flatMap(({ body, notes, handout }) => [
    body,
    ...(notes ? [notes] : []),
    ...(handout ? [handout] : []),
  ])

function expectTrue({ start, end }: Position, text: string): void {
  const lines = text.split('\n')
  for (const { line, column, offset } of [start, end]) {
    const before = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0)
    expect(offset).toBe(before + column - 1)
    expect(column - 1).toBeLessThanOrEqual(lines[line - 1]?.length ?? -1)
  }
  expect(start.offset).toBeLessThanOrEqual(end.offset)
}

describe('whatever is written in the native format', () => {
  test('every position is true', () => {
    fc.assert(
      fc.property(document, text => {
        const deck = deckOf(text)
        const source = normaliseText(text)
        expect(deck.source.text).toBe(source)
        for (const slide of deck.slides) expectTrue(slide.position, source)
        for (const { position } of deck.diagnostics) if (position) expectTrue(position, source)
        for (const root of [...rootsOf(deck), ...deck.definitions])
          walk(root, node => {
            if (node.position) expectTrue(node.position as Position, source)
            if (node.type === 'text' && node.position && !/[\\&\n\s]/.test(node.value))
              expect(source.slice(node.position.start.offset, node.position.end.offset)).toContain(
                node.value.slice(0, 1),
              )
          })
      }),
      runs,
    )
  })

  test('every line is of one kind, and stands where its kind says', () => {
    fc.assert(
      fc.property(document, text => {
        const deck = deckOf(text)
        const lines = deck.source.text.split('\n')
        const kinds = native.account(deck.source)
        expect(kinds).toHaveLength(lines.at(-1) === '' ? lines.length - 1 : lines.length)
        const holders = (line: number): number =>
          deck.slides.filter(
            ({ position }) =>
              position.start.line <= line &&
              line <= position.end.line &&
              position.start.offset < position.end.offset,
          ).length
        for (const [index, kind] of kinds.entries()) {
          if (!/[^ \t]/.test(lines[index] ?? '')) continue
          expect(holders(index + 1), `line ${index + 1} is ${kind}`).toBe(
            kind === 'slide' || kind === 'note' ? 1 : 0,
          )
        }
      }),
      runs,
    )
  })

  test('line ends of every kind read alike', () => {
    fc.assert(
      fc.property(document, fc.constantFrom('\r\n', '\r'), (written, end) => {
        const text = written.replaceAll('\r', '')
        expect(JSON.stringify(deckOf(text.replaceAll('\n', end)))).toBe(JSON.stringify(deckOf(text)))
      }),
      runs,
    )
  })

  test('notes change nothing that is public', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...scraps.filter(each => !/^(?:-->|<!--|Handout|```|~~~|--)/.test(each))), {
          maxLength: 8,
        }),
        notes => {
          const strip = ({ slides, definitions, needs }: Deck): string =>
            JSON.stringify({
              definitions,
              needs,
              slides: slides.map(({ body, handout }) => ({ body, handout })),
            })
          const deck = (text: string): Deck => deckOf(`a [r] [^1]\n\nNote: b\n${text}`)
          const [written] = deck(notes.join('\n')).slides
          const [empty] = deck('').slides
          expect(JSON.stringify(written?.body)).toBe(JSON.stringify(empty?.body))
          if (deck(notes.join('\n')).slides.length === 1)
            expect(strip(deck(notes.join('\n')))).toBe(strip(deck('')))
        },
      ),
      runs,
    )
  })
})
