import { describe, expect, test } from 'vitest'
import { parseMarkdown } from './markdown.ts'
import { outlineOf } from './outline.test-aid.ts'

const parse = (text: string): string => outlineOf(parseMarkdown(text))

describe('headings without a blank', () => {
  test.each([
    ['####docker run $CID', 'heading4("docker run $CID")'],
    ['##`code` and *more* ##', 'heading2(c("code") " and " em("more"))'],
    ['text\n###Hi\nmore', 'p("text") heading3("Hi") p("more")'],
    ['#[fit] ELI5', 'heading1("[fit] ELI5")'],
    ['- ##a', 'list(li(heading2("a")))'],
    ['> ###a', 'quote(heading3("a"))'],
    ['  ##a', 'heading2("a")'],
    ['#####(`git blame` it)', 'heading5("(" c("git blame") " it)")'],
    ['##Ärger', 'heading2("Ärger")'],
    ['##a\\#', 'heading2("a#")'],
    ['##a#b ## c', 'heading2("a#b ## c")'],
    ['# plain #', 'heading1("plain")'],
    ['##', 'heading2'],
  ])('%j is one', (text, expected) => {
    expect(parse(text)).toBe(expected)
  })

  test.each([
    '#hi',
    '#+begin_src',
    '#| echo: false',
    '#!/bin/sh',
    '##!x',
    '##+x',
    '##| x',
    '##:x',
    '#######seven',
    '#[fi] x',
    '#[link](x)',
    '##=====',
    '##---',
  ])('%j is none', text => {
    expect(parse(text)).toMatch(/^p\(/)
  })

  test('positions are those of the text', () => {
    const [, heading] = parseMarkdown('a\n\n##b *c*').children
    expect(heading?.position?.start).toEqual({ line: 3, column: 1, offset: 3 })
    expect(heading?.type === 'heading' && heading.children[0]?.position?.start.column).toBe(3)
  })
})

describe('lines of inline tags', () => {
  test.each([
    ['<br>\n# a', 'p(html("<br>")) heading1("a")'],
    [
      '<br>\n<br/>\n</br>\n**a**',
      'p(html("<br>") "\\n" html("<br/>") "\\n" html("</br>") "\\n" strong("a"))',
    ],
    ['<span class="a">\n## b\n</span>', 'p(html("<span class=\\"a\\">")) heading2("b") p(html("</span>"))'],
    ["<img src='a'></img>\n- b", 'p(html("<img src=\'a\'>") html("</img>")) list(li(p("b")))'],
    ['<font color="#ff000">\n\na', 'p(html("<font color=\\"#ff000\\">")) p("a")'],
    ['<img\nsrc="a">\n# b', 'p(html("<img\\nsrc=\\"a\\">")) heading1("b")'],
  ])('%j opens no block', (text, expected) => {
    expect(parse(text)).toBe(expected)
  })

  test.each([
    '<div>\n*a*\n</div>',
    '<center>\n# a\n</center>',
    '<hr style="x">\n*a*',
    '<Counter :count="1" />\n*a*',
    '<svg viewBox="0 0 1 1">\n<path d="*a*"/>\n</svg>',
    '<script>\n\n*a*\n</script>',
    '<!-- a\n\n*b* -->',
    '<video controls>\n*a*',
  ])('%j opens one', text => {
    expect(parse(text)).toBe(`html(${JSON.stringify(text)})`)
  })
})

describe('raw headings', () => {
  test.each([
    ['<h1>A *b*</h1>\n<img src="c">', 'heading1("A " em("b")) p(html("<img src=\\"c\\">"))'],
    ['text\n<h2>A</h2>\nmore', 'p("text") heading2("A") p("more")'],
    ['<H3 class="a b" id=c> A </H3>', 'heading3{#c .a .b}("A")'],
    ['> - <h2>A</h2>', 'quote(list(li(heading2("A"))))'],
    [
      '<h2>A <br> <font color="red">B</font></h2>',
      'heading2("A " html("<br>") " " html("<font color=\\"red\\">") "B" html("</font>"))',
    ],
    ['<h2></h2>', 'heading2'],
    ['<h2>- a</h2>', 'html("<h2>- a</h2>")'],
    ['<h2 onclick="x()">A</h2>', 'html("<h2 onclick=\\"x()\\">A</h2>")'],
    ['<h2>\nA\n</h2>', 'html("<h2>\\nA\\n</h2>")'],
    ['<h2>A</h2> <p>b</p>', 'html("<h2>A</h2> <p>b</p>")'],
    ['<h1>A</h2>', 'html("<h1>A</h2>")'],
  ])('%j', (text, expected) => {
    expect(parse(text)).toBe(expected)
  })

  test('positions are those of the text', () => {
    const [, heading] = parseMarkdown('a\n\n<h2>b *c*</h2>').children
    expect(heading?.position?.start.offset).toBe(3)
    const second = heading?.type === 'heading' ? heading.children[1] : undefined
    expect(second?.position).toEqual({
      start: { line: 3, column: 7, offset: 9 },
      end: { line: 3, column: 10, offset: 12 },
    })
  })
})

test('without the rules of decks it is CommonMark and GFM', () => {
  const plain = (text: string): string => outlineOf(parseMarkdown(text, { deck: false }))
  expect(plain('##a')).toBe('p("##a")')
  expect(plain('<br>\n# a')).toBe('html("<br>\\n# a")')
  expect(plain('<h1>a</h1>')).toBe('html("<h1>a</h1>")')
  expect(plain('~~a~~ https://b.org')).toBe('p(delete("a") " " link("https://b.org"))')
})

test('text over a rule is a heading still', () => {
  expect(parse('text\n---')).toBe('heading2("text")')
})

test('hostile tags are told in time', () => {
  const start = performance.now()
  for (const text of [
    `<a${' a'.repeat(20_000)}`,
    `<a${' '.repeat(20_000)}`,
    `<img ${'a="'.repeat(10_000)}`,
    `<h1>${'<h1>'.repeat(5000)}`,
    `<br>${'<br'.repeat(10_000)}`,
    `<img ${"a= 'b' ".repeat(5000)}`,
  ])
    parseMarkdown(text)
  expect(performance.now() - start).toBeLessThan(4000)
})
