// What a configuration may say, and what is said of one that says something else.

import { describe, expect, it } from 'vitest'
import { fromData } from './plain.ts'
import { readConfig, readJsonConfig } from './read-config.ts'

/** Place, rule, message and remedy of all that is wrong. */
function wrong(text: string): string[] {
  return readJsonConfig('c.json', text, ['harbor']).diagnostics.map(
    ({ rule, message, note, position, severity }) =>
      `${position?.start.line}:${position?.start.column} ${severity} ${rule}: ${message}. ${note}`,
  )
}

describe('a configuration that is JSON', () => {
  it.each([
    [
      '{ "them": "harbor" }',
      '1:3 error config-key: `them` is no key of the configuration. Did you mean `theme`?',
    ],
    ['{ "theme": "harbro" }', '1:12 error config-value: There is no theme `harbro`. Did you mean `harbor`?'],
    ['{ "html": "trustd" }', '1:11 error config-value: `html` cannot be `"trustd"`. Did you mean `trusted`?'],
    [
      '{ "port": 99999 }',
      '1:11 error config-value: `port` cannot be `99999`. Write a whole number from 0 to 65535.',
    ],
    ['{ "strict": "yes" }', '1:13 error config-value: `strict` cannot be `"yes"`. Write `true` or `false`.'],
    ['{ "out": "" }', '1:10 error config-value: `out` cannot be empty. Write the name of a folder.'],
    ['{ "port": 1, "port": 2 }', '1:14 error config-key: `port` is given twice. Remove one of the two.'],
    ['{ "json": true }', '`--json` can be asked on the command line only.'],
    ['{ "footer": "x" }', 'It is a key of the front matter: write `defaults: { footer: … }`.'],
    [
      '{ "defaults": { "title": "x" } }',
      '`title` is no default. Each deck says it itself, in its front matter.',
    ],
    ['{ "defaults": { "fti": "x" } }', 'Did you mean `fit`?'],
    [
      '{ "defaults": { "fit": "wran" } }',
      '1:24 error config-value: `fit` cannot be `wran`. Did you mean `warn`? Write',
    ],
    ['{ "decks": [] }', '`decks` cannot be an empty list.'],
    ['{ "defaults": [] }', '`defaults` cannot be a list.'],
    [
      '{ "rules": { "image-atl": "off" } }',
      '1:14 error rule-unknown: There is no rule `image-atl`. Did you mean `image-alt`?',
    ],
    ['{ "rules": { "image-alt": "of" } }', '`image-alt` cannot be `"of"`. Did you mean `off`?'],
    ['{ "rules": { "time-limit": "off" } }', '1:14 error config-value: `time-limit` is always an error.'],
    ['[]', '1:1 error config-value: The configuration is a list.'],
    ['', '1:1 error config-syntax: The end of the file stands where a value is expected.'],
    ['{ // why', '1:3 error config-syntax: `// why` is a comment, and JSON has none.'],
    ["{ 'port': 1 }", "1:3 error config-syntax: `'port'` is no value of JSON. Texts of JSON stand in `\"`."],
    [
      '{\n  "port": 80,\n}',
      '3:1 error config-syntax: `}` stands where a key in `"` is expected. Behind the last one JSON has no comma.',
    ],
    ['['.repeat(100_000), 'Values nest more than 64 levels deep'],
  ])('says of %s what is wrong with it', (text, said) => {
    const found = wrong(text)
    expect(found).toHaveLength(1)
    expect(found[0]).toContain(said)
  })

  it('is taken as it is where nothing is wrong', () => {
    const text =
      '{ "$schema": "x", "decks": "a", "theme": "harbor", "lang": "de", "defaults": { "lang": "fr", "fit": true }, "rules": { "image-alt": "off", "encoding": "error" } }'
    expect(readJsonConfig('c.json', text, ['harbor'])).toEqual({
      settings: {
        decks: ['a'],
        lang: 'de',
        defaults: { theme: 'harbor', lang: 'fr', fit: 'shrink' },
        rules: { 'image-alt': 'off', encoding: 'error' },
      },
      diagnostics: [],
    })
  })
})

describe('a configuration that is code', () => {
  const read = (data: unknown, text = '') => readConfig('c.ts', fromData(data, text)).diagnostics

  it('has its keys where they stand in the text, quoted, bare or short', () => {
    const text =
      'const port = "x"\nexport default {\n  port,\n  "rules": {\n    \'image-alt\': 1,\n  },\n  title() {},\n}'
    const lines = read({ port: 'x', rules: { 'image-alt': 1 }, title: () => 1 }, text).map(
      ({ position }) => position?.start.line,
    )
    expect(lines).toEqual([3, 5, 7])
  })

  it('may leave keys undefined, and holds plain data only', () => {
    const circle: { defaults?: unknown } = {}
    circle.defaults = circle
    expect(read({ theme: undefined })).toEqual([])
    expect(read({ rules: new Map() })[0]?.message).toBe('`rules` cannot be a Map')
    expect(read({ title: Symbol('x') })[0]?.message).toBe('`title` cannot be a symbol')
    expect(read({ port: Number.NaN })[0]?.message).toBe('`port` cannot be NaN')
    expect(read(circle)[0]?.message).toBe('`defaults` cannot be a circle')
    expect(read({ gone: 1 })[0]).not.toHaveProperty('position')
  })
})
