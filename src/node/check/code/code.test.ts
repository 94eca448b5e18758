// Code on slides: what is no mistake there, what is one, and where.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CodeBlock, codeIn, read, transform } from '../../../core/index.ts'
import { lintCode } from './index.ts'

function blocksOf(text: string): CodeBlock[] {
  const written = read({ path: 'talk.md', text })
  const talk = { written, meant: transform(written), assets: new Map() }
  return codeIn(talk, () => written.source.text)
}

/** What is wrong with code under a label: line and column in the code, and the message. */
function faults(label: string, code: string): string[] {
  const { diagnostics } = lintCode(blocksOf(`# Code\n\n~~~${label}\n${code}\n~~~\n`), () => {})
  return diagnostics.map(({ position, message }) => {
    const { line = 0, column } = position?.start ?? {}
    return `${line - 3}:${column} ${message}`
  })
}

const sound: Readonly<Record<string, readonly string[]>> = {
  dockerfile: [
    'COPY package*.json ./\nRUN npm ci\n# …\nCMD ["node", "server.js"]',
    'FROM scratch\n...\nRUN make && \\\n    ...\n    make install\n[...]\nENTRYPOINT ["/app"]',
    'FROM <image>\nRUN <command>\nCOPY [--chown=<user>:<group>] <src>... <dest>\nHEALTHCHECK [OPTIONS] CMD command',
    'CMD ["a"]\nCMD a\nENTRYPOINT ["a"]\nENTRYPOINT a',
    'FROM\nRUN\nCMD\nMAINTAINER\nVOLUME',
    'FROM alpine\nRUN apk add --no-cache curl \\',
    "FROM a AS b\nRUN apt-get update \\\n && apt-get install -y \\\n    curl \\\n    # for TLS, it's needed\n    ca-certificates",
    'FROM a AS base\nRUN --mount=type=cache,target=/x \\\n    npm ci\nRUN <<EOF\necho "it\'s"\nEOF\nCOPY --from=base --link /a /b',
    'FROM $BASE\nFROM golang AS build\nFROM build\nCOPY --from=nginx:alpine /a /b\nWORKDIR app',
    "# escape=`\nFROM windows\nRUN powershell -Command `\n    Write-Host 'hi'",
    'from alpine\nrun ls',
    'RUN echo "\\\nRUN x"',
    "ENV SAID='it # is'\nRUN yes | apt-get install curl",
    'FROM <image>\nSTOPSIGNAL signal\nLABEL about="one # two"\nRUN make # as ever\nRUN --network=none true',
    "RUN psql -c 'SELECT 1 \\\n  FROM users'",
    'FROM node:22 # [!code --]\nFROM node:24 # [!code ++]\nCOPY . . # [!code --]',
  ],
  json: [
    '{ "auths": { "https://index.docker.io/v1/": { "auth": "..." } }, ... }',
    '"Mounts": [\n  { "Type": "bind", ... }\n],\n"State": { "Status": "running" }',
    '"scripts": {\n  "start": "node ."\n},',
    '[\n  {\n    "Layers": [ "a", "b", ... ],\n    ...\n  }\n]',
    '{"a": 1}\n{"a": 2}',
    '// daemon.json\n{ "debug": true }',
    '{ "size": ..., "config": {...}, "layers": [..., 3], "n": <n> }',
  ],
  jsonc: ['{\n  // the port\n  "port": 80,\n}'],
  json5: ["{a: 'b',}"],
  yaml: [
    'web: &web\n  image: "nginx:$TAG"\n  <<: *default\n  ports: !override\n    - "80:80"\n  ...\n---\nkind: Pod\n---\na: 1',
    '{{- if .Values.x }}\nimage: {{ .Values.image }}:{{ .Values.tag | default "x" }}\n{{- end }}',
    'web:\n  image: a\n\n# or\nweb:\n  image: b',
    '# compose.yaml\nservices: {}\n\n# compose.override.yaml\nservices: {}\nvolumes: {}',
    '  web:\n    image: <your image>\n  db:\n    # ...\n    image: y',
  ],
  sh: [
    'docker run [OPTIONS] IMAGE [COMMAND] [ARG...]\ndocker exec -it <container> bash\ndocker kill <id> <other id>',
    'docker run -v $(pwd):/app node:24 \\\n  npm test\ndocker run ... nginx\n...\ndocker (start|stop) web',
    "docker ps --format '{{.Names}}\\t{{.Status}}'\necho \"it's – fine\" # it's – “so”",
    'cat <<EOF > Dockerfile\nRUN echo "it\'s"\nEOF',
    'docker run --name web \\\n    -p 80:80 \\',
    'docker kill (SIGKILL)\nnpm init <spec> (same as `npx create`)\nnpm token revoke <id|token>',
    'web@1.0.0\n+-- express@5.1.0\n`-- pino@9.0.0',
  ],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is zsh's.
  zsh: ['docker rm -f ${(f)"$(docker ps -aq)"}'],
  console: [
    '$ docker run hello-world\nHello from Docker! (it works)\n$ docker build .\n => ERROR [2/2] RUN false   0.3s',
    "$ mysql\nmysql> select 'a from b;\n$ psql -c 'select 1\n> from x'\n ?column?",
    'PS C:\\> docker run "x',
    "> throw new Error('foo');\n> await Promise.resolve(123)",
  ],
}

