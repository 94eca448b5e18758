import { describe, expect, test } from 'vitest'
import type { Deck, Need } from '../deck/deck.ts'
import { read } from '../read.ts'
import { outlineOf } from '../syntax/outline.test-aid.ts'
import { native } from './native.ts'

const deckOf = (text: string): Deck => read({ path: 'talks/a.md', text }, { dialect: 'native' })
const bodies = (text: string): string[] => deckOf(text).slides.map(slide => outlineOf(slide.body))
const body = (text: string): string => bodies(text).join(' || ')
const problems = (text: string): string[] =>
  deckOf(text).diagnostics.map(
    ({ rule, position }) => `${position?.start.line}:${position?.start.column} ${rule}`,
  )

describe('cutting', () => {
  test.each([
    ['at a line of two hyphens', 'a\n\n--\n\nb', ['p("a")', 'p("b")']],
    ['with trailing blanks', 'a\n--  \t\nb', ['p("a")', 'p("b")']],
    ['glued to text above and below', 'a\n--\nb', ['p("a")', 'p("b")']],
    ['at classes', 'a\n-- center quiet\nb', ['p("a")', 'p("b")']],
    ['at attributes', 'a\n-- {#k .dark}\nb', ['p("a")', 'p("b")']],
    ['not above comments alone', '<!-- a\nb -->\n<!-- c -->\n\n--\nd', ['p("d")']],
    ['above words behind a comment', '<!-- a\nb --> c\n\n--\nd', ['html(" c")', 'p("d")']],
    ['not at the start of a file', '--\na\n--\nb', ['p("a")', 'p("b")']],
    ['not at its end', 'a\n--\nb\n--', ['p("a")', 'p("b")']],
    ['not for nothing', 'a\n\n--\n\n--\n\n--\nb', ['p("a")', 'p("b")']],
    [
      'not in a fence',
      '```sh\ndocker run \\\n--\n  --rm x\n```',
      ['code:sh("docker run \\\\\\n--\\n  --rm x")'],
    ],
    ['not in a comment', 'a\n<!--\n--\n-->\nb', ['p("a") p("b")']],
    ['not at three hyphens', 'a\n\n---\n\nb', ['p("a") hr p("b")']],
    ['not at an author under a quote', '> a\n-- Ada Lovelace', ['quote(p("a") attribution("Ada Lovelace"))']],
    ['not at a small author under a quote', '> a\n-- ada', ['quote(p("a") attribution("ada"))']],
    ['at nothing but hyphens under a quote', '> a\n--\nb', ['quote(p("a"))', 'p("b")']],
    ['at braces under a quote', '> a\n-- {below}\nb', ['quote(p("a"))', 'p("b")']],
  ])('%s', (_, text, expected) => {
    expect(bodies(text)).toEqual(expected)
  })

  test.each([
    ['a\n\n-- Not A Class', '3:1'],
    ['a\n\n--center', '3:1'],
    ['a\n\n--{.dark}', '3:1'],
    ['a\n\n --\n\nb', '3:1'],
    ['a\n\n—\n\nb', '3:1'],
    ['a\n-- {.dark} words', '2:1'],
  ])('%j stays text and is reported', (text, place) => {
    expect(deckOf(text).slides).toHaveLength(1)
    expect(problems(text)).toEqual([`${place} separator-like`])
  })

  test.each([
    'a\n\n--rm -it x',
    '> a\n\n-- Ada',
    'a -- b',
    '| a |\n|--|\n| -- |',
    '- --',
    '```\n--center\n```',
  ])('%j is text and nobody wonders', text => {
    expect(deckOf(text).slides).toHaveLength(1)
    expect(problems(text)).toEqual([])
  })

  test('rules in a deck without separators are reported once', () => {
    expect(problems('a\n\n---\n\nb\n\n---')).toEqual(['3:1 separator-like'])
    expect(problems('a\n\n---\n\nb\n--\nc\n\n---')).toEqual([])
    expect(problems('a\n\n```\n---\n```')).toEqual([])
  })

  test('a slide without content is one when its separator says something', () => {
    const deck = deckOf('a\n--\n\n-- {background=#123}\n\n--\n-- image\n--\nb')
    expect(deck.slides.map(slide => slide.position.start.line)).toEqual([1, 4, 7, 9])
    expect(deck.slides[1]?.position).toEqual({
      start: { line: 4, column: 21, offset: 26 },
      end: { line: 4, column: 21, offset: 26 },
    })
  })

  test('a file without a slide says so', () => {
    expect(problems('')).toEqual(['undefined:undefined deck-empty'])
    expect(problems('\n--\n\n--\n')).toEqual(['undefined:undefined deck-empty'])
    expect(deckOf('').meta.title).toBe('a')
  })
})

