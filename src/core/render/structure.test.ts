// The markup that the theme and the client rely on, part by part.

import { describe, expect, test } from 'vitest'
import type { Assets } from '../index.ts'
import { render } from './render.ts'
import { attribute, deckOf, elementsOf, htmlOf, pageOf, problemsOf, withClass } from './rendered.test-aid.ts'

const levels = (html: string) =>
  elementsOf(html)
    .filter(node => /^h[1-6]$/.test(node.tagName))
    .map(node => Number(node.tagName[1]))

describe('a slide', () => {
  test('is a section with its address and its layout', () => {
    const page = pageOf('# A\n\n--\n\n## B\n\ntext\n')
    const [first, second] = page.slides
    expect(first?.html).toMatch(/^<section id="a" class="slide layout-\w+/)
    const section = elementsOf(second?.html ?? '')[0]
    expect(attribute(section, 'id')).toBe('b')
    // A line number would tell how many lines of private notes stand above.
    expect(attribute(section, 'data-line')).toBeUndefined()
    expect(second?.html).toContain('<h2 class="slide-title" id="/b">B</h2>')
  })

  test('holds no other section', () => {
    const html = htmlOf('## A\n\n<section>x</section> [^1]\n\n[^1]: y\n')
    expect(elementsOf(html).filter(node => node.tagName === 'section')).toHaveLength(1)
  })

  test('has its subtitle in its head', () => {
    const html = htmlOf('# Title\n\n## Sub\n\nx\n')
    expect(html).toContain('<p class="slide-subtitle" role="doc-subtitle">Sub</p></header>')
  })

  test('without a title still has its address; the first one has a hidden heading', () => {
    const page = pageOf('---\ntitle: The talk\n---\n\nonly text\n\n--\n\nmore text\n')
    expect(page.slides[0]?.html).toMatch(/<h1 id="\/[^"]+" class="visually-hidden">The talk<\/h1>/)
    const second = page.slides[1]
    expect(withClass(second?.html ?? '', 'slide-frame')?.attrs).toContainEqual({
      name: 'id',
      value: `/${second?.key}`,
    })
  })

  test('shows a raw heading as its title', () => {
    const html = htmlOf('# A\n\n--\n\n<h1>Raw &amp; ready</h1>\n\ntext\n')
    expect(html).toContain('<h2 class="slide-title" id="/raw-ready">Raw &#x26; ready</h2>')
    expect(levels(html).filter(level => level === 1)).toHaveLength(1)
  })

  test('has its headings in order where they stand in slots', () => {
    const html = htmlOf('::left::\n\n# Left\n\nx\n\n::right::\n\n<h1 class="slide-title">y</h1>\n')
    expect(levels(html)).toEqual([1, 2, 2])
  })

  test('is told in words, without labels for some readers only', () => {
    const page = pageOf('## A\n\nb[^1] `c` **d**e ![f](g.png)\n\n[^1]: h\n')
    expect(page.slides[0]?.text).toBe('A b1 c de f h')
  })

  test('takes no class that is a name of the talk itself', () => {
    const page = pageOf('# A\n\n-- {.reveal .mine .past}\n\n## B\n')
    expect(page.slides[1]?.html).toMatch(/class="slide layout-\w+ mine"/)
    expect(page.diagnostics.filter(({ rule }) => rule === 'attribute-value')).toHaveLength(2)
  })

  test('keeps no spacer that pushed its title down', () => {
    const html = htmlOf('# A\n\n--\n\n<br>\n<br>\n\n# DEMO-1\n\n<br>\n\ntext\n')
    expect(elementsOf(html).filter(node => node.tagName === 'br')).toHaveLength(1)
  })

  test('has headings in order, whatever was written', () => {
    const page = pageOf('# A\n\n--\n\n# B\n\nx\n\n##### C\n\nx\n\n###### D\n\nx\n\n## E\n\nx\n\n### F\n')
    expect(page.slides.flatMap(slide => levels(slide.html))).toEqual([1, 2, 3, 4, 3, 4])
  })
})

describe('steps', () => {
  test('are fragments, counted from 0', () => {
    const html = htmlOf('-- {reveal}\n\n## A\n\n- one\n- two\n')
    const items = elementsOf(html).filter(node => node.tagName === 'li')
    expect(items.map(item => attribute(item, 'data-fragment-index'))).toEqual(['0', '1'])
    expect(items.map(item => attribute(item, 'class'))).toEqual(['fragment', 'fragment'])
  })

  test('of tables and pictures stand on their frames', () => {
    const html = htmlOf('## A\n\nx\n\n. . .\n\n| a |\n|--|\n| 1 |\n\n. . .\n\n![b](b.png "c")\n')
    expect(attribute(withClass(html, 'table-scroll'), 'data-fragment-index')).toBe('0')
    expect(attribute(withClass(html, 'picture'), 'data-fragment-index')).toBe('1')
    expect(
      elementsOf(html).filter(node => attribute(node, 'data-fragment-index') !== undefined),
    ).toHaveLength(2)
  })

  test('swap what stands in one place', () => {
    const html = htmlOf('## A\n\n- a\n\n![one](one.png)\n\n--\n\n## A\n\n- a\n- b\n\n![two](two.png)\n')
    const states = elementsOf(html).filter(node =>
      (attribute(node, 'class') ?? '').split(' ').includes('swap-state'),
    )
    expect(states.map(state => attribute(state, 'class'))).toEqual([
      'swap-state fragment fade-out',
      'swap-state fragment',
    ])
    expect(states.map(state => attribute(state, 'data-fragment-index'))).toEqual(['0', '0'])
    expect(attribute(states[0], 'data-from')).toBe('0')
    expect(attribute(states[0], 'data-until')).toBe('1')
  })
})

describe('content', () => {
  test('tables scroll by keyboard, with heads that say what they head', () => {
    const html = htmlOf('## Prices\n\n| Item | Cost |\n|:-|-:|\n| tea | 2 |\n')
    const frame = withClass(html, 'table-scroll')
    expect(attribute(frame, 'role')).toBe('region')
    expect(attribute(frame, 'tabindex')).toBe('0')
    expect(attribute(frame, 'aria-label')).toBe('Table: Item, Cost – Prices')
    expect(html).toContain('<th scope="col">Item</th>')
    expect(html).toContain('<td class="align-right">2</td>')
  })

  test('a table without heads has none', () => {
    const html = htmlOf('## A\n\n| | |\n|-|-|\n| tea | 2 |\n')
    expect(elementsOf(html).filter(node => node.tagName === 'th')).toHaveLength(0)
  })

  test('raw tables are framed like written ones', () => {
    const html = htmlOf('## A\n\n<table><tr><th>x</th></tr><tr><td align=right>1</td></tr></table>\n')
    expect(withClass(html, 'table-scroll')).toBeDefined()
    expect(html).toContain('<td class="align-right">1</td>')
  })

  test('footnotes stand in an aside, with links there and back in the language of the deck', () => {
    const html = htmlOf('---\nlang: de\n---\n\n## A\n\nx[^n]\n\n--\n\n## B\n\ny[^n]\n\n[^n]: The note.\n')
    const ids = elementsOf(html).flatMap(node => attribute(node, 'id') ?? [])
    expect(new Set(ids).size).toBe(ids.length)
    expect(html).toContain('<aside class="footnotes"')
    expect(html).toContain('aria-label="Zurück zum Verweis 1"')
    const targets = elementsOf(html).flatMap(node => attribute(node, 'href') ?? [])
    for (const target of targets) expect(ids).toContain(target.slice(1))
  })

  test('callouts speak the language of the deck', () => {
    const html = htmlOf('---\nlang: fr\n---\n\n## A\n\n> [!TIP]\n> Du texte.\n')
    expect(html).toContain('<aside class="callout callout-tip"><p class="callout-title">Astuce</p>')
  })

  test('task lists say whether they are done', () => {
    const html = htmlOf('## A\n\n- [x] this\n- [ ] that\n')
    expect(html).toContain('<ul class="task-list">')
    expect(html).toMatch(
      /<li class="task"><input type="checkbox" checked disabled aria-label="Done"> this<\/li>/,
    )
  })

  test('a quote names who said it', () => {
    const html = htmlOf('## A\n\ntext\n\n> Words.\n>\n> -- Ada Lovelace\n')
    expect(html).toMatch(
      /<figure class="quote"><blockquote>\s*<p>Words.<\/p>\s*<\/blockquote><figcaption>Ada Lovelace<\/figcaption><\/figure>/,
    )
  })

  test('slots stand side by side', () => {
    const html = htmlOf('## A\n\n::left::\n\none\n\n::right::\n\ntwo\n')
    expect(html).toMatch(
      /<div class="slots slots-2"><div class="slot slot-left">[\s\S]*<div class="slot slot-right">/,
    )
  })

  test('an attribute that no block has is reported', () => {
    const page = pageOf('## A\n\n![x](x.png){.right width=400 onclick=alert(1)}\n')
    expect(problemsOf(page)).toEqual(['3 attribute-unknown `onclick` is no attribute of a block or picture'])
    const picture = elementsOf(page.slides[0]?.html ?? '').find(node => node.tagName === 'img')
    expect(attribute(picture, 'width')).toBe('400')
    expect(attribute(withClass(page.slides[0]?.html ?? '', 'picture'), 'class')).toBe('picture right')
  })
})

describe('pictures', () => {
  const assets: Assets = new Map([
    ['image:a b.png', { kind: 'image', url: 'assets/a-12345678.png', width: 800, height: 400 }],
    ['image:gone.png', { kind: 'absent', rule: 'image-missing' }],
  ] as const)

  test('know their size before they load', () => {
    const html = htmlOf('## A\n\n![alt](<a b.png>){width=400}\n\ntext ![two](<a b.png>)\n', { assets })
    const images = elementsOf(html).filter(node => node.tagName === 'img')
    expect(images.map(node => attribute(node, 'src'))).toEqual([
      '../assets/a-12345678.png',
      '../assets/a-12345678.png',
    ])
    expect(images.map(node => [attribute(node, 'width'), attribute(node, 'height')])).toEqual([
      ['400', '200'],
      ['800', '400'],
    ])
  })

  test('alone are figures, captioned by their titles', () => {
    const html = htmlOf('## A\n\ntext\n\n![alt](<a b.png> "Caption")\n', { assets })
    expect(html).toMatch(/<figure class="picture"><img [^>]*><figcaption>Caption<\/figcaption><\/figure>/)
  })

  test('that are missing leave a labelled place of their size', () => {
    const page = pageOf('## A\n\n![A cat](gone.png){width=300 height=200}\n', { assets })
    const html = page.slides[0]?.html ?? ''
    const place = withClass(html, 'missing-picture')
    expect(attribute(place, 'role')).toBe('img')
    expect(attribute(place, 'aria-label')).toBe('A cat (picture missing: gone.png)')
    expect(page.css).toContain('width:300px;height:200px')
    expect(page.sources.image).toEqual([])
  })

  test('in raw HTML are found too', () => {
    const html = htmlOf('## A\n\n<div align="center">\n<img src="a b.png">\n<p>x</p>\n</div>\n', { assets })
    expect(html).toContain('src="../assets/a-12345678.png"')
    expect(html).toContain('alt=""')
  })

  test('of other sites are no part of a page that was looked over', () => {
    const page = pageOf('## A\n\n![x](https://other.example/x.png)\n', { assets })
    expect(page.slides[0]?.html).not.toContain('<img')
    expect(page.sources.image).toEqual([])
  })
})

test('notes are rendered from a deck, never from a public one', () => {
  const text = '## A\n\n- a\n\nNote: CANARY says [this](x).\n'
  expect(htmlOf(text)).not.toContain('CANARY')
  const page = render(deckOf(text))
  expect(page.notes).toBe(true)
  expect(page.slides[0]?.html).toMatch(
    /<aside class="notes">\s*<p>CANARY says <a href="x">this<\/a>.<\/p>\s*<\/aside>/,
  )
})

test('handout text stands in an aside of its own', () => {
  expect(htmlOf('## A\n\nx\n\nHandout: Read *this*.\n')).toMatch(
    /<aside class="handout">\s*<p>Read <em>this<\/em>.<\/p>/,
  )
})

test('rendering twice gives the same and leaves the deck as it was', () => {
  const deck = deckOf(
    '## A\n\n<center>x<center>\n\n![a](b.png){.c}\n\n```js\nlet a\n```\n\n[^1]\n\n[^1]: x\n',
  )
  const before = JSON.stringify(deck)
  expect(render(deck)).toEqual(render(deck))
  expect(JSON.stringify(deck)).toBe(before)
})

describe('the picture of a deck', () => {
  test('is its first slide that is shown, background and all', () => {
    const assets: Assets = new Map([['image:bg.png', { kind: 'image', url: 'assets/bg-1.png' }]] as const)
    const page = pageOf('-- {hidden}\n\n# Not yet\n\n-- {background=bg.png}\n\n# Now\n', { assets })
    expect(page.preview).toMatch(
      /^<div class="slide [^>]*data-background-image="assets\/bg-1.png"><img class="s-\w+" src="assets\/bg-1.png" alt=""/,
    )
    expect(page.preview).toContain('Now')
    expect(page.slides).toHaveLength(1)
    expect(page.slides[0]?.html).toContain('data-background-image="../assets/bg-1.png"')
    expect(page.slides.map(slide => levels(slide.html)[0])).toEqual([1])
  })

  test('holds no id, no notes, no frame, no link', () => {
    const page = render(deckOf('# A\n\n[x](y) <iframe src="https://f.example"></iframe>\n\nNote: CANARY\n'))
    expect(page.preview).not.toMatch(/ id=|CANARY|<iframe|<a[ >]/)
  })
})