describe.each(Object.entries(sound))('%s on a slide', (label, codes) => {
  it.each(codes)('may be %j', code => {
    expect(faults(label, code)).toEqual([])
  })
})

describe.each<[label: string, code: string, ...found: string[]]>([
  [
    'dockerfile',
    'FROM node # (1)\nWORKDIR /app # here\nCMD ["node"] # starts it',
    '1:11 Docker has no comments behind an instruction, and takes this for part of it',
    '2:14 Docker has no comments behind an instruction, and takes this for part of it',
    '3:14 Docker has no comments behind an instruction, and takes this for part of it',
  ],
  ['dockerfile', 'FROM a AS Base\nFROM b AS base', '2:11 Two stages are called `base`'],
  ['dockerfile', 'RUN --mout=type=cache,target=/x make', '1:5 `RUN` has no flag `--mout`'],
  [
    'dockerfile',
    'RUN apt-get update && \\\nRUN apt-get install -y vim',
    '2:1 `RUN` stands in the command that goes on from the line above',
  ],
  ['sh', 'docker run \\ # here\n  nginx', '1:12 A comment stands behind the `\\`, so the command ends here'],
  ['yaml', 'a: 1\n\n# the same\nb: 1\n\n# again\nb: 2', '7:1 This key stands twice in one mapping'],
  ['dockerfile', 'FROM alpine\nRNU ls', '2:1 `RNU` is no instruction of a Dockerfile'],
  [
    'dockerfile',
    'FROM alpine\nCMD ["npm" "start"]',
    '2:5 `CMD` is given a list that is no JSON, so a shell gets it as it stands',
  ],
  ['dockerfile', "FROM alpine\nCMD ['npm']", "2:5 `['npm']` is no JSON, so a shell gets it as it stands"],
  ['dockerfile', 'FROM a AS builder\nFROM b\nCOPY --from=bulder a b', '3:13 No stage is called `bulder`'],
  ['dockerfile', 'FROM a AS b\nFROM c AS b', '2:11 Two stages are called `b`'],
  ['dockerfile', 'FROM Ubuntu', '1:6 `Ubuntu` is no name of an image'],
  ['dockerfile', 'EXPOSE http', '1:8 `http` is no port'],
  ['dockerfile', 'ENV NAME', '1:5 `NAME` is a name without a value'],
  ['dockerfile', 'RUN ls\nUSER', '2:1 `USER` is given nothing'],
  ['dockerfile', 'FROM a\nCMD a\nCMD b', '2:1 The stage has more than one `CMD`, and only the last counts'],
  [
    'dockerfile',
    'RUN apt-get update \\\n && apt-get install curl',
    '2:5 `apt-get install` asks before it installs, and in a build nobody answers',
  ],
  ['dockerfile', 'RUN --network=none make &&', '1:26 A shell would refuse this: expected command after `&&`'],
  ['dockerfile', 'COPY a b c', '1:10 `c` takes several files, so it must be a folder'],
  ['json', '{"a": 1,}', '1:8 JSON has no `,` behind the last one'],
  ['json', '{"a": 1 // x\n}', '1:9 JSON has no comments'],
  ['json', "{'a': 1}", "1:2 JSON has no strings in `'`"],
  ['json', '{"a": 1\n "b": 2}', '2:2 A `,` is missing here'],
  ['json', '{"a": {"x": 1, "x": 2}}', '1:16 `x` stands twice in one object'],
  ['jsonc', '{"a": 1', '1:7 A `}` is missing here'],
  ['yaml', 'a:\n\tb: 1', '2:1 A tab indents this line, which YAML forbids'],
  ['yaml', 'a:\n  b: 1\n  b: 2', '3:3 This key stands twice in one mapping'],
  ['yaml', 'a: 1\n---\nb: c: d', '3:4 A `key: value` stands where a value goes on'],
  [
    'yaml',
    'a:\n  b:\n    c: 1\n   d: 2',
    '4:1 This line is indented neither as the one above nor as what it belongs to',
  ],
  ['sh', "docker run -e A='b nginx", '1:17 A shell would refuse this: unterminated single quote'],
  ['sh', 'docker ps |', '1:11 A shell would refuse this: expected command after `|`'],
  ['sh', 'if true; then\n  ls', '2:4 A shell would refuse this: expected `fi` to close `if`'],
  ['sh', 'echo $(docker ps', '1:6 A shell would refuse this: unterminated command substitution'],
  ['sh', 'cat <<EOF\nhello', '1:7 The here-document that ends at `EOF` does not end'],
  ['zsh', 'docker run –rm x', '1:12 `–rm` begins with a long dash, which no program takes for an option'],
  [
    'console',
    '$ docker run \\\n>  -d \\ \n>  nginx',
    '2:7 A blank stands behind the `\\`, so the command ends here',
  ],
  [
    'console',
    'root@web:/# echo “hello”\nhello',
    "1:18 `“` is a printer's quotation mark, which a shell takes for a letter",
  ],
])('%s: %j', (label, code, ...found) => {
  it('is told', () => {
    expect(faults(label, code)).toEqual(found)
  })
})