describe('what a separator says', () => {
  test('words, braces, and what they mean', () => {
    const [slide] = deckOf(
      '-- center quiet {#why .dark background=harbor.jpg time=3m below hidden only=long,short transition=fade reveal=none fit=off lang=ar focus=top}\na',
    ).slides
    expect(slide).toMatchObject({
      key: 'why',
      layout: 'center',
      classes: ['quiet', 'dark'],
      background: { image: 'harbor.jpg', focus: 'top' },
      minutes: 3,
      below: true,
      hidden: true,
      only: ['long', 'short'],
      transition: 'fade',
      fit: 'off',
      lang: 'ar',
    })
    expect(slide?.attributes).toEqual({ classes: [], values: { layout: 'center', reveal: 'none' } })
  })

  test.each([
    ['#10182b', { color: '#10182b' }],
    ['navy', { color: 'navy' }],
    ['rgb(1,2,3)', { color: 'rgb(1,2,3)' }],
    ['"a b.jpg"', { image: 'a b.jpg' }],
    ['url(a.png)', { image: 'a.png' }],
    ['pictures/a', { image: 'pictures/a' }],
  ])('background=%s', (value, background) => {
    expect(deckOf(`-- {background=${value}}\na`).slides[0]?.background).toMatchObject(background)
  })

  test.each([
    ['-- {layout=poster}', '1:5 attribute-value'],
    ['-- {time=soon}', '1:5 attribute-value'],
    ['-- {.a transition=zoom}', '1:8 attribute-value'],
    ['-- {reveal=all}', '1:5 attribute-value'],
    ['-- {fit=always}', '1:5 attribute-value'],
    ['-- {lang=?}', '1:5 attribute-value'],
    ['-- {background=a.png focus=somewhere}', '1:22 attribute-value'],
    ['-- {below=perhaps}', '1:5 attribute-value'],
    ['-- {colour=red}', '1:5 attribute-unknown'],
    ['-- {#a #b}', '1:8 attribute-syntax'],
    ['-- {.a', '1:4 attribute-syntax'],
  ])('%s', (separator, problem) => {
    expect(problems(`${separator}\na`)).toEqual([problem])
  })

  test('an included deck is needed, and the slide waits for it', () => {
    const deck = deckOf('a\n-- {include=b/intro.md#why}\n')
    expect(deck.slides[1]?.attributes.values).toEqual({ include: 'b/intro.md#why' })
    expect(deck.needs).toMatchObject([{ kind: 'deck', path: 'b/intro.md' }])
  })
})

