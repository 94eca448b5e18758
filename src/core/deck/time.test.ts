// Lengths and clock times in the spellings people use.

import { expect, test } from 'vitest'
import { readClock, readDuration } from './time.ts'

test.each([
  ['45', 45],
  ['35min', 35],
  ['35 minutes', 35],
  ['3m', 3],
  ["20'", 20],
  ['1h', 60],
  ['1h30', 90],
  ['1h 30min', 90],
  ['1.5h', 90],
  ['1,5 hours', 90],
  ['90s', 1.5],
])('the length %s', (written, minutes) => {
  expect(readDuration(written)).toBe(minutes)
})

test.each(['', '0', '-5', 'soon', '24h', '10:30', '5 apples', '1e3', 'min'])('no length: %s', written => {
  expect(readDuration(written)).toBeUndefined()
})

test.each([
  ['9:30', 570],
  ['09:30', 570],
  ['09:30:00', 570],
  ['14h30', 870],
  ['8am', 480],
  ['8 a.m.', 480],
  ['8:15 pm', 1215],
  ['12am', 0],
  ['12pm', 720],
  ['0:00', 0],
  ['9', 540],
])('the time %s', (written, minutes) => {
  expect(readClock(written)).toBe(minutes)
})

test.each(['', '24:00', '9:60', '13pm', '0am', 'noon', '9:5', '930'])('no time: %s', written => {
  expect(readClock(written)).toBeUndefined()
})
