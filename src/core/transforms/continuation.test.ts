// Long parts go on on further slides: where they are cut, what they are called, and that nothing is lost.

import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import type { Code } from 'mdast'
import { describe, expect, test } from 'vitest'
import type { Slide } from '../deck/deck.ts'
import { read } from '../read.ts'
import { transform } from '../transform.ts'
import { outlined, wordsIn } from './outlined.test-aid.ts'
import { sketch } from './written.test-aid.ts'

const sentence = 'Ropes are made of strands, and strands are made of yarns, which are made of fibres.'
const paragraph = (count = 3) => Array.from({ length: count }, () => sentence).join(' ')
const lines = (count: number, of: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => of(index + 1))

const shape = ({ key, title, body }: Slide) => [key, title, body.children.map(node => node.type).join(' ')]

describe('a long part', () => {
  const deck = outlined(
    `# Ropes\n\n## Long\n\n${lines(8, () => paragraph()).join('\n\n')}\n\n## Short\n\nx\n`,
  )

  test('is several slides of whole blocks, none much fuller than another', () => {
    expect(deck.slides.map(shape)).toEqual([
      ['ropes', 'Ropes', 'heading'],
      ['long', 'Long', 'heading paragraph paragraph paragraph'],
      ['long-2', 'Long (2/3)', 'heading paragraph paragraph paragraph'],
      ['long-3', 'Long (3/3)', 'heading paragraph paragraph'],
      ['short', 'Short', 'heading paragraph'],
    ])
  })

  test('says on each of them which of how many it is', () => {
    const marks = deck.slides.slice(1, 4).map(({ body }) => JSON.stringify(body.children[0]))
    expect(marks.map(mark => /"number":(\d),"of":(\d)/.exec(mark)?.slice(1, 3).join('/'))).toEqual([
      '1/3',
      '2/3',
      '3/3',
    ])
    expect(deck.slides.map(({ classes }) => classes.join())).toEqual(['', '', 'continued', 'continued', ''])
  })

  test('knows the lines of each slide', () => {
    const spans = deck.slides.slice(1, 4).map(({ position }) => [position.start.line, position.end.line])
    expect(spans).toEqual([
      [3, 9],
      [3, 15],
      [3, 19],
    ])
  })

  test('is one slide where the front matter says so', () => {
    const kept = outlined(
      `---\ncontinuation: keep\n---\n\n# Ropes\n\n## Long\n\n${lines(8, () => paragraph()).join('\n\n')}\n`,
    )
    expect(kept.slides).toHaveLength(2)
  })

  test('of a deck with separators is one slide, unless its front matter asks', () => {
    const text = `# Ropes\n\n${lines(8, () => paragraph()).join('\n\n')}\n\n--\n\n# End\n`
    const native = (front: string) => transform(read({ path: 'a.md', text: front + text })).slides.length
    expect(native('')).toBe(2)
    expect(native('---\ncontinuation: split\n---\n\n')).toBeGreaterThan(3)
  })
})

describe('the title of the whole', () => {
  test('stands alone with what little is said under it', () => {
    const deck = outlined(`# Ropes\n\nOf all kinds.\n\n- a\n- b\n\n## One\n\nx\n\n## Two\n\nx\n`)
    expect(deck.slides.map(({ key, layout, body }) => [key, layout, sketch(body).slice(0, 36)])).toEqual([
      ['ropes', 'title', 'heading(Ropes) p(Of all kinds.)'],
      ['ropes-2', 'content', 'heading(Ropes pageMark()) list(item('.slice(0, 36)],
      ['one', 'content', 'heading(One) p(x)'],
      ['two', 'content', 'heading(Two) p(x)'],
    ])
  })
})

describe('lists', () => {
  const deck = outlined(
    `# A\n\n## B\n\n## Long\n\n${lines(30, index => `${index}. item ${index}`).join('\n')}\n`,
  )
  const pages = deck.slides.filter(({ key }) => key.startsWith('long'))

  test('are parted between items, and go on counting', () => {
    const starts = pages.map(({ body }) =>
      body.children.flatMap(node => (node.type === 'list' ? [[node.start, node.children.length]] : [])),
    )
    const counted = starts.flat() as [number, number][]
    expect(counted.length).toBeGreaterThan(1)
    let next = 1
    for (const [start, count] of counted) {
      expect(start).toBe(next)
      next += count
    }
    expect(next).toBe(31)
  })

  test('never leave an item alone where it can be helped', () => {
    for (const { body } of pages)
      for (const node of body.children)
        if (node.type === 'list') expect(node.children.length).toBeGreaterThan(2)
  })

  test('are parted in an item that is too long, which says again what it is about', () => {
    const nested = outlined(
      `# A\n\n## B\n\n## Long\n\n- Of ropes\n${lines(30, index => `  - rope ${index}`).join('\n')}\n- Of sails\n`,
    )
    const first = nested.slides
      .filter(({ key }) => key.startsWith('long'))
      .map(({ body }) => wordsIn(body).slice(1, 3).join(' '))
    expect(first.length).toBeGreaterThan(1)
    expect(new Set(first)).toEqual(new Set(['Of ropes']))
  })
})

