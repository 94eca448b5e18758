import { describe, expect, test } from 'vitest'
import { type Line, normaliseText, scanLines, splitLines } from './lines.ts'

const separates = (line: Line): boolean => /^--[ \t]*$/.test(line.text) || /^Note:/.test(line.text)

/** Each line with the sign of what owns it: `.` nothing, `f` fence, `c` comment, `r` raw; capital where unclosed. */
function owners(text: string): string {
  return scanLines(splitLines(text), separates)
    .map(({ inside }) => {
      const sign = inside?.kind.charAt(0) ?? '.'
      return inside && !inside.closed ? sign.toUpperCase() : sign
    })
    .join('')
}

describe('normaliseText', () => {
  test('line ends of every kind, a byte order mark and NUL', () => {
    expect(normaliseText('\uFEFFa\r\nb\rc\nd\r\n\0')).toBe('a\nb\nc\nd\n\uFFFD')
  })
})

describe('splitLines', () => {
  test('a last line end opens no line, and offsets count every character', () => {
    expect(splitLines('ab\n\nc\n')).toEqual([
      { number: 1, offset: 0, text: 'ab' },
      { number: 2, offset: 3, text: '' },
      { number: 3, offset: 4, text: 'c' },
    ])
    expect(splitLines('')).toEqual([])
  })
})

describe('fences', () => {
  test.each([
    ['holds a separator', '```\na\n--\nb\n```\nc', 'fffff.'],
    ['of tildes holds backticks', '~~~md\n```js\n--\n```\n~~~\n--', 'fffff.'],
    ['is closed only by as many signs', '````md\n```\n--\n```\n````\n--', 'fffff.'],
    ['is closed by more signs', '```\n--\n`````\na', 'fff.'],
    ['is not closed by a line with words', '```\n``` js\n```\na', 'fff.'],
    ['may be indented up to three', '   ```\n--\n  ```\na', 'fff.'],
    ['indented by four is indented code', 'a\n\n    ```\n--\nb', '.....'],
    ['may stand in a list', '- a\n\n    ```\n    --\n    ```\n--', '..fff.'],
    ['may open on the line of a list item', '+ ```js\n  --\n  ```\n--', 'fff.'],
    ['may open behind several markers', '1. - ```\n     x\n     ```\n--', 'fff.'],
    ['in a list item may be closed at the margin', '+ ```\n--\n```\n--', 'fff.'],
    ['inline is none', '```git clone x```\n--\n```a`b\n--', '....'],
    ['in an ordered list', '10. a\n\n    ```\n    --\n    ```\nb', '..fff.'],
    ['behind a lazy line of its item', '- a\nlazy\n    ```\n--\n    ```', '..fff'],
    ['indented by tabs in a list', '-\ta\n\n\t```\n\t--\n\t```\n--', '..fff.'],
  ])('a fence %s', (_, text, expected) => {
    expect(owners(text)).toBe(expected)
  })

  test.each([
    ['alone ends at the separator', '```\na\n--\n# b', 'FF..'],
    ['ends at a note marker', '```\na\nNote: b\nc', 'FF..'],
    ['opened by four, closed by three', '````bash\na\n```\n--\n# b\n```js\nx\n```', 'FFF..fff'],
    ['with its closer glued to the text', '```js\na }```\n--\n# b\n```js\nx\n```\n--', 'FF..fff.'],
    ['glued, with bare fences behind', '```\na }```\n--\n# b\n```\nx\n```\n--\nc', 'FF..fff..'],
    ['at the end of the file', 'a\n```', '.F'],
    ['again and again', '```js\n--\n```js\n--\n```js\n--\na', 'F.F.F..'],
  ])('an unclosed fence %s', (_, text, expected) => {
    expect(owners(text)).toBe(expected)
  })

  test.each([
    ['one separator', '```sh\ndocker run \\\n--\n```\n--\n# b', 'ffff..'],
    ['a whole deck', '```md\n# a\n--\n# b\n--\n# c\n```\n--', 'fffffff.'],
    ['text before a labelled fence', '```\na\n--\nb\n```\ntext\n```js\nx\n```\n--', 'fffff.fff.'],
    ['text before a bare fence', '```\na\n--\nb\n```\ntext\n```\nx\n```\n--', 'fffff.fff.'],
    ['a note marker', '```\nNote: in code\n```\nNote: b', 'fff.'],
    ['a labelled fence of another indent', '```md\n--\n- a\n  ```js\n  x\n```\n--', 'ffffff.'],
  ])('a well closed fence holds %s', (_, text, expected) => {
    expect(owners(text)).toBe(expected)
  })
})

describe('comments', () => {
  test.each([
    ['hold separators and fences', '<!--\n```\n--\n-->\n--', 'cccc.'],
    ['of one line hold nothing', '<!-- a -->\n--\n<!-->\n--\n<!--->\n--', '......'],
    ['with fences glued to their signs', '<!--```clojure\na\n```-->\n--', 'ccc.'],
    ['unclosed end at the separator', '<!-- a\n--\nb', 'C..'],
    ['do not reach into the next', '<!-- a\n--\n<!-- b -->', 'C..'],
    ['hold slides that hold comments', '<!--\n--\n# a <!-- b -->\n--\n-->\n--', 'ccc...'],
    ['in a fence are code', '```\n<!--\n```\n--', 'fff.'],
    ['indented by four are code', 'a\n\n    <!--\n--', '....'],
    ['in a list', '- a\n  <!--\n--\n  -->\n--', '.ccc.'],
  ])('comments %s', (_, text, expected) => {
    expect(owners(text)).toBe(expected)
  })
})

describe('raw blocks', () => {
  test.each([
    ['<script>\n--\n</script>\n--', 'rrr.'],
    ['<PRE class="a">\n--\n</pre> b\n--', 'rrr.'],
    ['<style>a</style>\n--', '..'],
    ['<?php\n--\n?>\n--', 'rrr.'],
    ['<!DOCTYPE\n--\n>\n--', 'rrr.'],
    ['<![CDATA[\n--\n]]>\n--', 'rrr.'],
    ['<pre>\n--\nb', 'R..'],
    ['<prefix>\n--', '..'],
    ['<div>\n--', '..'],
  ])('%j', (text, expected) => {
    expect(owners(text)).toBe(expected)
  })
})

test('scanning time grows with the text, not with its square', () => {
  const time = (text: string): number => {
    // Of the processor, since a machine has other things to do.
    const start = process.cpuUsage()
    scanLines(splitLines(text), separates)
    return process.cpuUsage(start).user / 1000
  }
  for (const unit of [
    '```js\n--\n',
    '<!--\n--\n',
    '```\n--\n~~~\n--\n',
    '<pre>\n--\n',
    '- ```a\n--\n',
    '```\n--\n',
  ])
    expect(time(unit.repeat(20_000)), JSON.stringify(unit)).toBeLessThan(2000)
})