it.each([
  ['json', '['],
  ['jsonc', '{"a":'],
  ['yaml', '['],
  ['yaml', '- '],
])('%s nested by %j without end is told, not thrown', (label, piece) => {
  expect(faults(label, piece.repeat(20_000))).toEqual([
    expect.stringMatching(/ This is nested more deeply than anybody could read$/),
  ])
})

it('places a fault where it is written, in lists, quotes and tabs', () => {
  const text =
    '# Code\n\n- In a list\n\n  > ```sh\n  > docker ps |\n  > ```\n\n1. Here\n\n\t```json\n\t{"a": 1,}\n\t```\n'
  const { diagnostics, count } = lintCode(blocksOf(text), () => {})
  expect(count).toBe(2)
  const lines = text.split('\n')
  expect(
    diagnostics.map(
      ({ position }) => lines[(position?.start.line ?? 0) - 1]?.[(position?.start.column ?? 0) - 1],
    ),
  ).toEqual(['|', ','])
  expect(diagnostics.map(({ position }) => text[position?.start.offset ?? 0])).toEqual(['|', ','])
})

it('bears with any text, and points into the block', () => {
  const labels = Object.keys(sound)
  const codes = Object.values(sound).flat()
  const pieces = fc.array(fc.tuple(fc.constantFrom(...codes), fc.nat(), fc.nat()), {
    minLength: 1,
    maxLength: 3,
  })
  const mixed = pieces.map(parts =>
    parts.map(([code, from, length]) => code.slice(from % code.length).slice(0, length % 60)).join('\n'),
  )
  fc.assert(
    fc.property(fc.constantFrom(...labels), fc.oneof(mixed, fc.string({ unit: 'binary' })), (label, code) => {
      const blocks = blocksOf(`# Code\n\n~~~~${label}\n${code.replaceAll('~~~', '')}\n~~~~\n`)
      for (const { position } of lintCode(blocks, () => {}).diagnostics) {
        expect(position?.start.line).toBeGreaterThanOrEqual(4)
        expect(position?.end.offset).toBeGreaterThanOrEqual(position?.start.offset ?? 0)
      }
    }),
    { numRuns: 400 },
  )
})
