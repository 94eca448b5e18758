// Laws over tag soup: rendering never throws, and a browser reads the page as it was meant.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { scanTags } from './raw-tags.ts'
import { elementsOf, pageOf } from './rendered.test-aid.ts'

const tags = (
  'a b i p div span center font ul li table tr td th thead details summary section aside h1 h3 pre code svg math ' +
  'script style noscript xmp textarea title select option form template iframe img br hr blockquote em x-y plaintext'
).split(' ')
const piece = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...tags).map(tag => `<${tag}>`) },
  { weight: 3, arbitrary: fc.constantFrom(...tags).map(tag => `</${tag}>`) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom(...tags)
      .map(tag => `<${tag} title="</${tag}><img src=x onerror=y>" style="color:red" id=x>`),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '\n\n',
      '\n',
      ' ',
      '- ',
      '> ',
      '| a |\n|--|\n| ',
      '```\n',
      '**',
      '`',
      '1. ',
      '# ',
      '&lt;',
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '<!--',
      '-->',
      '<!-->',
      '--!>',
      '<![CDATA[',
      ']]>',
      '<?',
      '<',
      '>',
      '"',
      "'",
      '=',
    ),
  },
  { weight: 3, arbitrary: fc.stringMatching(/^[a-z]{1,4}$/).map(word => `w${word}`) },
)
const soup = fc.array(piece, { maxLength: 40 }).map(pieces => pieces.join(''))

const runs = Number(process.env.RUNS ?? 150)

test('a browser reads each slide as one section, with nothing in it that was not allowed', () => {
  fc.assert(
    fc.property(soup, markdown => {
      const page = pageOf(`## First\n\n${markdown}\n\n--\n\n## Second\n\nlast\n`)
      for (const { html } of page.slides) {
        const all = elementsOf(html)
        expect(all.filter(node => node.tagName === 'section')).toHaveLength(1)
        expect(all[0]?.tagName).toBe('section')
        for (const node of all) {
          expect(node.tagName).not.toMatch(
            /^(?:script|style|svg|math|noscript|xmp|textarea|title|template|form|select|option|plaintext|x-y)$/,
          )
          for (const { name } of node.attrs) expect(name).not.toMatch(/^on|^style$|^srcdoc$/)
        }
      }
    }),
    { numRuns: runs },
  )
})

test('what is written is read back as the same tree, so nothing can change its meaning on the way', () => {
  fc.assert(
    fc.property(soup, markdown => {
      const page = pageOf(`## First\n\n${markdown}\n`)
      for (const { html } of page.slides) {
        const names = scanTags(html).flatMap(({ kind, name }) => (kind === 'open' ? [name] : []))
        expect(elementsOf(html).map(node => node.tagName)).toEqual(names)
      }
    }),
    { numRuns: runs },
  )
})

test('diagnostics stand inside the deck', () => {
  fc.assert(
    fc.property(soup, markdown => {
      const text = `## First\n\n${markdown}\n`
      const lines = text.split('\n').length
      for (const { position } of pageOf(text).diagnostics) {
        if (!position) continue
        expect(position.start.line).toBeGreaterThan(0)
        expect(position.end.line).toBeLessThanOrEqual(lines + 1)
      }
    }),
    { numRuns: runs },
  )
})