describe('notes and handout', () => {
  const sections = (text: string): Record<string, string | undefined> => {
    const [slide] = deckOf(text).slides
    return {
      body: slide && outlineOf(slide.body),
      notes: slide?.notes && outlineOf(slide.notes),
      handout: slide?.handout && outlineOf(slide.handout),
    }
  }

  test.each([
    ['a\n\nNote: b\nc', { body: 'p("a")', notes: 'p("b\\nc")' }],
    ['a\nNotes:\n\n- b', { body: 'p("a")', notes: 'list(li(p("b")))' }],
    ['a\n\n???\nb', { body: 'p("a")', notes: 'p("b")' }],
    ['a\n\nHandout: b\n\nNote: c', { body: 'p("a")', handout: 'p("b")', notes: 'p("c")' }],
    ['a\nNote: b\nHandout: c\nNote: d', { body: 'p("a")', notes: 'p("b") p("d")', handout: 'p("c")' }],
    ['Note: b', { body: '', notes: 'p("b")' }],
    ['a\nNote: b\n\n. . .\n\nc', { body: 'p("a")', notes: 'p("b") pause p("c")' }],
    ['```\na\nNote: b', { body: 'code("a")', notes: 'p("b")' }],
    ['```\nNote: a\n```\nNote: b', { body: 'code("Note: a")', notes: 'p("b")' }],
    ['<div>\nNote: b', { body: 'html("<div>")', notes: 'p("b")' }],
    ['NOTE: a', { body: 'p("NOTE: a")' }],
    [
      '- Note: a\n\n> Note: b\n\n Note: c',
      { body: 'list(li(p("Note: a"))) quote(p("Note: b")) p("Note: c")' },
    ],
    ['??? a', { body: 'p("??? a")' }],
    ['a\nNote: b <!-- c\n\nd --> e', { body: 'p("a")', notes: 'p("b") p("e")' }],
    ['a <!--\n\nNote: b\n--> c', { body: 'p("a <!--")', notes: 'p("b\\n--> c")' }],
    ['Notebook: a', { body: 'p("Notebook: a")' }],
  ])('%j', (text, expected) => {
    expect(sections(text)).toEqual({ notes: undefined, handout: undefined, ...expected })
  })

  test('notes keep to their slide', () => {
    const deck = deckOf('a\nNote: b\n--\nc')
    expect(deck.slides.map(slide => slide.notes && outlineOf(slide.notes))).toEqual(['p("b")', undefined])
  })

  test('what looks like notes and is shown is reported', () => {
    expect(problems('note: a\n\n**Note:** b\n\nnotes: c\n\n```\nnote: d\n```\nNote: e\n\nnote: f')).toEqual([
      '1:1 note-like',
      '3:1 note-like',
      '5:1 note-like',
    ])
  })

  test('positions of a note on the line of its marker are true', () => {
    const text = 'a\n\nNote: *b* c'
    const node = deckOf(text).slides[0]?.notes?.children[0]
    expect(node?.position?.start).toEqual({ line: 3, column: 7, offset: 9 })
    expect(text.slice(9)).toBe('*b* c')
  })

  test('what only notes name is no need, and what they define is no definition of the deck', () => {
    const deck = deckOf('a\nNote: ![](b.png) [x]\n```js\n```\n<<< c.js\n[x]: d')
    expect(deck.needs).toEqual([])
    expect(deck.definitions).toEqual([])
  })

  test('notes are never given to a parser that may remember', () => {
    const seen: string[] = []
    read(
      { path: 'a.md', text: 'public\n\nNote: secret\n\nHandout: more' },
      {
        dialect: 'native',
        parse: text => {
          seen.push(text)
          return { type: 'root', children: [] }
        },
      },
    )
    expect(seen.join('\n')).toMatch(/public/)
    expect(seen.join('\n')).not.toMatch(/secret/)
  })
})

