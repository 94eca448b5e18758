// From pages to a site: addresses, heads, the policy, and what must never be in it.

import { createHash } from 'node:crypto'
import { parse } from 'parse5'
import { describe, expect, test } from 'vitest'
import { slugOf } from '../deck/page-slug.ts'
import { publish, read, transform } from '../index.ts'
import type { Page } from '../render/page.ts'
import { render } from '../render/render.ts'
import { attribute, elementsOf, pageOf } from '../render/rendered.test-aid.ts'
import { assemble } from './assemble.ts'
import type { Frame } from './frame.ts'

const frame: Frame = {
  title: 'Our talks',
  lang: 'en',
  script: 'assets/talk-1/talk.js',
  styles: ['assets/talk-1/talk.css', 'assets/harbor-1/theme.css'],
  preload: [{ href: 'assets/harbor-1/fonts/a.woff2', type: 'font/woff2' }],
  boot: "document.documentElement.dataset.view = 'talk'",
  critical: 'body{margin:0}',
  sha256: text => createHash('sha256').update(text).digest('base64'),
}

const named = (page: Page, file: string): Page => ({ ...page, file })
const fileOf = (pages: readonly Page[], path: string, more: Partial<Frame> = {}) =>
  assemble(pages, { ...frame, ...more }).files.find(file => file.path === path)?.text ?? ''
const deckPage = (markdown: string) => fileOf([pageOf(markdown)], 'talk/index.html')
const policyOf = (html: string) =>
  attribute(
    elementsOf(html).find(node => attribute(node, 'http-equiv') === 'Content-Security-Policy'),
    'content',
  ) ?? ''

describe('a page', () => {
  const html = deckPage(
    '---\ntitle: A talk\nauthor: Ada\ndate: 2026-11-20\nduration: 30m\nlang: de\n---\n\n# A talk\n',
  )

  test('knows its language, theme and canvas', () => {
    expect(html).toContain(
      '<html lang="de" dir="ltr" data-theme="harbor" data-scheme="auto" data-aspect="16:9">',
    )
  })

  test('is named after deck and site', () => expect(html).toContain('<title>A talk – Our talks</title>'))

  test('says who, when and how long, in its language', () => {
    expect(html).toContain('<a class="skip-link" href="#slides">Zu den Folien springen</a>')
    expect(html).toMatch(/<p class="deck-by">Ada · 2026-11-20( · 30 Min\.)?<\/p>/)
    expect(html).toContain('<a class="deck-home" href="../index.html">Alle Vorträge</a>')
  })

  test('asks for nothing by an absolute address', () => {
    const addresses = elementsOf(html).flatMap(node => [attribute(node, 'href'), attribute(node, 'src')])
    for (const address of addresses) expect(address ?? '').not.toMatch(/^(?:\/|https?:)/)
  })

  test('allows its inline parts by hash and nothing else', () => {
    const hash = (text: string) => createHash('sha256').update(text).digest('base64')
    const policy = policyOf(html)
    expect(policy).toContain(`script-src 'self' 'sha256-${hash(frame.boot)}';`)
    expect(policy).toContain(`style-src 'self' 'sha256-${hash(frame.critical)}'`)
    expect(policy).toMatch(/^default-src 'none'/)
    expect(policy).toContain("img-src 'self' data:;")
    expect(policy).not.toMatch(/unsafe|https:|\*/)
  })

  test('opens its policy for what the deck embeds, and for no more', () => {
    const policy = policyOf(deckPage('# A\n\n<iframe src="https://f.example/x"></iframe>\n'))
    expect(policy).toContain('frame-src https://f.example;')
  })

  test('stacks the slides that stand below another', () => {
    const stacked = deckPage('# A\n\n--\n\n## B\n\n-- {below}\n\n## C\n\n--\n\n## D\n')
    expect(stacked).toMatch(
      /<section class="stack">\s*<section id="b"[\s\S]*<section id="c"[\s\S]*<\/section>\s*<\/section>\s*<section id="d"/,
    )
  })
})

describe('hostile words in the front matter', () => {
  const words = [
    '</title><script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onload='alert(1)",
    '--><script>alert(1)</script>',
    '{{constructor}} &lt;b&gt;',
    '\u202eabc\u2028',
  ]
  test.each(words)('%j is text everywhere', word => {
    const base = pageOf('# A\n')
    const page: Page = {
      ...base,
      meta: {
        ...base.meta,
        title: word,
        description: word,
        authors: [{ name: word }],
        date: word,
        lang: word,
        footer: word,
      },
    }
    const site = assemble([page], { ...frame, title: word, lang: word })
    for (const { text } of site.files) {
      const all = elementsOf(text)
      expect(all.filter(node => node.tagName === 'script').length).toBeLessThanOrEqual(2)
      for (const node of all) expect(node.attrs.some(({ name }) => name.startsWith('on'))).toBe(false)
    }
    const html = site.files[0]?.text ?? ''
    const meta = (name: string) =>
      attribute(
        elementsOf(html).find(node => attribute(node, 'name') === name),
        'content',
      )
    const oneLine = word.replace(/\s+/g, ' ').trim()
    expect(meta('description')).toBe(oneLine)
    expect(meta('author')).toBe(oneLine)
    const root = parse(html).childNodes.find(node => node.nodeName === 'html')
    expect(root && 'attrs' in root ? root.attrs.find(({ name }) => name === 'lang')?.value : undefined).toBe(
      'en',
    )
    const title = elementsOf(html).find(node => node.tagName === 'title')?.childNodes[0]
    expect(title && 'value' in title ? title.value : '').toBe(oneLine)
  })
})

