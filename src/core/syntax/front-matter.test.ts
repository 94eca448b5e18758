// Front matter in the spellings and misspellings people have, and what hostile ones come to.

import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Diagnostic } from '../deck/diagnostic.ts'
import { type FrontMatter, readFrontMatter } from './front-matter.ts'
import { splitLines } from './lines.ts'
import { createReport } from './report.ts'

function read(text: string): FrontMatter & { readonly diagnostics: readonly Diagnostic[] } {
  const { report, diagnostics } = createReport('talk.md')
  const separates = ({ text }: { text: string }): boolean => /^--[ \t]*$/.test(text)
  return { ...readFrontMatter(splitLines(text), { separates, report }), diagnostics }
}

/** `line:column severity rule message` of each. */
function said(text: string): string[] {
  return read(text).diagnostics.map(({ position, severity, rule, message }) => {
    const { line, column } = position?.start ?? { line: 0, column: 0 }
    return `${line}:${column} ${severity} ${rule} ${message}`
  })
}

describe('where it stands', () => {
  test.each([
    ['fenced', '---\ntitle: A talk\n---\n\n# One\n', 3],
    ['closed by dots', '---\ntitle: A talk\n...\n\n# One\n', 3],
    ['blanks behind the fences', '---  \ntitle: A talk\n--- \t\n# One\n', 3],
    ['blank lines above', '\n\n---\ntitle: A talk\n---\n# One\n', 5],
    ['a comment above', '<!-- drafted\n in May -->\n\n---\ntitle: A talk\n---\n# One\n', 6],
    ['unfenced', 'title: A talk\n\n--\n\n# One\n', 2],
    ['unfenced, the separator right under it', 'title: A talk\n--\n# One\n', 1],
    ['unfenced, closed by a rule', 'title: A talk\n\n---\n\n# One\n', 3],
    [
      'unfenced with comments among it',
      '<!-- theme: x -->\ntitle: A talk\n  # quiet: true\n<!--\nlang: de\n-->\n\n--\n',
      7,
    ],
    ['marked as YAML', '---yaml\ntitle: A talk\n---\n# One\n', 3],
    ['JSON, which is YAML', '---json\n{ "title": "A talk" }\n---\n# One\n', 0],
    ['with comments that are meant', '---\ntitle: A talk # for now\n# lang: de\n---\n# One\n', 4],
    ['nothing but front matter', 'title: A talk\n', 1],
  ])('%s', (_name, text, lineCount) => {
    expect(read(text).lineCount).toBe(lineCount)
    if (lineCount > 0) expect(read(text)).toMatchObject({ meta: { title: 'A talk' }, diagnostics: [] })
  })

  test.each([
    ['a slide', '# One\n\ntext\n\n--\n\n# Two\n'],
    ['a rule, then a slide', '---\n\n# One\n\n---\n\n# Two\n'],
    ['prose with a colon', 'Warning: read this first\n\n--\n\n# One\n'],
    ['prose that begins with a word we know', 'Agenda: first we talk, then we\nwalk home.\n\n--\n'],
    ['a known word over a list', 'Agenda: what we do\n\n- talk\n- walk\n'],
    ['a list', '* one\n* two\n\n--\n'],
    ['code', '```yaml\n---\ntitle: A talk\n---\n```\n'],
    ['a separator, then a slide', '--\n\n# One\n\n--\n'],
    ['a heading, then a known word', '# One\n\ntitle: A talk\n\n--\n'],
    ['nothing at all', ''],
  ])('none: %s', (_name, text) => {
    expect(read(text)).toMatchObject({ lineCount: 0, meta: {}, diagnostics: [] })
  })

  test('an empty one', () => {
    expect(read('---\n---\n# One\n')).toMatchObject({ lineCount: 2, diagnostics: [] })
  })

  test('opened twice', () => {
    expect(read('---\n---\ntitle: A talk\n---\n# One\n')).toMatchObject({
      lineCount: 4,
      meta: { title: 'A talk' },
    })
    expect(said('---\n---\ntitle: A talk\n---\n# One\n')).toEqual([
      '2:1 warning front-matter-syntax The front matter is opened twice',
    ])
  })

  test('opened with a separator', () => {
    expect(read('--\ntitle: A talk\n---\n# One\n')).toMatchObject({ lineCount: 3, meta: { title: 'A talk' } })
    expect(said('--\ntitle: A talk\n---\n')).toEqual([
      '1:1 warning front-matter-syntax The front matter opens with `--`',
    ])
  })

  test('never closed, the slides are still slides', () => {
    expect(read('---\ntitle: A talk\n\n# One\n\ntext\n')).toMatchObject({
      lineCount: 2,
      meta: { title: 'A talk' },
    })
    expect(said('---\ntitle: A talk\n\n# One\n\ntext\n')).toEqual([
      '1:1 warning front-matter-unclosed The front matter is not closed',
    ])
    expect(read('---\ntitle: A talk\n\n# One\n\ntext\n\n---\n\nmore').lineCount).toBe(2)
    expect(read('---\ntitle: A talk\n\n--\n\n# One\n')).toMatchObject({
      lineCount: 2,
      meta: { title: 'A talk' },
    })
  })

  test('unfenced, with the first slide right behind it', () => {
    expect(read('title: A talk\n\n# One\n\ntext\n\n--\n')).toMatchObject({
      lineCount: 1,
      meta: { title: 'A talk' },
    })
    expect(said('title: A talk\n\n# One\n\n--\n')).toEqual([
      '1:1 warning front-matter-unclosed Nothing closes the front matter',
    ])
  })
})