describe('marks', () => {
  test.each([
    ['a\n\n. . .\n\nb', 'p("a") pause p("b")'],
    ['a\n. . .\nb', 'p("a") pause p("b")'],
    ['- a\n\n  . . .\n\n  b', 'list(li(p("a") pause p("b")))'],
    ['a . . .', 'p("a . . .")'],
    ['+ a\n+ b', 'list{reveal}(li(p("a")) li(p("b")))'],
    ['1) a', 'list{reveal}(li(p("a")))'],
    ['1. a\n   + b', 'list(li(p("a") list{reveal}(li(p("b")))))'],
    ['a {step}', 'p{step}("a")'],
    ['a **b** {step=2 .x}', 'p{.x step=2}("a " strong("b"))'],
    ['a\nb\n{.x}', 'p{.x}("a\\nb")'],
    ['# a {#k}', 'heading1{#k}("a")'],
    ['- a {step}\n- b', 'list(li{step}(p("a")) li(p("b")))'],
    ['- a\n\n  b {step}', 'list(li(p("a") p{step}("b")))'],
    ['- a {step}\n  - b {step}', 'list(li{step}(p("a") list(li{step}(p("b")))))'],
    ['- a\n- b\n{.x}', 'list{.x}(li(p("a")) li(p("b")))'],
    ['- a\n  - b\n{.x}', 'list{.x}(li(p("a") list(li(p("b")))))'],
    ['- a\n\n{.x}', 'list{.x}(li(p("a")))'],
    ['> a {step=2}', 'quote{step=2}(p("a"))'],
    ['> a\n> {.x}', 'quote{.x}(p("a"))'],
    ['| a |\n|---|\n| b |\n\n{.x}', 'table{.x}(tableRow(tableCell("a")) tableRow(tableCell("b")))'],
    ['<<< a.js\n\n{step}', 'code{step from a.js}'],
    ['::left::\na {step}\n\n> [!NOTE]\n> b {.x}', 'slot:left(p{step}("a") callout:note{.x}(p("b")))'],
    ['a\n\n. . .\n\n{step}', 'p("a") pause p("{step}")'],
    ['```js\na\n```\n\n{step}', 'code:js{step}("a")'],
    ['![a](b.png){width=400 .right}', 'p(image{.right width=400}(b.png))'],
    ['![a](b.png){width=400} c {step}', 'p{step}(image{width=400}(b.png) " c")'],
    ['![a](b.png){.x}![c](d.png){.y}', 'p(image{.x}(b.png) image{.y}(d.png))'],
    ['[![a](b.png){.x}](c)', 'p(link(image{.x}(b.png)))'],
    ['![a](b.png) {.x}', 'p{.x}(image(b.png))'],
    ['a <!-- b --> {step}', 'p{step}("a ")'],
    ['a {step} <!-- b -->', 'p{step}("a")'],
    ['a {title="b } c"}', 'p{title=b } c}("a")'],
  ])('%j', (text, expected) => {
    expect(body(text)).toBe(expected)
  })

  test.each([
    'a {name}',
    'a {{x}}',
    'a {}',
    'a{step}',
    'a {x y}',
    'a \\{step}',
    '{step}',
    'a $x_{1}$',
    'a {"b": 1}',
    '`a {step}`',
    'a {step} b',
  ])('%j has no attributes', text => {
    const deck = deckOf(text)
    expect(JSON.stringify(deck.slides[0]?.body)).not.toMatch(/"attributes"/)
    expect(deck.diagnostics).toEqual([])
  })

  test('attributes with a slip are text and reported', () => {
    expect(problems('a {.x =}')).toEqual(['1:7 attribute-syntax'])
    expect(problems('![a](b){width=}')).toEqual(['1:14 attribute-syntax'])
  })

  test.each([
    ['a\n::left::\nb\n::right::\nc', 'p("a") slot:left(p("b")) slot:right(p("c"))'],
    ['::left::\n- b\n::right::\n- c', 'slot:left(list(li(p("b")))) slot:right(list(li(p("c"))))'],
    ['```\n::left::\n```', 'code("::left::")'],
    ['nginx:alpine at 10:30am ::left::', 'p("nginx:alpine at 10:30am ::left::")'],
  ])('slots: %j', (text, expected) => {
    expect(body(text)).toBe(expected)
  })

  test('an unknown slot is text and reported', () => {
    expect(body('a\n::top::\nb')).toBe('p("a") p("::top::") p("b")')
    expect(problems('a\n::top::\nb')).toEqual(['2:1 slot-unknown'])
  })

  test.each([
    ['<<< ./Dockerfile#stage dockerfile {2-4}', 'code:dockerfile {2-4}{from ./Dockerfile#stage}'],
    ['<<< a.js', 'code{from a.js}'],
    ['<<< "a b.js"#L3-L9 js', 'code:js{from a b.js#L3-L9}'],
    ['<<< a.js {1|2} title="x"', 'code {1|2} title="x"{from a.js}'],
    ['- a\n\n  <<< b.js js', 'list(li(p("a") code:js{from b.js}))'],
    ['<<<a', 'p("<<<a")'],
    ['<<<', 'p("<<<")'],
  ])('code from a file: %j', (text, expected) => {
    expect(body(text)).toBe(expected)
  })

  test.each([
    ['> a\n> -- Ada', 'quote(p("a") attribution("Ada"))'],
    ['> a\n\n-- Ada *L*', 'quote(p("a") attribution("Ada " em("L")))'],
    ['> a\n>\n> -- [Ada](b)', 'quote(p("a") attribution(link("Ada")))'],
    ['> a  \n-- Ada', 'quote(p("a") attribution("Ada"))'],
    ['> - a\n-- Ada', 'quote(list(li(p("a"))) attribution("Ada"))'],
    ['> a\n-- Ada\nb', 'quote(p("a\\n-- Ada\\nb"))'],
    ['> a -- b', 'quote(p("a -- b"))'],
    ['a\n\n-- Ada', 'p("a") p("-- Ada")'],
    ['> a\n> -- Ada\n> {.x}', 'quote{.x}(p("a") attribution("Ada"))'],
    ['> a\n-- Ada {step}', 'quote{step}(p("a") attribution("Ada"))'],
  ])('authors: %j', (text, expected) => {
    expect(body(text)).toBe(expected)
  })

  test.each([
    ['> [!NOTE]\n> a', 'callout:note(p("a"))'],
    ['> [!tip]\n>\n> - a', 'callout:tip(list(li(p("a"))))'],
    ['> [!WARNING]  \n> *a*', 'callout:warning(p(em("a")))'],
    ['> [!NOTE] a', 'quote(p("[!NOTE] a"))'],
    ['> [!FOO]\n> a', 'quote(p("[!FOO]\\na"))'],
    ['> [!CAUTION]', 'callout:caution'],
  ])('callouts: %j', (text, expected) => {
    expect(body(text)).toBe(expected)
  })
})

