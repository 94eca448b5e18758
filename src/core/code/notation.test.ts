import { expect, test } from 'vitest'
import { markedTokens } from './marked-words.ts'
import { readNotation } from './notation.ts'

test('marks in comments of any language are taken out, and say what became of their lines', () => {
  const code = [
    'FROM node:22 # [!code --]',
    'FROM node:22-slim # [!code ++]',
    'a() // [!code highlight]',
    '<p> <!-- [!code warning] -->',
    'b() /* [!code error] */',
    'SELECT 1 -- [!code ++]',
    'plain',
  ].join('\n')
  expect(readNotation(code)).toEqual({
    text: 'FROM node:22\nFROM node:22-slim\na()\n<p>\nb()\nSELECT 1\nplain',
    lines: { 1: 'deleted', 2: 'inserted', 3: 'highlighted', 4: 'warning', 5: 'error', 6: 'inserted' },
    focus: [],
    words: [],
  })
})

test('a comment that says more stays', () => {
  expect(readNotation('COPY . . # all of it [!code --]').text).toBe('COPY . . # all of it')
})

test('a mark alone on its line is for the next ones', () => {
  expect(readNotation('a\n// [!code ++:2]\nb\nc\nd')).toEqual({
    text: 'a\nb\nc\nd',
    lines: { 2: 'inserted', 3: 'inserted' },
    focus: [],
    words: [],
  })
})

test('focus and words can be written the same way', () => {
  expect(readNotation('// [!code word:npm ci]\nRUN npm ci // [!code focus]')).toEqual({
    text: 'RUN npm ci',
    lines: {},
    focus: [1],
    words: ['npm ci'],
  })
})

test('what only looks like a mark is code', () => {
  for (const code of ['[!code nonsense]', 'a[!code', '[!NOTE]', 'echo "[!code ++] is a mark" | cat'])
    expect(readNotation(code).text).toBe(code)
})

test('a word is found across tokens, and its kinds stay', () => {
  const line = [{ text: 'docker run ' }, { text: '--read', kind: 'parameter' }, { text: '-only x' }]
  expect(markedTokens(line, ['--read-only'])).toEqual([
    { marked: false, tokens: [{ text: 'docker run ' }] },
    { marked: true, tokens: [{ text: '--read', kind: 'parameter' }, { text: '-only' }] },
    { marked: false, tokens: [{ text: ' x' }] },
  ])
})

test('words that overlap are one mark; without words a line is one piece', () => {
  expect(markedTokens([{ text: 'abcd' }], ['abc', 'bcd'])).toEqual([
    { marked: true, tokens: [{ text: 'abcd' }] },
  ])
  expect(markedTokens([{ text: 'abcd' }], [])).toEqual([{ marked: false, tokens: [{ text: 'abcd' }] }])
})