describe('what it says', () => {
  const meta = (yaml: string): FrontMatter['meta'] => read(`---\n${yaml}\n---\n`).meta

  test('everything, in one', () => {
    const yaml = [
      'title: Containers: an introduction'.replace(': an', ' – an'),
      'subtitle: A tour',
      'description: >',
      '  On two',
      '  lines',
      'date: 2026-11-20',
      'lang: pt_BR',
      'theme: harbor',
      'scheme: dark',
      'transition: fade',
      'fit: error',
      'reveal: lists',
      'buildups: keep',
      'guess: false',
      'math: yes',
      'agenda: on',
      'progress: no',
      'controls: off',
      'slideNumber: false',
      'footer: "#talks"',
      'aspect: 4:3',
      'duration: 1h 30min',
      'start: 8:15 pm',
    ]
    expect(read(`---\n${yaml.join('\n')}\n---\n`)).toMatchObject({
      diagnostics: [],
      meta: {
        title: 'Containers – an introduction',
        subtitle: 'A tour',
        description: 'On two lines',
        date: '2026-11-20',
        lang: 'pt-BR',
        theme: 'harbor',
        scheme: 'dark',
        transition: 'fade',
        fit: 'error',
        reveal: 'lists',
        buildups: 'keep',
        guess: false,
        math: true,
        agenda: true,
        progress: false,
        controls: false,
        slideNumber: false,
        footer: '#talks',
        aspect: '4:3',
        duration: 90,
        start: 1215,
      },
    })
  })

  test('a text is what is written, whatever YAML takes it for', () => {
    expect(meta('title: 2026-01-02').title).toBe('2026-01-02')
    expect(meta('title: 1.10').title).toBe('1.10')
    expect(meta('title: 007').title).toBe('007')
    expect(meta('title: yes').title).toBe('yes')
    expect(meta('title: true').title).toBe('true')
    expect(meta('title:').title).toBeUndefined()
  })

  test.each([
    ['author: Ada Lovelace', [{ name: 'Ada Lovelace' }]],
    [
      'author: Ada <ada@example.org> (https://example.org)',
      [{ name: 'Ada', email: 'ada@example.org', url: 'https://example.org' }],
    ],
    ['authors: [Ada, Grace]', [{ name: 'Ada' }, { name: 'Grace' }]],
    [
      'authors:\n- Ada\n- name: Grace\n  github: grace',
      [{ name: 'Ada' }, { name: 'Grace', accounts: { github: 'grace' } }],
    ],
    [
      'author:\n  name: Ada\n  url: example.org/ada\n  github: https://github.com/ada\n  twitter: "@ada"',
      [
        {
          name: 'Ada',
          url: 'https://example.org/ada',
          accounts: { github: 'https://github.com/ada', twitter: '@ada' },
        },
      ],
    ],
    ['author:\n  github: ada', [{ name: 'ada', accounts: { github: 'ada' } }]],
  ])('%s', (yaml, authors) => {
    expect(meta(yaml).authors).toEqual(authors)
    expect(said(`---\n${yaml}\n---\n`)).toEqual([])
  })

  test('the dialect', () => {
    expect(read('---\ndialect: cleaver\n---\n').dialect).toBe('cleaver')
  })
})

