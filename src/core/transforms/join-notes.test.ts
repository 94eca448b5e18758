// Notes from a page of their own, on the slides and steps where they are said.

import type { Root } from 'mdast'
import { describe, expect, test } from 'vitest'
import { fixtures, seeds, talks } from '../dialects/fixtures.test-aid.ts'
import { type Deck, publish, read, render, transform } from '../index.ts'
import { wordsOf } from './words.ts'

const file = 'talk.notes.md'

function joined(talk: string, page: string, others: Readonly<Record<string, Deck>> = {}): Deck {
  const deck = read({ path: 'talk.md', text: talk })
  const assets = new Map(
    Object.entries(others).map(([path, each]) => [`deck:${path}`, { kind: 'deck', deck: each }] as const),
  )
  return transform({ ...deck, companion: notesFrom(page) }, assets)
}

const notesFrom = (page: string, path = file): Deck =>
  read({ path, text: page }, { dialect: 'numbered-notes' })

const words = (root: Root | undefined): string => (root ? wordsOf(root) : '')

/** What is said on each slide, step by step. */
function said(deck: Deck): string[] {
  return deck.slides.map(({ notes, steps }) =>
    [words(notes), ...steps.map(step => words(step.notes))].join(' | '),
  )
}

const doubts = (deck: Deck): string[] =>
  deck.diagnostics.map(
    ({ file: where, position, severity, rule, message }) =>
      `${where}:${position?.start.line} ${severity} ${rule} ${message}`,
  )

describe('a note', () => {
  test('comes behind the slide’s own', () => {
    const deck = joined('# One\n\nNote: own\n\n--\n\n# Two', '## 1 - One\n\nmore\n\n## 2 - Two\n\nsaid')
    expect(said(deck)).toEqual(['own more', 'said'])
    expect(doubts(deck)).toEqual([])
  })

  test('waits for the clicks that it says, whatever the slide’s own wait for', () => {
    const deck = joined(
      '-- {reveal}\n# One\n\n- a\n- b\n\nNote: own 0\n\n. . .\n\nown 1',
      '## 1 - One\n\nmore 0\n\n. . .\n\nmore 1\n\n. . .\n\nmore 2',
    )
    expect(said(deck)).toEqual(['own 0 more 0 | own 1 more 1 | more 2'])
  })

  test('for a state of a build-up is said when that comes', () => {
    const talk = '# One\n\n- a\n\n--\n\n# One\n\n- a\n- b\n\n--\n\n# One\n\n- a\n- b\n- c\n\n--\n\n# Two'
    const deck = joined(talk, '## 1 - One\n\nA\n\n## 2 - One\n\nB\n\n## 3 - One\n\nC\n\n## 4 - Two\n\nD')
    expect(said(deck)).toEqual(['A | B | C', 'D'])
    expect(doubts(deck)).toEqual([])
  })

  test('for a slide of a variant goes with it', () => {
    const deck = read({ path: 'talk.md', text: '# One\n\n-- {only=long}\n\n# Two\n\n--\n\n# Three' })
    const companion = notesFrom('## 1 - One\n\nA\n\n## 2 - Two\n\nB\n\n## 3 - Three\n\nC')
    expect(said(transform({ ...deck, companion }, new Map(), { variant: 'short' }))).toEqual(['A', 'C'])
  })

  test('for an including slide is said at the first that comes; an included deck brings its own', () => {
    const other = read({ path: 'intro.md', text: '# Why\n\n--\n\n# How' })
    const companion = notesFrom('## 1 - Why\n\nW\n\n## 2 - How\n\nH', 'intro.notes.md')
    const deck = joined('# One\n\n-- {include=intro.md}', '## 1 - One\n\nA\n\n## 2\n\nB', {
      'intro.md': { ...other, companion },
    })
    expect(said(deck)).toEqual(['A', 'B W', 'H'])
  })

  test('keeps its links by reference, and its place in its own file', () => {
    const deck = joined('# One', '## 1 - One\n\nSee [there][x].\n\n## 2 - Gone\n\n[x]: https://example.org/')
    const paragraph = deck.slides[0]?.notes?.children[0]
    expect(paragraph).toMatchObject({ data: { file }, position: { start: { line: 3 } } })
    expect(JSON.stringify(paragraph)).toContain('https://example.org/')
    expect(deck.definitions).toEqual([])
  })
})

