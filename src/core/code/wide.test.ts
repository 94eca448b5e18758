import { expect, test } from 'vitest'
import { parseSession } from './session.ts'
import { columnsOf, tightenSession, tightenTables, widestLine } from './wide.ts'

const pad = (cells: readonly string[], width: number) =>
  cells
    .map(cell => cell.padEnd(width))
    .join('')
    .trimEnd()
const header = ['CONTAINER ID', 'IMAGE', 'COMMAND', 'CREATED', 'STATUS', 'PORTS', 'NAMES']
const row = ['c0ffee123456', 'nginx', '"nginx -g"', '2 hours ago', 'Up 2 hours', '80/tcp', 'calm_otter']

test('columns padded far apart move to two spaces', () => {
  expect(tightenTables([pad(header, 20), pad(row, 20)])).toEqual([
    'CONTAINER ID  IMAGE  COMMAND     CREATED      STATUS      PORTS   NAMES',
    'c0ffee123456  nginx  "nginx -g"  2 hours ago  Up 2 hours  80/tcp  calm_otter',
  ])
})

test('an empty cell stays empty, also in a row that slipped', () => {
  const without = row.map((cell, at) => (at === 5 ? '' : cell))
  const slipped = pad(without, 20).replace('   nginx', '      nginx')
  const tight = tightenTables([pad(header, 20), pad(row, 20), pad(without, 20), slipped])
  expect(tight[2]).toBe('c0ffee123456  nginx  "nginx -g"  2 hours ago  Up 2 hours          calm_otter')
  expect(tight[3]).toBe(tight[2])
})

test('what is not certainly a table stays as it is', () => {
  const processes = [
    `USER       PID %CPU %MEM    VSZ   RSS TTY      STAT START   TIME COMMAND${' '.repeat(9)}X`,
    `root         1  0.0  0.0 185172  4496 ?        Ss   Apr07   0:06 /sbin/init ${'x'.repeat(40)}`,
  ]
  expect(tightenTables(processes)).toEqual(processes)
  const doubtful = [
    pad(header, 20),
    'c0ffee123456 nginx        nobody knows                    where this belongs',
  ]
  expect(tightenTables(doubtful)).toEqual(doubtful)
})

test('a line of words ends the table', () => {
  const tight = tightenTables([pad(header, 20), pad(row, 20), '# and that was all', pad(row, 20)])
  expect(tight[0]).toBe('CONTAINER ID  IMAGE  COMMAND     CREATED      STATUS      PORTS   NAMES')
  expect(tight.slice(2)).toEqual(['# and that was all', pad(row, 20)])
})

test('what fits is not touched', () => {
  const small = ['NAME      READY     AGE', 'web       1/1       3d']
  expect(tightenTables(small)).toEqual(small)
})

test('only output of a session moves, line for line', () => {
  const text = `$ echo "A                       B                     C"\n${pad(header, 20)}\n${pad(row, 20)}\n\n$ ls`
  const tight = tightenSession(text)
  expect(tight.split('\n')).toHaveLength(5)
  expect(tight.split('\n')[0]).toBe(text.split('\n')[0])
  expect(parseSession(tight).commands).toBe(parseSession(text).commands)
  expect(widestLine(tight)).toEqual({ line: 3, columns: 76 })
})

test('letters count as wide as a terminal shows them', () => {
  expect([
    columnsOf('abc'),
    columnsOf('漢字'),
    columnsOf('e\u0301'),
    columnsOf('a\tb'),
    columnsOf('🐳'),
  ]).toEqual([3, 4, 1, 5, 2])
})