describe('what is wrong in it', () => {
  test.each([
    ['tittle: A', '2:1 warning front-matter-key `tittle` is no key of the front matter'],
    ['marp: true', '2:1 warning front-matter-key `marp` is no key of the front matter'],
    ['scheme: blue', '2:9 warning front-matter-value `scheme` cannot be `blue`'],
    ['title: [a, b]', '2:8 warning front-matter-value `title` cannot be a list'],
    ['duration: soon', '2:11 warning front-matter-value `duration` cannot be `soon`'],
    ['start: .nan', '2:8 warning front-matter-value `start` cannot be `.nan`'],
    ['title: .inf', '2:8 warning front-matter-value `title` cannot be `.inf`'],
    ['title: !!binary aGk=', '2:17 warning front-matter-value `title` cannot be `!!binary`'],
    ['title: !!set {a, b}', '2:14 warning front-matter-value `title` cannot be `!!set`'],
    ['title: A\ntitle: B', '3:1 warning front-matter-syntax `title` is given twice; the first one counts'],
    ['slide-number: a\nslideNumber: true', '2:15 warning front-matter-value `slide-number` cannot be `a`'],
    ['author:\n  neme: Ada', '3:3 warning front-matter-key `neme` says nothing of an author'],
    [
      'author:\n  url: javascript:alert(1)',
      '3:8 warning front-matter-value `javascript:alert(1)` is no address of a page',
    ],
    ['lang: the best', '2:7 warning front-matter-value `lang` cannot be `the best`'],
    ['title: "no end', '2:15 error front-matter-syntax A quote is not closed'],
    ['title: [a, b', '2:13 error front-matter-syntax A bracket is not closed'],
    [
      'title: A\n\tsubtitle: B',
      '3:1 error front-matter-syntax A tab indents the line; YAML takes blanks only',
    ],
    ['footer: Libre, #53585F', '2:16 info front-matter-syntax `#53585F` is a comment to YAML and left out'],
    ['footer: `code`', '2:9 warning front-matter-syntax A value cannot begin with a backtick'],
    ['footer: @ada', '2:9 warning front-matter-syntax A value cannot begin with `@`'],
    [
      'title: Docker: a tour',
      '2:8 warning front-matter-syntax A value holds a colon and a blank, which makes it a key',
    ],
    ['title:Docker', '2:1 warning front-matter-syntax `title:` needs a blank behind its colon'],
    ['"a\\n`b": 1', "2:1 warning front-matter-key `a 'b` is no key of the front matter"],
    ['title: *a', '2:8 warning front-matter-syntax `*a` refers to nothing'],
    ['title: A\nno key here\nlang: de', '3:1 error front-matter-syntax The line is no `key: value`'],
  ])('%s', (yaml, message) => {
    expect(said(`---\n${yaml}\n---\n`)[0]).toBe(message)
  })

  test('the nearest spelling is named', () => {
    expect(read('---\ntransistion: fade\n---\n').diagnostics[0]?.note).toBe('Did you mean `transition`?')
    expect(read('---\nslidenumbr: false\n---\n').diagnostics[0]?.note).toBe('Did you mean `slide-number`?')
  })

  test('one fault costs one value, and a plain text not even that', () => {
    expect(read('---\ntitle: Docker: a tour\nfooter: @ada\nlang: [de\nscheme: dark\n---\n').meta).toEqual({
      title: 'Docker: a tour',
      footer: '@ada',
      scheme: 'dark',
    })
  })
})