describe('a doubt is reported with its place and without a word of the notes', () => {
  const talk = ['One', 'Two', 'Three', 'Three', 'Five', '', 'Seven']
    .map(title => (title ? `# ${title}` : '![x](a.png)'))
    .join('\n\n--\n\n')

  test.each([
    [
      'a number used twice',
      '## 3 - Three\n\nq\n\n## 3 - Three\n\nq\n\n## 4 - Five\n\nq',
      [
        `${file}:5 warning notes-number The number 3 is used twice; it is joined to slide 4, \`Three\``,
        `${file}:9 warning notes-number Note 4 is joined to slide 5, \`Five\`, by title and order`,
      ],
    ],
    [
      'a missing title',
      '## 1 - One\n\n## 2\n\nq\n\n## 3 - Three',
      [`${file}:3 info notes-title Note 2 has no title; it is joined to slide 2, \`Two\``],
    ],
    [
      'a slide without a title',
      '## 5 - Five\n\nq\n\n## 6 - A picture\n\nq',
      [`${file}:5 info notes-title Slide 6 has no title to know its note by; note 6 is joined to it`],
    ],
    [
      'another title',
      '## 1 - One\n\nq\n\n## 2 - Rabbits\n\nq',
      [`${file}:5 warning notes-title The title of note 2 is another; it is joined to slide 2, \`Two\``],
    ],
    [
      'numbers that are shifted',
      '## 1 - Two\n\n## 2 - Three\n\n## 3 - Three\n\n## 4 - Five',
      [`${file}:1 warning notes-number Notes 1 to 4 are joined to slides 2 to 5, by title and order`],
    ],
    [
      'a number past the deck, with a title',
      '## 5 - Five\n\n## 70 - Seven\n\nq',
      [`${file}:3 warning notes-number There is no slide 70 for note 70; it is joined to slide 7, \`Seven\``],
    ],
    [
      'a note without a slide',
      '## 7 - Seven\n\nq\n\n## 80 - Rabbits\n\nq\n\n## 81 - Hares',
      [
        `${file}:5 warning notes-unplaced No slide was found for note 80; the deck has 7`,
        `${file}:9 info notes-unplaced No slide was found for note 81; the deck has 7`,
      ],
    ],
    [
      'a missing number',
      '## 1 - One\n\n## Rabbits\n\nq\n\n## Seven\n\nq',
      [
        `${file}:3 warning notes-unplaced No slide was found for this note, which has no number`,
        `${file}:7 warning notes-number This note has no number; it is joined to slide 7, \`Seven\``,
      ],
    ],
    [
      'what is wrong in a note',
      '## 1 - One\n\n<center>q',
      [`${file}:3 warning html-unclosed \`<center>\` is not closed on its slide`],
    ],
  ])('%s', (_name, page, expected) => {
    const said = doubts(joined(talk, page)).filter(each => each.startsWith(file))
    expect(said).toEqual(expected)
    expect(said.join()).not.toMatch(/Rabbits|Hares/)
  })
})

test('what no slide was found for stays, and so does what stands above all notes', () => {
  const deck = joined('# One', '# Notes\n\nAbove.\n\n## 1 - One\n\nq\n\n## 9 - Rabbits\n\nHop.')
  expect(deck.loose).toMatchObject([
    { file, position: { start: { line: 3 } } },
    { file, number: 9, title: 'Rabbits', position: { start: { line: 9 } } },
  ])
  expect(deck.loose?.map(({ notes }) => words(notes))).toEqual(['Above.', 'Hop.'])
})

test('joining changes neither deck nor page, and twice is the same', () => {
  const deck = read({ path: 'talk.md', text: '# One\n\nNote: own' })
  const whole = { ...deck, companion: notesFrom('## 1 - One\n\nmore\n\n## 7 - Gone\n\nq') }
  const before = JSON.stringify(whole)
  expect(transform(whole)).toEqual(transform(whole))
  expect(JSON.stringify(whole)).toBe(before)
})

