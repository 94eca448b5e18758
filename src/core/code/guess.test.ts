import { expect, test } from 'vitest'
import { guessLanguage, isLabelledSession } from './guess.ts'
import { seedFences } from './seeds.test-aid.ts'

const cases: readonly (readonly [expected: string | undefined, what: string, code: string])[] = [
  ['console', 'a dollar prompt with output', '$ docker info\nContainers: 3\n Running: 1'],
  ['console', 'a prompt on a later line', 'docker version\n\n▶ docker ps\nCONTAINER ID'],
  ['console', 'a root prompt with a host', 'root@web-1:~# ps aux\nUSER PID'],
  ['console', 'a bracketed prompt', '[ada@harbor src]$ make'],
  ['console', 'a container prompt', '/ # ls\nbin'],
  ['console', 'PowerShell', 'PS C:\\work> docker ps'],
  ['console', 'cmd', 'C:\\work>docker ps'],
  ['console', 'Python', '>>> 1 + 1\n2'],
  ['console', 'MySQL', 'mysql> select 1;\n+---+'],
  ['console', 'psql', 'postgres=# \\dt'],
  ['console', 'comments with slashes', '// Remove it\n▶ docker rm web'],
  ['console', 'a shell prompt', 'bash-5.1# id'],
  ['console', 'a percent prompt before a command', '% docker ps'],
  [
    'dockerfile',
    'a Dockerfile',
    'FROM node:22\n\n# deps\nRUN npm ci && \\\n    npm cache clean\nCMD ["node", "."]',
  ],
  ['dockerfile', 'a list of bare instructions, indented', '    FROM\n    ADD\n    RUN\n    CMD'],
  ['dockerfile', 'one instruction', 'ONBUILD COPY . /app'],
  ['dockerfile', 'a syntax directive', '# syntax=docker/dockerfile:1\nFROM scratch'],
  ['dockerfile', 'a here-document', 'FROM alpine\nRUN <<EOF\napk add curl\necho done\nEOF'],
  ['sh', 'one command', 'docker run -it --rm alpine sh'],
  ['sh', 'several commands', 'docker build -t web .\ndocker push web\n# done\ncd ..'],
  ['sh', 'a shebang', '#!/usr/bin/env bash\nset -e\n>>> odd'],
  ['python', "another's shebang", '#!/usr/bin/env python3\nprint(1)'],
  ['sh', 'a command over several lines', 'docker run \\\n  -p 80:80 \\\n  nginx'],
  ['sh', 'a variable before a command', 'DOCKER_BUILDKIT=1 docker build .'],
  ['sh', 'sudo', 'sudo usermod -aG docker $USER'],
  ['json', 'an object', '{\n  "a": [1, 2]\n}'],
  ['json', 'an array', '[{"Id": "a1"}]'],
  [undefined, 'a heading', '# Installation\n\nFirst this, then that.'],
  [undefined, 'a quote', '> Make it work,\n> make it right.'],
  [undefined, 'an amount', '$5 per month\n$ 10 per year'],
  [undefined, 'a table in percent', '% total   % used\n100       50'],
  [undefined, 'YAML', 'services:\n  web:\n    image: nginx\n    command: docker ps'],
  [undefined, 'a YAML list', '- docker\n- podman'],
  [undefined, 'ini', '[user]\nname = Ada\n# comment'],
  [undefined, 'Python', 'from os import path\nimport sys\n\ndef main():\n    """\n    >>> main()\n    """'],
  [undefined, 'JavaScript', 'export const a = 1\nimport b from "b"'],
  [undefined, 'SQL', 'SELECT name\nFROM users\nWHERE id = 1;'],
  [undefined, 'a SQL copy', "COPY users FROM '/tmp/users.csv' WITH CSV;"],
  [undefined, 'prose that begins with a command', 'make sure that docker is there.\nfind the others'],
  [undefined, 'prose about docker', 'docker is a tool for containers'],
  [undefined, 'commands nobody knows', 'weathervane up\nweathervane --tide'],
  [undefined, 'a command above words', 'docker build .\nSending build context to Docker daemon'],
  [undefined, 'a type of Rust', 'type Miles = i32;\ntype Tide = u8'],
  [undefined, 'what a test run says', 'test tides_rise ... ok'],
  [undefined, 'a Go function', 'func main() {\n\tfmt.Println("x")\n}'],
  [undefined, 'a list of packages', 'nginx\ncurl-dev\nlibssl'],
  [undefined, 'a tree', 'app\n├── src\n│   └── main.go\n└── Dockerfile'],
  [undefined, 'a makefile', 'IMAGE = web\n\nbuild:\n\tdocker build -t $(IMAGE) .'],
  [undefined, 'ps output alone', 'USER       PID %CPU %MEM\nroot         1  0.0  0.0'],
  [undefined, 'key and value', 'name => value\nother => thing'],
  [undefined, 'braces that are not JSON', '{ not json }'],
  [undefined, 'CSS', 'a { color: red }'],
  [undefined, 'an nginx block', 'server {\n  listen 80;\n}'],
  [undefined, 'a crontab', '*/5 * * * * docker ps'],
  [undefined, 'a diff', '--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n+b'],
  [undefined, 'Haskell', 'main = print\n  $ map f xs'],
  [undefined, 'nothing', '  \n'],
]

test.each(cases)('takes for %s: %s', (expected, _, code) => {
  expect(guessLanguage(code)).toBe(expected)
})

test('a session that is labelled with its shell is a session', () => {
  expect(isLabelledSession('$ docker ps\nNAMES', 'sh')).toBe(true)
  expect(isLabelledSession('# list\n$ docker ps', 'sh')).toBe(true)
  expect(isLabelledSession('PS C:\\> docker ps', 'powershell')).toBe(true)
  expect(isLabelledSession('>>> 1\n1', 'python')).toBe(true)
  expect(isLabelledSession('docker ps', 'sh')).toBe(false)
  expect(isLabelledSession('cat <<EOF\n$ docker ps\nEOF', 'sh')).toBe(false)
  expect(isLabelledSession('# docker ps', 'sh')).toBe(false)
  expect(isLabelledSession('$ x', 'yaml')).toBe(false)
})

const cleaver = seedFences('001')
test.skipIf(!cleaver)('names what nothing labels in a real talk of eighteen fences', () => {
  const times = (count: number, what: string) => Array.from({ length: count }, () => what)
  expect(cleaver?.map(fence => guessLanguage(fence.code))).toEqual([
    ...times(6, 'console'),
    ...times(2, 'dockerfile'),
    ...times(4, 'console'),
    ...times(3, 'sh'),
    ...times(3, 'console'),
  ])
})

const notes = seedFences('002')
test.skipIf(!notes)('names what nothing labels in a long page of notes', () => {
  const guesses = notes?.filter(fence => !fence.language).map(fence => guessLanguage(fence.code))
  const count = (what: string | undefined) => guesses?.filter(guess => guess === what).length
  expect([count('console'), count('sh'), count('dockerfile'), count(undefined)]).toEqual([7, 3, 1, 1])
})