test('quotes and callouts are where they are written', () => {
  const text = '> [!NOTE]\n> a *b*\n\n> c\n> -- Ada'
  const [callout, quote] = deckOf(text).slides[0]?.body.children ?? []
  const places = (node: typeof quote): string[] =>
    node && 'children' in node
      ? node.children.map(child => text.slice(child.position?.start.offset, child.position?.end.offset))
      : []
  expect(places(callout)).toEqual(['a *b*'])
  expect(places(quote)).toEqual(['c', '-- Ada'])
})

describe('comments', () => {
  test.each([
    ['<!-- a -->', ''],
    ['a <!-- b --> c', 'p("a " " c")'],
    ['<!--\n# a\n\n```\n--\n-->\nb', 'p("b")'],
    ['- <!-- a -->\n- b', 'list(li li(p("b")))'],
    ['<div><!-- a -->b</div>', 'html("<div>b</div>")'],
    ['<img alt="<!-- a -->">', 'p(html("<img alt=\\"<!-- a -->\\">"))'],
    ['<!-- a', ''],
    ['`<!-- a -->`', 'p(c("<!-- a -->"))'],
    ['a <!-->b-->', 'p("a " "b-->")'],
    ['a <!-- b\nc --> d', 'p("a " " d")'],
    ['a <!-- b\n\nc --> d', 'p("a") p("d")'],
    ['a <!-- b\n- c\n--> d *e*', 'p("a") p("d " em("e"))'],
    ['# t <!-- b\nc --> d', 'heading1("t") p("d")'],
    ['- a <!-- b\n\n  . . .\n-->\n- c', 'list(li(p("a"))) list(li(p("c")))'],
    ['<div>\n<!-- a\n\nb -->\nc\n</div>', 'html("<div>") p("c") html("</div>")'],
    ['a <!-- b\n\n--> c <!-- d\n\n--> e', 'p("a") p("c") p("e")'],
    ['a `<!-- b`\n\nc -->', 'p("a " c("<!-- b")) p("c -->")'],
    ['a <!-- b\n\nc', 'p("a <!-- b") p("c")'],
    ['a <!-- b\n--\nc -->', 'p("a <!-- b") || p("c -->")'],
    ['    <!-- b\n\n    c -->', 'code("<!-- b\\n\\nc -->")'],
  ])('%j', (text, expected) => {
    expect(body(text)).toBe(expected)
  })
})