describe('nothing of a page of notes is published', () => {
  const canary = 'Q7Z'
  const page = (word: string): string =>
    [
      `---\ntitle: ${word}\nfooter: ${word}\n---\n`,
      `# ${word} notes\n\n${word} above, <b title=${word}>.`,
      `## 1 - One\n\n${word}\n\n. . .\n\n![${word}](${word}.png) [x][${word}]\n\n\`\`\`${word} {9}\n${word}\n\`\`\``,
      `## 1 - ${word}\n\n<center>${word} $$${word}$$`,
      `## ${word}\n\n[${word}]: https://${word}.example`,
      `## 3\n\n<<< ./${word}.sh`,
      `# ${word}\n\n${word}`,
      `## 88 - ${word}\n\n\`\`\`\n${word}`,
    ].join('\n\n')
  const talk = '# One\n\n- a\n\n--\n\n# One\n\n- a\n- b\n\n--\n\n# Three\n\nNote: Q7Z'

  test('joined', () => {
    const deck = joined(talk, page(canary))
    expect(JSON.stringify([deck.slides, deck.loose])).toContain(canary)
    const face = publish(deck)
    expect(JSON.stringify(face)).not.toContain(canary)
    expect(JSON.stringify(render(face))).not.toContain(canary)
    expect(face).not.toHaveProperty('companion')
    expect(face).not.toHaveProperty('loose')
    expect(face.diagnostics.map(({ rule }) => rule)).toContain('notes-unplaced')
    expect(JSON.stringify(face)).toBe(JSON.stringify(publish(joined(talk, page('R8Y')))))
    const silent = { ...render(face), diagnostics: [] }
    const alone = render(publish(transform(read({ path: 'talk.md', text: talk }))))
    expect(silent).toEqual({ ...alone, diagnostics: [] })
  })

  test('read alone, but for titles', () => {
    const text = page(canary).replace(/^(#+ .*|title: .*|footer: .*)Q7Z/gm, '$1public')
    const deck = transform(read({ path: file, text }))
    expect(deck.dialect).toBe('numbered-notes')
    expect(JSON.stringify([deck.slides, deck.loose])).toContain(canary)
    expect(JSON.stringify([publish(deck), render(publish(deck))])).not.toContain(canary)
  })
})

test.each(
  [...fixtures.map(({ source }) => source), ...talks, ...seeds].map(source => [source.path, source] as const),
)('for %s no note is lost, and none is shown', (_path, source) => {
  const deck = read(source)
  const note = ({ title }: { title?: string }, index: number): string =>
    `## ${index + 1} - ${title ?? ''}\n\nQ7Z${index}a\n\n. . .\n\nQ7Z${index}b`
  const whole = transform({ ...deck, companion: notesFrom(deck.slides.map(note).join('\n\n')) })
  const all = JSON.stringify([whole.slides, whole.loose])
  const lost = deck.slides.flatMap((_, index) =>
    [`Q7Z${index}a`, `Q7Z${index}b`].filter(each => !all.includes(`"${each}"`)),
  )
  expect(lost).toEqual([])
  expect(JSON.stringify(render(publish(whole)))).not.toContain('Q7Z')
})

test('notes that are published say what is wrong with them in their own file', () => {
  const deck = joined('# One\n\nNote: own', '\n\n## 1 - One\n\n<form>x</form>')
  const problems = render(deck).diagnostics.filter(({ rule }) => rule === 'html-dropped')
  expect(problems).toMatchObject([{ file, position: { start: { line: 5 } } }])
})

const seed = seeds.find(({ path }) => path.startsWith('004_'))

describe.skipIf(!seed)('sixty notes of 2015', () => {
  const page = seed?.text ?? ''
  const companion = notesFrom(page)
  const titles = companion.slides.map(({ title }) => title)

  const deckOf = (all: readonly (string | undefined)[]): Deck => {
    const slides = all.map(title => (title ? `## ${title}` : '![A picture](a.png)'))
    return joined(`buildups: keep\n--\n${slides.join('\n\n--\n\n')}`, page)
  }
  /** The number of the slide that each note is on, by what it says; notes that say nothing have none. */
  const places = (deck: Deck): (number | undefined)[] =>
    companion.slides.map(({ notes }) => {
      const line = notes?.children[0]?.position?.start.line
      if (line === undefined) return undefined
      const at = deck.slides.findIndex(slide =>
        slide.notes?.children.some(({ position }) => position?.start.line === line),
      )
      return at + 1
    })
  const expected = (place: (index: number) => number): (number | undefined)[] =>
    companion.slides.map(({ notes }, index) => (notes ? place(index + 1) : undefined))

  test('alone are sixty slides, with two doubts', () => {
    expect(companion.slides).toHaveLength(60)
    expect(companion.slides.filter(({ notes }) => notes)).toHaveLength(47)
    expect(doubts(transform(companion))).toEqual([
      `${file}:76 info notes-title Note 19 has no title`,
      `${file}:371 warning notes-number The number 56 is used twice`,
    ])
    const headings = companion.slides.flatMap(({ notes }) =>
      (notes?.children ?? []).filter(({ type }) => type === 'heading'),
    )
    expect(headings.map(({ position }) => position?.start.line)).toEqual([310, 319, 325, 383, 398, 408])
  })

  test('find their slides in a deck of 65 that was made for their numbers and has grown at the end', () => {
    const all = titles.with(18, 'Greenfield')
    ;[all[32], all[33]] = [all[33], all[32]]
    all[10] = 'Choosing base images wisely'
    all[14] = 'Pop quiz!'
    all[28] = 'Agenda: logging and metrics'
    all[43] = 'Zombie processes'
    const deck = deckOf([...all, 'Recap', 'More to read', 'Links', 'Questions?', 'Thank you'])
    expect(deck.slides).toHaveLength(65)
    const swapped = new Map([
      [33, 34],
      [34, 33],
    ])
    expect(places(deck)).toEqual(expected(note => swapped.get(note) ?? note))
    expect(doubts(deck).filter(each => each.startsWith(file))).toEqual([
      `${file}:76 info notes-title Note 19 has no title; it is joined to slide 19, \`Greenfield\``,
      `${file}:178 warning notes-number Note 33 is joined to slide 34, \`/dev/stdout\`, by title and order`,
      `${file}:182 warning notes-number Note 34 is joined to slide 33, \`but even then I can't\`, by title and order`,
      `${file}:371 warning notes-number The number 56 is used twice; it is joined to slide 57, \`using confd\``,
      `${file}:375 warning notes-number Notes 57 to 59 are joined to slides 58 to 60, by title and order`,
    ])
  })

  test('find their slides in a deck of 65 with slides put in between', () => {
    const all = [...titles]
    all.splice(2, 0, 'A word of thanks')
    all.splice(25, 0, 'Kitchen test')
    all.splice(41, 0, undefined)
    all.push('Questions?', 'About me')
    const deck = deckOf(all)
    expect(deck.slides).toHaveLength(65)
    expect(places(deck)).toEqual(
      expected(note => note + (note > 2 ? 1 : 0) + (note > 24 ? 1 : 0) + (note > 39 ? 1 : 0)),
    )
    expect(doubts(deck).filter(each => each.startsWith(file))).toHaveLength(6)
    expect(deck.loose).toHaveLength(1)
  })

  test('share a slide where the deck has only one for a number', () => {
    const deck = deckOf(titles.toSpliced(56, 1))
    expect(places(deck)).toEqual(expected(note => (note > 56 ? note - 1 : note)))
    expect(doubts(deck).filter(each => each.startsWith(file))).toEqual([
      `${file}:76 info notes-title Note 19 has no title; it is joined to slide 19`,
      `${file}:371 warning notes-number The number 56 is used twice; it is joined to slide 56, \`using confd\``,
    ])
  })

  test('are not lost where their slide is gone', () => {
    const deck = deckOf(titles.toSpliced(39, 1))
    expect(deck.loose?.map(({ number }) => number)).toEqual([undefined, 40])
    expect(places(deck)[40]).toBe(40)
  })
})