describe('addresses', () => {
  test.each([
    ['decks/Intro to Docker.md', 'intro-to-docker'],
    ['decks/über.md', 'über'],
    ['decks/u\u0308ber.md', 'über'],
    ['decks/日本語.md', '日本語'],
    ['../../etc/passwd', 'passwd'],
    ['decks/CON.md', 'con-deck'],
    ['decks/assets.md', 'assets-deck'],
    ['decks/404.md', '404-deck'],
    ['decks/docker/index.md', 'docker'],
    ['decks/docker/slides.md', 'docker'],
    ['decks/slides.md', 'slides'],
    ["decks/what's #1? 100%.md", 'whats-1-100'],
    ['a\\b\\c.md', 'c'],
    ['decks/...md', 'deck'],
    ['decks/😀.md', 'deck'],
    ['talk.slides.md', 'talk'],
  ])('%s stands at %s', (file, slug) => expect(slugOf(file)).toBe(slug))

  test('decks of one name in two folders stand apart', () => {
    const page = pageOf('# A\n')
    const site = assemble([named(page, 'a/slides.md'), named(page, 'b/slides.md')], frame)
    expect(site.decks.map(deck => deck.slug)).toEqual(['a', 'b'])
    const same = assemble([named(page, 'a/x.md'), named(page, 'b/x.md')], frame)
    expect(same.decks.map(deck => deck.slug)).toEqual(['a-x', 'b-x'])
    expect(same.diagnostics).toEqual([])
  })

  test('decks that would share an address are told', () => {
    const page = pageOf('# A\n')
    const site = assemble([named(page, 'Talk 1.md'), named(page, 'talk-1.md')], frame)
    expect(new Set(site.decks.map(deck => deck.slug)).size).toBe(2)
    expect(site.diagnostics.map(({ rule }) => rule)).toEqual(['slug-collision'])
  })

  test('clean ones name folders', () => {
    const site = assemble([pageOf('# A\n')], { ...frame, cleanUrls: true })
    expect(site.decks[0]?.url).toBe('talk/')
    expect(site.files.find(({ path }) => path === 'index.html')?.text).toContain('href="talk/"')
  })
})

describe('the home page', () => {
  const pages = [
    pageOf(
      '---\ntitle: One\nauthor: Ada\ndescription: About one.\n---\n\n# One {#x}\n\n[a link](https://x.example) [^1]\n\n[^1]: note\n\n--\n\n## Two\n',
    ),
    named(pageOf('# Zwei\n'), 'decks/zwei.md'),
  ]
  const home = fileOf(pages, 'index.html')

  test('leads to each deck, under headings', () => {
    expect(home).toContain('<h1>Our talks</h1>')
    expect(home).toContain('<h2 class="deck-card-title"><a href="talk/index.html">One</a></h2>')
    expect(home).toContain('<p class="deck-card-meta">Ada · 2 slides</p>')
  })

  test('shows first slides that can be neither reached nor named', () => {
    const previews = elementsOf(home).filter(node => attribute(node, 'class')?.startsWith('deck-card-slide'))
    expect(previews).toHaveLength(2)
    for (const preview of previews) {
      expect(attribute(preview, 'aria-hidden')).toBe('true')
      expect(attribute(preview, 'inert')).toBe('')
    }
    const ids = elementsOf(home).flatMap(node => attribute(node, 'id') ?? [])
    expect(ids).toEqual([])
    expect(elementsOf(home).filter(node => /^(?:section|h1|h2)$/.test(node.tagName))).toHaveLength(3)
  })

  test('runs no script', () => expect(elementsOf(home).some(node => node.tagName === 'script')).toBe(false))

  test('says so where there is nothing', () => {
    expect(fileOf([], 'index.html')).toContain('No talk has been published here yet.')
  })
})

test('the page for lost addresses relies on nothing beside it', () => {
  const html = fileOf([], '404.html', { base: '/talks/' })
  expect(html.match(/<link (?![^>]*href="data:)[^>]*>/g)).toBeNull()
  expect(html).toContain('<a href="/talks/">')
})

test('a deck is told with the bytes of its page', () => {
  const site = assemble([pageOf('# Ä 日 😀\n')], frame)
  expect(site.decks[0]?.bytes).toBe(Buffer.byteLength(site.files[0]?.text ?? ''))
})

test('what a site says does not depend on private notes, whatever and however long they are', () => {
  const deck = (notes: string) =>
    [
      '## A\n\n- a\n- b\n\n![c](d.png)',
      '## B\n\n```js {1|2}\nx\ny\n```\n\n<p style="color:red" onclick=x>z</p>',
      '## C\n\n[^1] [d]\n\n[^1]: y\n\n[d]: #b',
      '## C\n\n- a\n- b\n\n. . .\n\n> quote',
    ]
      .map(slide => `${slide}\n\nNote: ${notes}\n`)
      .join('\n--\n\n')
  const site = (notes: string) => {
    const read1 = read({ path: 'a.md', text: deck(notes) }, { dialect: 'native' })
    return JSON.stringify(assemble([render(publish(transform(read1, new Map())))], frame).files)
  }
  const empty = site('')
  for (const notes of [
    'CANARY',
    '<script>CANARY</script> **x** [a](javascript:x) <p style="color:red">',
    'one\n\n. . .\n\ntwo\n\n- three\n- four\n\n```js\nCANARY\n```',
    '![CANARY](https://evil.example/x.png) [d] [^1] [^2]\n\n[^2]: CANARY',
    '<center>CANARY<center> </div> <iframe src="https://evil.example">',
  ]) {
    expect(site(notes)).toBe(empty)
  }
  expect(site('CANARY')).not.toContain('CANARY')
})