describe('what is left open', () => {
  test.each([
    ['```js\na\n--\nb', '1:1 fence-unclosed'],
    ['a\n\n- ````\n  ```\n--\nb', '3:3 fence-unclosed'],
    ['```\n}```\n--\nb', '1:1 fence-unclosed'],
    ['<!-- a\n--\nb', '1:1 comment-unclosed'],
    ['a\n\n<script>\nb', '3:1 html-unclosed'],
    ['a <center>b<center>\n--\nc', '1:3 html-unclosed'],
    ['<div class="a">\n\nb\n\n</div>\n\n> <b>c', '7:3 html-unclosed'],
  ])('%j', (text, problem) => {
    expect(problems(text)).toEqual([problem])
  })

  test.each([
    '```\na\n```',
    '> ```\n> a\n> ```',
    '- ~~~\n  a\n  ~~~',
    '<img src="a"></img><br><p>a',
    '<div>\n\na\n\n</div>',
    '<Counter />',
    '<div>\n\na\n\n. . .\n\nb\n\n</div>',
    '    a',
  ])('%j is whole', text => {
    expect(problems(text)).toEqual([])
  })
})

describe('fences in lists', () => {
  test.each([
    ['+ ```js\na\n--\nb\n```\n+ c', 'list{reveal}(li(code:js("a\\n--\\nb")) li(p("c")))'],
    ['- a\n  ```\n$ b\n   c\n  ```\n- d', 'list(li(p("a") code("$ b\\n c")) li(p("d")))'],
    ['1. a\n\n   ```\nb\n```\n\n2. c', 'list(li(p("a") code("b")) li(p("c")))'],
    ['- ```\na\n\nb\n```\nc', 'list(li(code("a\\n\\nb"))) p("c")'],
    ['- ```\na\n```js\nb\n```', 'list(li(code)) p("a") code:js("b")'],
  ])('%j keep to their item', (text, expected) => {
    expect(body(text)).toBe(expected)
  })

  test('and to their places', () => {
    const text = '- a\n  ```\nb\n```\n- *c*'
    const deck = deckOf(text)
    const [list] = deck.slides[0]?.body.children ?? []
    expect(deck.diagnostics).toEqual([])
    expect(list?.position?.end).toEqual({ line: 5, column: 6, offset: 21 })
    const item = list?.type === 'list' ? list.children[0] : undefined
    expect(item?.children[1]?.position).toEqual({
      start: { line: 2, column: 3, offset: 6 },
      end: { line: 4, column: 4, offset: 15 },
    })
  })
})

describe('definitions', () => {
  test('count for the whole deck', () => {
    const deck = deckOf('[a] ![b] c[^1]\n--\n[a]: x\n[b]: y.png\n\n[^1]: note *d*')
    expect(deck.slides.map(slide => outlineOf(slide.body))[0]).toBe(
      'p(linkReference("a") " " imageReference " c" fnref)',
    )
    expect(deck.definitions.map(each => each.identifier)).toEqual(['a', 'b', '1'])
    expect(deck.needs).toMatchObject([{ kind: 'image', path: 'y.png' }])
    expect(deck.diagnostics).toEqual([])
  })

  test('leave the places of a slide as they are', () => {
    const text = '[a]: x\n--\n# t\n\nb [a]'
    const [, slide] = deckOf(text).slides
    expect(slide?.body.children[1]?.position?.start).toEqual({ line: 5, column: 1, offset: 15 })
    const second = deckOf('[a]: x\n--\n    code [a]\n').slides[1]
    expect(second && outlineOf(second.body)).toBe('code("code [a]")')
    const third = deckOf('[^a]: x\n--\n    code [^a]\n').slides[1]
    expect(third && outlineOf(third.body)).toBe('code("code [^a]")')
  })

  test('may be known by another spelling', () => {
    expect(bodies('[a\\]b]\n--\n[a\\]b]: x')[0]).toBe('p(linkReference("a]b"))')
    expect(bodies('[A  b][], [Ä]\n--\n[a B]: x\n[ä]: y')[0]).toBe(
      'p(linkReference("A  b") ", " linkReference("Ä"))',
    )
  })

  test('written twice are reported where the second stands', () => {
    expect(problems('[a]: x\n--\n[A]: y\n--\n[^a]: z')).toEqual(['3:1 definition-duplicate'])
  })

  test('in fences, comments and notes are none', () => {
    expect(deckOf('```\n[a]: x\n```\n<!--\n[b]: y\n-->\nNote:\n[c]: z').definitions).toEqual([])
  })
})

