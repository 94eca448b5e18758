import pc from 'picocolors'
import { describe, expect, it } from 'vitest'
import { diagnostic } from '../core/index.ts'
import { counted, fails, report, reported, safe, tally } from './report.ts'

const at = (line: number, column: number, endColumn: number) => ({
  start: { line, column, offset: 0 },
  end: { line, column: endColumn, offset: 0 },
})
const missing = diagnostic('talk.md', 'image-missing', '`a.png` was not found', { position: at(2, 3, 8) })
const style = { colours: pc.createColors(false), full: false, linesOf: () => ['# A', 'x ![](a.png)'] }

describe('report', () => {
  it('writes one line a problem for tools', () => {
    expect(report([missing], style)).toBe(
      'talk.md:2:3 warning image-missing `a.png` was not found. Check the path; it is relative to the deck.\n',
    )
    expect(report([diagnostic('talk.md', 'deck-empty', 'Nothing')], style)).toBe(
      'talk.md warning deck-empty Nothing. Write a slide: a heading is enough.\n',
    )
  })

  it('shows the place, the way out and the documentation to a person', () => {
    const text = report([missing], { ...style, full: true })
    expect(text).toContain('2 | x ![](a.png)\n    |   ^^^^^\n')
    expect(text).toContain('Check the path')
    expect(text).toContain('docs/diagnostics.md#image-missing')
  })

  it('keeps the frame of a very long line near the place', () => {
    const line = `${'x'.repeat(5000)}![](a.png)${'y'.repeat(5000)}`
    const far = diagnostic('talk.md', 'image-missing', 'far', { position: at(1, 5001, 5011) })
    const text = report([far], { ...style, full: true, linesOf: () => [line] })
    expect(Math.max(...text.split('\n').map(row => row.length))).toBeLessThan(120)
    expect(text).toContain('![](a.png)')
  })

  it('sends no control character of an author to the terminal', () => {
    expect(safe('a\u001b[31mb\u009b2J\tc')).toBe('a␛[31mb\ufffd2J\tc')
  })

  it('is an object with null for what is not known', () => {
    expect(reported(diagnostic('t.md', 'deck-empty', 'Nothing'))).toEqual({
      file: 't.md',
      line: null,
      column: null,
      endLine: null,
      endColumn: null,
      severity: 'warning',
      rule: 'deck-empty',
      message: 'Nothing',
      note: expect.any(String),
      url: 'docs/diagnostics.md#deck-empty',
    })
  })
})

it('fails for errors, and for warnings where it is strict', () => {
  const error = diagnostic('t.md', 'encoding', 'x')
  const info = diagnostic('t.md', 'image-alt', 'x')
  expect([
    fails([missing, info], false),
    fails([missing], true),
    fails([info], true),
    fails([error], false),
  ]).toEqual([false, true, false, true])
})

it('counts in words', () => {
  expect([counted(0, 'deck'), counted(1, 'deck'), counted(2, 'deck')]).toEqual(['', '1 deck', '2 decks'])
  expect(tally([missing, missing, diagnostic('t.md', 'encoding', 'x')])).toBe('1 error, 2 warnings')
})
