// The quick way to a document's text gives the very text that the whole writer gives, whatever stands in it.

import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { talks } from '../dialects/fixtures.test-aid.ts'
import { publish, read, transform } from '../index.ts'
import { element, text } from '../render/element.ts'
import { writePlain } from '../render/plain/write.ts'
import { render } from '../render/render.ts'
import { writeWholeDocument } from '../render/whole.ts'
import { writeDeckPage } from './deck-page.ts'
import { documentTree, writeDocument, written } from './document.ts'
import type { Frame } from './frame.ts'
import { writeFront } from './front.ts'
import { placePages } from './place.ts'

vi.mock(import('../render/whole.ts'), async original => {
  const whole = await original()
  return { ...whole, writeWholeDocument: vi.fn(whole.writeWholeDocument) }
})

const hostile = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('', 'a & b', '"\'`<>', '</title><script>', '\0', 'a\nb  c', '&amp;', '<!--', 'é–漢🐳'),
)

const asks = fc.record({
  title: hostile,
  lang: fc.constantFrom('en', 'ar', 'de-AT', ''),
  description: fc.option(hostile, { nil: undefined }),
  author: fc.option(hostile, { nil: undefined }),
  toRoot: fc.constantFrom('', '../'),
  data: fc.record({ dataTheme: fc.constant('harbor'), dataAspect: fc.option(hostile, { nil: undefined }) }),
  css: fc.constantFrom('', 'a > b { content: "&<"; }'),
  scripted: fc.boolean(),
  trusted: fc.boolean(),
})

const frames = fc.record({
  title: hostile,
  lang: fc.constant('en'),
  script: hostile,
  styles: fc.array(hostile, { maxLength: 2 }),
  preload: fc.array(fc.record({ href: hostile, type: fc.constantFrom('font/woff2', 'image/png') }), {
    maxLength: 2,
  }),
  boot: fc.constantFrom('', 'if (a < b && c) d("</p>")'),
  critical: fc.constantFrom('', 'p { color: red }'),
})

test('whatever its texts are', () => {
  fc.assert(
    fc.property(asks, frames, hostile, fc.boolean(), (ask, made, words, isLive) => {
      const sha256 = (content: string): string => `sum-of-${content.length}`
      const frame: Frame = { ...made, cleanUrls: false, sha256, ...(isLive ? { live: words } : {}) }
      const body = [
        element('a', { className: ['skip-link'], href: `#${words}` }, [text(words)]),
        element('main', { id: 'talk', dataFooter: words, inert: true, hidden: true }, [
          written('<section hidden>&amp;</section>'),
        ]),
      ]
      const sources = { image: [], media: [], frame: [] }
      const whole = { ...ask, sources, body }
      const tree = documentTree(whole, frame)
      const plain = writePlain(tree, { document: true })
      expect(plain).toBe(writeWholeDocument(tree))
      expect(writeDocument(whole, frame)).toBe(plain)
    }),
  )
})

test('what it does not know is left to the whole writer', () => {
  expect(writePlain(element('template', {}), { document: true })).toBeUndefined()
  expect(writePlain(element('p', { contentEditable: 'true' }), { document: true })).toBeUndefined()
})

test('scripts and written HTML are none of a slide', () => {
  expect(writePlain(element('script', {}, [text('a()')]))).toBeUndefined()
  expect(writePlain(written('<b>'))).toBeUndefined()
})

test('all pages of a site go the quick way', () => {
  const [talk] = talks
  if (!talk) throw new Error('There is no talk')
  const page = render(publish(transform(read({ path: 'talk.md', text: talk.text }))))
  const frame: Frame = {
    title: 'Talks',
    lang: 'en',
    script: 'talk.js',
    styles: ['talk.css'],
    preload: [{ href: 'a.woff2', type: 'font/woff2' }],
    boot: 'go()',
    critical: '',
    cleanUrls: false,
    base: '/talks/',
    sha256: content => `sum-of-${content.length}`,
  }
  vi.mocked(writeWholeDocument).mockClear()
  expect(writeDeckPage(page, frame)).toContain('<main')
  const { decks } = placePages([page], [1], frame)
  expect(writeFront([page], decks, frame).map(file => file.path)).toContain('index.html')
  expect(writeWholeDocument).not.toHaveBeenCalled()
})
