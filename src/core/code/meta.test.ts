import { expect, test } from 'vitest'
import { isLineSets, parseLineSets } from './line-sets.ts'
import { type FenceInfo, parseFenceInfo } from './meta.ts'

const bare: FenceInfo = { language: '', steps: false, classes: [], values: {}, unknown: [] }

test.each<[string, Partial<FenceInfo>]>([
  ['dockerfile', { language: 'dockerfile' }],
  ['dockerfile {1,3-5}', { language: 'dockerfile', focus: '1,3-5' }],
  ['dockerfile{1,3-5}', { language: 'dockerfile', focus: '1,3-5' }],
  ['{1|3-5|all}', { focus: '1|3-5|all' }],
  ['ts {*|2|none}', { language: 'ts', focus: '*|2|none' }],
  ['sh title="Build it" lines', { language: 'sh', title: 'Build it', numberFrom: 1 }],
  ["sh title='a b' lines=5", { language: 'sh', title: 'a b', numberFrom: 5 }],
  ['ts [app.ts] {2}', { language: 'ts', title: 'app.ts', focus: '2' }],
  ['ts[app.ts]', { language: 'ts', title: 'app.ts' }],
  ['console prompt="db> " steps', { language: 'console', prompt: 'db> ', steps: true }],
  ['title="x"', { title: 'x' }],
  ['js [1-2|3]', { language: 'js', numberFrom: 1, focus: '1-2|3' }],
  ['js [712: 1-2|3]', { language: 'js', numberFrom: 712, focus: '1-2|3' }],
  ['js []', { language: 'js', numberFrom: 1 }],
  ['{.python code-line-numbers="4-5|7"}', { language: 'python', focus: '4-5|7' }],
  ['{.sh #build .big}', { language: 'sh', id: 'build', classes: ['big'] }],
  ['{r setup, include=FALSE}', { language: 'r' }],
  ['sh {step=2}', { language: 'sh', values: { step: '2' } }],
  ['sh {step}', { language: 'sh', values: { step: '' } }],
  ['ts {2,3}{lines:true}', { language: 'ts', focus: '2,3', numberFrom: 1 }],
  ['js showLineNumbers {1}', { language: 'js', numberFrom: 1, focus: '1' }],
  ['ts {all} twoslash', { language: 'ts', focus: 'all' }],
  ['c++', { language: 'c++' }],
  ['c# {1}', { language: 'c#', focus: '1' }],
  ['objective-c', { language: 'objective-c' }],
  ['sh /npm ci/ /a\\/b/ {2}', { language: 'sh', marked: ['npm ci', 'a/b'], focus: '2' }],
  ['/x/', { marked: ['x'] }],
  ['sh nonsense other=1', { language: 'sh', unknown: ['nonsense', 'other=1'] }],
  ['sh {1,oops}', { language: 'sh', unknown: ['{1,oops}'] }],
  ['', {}],
])('%s', (info, expected) => {
  expect(parseFenceInfo(info)).toEqual({ ...bare, ...expected })
})

test('line sets come one after the other, sorted and within the code', () => {
  expect(parseLineSets('5,1-2', 6)).toEqual({ sets: [[1, 2, 5]], outside: [] })
  expect(parseLineSets('1|3-5|all', 6).sets).toEqual([[1], [3, 4, 5], []])
  expect(parseLineSets('*|none|2-$', 4).sets).toEqual([[], [0], [2, 3, 4]])
  expect(parseLineSets('2-9,12', 4)).toEqual({ sets: [[2, 3, 4]], outside: ['2-9', '12'] })
  expect(parseLineSets('1-999999999', 3).sets).toEqual([[1, 2, 3]])
})

test('only line sets are line sets', () => {
  for (const yes of ['1', '1,3-5', '1 | 3', 'all', '*', 'none|1', '3-'])
    expect(isLineSets(yes), yes).toBe(yes !== '3-')
  for (const no of ['', '.x', 'a', 'title="1"', '-1']) expect(isLineSets(no), no).toBe(false)
})
