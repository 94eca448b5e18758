import { expect, test } from 'vitest'
import { partOf } from './region.ts'

const dockerfile = `# syntax=docker/dockerfile:1

# The compiler
FROM golang:1.25 AS build
# region compile
    WORKDIR /src
    RUN go build
# endregion

# What runs
FROM scratch AS final
COPY --from=build /app /app
`

test('a whole file comes without the marks of its regions', () => {
  expect(partOf(dockerfile, undefined)?.text).not.toContain('region')
})

test('a line range', () => {
  expect(partOf(dockerfile, 'L6-L7')).toEqual({ text: 'WORKDIR /src\nRUN go build', firstLine: 6 })
  expect(partOf(dockerfile, 'L4')).toEqual({ text: 'FROM golang:1.25 AS build', firstLine: 4 })
  expect(partOf(dockerfile, 'L9-L99')).toBeUndefined()
})

test('a region, without the blanks it is indented by', () => {
  expect(partOf(dockerfile, 'compile')).toEqual({ text: 'WORKDIR /src\nRUN go build', firstLine: 6 })
  expect(partOf(dockerfile, 'none')).toBeUndefined()
})

test.each([
  ['// #region a', '// #endregion'],
  ['//region a', '//endregion a'],
  ['#region a', '#endregion'],
  ['<!-- #region a -->', '<!-- #endregion -->'],
  ['/* #region a */', '/* #endregion */'],
  ['-- #region a', '-- #endregion'],
  ['// [START a]', '// [END a]'],
  ['# tag::a[]', '# end::a[]'],
  ['" a {{{', '" }}}'],
  ['// {{{ a', '// }}}'],
])('%s … %s', (begin, end) => {
  expect(partOf(`x\n${begin}\n  y\n${end}\nz`, 'a')).toEqual({ text: 'y', firstLine: 3 })
})

test('a region in a region', () => {
  const text = '#region a\n1\n#region b\n2\n#endregion\n3\n#endregion\n4'
  expect(partOf(text, 'a')?.text).toBe('1\n2\n3')
  expect(partOf(text, 'b')?.text).toBe('2')
})

test('a stage of a Dockerfile with the comment above it', () => {
  expect(partOf(dockerfile, 'final')).toEqual({
    text: '# What runs\nFROM scratch AS final\nCOPY --from=build /app /app',
    firstLine: 10,
  })
  expect(partOf(dockerfile, 'BUILD')?.text).toBe(
    '# The compiler\nFROM golang:1.25 AS build\n    WORKDIR /src\n    RUN go build',
  )
})