describe('what is hostile', () => {
  test('code in front matter is not run', () => {
    const text = '---js\n{ title: (globalThis.ran = "yes") }\n---\n# One\n'
    expect(read(text)).toMatchObject({ lineCount: 3, meta: {} })
    expect(said(text)).toEqual(['1:1 error front-matter-syntax Front matter in `js` is neither read nor run'])
    expect(said('---\ntitle: !!js/function "function () { globalThis.ran = 1 }"\n---\n')).toHaveLength(1)
    expect('ran' in globalThis).toBe(false)
  })

  test('names of prototypes are unknown keys', () => {
    const text =
      '---\n__proto__: { polluted: yes }\nconstructor: { prototype: { polluted: yes } }\nauthor: { __proto__: { polluted: yes }, name: Ada }\n---\n'
    const { meta } = read(text)
    expect(said(text).map(line => line.split(' ')[2])).toEqual(Array(3).fill('front-matter-key'))
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
    expect((Object.assign({}, meta) as Record<string, unknown>).polluted).toBeUndefined()
    expect(meta).toEqual({ authors: [{ name: 'Ada' }] })
  })

  test.each([
    [
      'references to references',
      Array.from(
        { length: 9 },
        (_, level) =>
          `k${level}: &k${level} [${Array(9)
            .fill(level ? `*k${level - 1}` : 'lol')
            .join()}]`,
      ).join('\n'),
    ],
    ['a value within itself', 'title: &a [*a]'],
    ['brackets', `title: ${'['.repeat(60_000)}`],
    ['braces', `title: ${'{a: '.repeat(16_000)}`],
    ['dashes', `title:\n  ${'- '.repeat(30_000)}`],
    ['question marks', `title:\n  ${'? '.repeat(30_000)}`],
    ['indentation', Array.from({ length: 340 }, (_, level) => `${' '.repeat(level)}a:`).join('\n')],
    ['keys', Array.from({ length: 7_000 }, (_, index) => `k${index}: 1`).join('\n')],
    ['one key again and again', 'title: a\n'.repeat(7_000)],
    ['errors', 'title: @\n'.repeat(7_000)],
    ['quotes', `title: ${'"'.repeat(60_000)}`],
    ['a long line', `title: ${'a'.repeat(60_000)}`],
    ['colons', ':'.repeat(60_000)],
    ['anchors', `title: ${'&a '.repeat(20_000)}`],
    ['comments', `title: a\n${'<!--\n'.repeat(12_000)}`],
  ])('%s end soon, with a message', (_name, yaml) => {
    // Of the processor, since a machine has other things to do.
    const before = process.cpuUsage()
    const { lineCount, meta } = read(`---\n${yaml}\n---\n\n# One\n`)
    expect(process.cpuUsage(before).user / 1_000).toBeLessThan(3_000)
    expect(typeof lineCount).toBe('number')
    expect(() => JSON.stringify(meta)).not.toThrow()
  })

  test('too much of it is refused, and costs nothing but itself', () => {
    const text = `---\n${Array.from({ length: 20_000 }, (_, index) => `k${index}: 1`).join('\n')}\n---\n\n# One\n`
    expect(said(text)).toEqual([
      '2:1 error front-matter-size The front matter has 185 KB, so nothing of it is read',
    ])
    expect(read(text).lineCount).toBe(20_002)
  })

  test('half a character and a bell are no text', () => {
    expect(read('---\ntitle: "a\\uD800b\\u0007c"\n---\n').meta.title).toBe('a\uFFFDb\uFFFDc')
  })

  test('fenced or not, it says the same', () => {
    const key = fc.constantFrom(
      'title',
      'subtitle',
      'footer',
      'date',
      'lang',
      'scheme',
      'math',
      'duration',
      'start',
      'tittle',
      'author',
    )
    const value = fc.oneof(
      fc.constantFrom(
        'A talk',
        '"A: talk"',
        'de',
        'dark',
        'true',
        '35min',
        '9:30',
        '2026-11-20',
        '@ada',
        'a: b',
        '[a',
        '',
        '|\n  a\n  b',
        '\n  name: Ada',
      ),
      fc.stringMatching(/^[A-Za-z0-9 .,-]{1,12}$/).map(text => text.trim()),
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(key, value), { minLength: 1, maxLength: 6 }), lines => {
        const yaml = ['lang: en', ...lines.map(([name, text]) => `${name}: ${text}`)].join('\n')
        const fenced = read(`---\n${yaml}\n---\n\n# One\n`)
        const unfenced = read(`${yaml}\n\n--\n\n# One\n`)
        expect(unfenced.meta).toEqual(fenced.meta)
        expect(unfenced.diagnostics.map(({ message }) => message)).toEqual(
          fenced.diagnostics.map(({ message }) => message),
        )
      }),
    )
  })

  test('no YAML is ever run or thrown', () => {
    const piece = fc.constantFrom(
      ...[
        '---\n',
        '--\n',
        '...\n',
        'title',
        'author',
        ':',
        ': ',
        ' ',
        '\n',
        '\n\n',
        '\t',
        '- ',
        '[',
        ']',
        '{',
        '}',
        '"',
        "'",
      ],
      ...[
        '#',
        '&a',
        '*a',
        '<<',
        '!!set',
        '|',
        '>',
        '@',
        '%',
        '<!--',
        '-->',
        '__proto__',
        '.nan',
        '~',
        'a',
        '\u00a0',
        '\ud800',
      ],
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), pieces => {
        const text = pieces.join('')
        const { lineCount, diagnostics } = read(text)
        expect(lineCount).toBeLessThanOrEqual(splitLines(text).length)
        for (const { position } of diagnostics) {
          expect(position?.start.offset).toBeLessThanOrEqual(text.length)
          expect(text.slice(0, position?.start.offset).split('\n')).toHaveLength(position?.start.line ?? 0)
        }
      }),
      { numRuns: 2_000 },
    )
  })
})

test('nothing here can evaluate: the source names no library that can', () => {
  for (const file of ['front-matter', 'entries', 'yaml', 'meta', 'author']) {
    const source = readFileSync(new URL(`./${file}.ts`, import.meta.url), 'utf8')
    expect(source).not.toMatch(/gray-matter|\beval\(|new Function|Object\.assign/)
  }
})
