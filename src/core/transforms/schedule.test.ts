// The plan of a day: each computed time is worked out by hand beside it.

import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { outlined, timetable } from './outlined.test-aid.ts'
import { wordsOf } from './words.ts'

const seed = '../shared/seeds/000_43f862ffcd75d487.txt'

test.skipIf(!existsSync(seed))('a workshop of 2014 has its day', () => {
  const deck = outlined(existsSync(seed) ? readFileSync(seed, 'utf8') : '')
  expect(timetable(deck)).toEqual([
    // Written: 8am, 15min. Then lengths are added: 8:00 + 15 = 8:15, + 20 = 8:35, + 30 = 9:05, + 30 = 9:35.
    '08:00 15 1. Introductions, Overview and Setup',
    '08:15 20 2. Core Concepts and Hello World',
    '08:35 30 3. Command Line Interface and Bash Scripting',
    '09:05 30 4. Using the API via Python + Basic Networking',
    // From 8:00 to lunch at 12:00 are 240 min; known are 15 + 20 + 6 × 30 = 215; the interlude has the other 25.
    '09:35 ≈25 Interlude',
    // Counted back from 12:00 by 30 each: 11:30, 11:00, 10:30, 10:00. So these do not depend on an estimate.
    '10:00 30 5. Build files',
    '10:30 30 6. Processes & Supervision',
    '11:00 30 7. Image Management and Volumes',
    '11:30 30 8. Intermediate Networking',
    '12:00 60 Lunch',
    // 13:00 + 30 = 13:30, + 30 = 14:00.
    '13:00 30 9. Service Discovery & Ambassador Pattern',
    '13:30 30 10. Monitoring, Logging and Error Detection',
    // From 13:00 to 16:40 are 220 min; known are 3 × 30 and, by its items, 15 + 10 + 15 + 30 + 15 = 85: 175 together.
    // The other 45 are shared by four parts: 12, 11, 11, 11.
    '14:00 ≈12 Interlude',
    '≈14:12 30 11. Advanced Networking',
    '≈14:42 ≈11 12. Docker on EC2',
    '≈14:53 ≈11 13. Application Lifecycle',
    '≈15:04 85 14. Sample Use Cases',
    '≈16:29 ≈11 15. TLC, Garbage Collection and Handling Docker Upgrades',
    // 16:29 + 11 = 16:40, as written.
    '16:40 Concluding Remarks and Discussion',
  ])
  expect(deck.diagnostics).toEqual([])
  expect(deck.slides.filter(({ classes }) => classes.includes('schedule'))).toHaveLength(2)
})

test('a workshop of the same shape has its day, wherever this runs', () => {
  const parts = [
    '1. Welcome (8am, 15min)\n* names',
    '2. Rope (20min)\n* fibres',
    '3. Bends (30min)\n* reef',
    'Interlude\n* a film',
    '4. Hitches (30min)\n* clove',
    'Lunch (12 - 1pm)',
    '5. Splices (30min)\n* eye',
    'Interlude\n* tea',
    '6. Whipping\n* twine',
    '7. Cases \n* a (15min)\n* b (10min)\n* c (15min)\n* d (30min)\n* [_e_](https://example.org/) for f (15min)\n* ...',
    '8. Care\n* drying',
  ]
  const text = `# Knots\n## A course\n\n### About\n\nx\n\n### Syllabus\n\n**Note**: a bit off.\n\n${parts
    .map(part => `#### ${part}\n`)
    .join('\n')}\n### Closing (4:40pm)\n* questions\n`
  expect(timetable(outlined(text))).toEqual([
    // 8:00 + 15 = 8:15, + 20 = 8:35, + 30 = 9:05.
    '08:00 15 1. Welcome',
    '08:15 20 2. Rope',
    '08:35 30 3. Bends',
    // 12:00 - 30 = 11:30 for the fourth; from 9:05 to 11:30 are 145.
    '09:05 ≈145 Interlude',
    '11:30 30 4. Hitches',
    '12:00 60 Lunch',
    '13:00 30 5. Splices',
    // From 13:00 to 16:40 are 220; known are 30 and 15 + 10 + 15 + 30 + 15 = 85; three parts share the other 105.
    '13:30 ≈35 Interlude',
    '≈14:05 ≈35 6. Whipping',
    '≈14:40 85 7. Cases',
    '≈16:05 ≈35 8. Care',
    '16:40 Closing',
  ])
  // Two hours for each of the first two: 120 + 120 + 30 + 30 = 300, and five hours from 8:00 is past lunch.
  const long = text.replace('(8am, 15min)', '(8am, 2h)').replace('(20min)', '(2h)')
  expect(outlined(long).diagnostics.map(({ message }) => message)).toEqual([
    '`Lunch` begins at 12:00, but what comes before takes until 13:00',
  ])
})

