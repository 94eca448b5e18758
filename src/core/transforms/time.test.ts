import { expect, test } from 'vitest'
import { planTimes } from './time.ts'
import { through, written } from './written.test-aid.ts'

const starts = (text: string, start?: number) =>
  through([planTimes], written(text, start === undefined ? {} : { start })).deck.slides.map(
    slide => slide.start,
  )

test('slides begin when those before them are over', () => {
  expect(starts('\n-- {time=3m}\na\n-- {time=5m hidden}\nb\n-- {time=4m}\nc', 540)).toEqual([
    540,
    undefined,
    543,
  ])
})

test('nobody knows when slides begin where a time or the start is missing', () => {
  expect(starts('\n-- {time=3m}\na\n--\nb', 540)).toEqual([undefined, undefined])
  expect(starts('\n-- {time=3m}\na')).toEqual([undefined])
})
