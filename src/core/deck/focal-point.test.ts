import { expect, test } from 'vitest'
import { focalPoint } from './focal-point.ts'

test.each([
  ['left', 'left'],
  ['Top Right', 'top right'],
  ['30%,20%', '30% 20%'],
  ['100% top', '100% top'],
  ['left right', undefined],
  ['30px', undefined],
  ['url(x)', undefined],
  ['', undefined],
  ['left top center', undefined],
])('%s', (written, point) => {
  expect(focalPoint(written)).toBe(point)
})