/** Headings of a day under one title. */
const day = (...headings: string[]) => outlined(`# A day\n\n${headings.join('\n\n')}\n`)
const said = (...headings: string[]) =>
  day(...headings).diagnostics.map(({ severity, message }) => `${severity}: ${message}`)

describe('parts', () => {
  test('are the headings from the first time to the last, timed or not', () => {
    const deck = day(
      '## About\n\nx',
      '## Syllabus',
      '### Preparation\n\nx',
      '### 1. One (9:00, 30min)\n\nx',
      '### Coffee\n\nx',
      '### 2. Two (10:00, 30min)\n\nx',
      '### 3. Three\n\nx',
      '## Links\n\nx',
    )
    // 9:00 + 30 = 9:30; coffee has the rest up to 10:00. The third goes on with the numbers.
    expect(timetable(deck)).toEqual([
      '09:00 30 1. One',
      '09:30 ≈30 Coffee',
      '10:00 30 2. Two',
      '10:30 3. Three',
    ])
  })

  test('of a half-day are parts of the day, and begin with it', () => {
    const deck = day(
      '## Morning (9am - 12pm)',
      '### Knots (1h)\n\nx',
      '### Ropes (2h)\n\nx',
      '## Afternoon (1pm)',
      '### Sails (90min)\n\nx',
      '### Masts (30min)\n\nx',
    )
    expect(timetable(deck)).toEqual(['09:00 60 Knots', '10:00 120 Ropes', '13:00 90 Sails', '14:30 30 Masts'])
  })

  test('are not there where one heading alone has a time, or none', () => {
    expect(timetable(day('## One\n\nx', '## Two (10min)\n\nx', '## Three\n\nx'))).toEqual([])
    expect(timetable(day('## One\n\nx', '## Two\n\nx'))).toEqual([])
  })
})

describe('lengths', () => {
  test('are summed up from items, nested ones too, unless the heading has its own', () => {
    const deck = day(
      '## One (9:00)\n\n- a (15min)\n- b\n  - c (10min)\n  - d (5min)\n- e (1h)\n  - f (50min)',
      '## Two (45min)\n\n- a (15min)\n- b (30min)',
    )
    // 15 + (10 + 5) + 60 = 90.
    expect(timetable(deck)).toEqual(['09:00 90 One', '10:30 45 Two'])
    expect(deck.diagnostics).toEqual([])
  })

  test('without a clock time are lengths all the same', () => {
    expect(timetable(day('## One (15min)\n\nx', '## Two (1h 30min)\n\nx'))).toEqual(['15 One', '90 Two'])
  })

  test('are shared by the slides of a part, in whole minutes', () => {
    const deck = day(
      `## One (9:00, 30min)\n\n${Array.from({ length: 30 }, (_, index) => `- item ${index}`).join('\n')}`,
      '### Exercise\n\nx',
      '## Two (10min)\n\nx',
    )
    const one = deck.slides.filter(({ start }) => start !== undefined && start < 570)
    expect(one.length).toBeGreaterThan(2)
    expect(one.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0)).toBe(30)
    let clock = 540
    for (const { start, minutes } of one) {
      expect(start).toBe(clock)
      expect(Number.isInteger(minutes)).toBe(true)
      clock += minutes ?? 0
    }
    expect(one.map(({ part }) => part?.title)).toEqual(['One', ...one.slice(1).map(() => undefined)])
  })
})

