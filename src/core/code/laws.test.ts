import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Highlight } from '../deck/deck.ts'
import { colourCode } from './colour.ts'
import { guessLanguage } from './guess.ts'
import { parseFenceInfo } from './meta.ts'
import { partOf } from './region.ts'
import { parseSession } from './session.ts'
import { stepRuns } from './session-runs.ts'
import { textOf } from './tokens.ts'
import { tightenTables } from './wide.ts'

/** Pieces that sessions and Dockerfiles are made of, and some that break them. */
const piece = fc.constantFrom(
  ...[
    '$ ',
    '# ',
    '> ',
    '% ',
    '▶ ',
    '>>> ',
    '... ',
    'PS C:\\> ',
    'C:\\>',
    'root@h:/# ',
    'mysql> ',
    '    -> ',
    '// ',
    '➜  ',
  ],
  ...[
    'docker run ',
    'ls',
    'echo "',
    "'",
    'cat <<EOF',
    'EOF',
    '\\',
    '`',
    '^',
    '|',
    '&&',
    'if true; then',
    'fi',
    '$(',
    ')',
  ],
  ...[
    'FROM a AS b',
    'RUN ',
    'COPY <<X /y.py',
    'X',
    'ENV A=',
    '--mount=type=cache',
    '[',
    '"a", ',
    ']',
    'HEALTHCHECK CMD ',
  ],
  ...[
    '# escape=`',
    '#region a',
    '#endregion',
    'NAME   IMAGE   AGE',
    'web    nginx     3d',
    '\t',
    '   ',
    '🐳',
    'e\u0301',
    '\u00a0',
  ],
)
const code = fc
  .array(fc.oneof({ weight: 5, arbitrary: piece }, fc.constant('\n'), fc.string({ maxLength: 8 })), {
    maxLength: 30,
  })
  .map(parts => parts.join('').replace(/\r\n?/g, '\n'))

/** Colours everything, letter by letter. */
const letters: Highlight = text =>
  text.split('\n').map(line => [...line].map(text => ({ text, kind: 'string' })))

test('a session has every line once, as written', () => {
  fc.assert(
    fc.property(code, fc.option(piece, { nil: undefined }), (text, own) => {
      const { runs } = parseSession(text, own)
      const lines = runs.flatMap(run => run.lines.map(line => line.prompt + line.text))
      expect(lines.join('\n')).toBe(text)
      let next = 1
      for (const run of runs) {
        expect(run.firstLine).toBe(next)
        next += run.lines.length
      }
    }),
  )
})

test('the steps of a session have every line once', () => {
  fc.assert(
    fc.property(code, text => {
      const runs = stepRuns(parseSession(text))
      const lines = runs.flatMap(run =>
        Array.from({ length: run.lastLine - run.firstLine + 1 }, (_, at) => run.firstLine + at),
      )
      expect(lines).toEqual(text.split('\n').map((_, at) => at + 1))
      expect(runs.map(run => run.step)).toEqual(runs.map((_, at) => at))
    }),
  )
})

test('colours never change a letter', () => {
  fc.assert(
    fc.property(
      code,
      fc.constantFrom('dockerfile', 'sh', 'python'),
      fc.boolean(),
      (text, language, coloured) => {
        const lines = colourCode(text, language, coloured ? letters : undefined)
        expect(lines.map(textOf).join('\n')).toBe(text)
      },
    ),
  )
})

test('tightening keeps every line and every word', () => {
  const words = (line: string) => line.split(/\s+/).filter(Boolean).join(' ')
  fc.assert(
    fc.property(code, text => {
      const lines = text.split('\n')
      expect(tightenTables(lines).map(words)).toEqual(lines.map(words))
    }),
  )
})

test('nothing an author writes throws', () => {
  fc.assert(
    fc.property(code, fc.string(), (text, other) => {
      guessLanguage(text)
      guessLanguage(other)
      parseFenceInfo(text.replace(/\n/g, ' '))
      parseFenceInfo(other)
      partOf(text, other)
    }),
  )
})

test('long lines take no long time', () => {
  const long = 50_000
  const hostile = [
    'a',
    'a@a',
    '{',
    '[',
    '\\',
    '"',
    '$(',
    '=',
    ' ',
    '#',
    '-i ',
    'a:a ',
    '`',
    "'",
    '|',
    '~/',
    '<<a ',
    'A=',
    '{{{',
    'A  ',
  ].map(part => part.repeat(long / part.length))
  const started = performance.now()
  for (const text of hostile) {
    for (const lead of ['', '$ ', '$ docker run ', 'RUN ', '# ']) {
      guessLanguage(lead + text)
      parseSession(lead + text)
      colourCode(lead + text, 'dockerfile', letters)
      partOf(lead + text, 'x')
      tightenTables([lead + text])
    }
    parseFenceInfo(text)
  }
  expect(performance.now() - started).toBeLessThan(10_000)
})
