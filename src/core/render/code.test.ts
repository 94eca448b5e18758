import type { Code } from 'mdast'
import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'
import { expect, test } from 'vitest'
import type { Highlight } from '../deck/deck.ts'
import type { CodeMark } from '../deck/nodes.ts'
import { renderCode } from './code.ts'

const writer = unified().use(rehypeStringify)
const plain = { guessed: false, focus: [] }

function html(value: string, mark: Partial<CodeMark> = {}, highlight?: Highlight): string {
  const node: Code = { type: 'code', value, data: { code: { ...plain, ...mark } } }
  return writer.stringify({ type: 'root', children: [renderCode(node, highlight)] })
}

/** Colours every letter `e`. */
const everyE: Highlight = text =>
  text.split('\n').map(line =>
    line
      .split(/(e)/)
      .filter(Boolean)
      .map(part => (part === 'e' ? { text: part, kind: 'keyword' } : { text: part })),
  )

test('plain code is lines in a figure that can be scrolled by keyboard', () => {
  expect(html('a <b>\n\nc')).toBe(
    '<figure class="code"><pre tabindex="0"><code><span class="line">a &#x3C;b></span>\n<span class="line"></span>\n<span class="line">c</span></code></pre></figure>',
  )
})

test('tokens are classes; title and language are said', () => {
  expect(html('see', { language: 'sh', title: 'a & b' }, everyE)).toBe(
    '<figure class="code" data-language="sh"><figcaption class="code-title">a &#x26; b</figcaption><pre tabindex="0"><code><span class="line">s<span class="t-keyword">ee</span></span></code></pre></figure>',
  )
})

test('lines have numbers where asked', () => {
  expect(html('a\nb', { numberFrom: 9 })).toContain(
    '<pre tabindex="0" class="numbered"><code><span class="line" data-number="9">a</span>\n<span class="line" data-number="10">b</span>',
  )
})

test('one focus is static', () => {
  const out = html('a\nb', { focus: [[2]] })
  expect(out).toContain(
    '<pre tabindex="0" class="has-focus"><code><span class="line">a</span>\n<span class="line focus">b</span>',
  )
  expect(out).not.toContain('fragment')
})

test('several are stepped: each line knows its states, each further state has a mark', () => {
  expect(html('a\nb', { focus: [[1], [2], []], focusFrom: 3 })).toBe(
    '<figure class="code"><pre tabindex="0" class="has-focus" data-states="3" data-states-from="3"><code><span class="line focus" data-states="0 2">a</span>\n<span class="line" data-states="1 2">b</span></code><span class="fragment focus-step" data-fragment-index="2" aria-hidden="true"></span><span class="fragment focus-step" data-fragment-index="3" aria-hidden="true"></span></pre></figure>',
  )
})

test('a session: prompts apart and never text, output and comments marked, Copy takes commands', () => {
  expect(html('# c\n$ see \\\n> x\nout', { language: 'console' }, everyE)).toBe(
    '<figure class="code" data-language="console" data-session=""><pre tabindex="0" data-copy="see \\\nx"><code>' +
      '<span class="line comment"># c</span>\n' +
      '<span class="line command"><span class="prompt" data-prompt="$ " aria-hidden="true"></span>s<span class="t-keyword">ee</span> \\</span>\n' +
      '<span class="line command continued"><span class="prompt" data-prompt="> " aria-hidden="true"></span>x</span>\n' +
      '<span class="line output">out</span></code></pre></figure>',
  )
})

test('a session in steps: runs around lines, the first with the slide', () => {
  const runs = [
    { firstLine: 1, lastLine: 1, step: 0 },
    { firstLine: 2, lastLine: 3, step: 2 },
  ]
  expect(html('$ a\nb\nc', { language: 'console', runs })).toContain(
    '<code><span class="run"><span class="line command"><span class="prompt" data-prompt="$ " aria-hidden="true"></span>a</span>\n</span>' +
      '<span class="run fragment" data-fragment-index="1"><span class="line output">b</span>\n<span class="line output">c</span></span></code>',
  )
})

test('a line too long for any size may wrap', () => {
  expect(html(`${'x'.repeat(118)}\n${'x'.repeat(119)}`)).toMatch(
    /class="line">x+<\/span>\n<span class="line wide">/,
  )
})

test('changed lines and words to look at are marked', () => {
  expect(html('a b\nc', { lines: { 1: 'inserted' }, words: ['b'] })).toContain(
    '<pre tabindex="0" class="has-marks"><code><span class="line inserted">a <mark class="code-word">b</mark></span>\n<span class="line">c</span>',
  )
})