describe('clock times', () => {
  test('without a half of the day are of the half that follows', () => {
    const deck = day(
      '## One (9:30)\n\nx',
      '## Lunch (12:30, 30min)\n\nx',
      '## Two (1:30)\n\nx',
      '## Three (3:15)\n\nx',
    )
    // 9:30 to 12:30 are 180; 12:30 + 30 = 13:00, and 13:30 is written; from 13:30 to 15:15 are 105.
    expect(timetable(deck)).toEqual(['09:30 ≈180 One', '12:30 30 Lunch', '13:30 ≈105 Two', '15:15 Three'])
  })

  test('before the first part and behind the last may be in the front matter', () => {
    const deck = outlined(
      '---\nstart: 14:00\nduration: 2h\n---\n\n# A\n\n## One (30min)\n\nx\n\n## Two\n\nx\n\n## Three (20min)\n\nx\n',
    )
    // 14:00 + 30 = 14:30; 16:00 - 20 = 15:40; between them are 70.
    expect(timetable(deck)).toEqual(['14:00 30 One', '14:30 ≈70 Two', '15:40 20 Three'])
  })

  test('count back where only a later one is written', () => {
    expect(timetable(day('## One (30min)\n\nx', '## Two (15min)\n\nx', '## Lunch (12pm)\n\nx'))).toEqual([
      '11:15 30 One',
      '11:45 15 Two',
      '12:00 Lunch',
    ])
  })
})

describe('a contradiction is reported with both values', () => {
  test('where more stands before a time than there is room for', () => {
    expect(said('## One (9:00, 90min)\n\nx', '## Two\n\nx', '## Three (10:00)\n\nx')).toEqual([
      'warning: `Three` begins at 10:00, but what comes before takes until 10:30',
    ])
    // What stands behind the fixed time is right again.
    expect(
      timetable(day('## One (9:00, 90min)\n\nx', '## Two (10:00, 30min)\n\nx', '## Three (5min)\n\nx')),
    ).toEqual(['09:00 90 One', '10:00 30 Two', '10:30 5 Three'])
  })

  test('where known lengths leave a hole, as a remark', () => {
    expect(said('## One (9:00, 30min)\n\nx', '## Two (10:00)\n\nx')).toEqual([
      'info: `Two` begins at 10:00, but what comes before ends at 09:30',
    ])
  })

  test('where a part holds more than its length', () => {
    expect(said('## One (9:00, 30min)\n\n- a (20min)\n- b (20min)', '## Two (9:30)\n\nx')).toEqual([
      'warning: `One` has 30 min, but what it holds takes 40 min',
    ])
  })

  test('where clock and length differ', () => {
    expect(said('## One (9:00 - 9:45, 30min)\n\nx', '## Two (9:45)\n\nx')).toEqual([
      'warning: `One` is 45 min by the clock and 30 min by its length',
    ])
  })
})

describe('the agenda', () => {
  const deck = day('## About\n\nx', '## One (9:00, 30min)\n\nx', '## Two\n\nx', '## Three (10:00)\n\nx')
  const agenda = deck.slides.find(({ classes }) => classes.includes('schedule'))

  test('shows the day before its first part', () => {
    expect(deck.slides.map(({ title }) => title)).toEqual(['A day', 'About', 'Agenda', 'One', 'Two', 'Three'])
    expect(agenda && wordsOf(agenda.body)).toBe(
      'Agenda Time Part Length 09:00 One 30 min 09:30 Two ≈ 30 min 10:00 Three',
    )
  })

  test('leads to the parts', () => {
    expect(JSON.stringify(agenda?.body)).toContain('"#/two"')
  })

  test('speaks the language of the deck', () => {
    const german = outlined(
      '---\nlang: de\n---\n\n# Tag\n\n## Eins (9 Uhr, 30 min)\n\nx\n\n## Zwei (10 Uhr)\n\nx\n',
    )
    expect(german.slides[1]?.title).toBe('Ablauf')
  })
})

test('the words of a time stay beside the title, and are no part of it', () => {
  const slide = day('## One (9:00, 30min)\n\nx', '## Two (10:00)\n\nx').slides.find(
    ({ key }) => key === 'one',
  )
  expect(slide?.title).toBe('One')
  expect(slide && wordsOf(slide.body)).toBe('One 9:00, 30min x')
})
