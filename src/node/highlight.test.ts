import { beforeAll, describe, expect, test } from 'vitest'
import { colourCode } from '../core/code/colour.ts'
import { textOf, tokenKinds } from '../core/code/tokens.ts'
import type { Highlight } from '../core/index.ts'
import { createGrammars, loadHighlight } from './highlight.ts'

let highlight: Highlight
beforeAll(async () => {
  highlight = await loadHighlight([
    'sh',
    'yaml',
    'json',
    'javascript',
    'python',
    'nginx',
    'powershell',
    'sql',
    'no-such',
  ])
})

/** Tokens of a kind in a text, as written. */
function ofKind(text: string, language: string, kind: string): string[] {
  const lines = colourCode(text, language, highlight)
  return lines.flatMap(line =>
    line.filter(token => token.kind === kind).flatMap(token => token.text.split(/ (?=--|RUN)/)),
  )
}

test('every line keeps its text, every kind is known', () => {
  const samples = [
    ['sh', 'for i in $(seq 3); do\n  echo "a $i" | grep -v b # c\ndone\n'],
    ['yaml', 'services:\n  web: # c\n    image: "nginx:1"\n    ports: [80, true]'],
    ['json', '{\n  "a": [1, true, null, "x\\n"]\n}'],
    ['javascript', 'export const f = async (a) => `a` // c'],
    ['dockerfile', 'FROM a AS b\nRUN x && \\\n  # c\n  y\nCOPY --from=b /a "/b c"\n'],
    ['console', '$ echo "a" \\\n  b\nout\n# c'],
  ] as const
  for (const [language, text] of samples) {
    const lines = colourCode(text, language, highlight)
    const expected = language === 'console' ? 'echo "a" \\\n  b\nout\n# c' : text
    expect(lines.map(textOf).join('\n')).toBe(expected)
    for (const { kind } of lines.flat()) if (kind) expect(tokenKinds).toContain(kind)
    expect(
      lines.flat().some(token => token.kind),
      language,
    ).toBe(true)
  }
})

test('unknown languages are plain', () => {
  expect(highlight('a', 'no-such')).toBeUndefined()
  expect(colourCode('a', 'no-such', highlight)).toEqual([[{ text: 'a' }]])
})

describe('dockerfile', () => {
  test('instructions, images, stages, flags', () => {
    const text =
      'FROM --platform=$BUILDPLATFORM node:22-alpine AS build\nCOPY --link --from=build --chmod=755 a b'
    expect(ofKind(text, 'dockerfile', 'keyword')).toEqual(['FROM', 'AS', 'COPY'])
    expect(ofKind(text, 'dockerfile', 'type')).toEqual(['node:22-alpine'])
    expect(ofKind(text, 'dockerfile', 'constant')).toEqual(['build'])
    expect(ofKind(text, 'dockerfile', 'parameter')).toEqual(['--platform', '--link', '--from', '--chmod'])
    expect(ofKind(text, 'dockerfile', 'variable')).toEqual(['$BUILDPLATFORM'])
  })

  test('mounts and the shell behind them', () => {
    const text = 'RUN --mount=type=cache,target=/root/.npm npm ci --omit=dev && echo "$HOME"'
    expect(ofKind(text, 'dockerfile', 'property')).toEqual(['type', 'target'])
    expect(ofKind(text, 'dockerfile', 'function')).toContain('npm')
    expect(ofKind(text, 'dockerfile', 'variable')).toEqual(['$HOME'])
    expect(ofKind(text, 'dockerfile', 'operator')).toContain('&&')
  })

  test('comments inside a continuation do not end it', () => {
    const text = 'RUN apk add \\\n  # tools\n  curl "a"\nCMD ["x"]'
    expect(ofKind(text, 'dockerfile', 'comment')).toEqual(['# tools'])
    expect(ofKind(text, 'dockerfile', 'string')).toContain('"a"')
    expect(ofKind(text, 'dockerfile', 'keyword')).toEqual(['RUN', 'CMD'])
  })

  test('an open quote in one RUN does not reach the next', () => {
    expect(ofKind('RUN echo "open\nRUN ls', 'dockerfile', 'keyword')).toEqual(['RUN', 'RUN'])
  })

  test('health checks, triggers, arrays, ports, pairs', () => {
    const text =
      'HEALTHCHECK --interval=30s CMD curl -f http://localhost || exit 1\nONBUILD RUN make\nCMD ["node", "a b"]\nEXPOSE 8080/tcp\nENV A=1 B="x y"\nLABEL a.b=c'
    expect(ofKind(text, 'dockerfile', 'keyword')).toEqual(
      expect.arrayContaining(['HEALTHCHECK', 'CMD', 'ONBUILD', 'RUN', 'EXPOSE', 'ENV', 'LABEL']),
    )
    expect(ofKind(text, 'dockerfile', 'function')).toEqual(expect.arrayContaining(['curl', 'make']))
    expect(ofKind(text, 'dockerfile', 'string')).toEqual(expect.arrayContaining(['"node"', '"a b"', '"x y"']))
    expect(ofKind(text, 'dockerfile', 'number')).toEqual(expect.arrayContaining(['8080', '1']))
    expect(ofKind(text, 'dockerfile', 'property')).toEqual(['A', 'B', 'a.b'])
  })

  test('here-documents in the language they are', () => {
    const script = 'RUN <<EOF\nset -e\necho "a"\nEOF\nRUN python3 <<PY\nimport os\nPY\nRUN ls'
    expect(ofKind(script, 'dockerfile', 'constant')).toEqual(expect.arrayContaining(['EOF', 'PY']))
    expect(ofKind(script, 'dockerfile', 'string')).toContain('"a"')
    expect(ofKind(script, 'dockerfile', 'keyword')).toEqual(expect.arrayContaining(['RUN', 'import']))
    const config = 'COPY <<"EOF" /etc/nginx/nginx.conf\nserver {\n  listen 80;\n}\nEOF\nUSER nobody'
    expect(ofKind(config, 'dockerfile', 'keyword')).toEqual(
      expect.arrayContaining(['COPY', 'listen', 'USER']),
    )
  })

  test('directives stand out from comments, and change the escape', () => {
    const text = '# syntax=docker/dockerfile:1\n# escape=`\n# said\nFROM a\nRUN dir `\n  /b'
    expect(ofKind(text, 'dockerfile', 'keyword')).toEqual(
      expect.arrayContaining(['syntax', 'escape', 'FROM', 'RUN']),
    )
    expect(ofKind(text, 'dockerfile', 'punctuation')).toContain('`')
  })
})

describe('sessions', () => {
  test('commands are coloured as one, output is not', () => {
    const lines = colourCode('$ docker run \\\n    --rm -e A="b" alpine\ndocker "out"', 'console', highlight)
    expect(lines[0]?.[0]).toEqual({ text: 'docker', kind: 'function' })
    expect(lines[1]?.map(token => token.kind)).toContain('string')
    expect(lines[2]).toEqual([{ text: 'docker "out"' }])
  })

  test('each command by the shell it was typed in', () => {
    expect(ofKind('>>> import os\nmysql> select 1;\n$ ls', 'console', 'keyword')).toEqual([
      'import',
      'select',
    ])
  })
})

test('languages may be added later', async () => {
  const grammars = createGrammars()
  await grammars.load(['json'])
  const later = await grammars.load(['console'])
  expect(later('{"a": 1}', 'json')?.[0]?.length).toBeGreaterThan(1)
  expect(later('ls', 'sh')).toEqual([[{ text: 'ls', kind: 'function' }]])
})
