// What people write behind a heading to say when it is and how long it takes.

import { expect, test } from 'vitest'
import { readTiming } from './timing.ts'

test.each([
  ['30min', { minutes: 30 }],
  ['1h 30min', { minutes: 90 }],
  ['1h30', { minutes: 90 }],
  ['1,5h', { minutes: 90 }],
  ['~20 min', { minutes: 20 }],
  ["45'", { minutes: 45 }],
  ['20-30 min', { minutes: 30 }],
  ['90 Minuten', { minutes: 90 }],
  ['8am, 15min', { start: 480, minutes: 15 }],
  ['15min; 8am', { start: 480, minutes: 15 }],
  ['4:40pm', { start: 1000 }],
  ['4.40 p.m.', { start: 1000 }],
  ['14h30', { start: 870 }],
  ['09:00', { start: 540 }],
  ['9:00', { start: 540, halfOpen: true }],
  ['1:30', { start: 90, halfOpen: true }],
  ['13:15, 45min', { start: 795, minutes: 45 }],
  ['9 Uhr', { start: 540, halfOpen: true }],
  ['noon', { start: 720 }],
  ['12 - 1pm', { start: 720, end: 780 }],
  ['1 - 2pm', { start: 780, end: 840 }],
  ['11 - 1pm', { start: 660, end: 780 }],
  ['9am to noon', { start: 540, end: 720 }],
  ['11:30am-1', { start: 690, end: 780 }],
  ['2:50 - 3:05pm', { start: 890, end: 905 }],
  ['09:00–09:45', { start: 540, end: 585 }],
  ['13:00 - 14:30', { start: 780, end: 870 }],
  ['9:00–9:45', { start: 540, end: 585, halfOpen: true }],
  ['9:00 – 9:45, 45min', { start: 540, end: 585, minutes: 45, halfOpen: true }],
])('the time %s', (written, time) => {
  expect(readTiming(written)).toEqual(time)
})

test.each([
  '',
  '30',
  'untested',
  'part 2',
  '1 - 3',
  '2016',
  '9 of 12',
  '3 items',
  '10am, 11am',
  'v1.2',
  '1h, 2h, 3h',
  'see page 4',
  '5 apples',
  'a',
  'SIGTERM',
  '5pm - 4pm',
  '-5min',
])('no time: %s', written => {
  expect(readTiming(written)).toBeUndefined()
})
