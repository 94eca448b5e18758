import { describe, expect, test } from 'vitest'
import { parseSession } from './session.ts'

/** One line a line: `c` command, `o` output, `#` comment; prompts in brackets. */
function shape(text: string, own?: string): string[] {
  return parseSession(text, own).runs.flatMap(run =>
    run.lines.map(({ prompt, text: rest }) => {
      const sign = { command: 'c', output: 'o', comment: '#' }[run.kind]
      return `${sign} ${prompt ? `[${prompt}]` : ''}${rest}`
    }),
  )
}

describe('prompts', () => {
  test.each([
    ['$ docker ps', '$ ', 'docker ps', 'sh'],
    ['$', '$', '', 'sh'],
    ['root@04c0bb0a6c07:/# ls', 'root@04c0bb0a6c07:/# ', 'ls', 'sh'],
    ['ada@harbor:~/src$ make', 'ada@harbor:~/src$ ', 'make', 'sh'],
    ['ada@harbor ~ % make', 'ada@harbor ~ % ', 'make', 'sh'],
    ['[ada@harbor dir]$ make', '[ada@harbor dir]$ ', 'make', 'sh'],
    ['[root@harbor /]# make', '[root@harbor /]# ', 'make', 'sh'],
    ['harbor:src ada$ make', 'harbor:src ada$ ', 'make', 'sh'],
    ['▶ node -v', '▶ ', 'node -v', 'sh'],
    ['❯ npm test', '❯ ', 'npm test', 'sh'],
    ['% brew install x', '% ', 'brew install x', 'sh'],
    ['➜ npm test', '➜ ', 'npm test', 'sh'],
    ['➜  app git:(main) ✗ npm test', '➜  app git:(main) ✗ ', 'npm test', 'sh'],
    ['➜  app git:(main) npm test', '➜  app git:(main) ', 'npm test', 'sh'],
    ['➜  ~ npm test', '➜  ~ ', 'npm test', 'sh'],
    ['➜  app npm test', '➜  app ', 'npm test', 'sh'],
    ['➜  docker ps', '➜  ', 'docker ps', 'sh'],
    ['~/src $ make', '~/src $ ', 'make', 'sh'],
    ['~$ make', '~$ ', 'make', 'sh'],
    ['/ # apk add curl', '/ # ', 'apk add curl', 'sh'],
    ['/app # ls', '/app # ', 'ls', 'sh'],
    ['bash-5.1# id', 'bash-5.1# ', 'id', 'sh'],
    ['sh-5.2$ id', 'sh-5.2$ ', 'id', 'sh'],
    ['(venv) $ python app.py', '(venv) $ ', 'python app.py', 'sh'],
    ['(venv) ada@harbor:~$ pip list', '(venv) ada@harbor:~$ ', 'pip list', 'sh'],
    ['PS C:\\Users\\ada> Get-Item .', 'PS C:\\Users\\ada> ', 'Get-Item .', 'powershell'],
    ['PS> Get-Item .', 'PS> ', 'Get-Item .', 'powershell'],
    ['C:\\work>docker ps', 'C:\\work>', 'docker ps', 'bat'],
    ['C:\\> dir', 'C:\\> ', 'dir', 'bat'],
    ['>>> import os', '>>> ', 'import os', 'python'],
    ['mysql> select 1;', 'mysql> ', 'select 1;', 'sql'],
    ['MariaDB [(none)]> select 1;', 'MariaDB [(none)]> ', 'select 1;', 'sql'],
    ['postgres=# select 1;', 'postgres=# ', 'select 1;', 'sql'],
    ['sqlite> .tables', 'sqlite> ', '.tables', 'sql'],
    ['redis 127.0.0.1:6379> get a', 'redis 127.0.0.1:6379> ', 'get a', ''],
    ['127.0.0.1:6379> get a', '127.0.0.1:6379> ', 'get a', ''],
    ['irb(main):001:0> 1 + 1', 'irb(main):001:0> ', '1 + 1', 'ruby'],
    ['$\u00a0docker ps', '$\u00a0', 'docker ps', 'sh'],
  ])('%s', (line, prompt, text, shell) => {
    expect(parseSession(`${line}\nwhat came back`).runs).toMatchObject([
      { kind: 'command', firstLine: 1, lines: [{ prompt, text }], shell },
      { kind: 'output' },
    ])
  })

  test('of the author take the place of all others', () => {
    expect(shape('db> go\n$ no\ndb> on', 'db> ')).toEqual(['c [db> ]go', 'o $ no', 'c [db> ]on'])
    expect(shape('#run\n# run\nout', '#')).toEqual(['# #run', 'c [# ]run', 'o out'])
  })

  test('are none where only something like one stands in output', () => {
    expect(shape('$ cat prices\n$5 a month\n> quoted\n# rows: 5\n100 % sure')).toEqual([
      'c [$ ]cat prices',
      'o $5 a month',
      'o > quoted',
      'o # rows: 5',
      'o 100 % sure',
    ])
  })

  test('further in than the first are output', () => {
    expect(shape('$ npm run dev\n\n  ➜  Local: http://localhost:5173/\n  $ try this')).toEqual([
      'c [$ ]npm run dev',
      'o ',
      'o   ➜  Local: http://localhost:5173/',
      'o   $ try this',
    ])
  })

  test('a bare # is root only where every such line types a command', () => {
    expect(shape('# apt-get update\nReading package lists...\n# apt-get install -y nginx')).toEqual([
      'c [# ]apt-get update',
      'o Reading package lists...',
      'c [# ]apt-get install -y nginx',
    ])
    expect(shape('# get the image\ndocker pull nginx')).toEqual(['# # get the image', 'c docker pull nginx'])
  })

  test('commands before the first prompt, or without any, count where they are known', () => {
    expect(shape('docker info\n\n$ docker ps\nNAMES')).toEqual([
      'c docker info',
      'o ',
      'c [$ ]docker ps',
      'o NAMES',
    ])
    expect(shape('docker ps\nCONTAINER ID')).toEqual(['c docker ps', 'o CONTAINER ID'])
  })
})