describe('needs', () => {
  const needs = (text: string): string[] =>
    deckOf(text).needs.map((need: Need) => `${need.kind} ${need.kind === 'language' ? need.name : need.path}`)

  test('pictures of every spelling, code files, languages once', () => {
    expect(
      needs(
        '-- {background=bg.jpg}\n![](a.png) <img src=b.png> <img alt="x>" src=\'c.png?a=1&amp;b\'>\n\n![](data:image/png;base64,AA)\n\n<div><img class="x" src="d.png"></div>\n\n```js\n```\n--\n```js\n```\n<<< e.js ts\n\nHandout: ![](f.png)',
      ),
    ).toEqual([
      'image bg.jpg',
      'image a.png',
      'image b.png',
      'image c.png?a=1&b',
      'image d.png',
      'language js',
      'code e.js',
      'language ts',
      'image f.png',
    ])
  })
})

describe('nesting', () => {
  test.each([
    ['quotes', `${'>'.repeat(5000)}a`],
    ['lists', Array.from({ length: 400 }, (_, depth) => `${' '.repeat(depth * 2)}- a`).join('\n')],
    ['lists on one line', `${'- '.repeat(4000)}a`],
    ['brackets', '['.repeat(20_000)],
    ['emphasis', '*a **a '.repeat(9000)],
  ])('%s too deep are shown as text, and soon', (_, text) => {
    const start = performance.now()
    const deck = deckOf(`# a\n--\n${text}\n--\n# b`)
    expect(performance.now() - start).toBeLessThan(1000)
    expect(deck.diagnostics.map(({ rule, position }) => [rule, position?.start.line])).toEqual([
      ['nesting-depth', expect.any(Number)],
    ])
    expect(deck.slides).toHaveLength(3)
    expect(deck.slides[1]?.body.children).toMatchObject([{ type: 'code', value: text }])
  })

  test.each([
    ['a long list', '- **a** _b_\n'.repeat(2000)],
    ['a long table', `|a|\n|-|\n${'|**b** _c_|\n'.repeat(1000)}`],
    ['names', 'some_long_name '.repeat(1500)],
    ['banners', `a\n${`${'*'.repeat(80)}\n`.repeat(40)}`],
    ['a rule', `a\n\n${'- '.repeat(100)}\n\n${'*'.repeat(3000)}`],
    ['a fence', `\`\`\`\n${'>'.repeat(100)}\n${'['.repeat(5000)}\n\`\`\``],
  ])('%s is fine', (_, text) => {
    expect(problems(text)).toEqual([])
  })
})

describe('the deck', () => {
  test('its title is the first heading where the front matter has none', () => {
    expect(deckOf('a\n--\n<h2>A *b* <br></h2>').meta.title).toBe('A b')
    expect(deckOf('a').meta.title).toBe('a')
    expect(deckOf('---\ntitle: T\n---\n# b').meta.title).toBe('T')
    expect(deckOf('<div>\n<h1 align="center">A <b>c</b></h1>\n</div>').slides[0]?.title).toBe('A c')
  })

  test('line ends of every kind read alike', () => {
    const text =
      '---\ntitle: T\n---\n# a\n\n```\n--\n```\n-- center\n\n> b\n-- Ada\n\nNote: c\n\n- d {step}\n'
    const expected = JSON.stringify(deckOf(text))
    for (const end of ['\r\n', '\r'])
      expect(JSON.stringify(deckOf(text.replaceAll('\n', end)))).toBe(expected)
    expect(JSON.stringify(deckOf(`\uFEFF${text}`))).toBe(expected)
  })

  test('problems come in the order of their places', () => {
    expect(problems('```\n--\n-- {x=1}\n[a]: b\n[a]: c\n\nnote: d')).toEqual([
      '1:1 fence-unclosed',
      '3:5 attribute-unknown',
      '5:1 definition-duplicate',
      '7:1 note-like',
    ])
  })

  test('every line is accounted for', () => {
    const text = '---\ntitle: T\n---\n\na\n-- center\n> b\n-- Ada\nNote: c\n\nd\n???\ne\nHandout: f\n--\ng'
    expect(native.account({ path: 'a.md', text }).join(' ')).toBe(
      'meta meta meta slide slide separator slide slide note note note note note slide separator slide',
    )
  })
})