test('tables are parted between rows, with their head on each slide', () => {
  const rows = lines(30, index => `| ${index} | rope |`).join('\n')
  const deck = outlined(`# A\n\n## B\n\n## Long\n\n| no | what |\n|--|--|\n${rows}\n`)
  const tables = deck.slides.flatMap(({ body }) => body.children.filter(node => node.type === 'table'))
  expect(tables.length).toBeGreaterThan(2)
  for (const table of tables) expect(wordsIn(table).slice(0, 2)).toEqual(['no', 'what'])
  expect(tables.flatMap(({ children }) => children.slice(1)).map(row => wordsIn(row)[0])).toEqual(
    lines(30, String),
  )
})

describe('code', () => {
  const codes = (text: string): Code[] =>
    outlined(`# A\n\n## B\n\n## Long\n\n${text}\n`).slides.flatMap(({ body }) =>
      body.children.filter(node => node.type === 'code'),
    )
  const fence = (language: string, code: readonly string[]) => `\`\`\`${language}\n${code.join('\n')}\n\`\`\``

  test('of 24 lines stays whole', () => {
    expect(
      codes(
        fence(
          'js',
          lines(24, index => `line(${index})`),
        ),
      ),
    ).toHaveLength(1)
  })

  test('of more goes on at a blank line, with its language and its numbers', () => {
    const parts = codes(
      fence('js lines', [...lines(12, index => `a(${index})`), '', ...lines(14, index => `b(${index})`)]),
    )
    expect(parts.map(({ value }) => value.split('\n')[0])).toEqual(['a(1)', 'b(1)'])
    expect(parts.map(({ data }) => [data?.code?.language, data?.code?.numberFrom])).toEqual([
      ['javascript', 1],
      ['javascript', 14],
    ])
  })

  test('of a Dockerfile goes on at an instruction, with the comment above it', () => {
    const written = lines(
      9,
      index => `# Step ${index}\nRUN make a${index} \\\n    b${index} \\\n    c${index}`,
    )
    const parts = codes(fence('dockerfile', ['FROM scratch', ...written]))
    expect(parts.length).toBeGreaterThan(1)
    for (const { value } of parts.slice(1)) expect(value).toMatch(/^# Step \d\nRUN/)
    for (const { value } of parts) expect(value).not.toMatch(/\\$/)
  })

  test('of a session goes on at a command, not in its output', () => {
    const parts = codes(
      fence(
        'console',
        lines(6, index => `$ run ${index}\nout a\nout b\nout c\nout d`),
      ),
    )
    expect(parts.length).toBeGreaterThan(1)
    for (const { value } of parts) expect(value).toMatch(/^\$ run/)
  })

  test('is never parted in a here-document', () => {
    const parts = codes(
      fence('dockerfile', [
        'RUN <<EOF',
        ...lines(14, index => `step ${index}`),
        '',
        ...lines(6, String),
        'EOF',
        'CMD ["x"]',
        ...lines(9, index => `ENV A${index}=1`),
      ]),
    )
    expect(parts[0]?.value).toMatch(/\nEOF$/)
    expect(parts[1]?.value).toMatch(/^CMD/)
  })

  test('that is stepped stays whole', () => {
    expect(
      codes(
        fence(
          'js {1|2|all}',
          lines(40, index => `line(${index})`),
        ),
      ),
    ).toHaveLength(1)
  })
})

test('reveals count anew on each slide, and each has the steps it shows', () => {
  const deck = outlined(
    `---\nreveal: lists\n---\n\n# A\n\n## B\n\n## Long\n\n${lines(30, index => `- item ${index}`).join('\n')}\n`,
  )
  const pages = deck.slides.filter(({ key }) => key.startsWith('long'))
  expect(pages.length).toBeGreaterThan(1)
  expect(pages.reduce((sum, { steps }) => sum + steps.length, 0)).toBe(30)
  for (const { body, steps } of pages) {
    const found = body.children.flatMap(node =>
      node.type === 'list' ? node.children.map(({ data }) => data?.step) : [],
    )
    expect(found).toEqual(steps.map((_, index) => index + 1))
  }
})

describe('lists of links', () => {
  const links = (count: number, words: string) =>
    lines(count, index => `- [${words} ${index}](http://example.org/${index})`).join('\n')
  const classesOf = (text: string) =>
    outlined(`# A\n\n## B\n\n## C\n\n${text}\n`).slides.flatMap(({ body }) =>
      body.children.flatMap(node =>
        node.type === 'list' ? [node.data?.attributes?.classes.join(' ') ?? ''] : [],
      ),
    )

  test('are set small, and in columns where they are many and short', () => {
    expect(classesOf(links(3, 'rope'))).toEqual(['links'])
    expect(classesOf(links(10, 'rope'))).toEqual(['links links-columns'])
    expect(classesOf(links(10, 'a long title of a page about ropes and what they are good for'))).toEqual([
      'links',
    ])
  })

  test('may hold an item or two that is none', () => {
    expect(classesOf(`${links(9, 'rope')}\n- and more`)).toEqual(['links links-columns'])
  })

  test('are not lists that only speak of pages', () => {
    expect(
      classesOf(
        '- read [this](http://a.b) before you begin to splice\n- [that](http://a.b) came later, and is longer\n- three',
      ),
    ).toEqual([''])
  })
})

describe('nothing is lost, whatever is written', () => {
  const block = fc.constantFrom(
    paragraph(1),
    paragraph(5),
    paragraph(14),
    'word '.repeat(400).trim(),
    lines(25, index => `- item ${index}`).join('\n'),
    lines(14, index => `- item ${index}\n  - below ${index}`).join('\n'),
    `- top\n${lines(24, index => `  1. inner ${index}`).join('\n')}`,
    lines(20, index => `${index}) item ${index}`).join('\n'),
    `| a | b |\n|--|--|\n${lines(18, index => `| ${index} | b |`).join('\n')}`,
    `\`\`\`\n${lines(60, index => (index % 7 === 0 ? '' : `line ${index}`)).join('\n')}\n\`\`\``,
    `\`\`\`console\n${lines(30, index => `$ run ${index}\nout ${index}`).join('\n')}\n\`\`\``,
    `> ${sentence}\n>\n> ${paragraph(9)}`,
    '![a](b.png)',
    '[x]: http://example.org',
    '<div>raw</div>',
    '<!-- quiet -->',
    '### Inner',
    '---',
  )
  const document = fc
    .array(
      fc.tuple(
        fc.constantFrom('# One', '## Two', '### Three', '#### Four (10min)', '## Five (9:00)'),
        fc.array(block, { maxLength: 6 }),
      ),
      {
        minLength: 1,
        maxLength: 5,
      },
    )
    .map(parts => parts.map(([heading, blocks]) => [heading, ...blocks].join('\n\n')).join('\n\n'))

  test('each word of the document is on a slide, in order but for what is repeated', () => {
    fc.assert(
      fc.property(document, text => {
        const deck = read({ path: 'made.md', text }, { dialect: 'outline' })
        const before = deck.slides.map(({ body }) => wordsIn(body))
        const after = transform(deck).slides
        expect(transform(deck).slides).toEqual(after)
        for (const [index, words] of before.entries()) {
          const pages = after.filter(({ mergedFrom }) => mergedFrom.includes(index + 1))
          expect(
            firstLost(
              words,
              pages.flatMap(({ body }) => wordsIn(body)),
            ),
          ).toBeUndefined()
        }
        const keys = after.map(({ key }) => key)
        expect(new Set(keys).size).toBe(keys.length)
      }),
      { numRuns: 60 },
    )
  })
})

/** The first word of one list that does not stand in another in the same order, with some before it. */
function firstLost(some: readonly string[], all: readonly string[]): string | undefined {
  let at = 0
  for (const word of all) if (word === some[at]) at += 1
  return at === some.length ? undefined : some.slice(Math.max(0, at - 5), at + 1).join(' ')
}

const seed = '../shared/seeds/002_cc3b37f77d36ebb4.txt'

test.skipIf(!existsSync(seed))('a long page of notes loses no word', () => {
  const text = existsSync(seed) ? readFileSync(seed, 'utf8') : ''
  const deck = outlined(text)
  expect(deck.dialect).toBe('outline')
  // Addresses of links stand in the tree, not in its words.
  const written = text
    .replace(/!\[[^\]]*\]\([^)]*\)/g, '')
    .replace(/\]\([^)]*\)/g, ']')
    .replace(/```\w+/g, '')
    .replace(/&\w+;/g, '')
  const ofList = (match: string) => match.replace(/\d/g, '')
  const words = written.replace(/^\d+\. /gm, ofList).match(/[\p{L}\p{N}]+/gu) ?? []
  const shown = deck.slides.flatMap(({ body }) => wordsIn(body))
  expect(firstLost(words, shown)).toBeUndefined()
  expect(deck.slides.filter(({ layout }) => layout === 'section').map(({ title }) => title)).toEqual([
    'Redis',
    'Postgres',
    'Sphinx',
  ])
  expect(deck.slides).toHaveLength(44)
})
