import { expect, test } from 'vitest'
import { rebase } from './rebase.ts'

test.each([
  ['a.png', 'intro.md', 'a.png'],
  ['a.png', 'parts/intro.md', 'parts/a.png'],
  ['./a.png', 'parts/intro.md', 'parts/a.png'],
  ['../a.png', 'parts/intro.md', 'a.png'],
  ['../../a.png', 'parts/intro.md', '../a.png'],
  ['../a.png', '../parts/intro.md', '../a.png'],
  ['https://a.b/c.png', 'parts/intro.md', 'https://a.b/c.png'],
  ['data:image/png;base64,A', 'parts/intro.md', 'data:image/png;base64,A'],
  ['/a.png', 'parts/intro.md', '/a.png'],
  ['a.png', '', 'a.png'],
])('%s in %s is %s', (path, from, expected) => {
  expect(rebase(path, from)).toBe(expected)
})
