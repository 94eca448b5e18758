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

describe('commands over several lines', () => {
  test('joined by backslashes', () => {
    expect(shape('$ docker run \\\n    -it \\\n    alpine\n/ # id')).toEqual([
      'c [$ ]docker run \\',
      'c     -it \\',
      'c     alpine',
      'c [/ # ]id',
    ])
  })

  test('joined at a pipe, and asked for by >', () => {
    expect(shape('$ docker ps |\n> grep web\nweb')).toEqual(['c [$ ]docker ps |', 'c [> ]grep web', 'o web'])
  })

  test('blocks and quotes that close before the next prompt', () => {
    expect(shape('$ for i in 1 2; do\n    echo $i\n  done\n1\n2')).toEqual([
      'c [$ ]for i in 1 2; do',
      'c     echo $i',
      'c   done',
      'o 1',
      'o 2',
    ])
    expect(shape("$ echo 'one\ntwo'\none\ntwo")).toEqual(["c [$ ]echo 'one", "c two'", 'o one', 'o two'])
  })

  test('a quote that never closes is a slip, not a command that swallows the rest', () => {
    expect(shape("$ echo don't\ndont\n$ ls\na\nb")).toEqual([
      "c [$ ]echo don't",
      'o dont',
      'c [$ ]ls',
      'o a',
      'o b',
    ])
  })

  test('here-documents, bare and with prompts', () => {
    expect(shape('$ cat <<EOF > f\n$ not a prompt\n# not a comment\nEOF\n$ ls')).toEqual([
      'c [$ ]cat <<EOF > f',
      'c $ not a prompt',
      'c # not a comment',
      'c EOF',
      'c [$ ]ls',
    ])
    expect(shape("$ cat <<-'END'\n> a\n> END\na")).toEqual([
      "c [$ ]cat <<-'END'",
      'c [> ]a',
      'c [> ]END',
      'o a',
    ])
    expect(shape('$ cat <<EOF\nnever ends')).toEqual(['c [$ ]cat <<EOF', 'o never ends'])
  })

  test('PowerShell with backticks, cmd with carets', () => {
    expect(shape('PS> docker run `\n>> -it `\n>> alpine\nok')).toEqual([
      'c [PS> ]docker run `',
      'c [>> ]-it `',
      'c [>> ]alpine',
      'o ok',
    ])
    expect(shape('C:\\>docker run ^\nMore? alpine\nok')).toEqual([
      'c [C:\\>]docker run ^',
      'c [More? ]alpine',
      'o ok',
    ])
  })

  test('what interpreters ask for', () => {
    expect(shape('>>> def f():\n...     return 1\n...\n>>> f()\n1')).toEqual([
      'c [>>> ]def f():',
      'c [... ]    return 1',
      'c [...]',
      'c [>>> ]f()',
      'o 1',
    ])
    expect(shape('mysql> select\n    -> 1;\n+---+')).toEqual([
      'c [mysql> ]select',
      'c [    -> ]1;',
      'o +---+',
    ])
    expect(shape('db=# select\ndb-# 1;\n 1')).toEqual(['c [db=# ]select', 'c [db-# ]1;', 'o  1'])
  })
})

describe('comments', () => {
  test('explain the command that follows', () => {
    expect(shape('// Remove it\n// for good\n▶ docker rm web\n\n# and again\n▶ docker rm web')).toEqual([
      '# // Remove it',
      '# // for good',
      'c [▶ ]docker rm web',
      'o ',
      '# # and again',
      'c [▶ ]docker rm web',
    ])
  })

  test('are output where output goes on around them', () => {
    expect(shape('$ cat Dockerfile\n# base\nFROM alpine\n\n# tools\nRUN apk add curl')).toEqual([
      'c [$ ]cat Dockerfile',
      'o # base',
      'o FROM alpine',
      'o ',
      'o # tools',
      'o RUN apk add curl',
    ])
    expect(shape('$ count\nok\n# rows: 5\n$ ls')).toEqual(['c [$ ]count', 'o ok', 'o # rows: 5', 'c [$ ]ls'])
  })

  test('may stand last', () => {
    expect(shape('$ docker ps -q\n\n# only ids')).toEqual(['c [$ ]docker ps -q', 'o ', '# # only ids'])
  })
})

test('Copy takes the commands, as they can be pasted', () => {
  const text = '# first\n$ docker run \\\n>   alpine\nout\n$\n$ cat <<E\nx\nE\nx'
  expect(parseSession(text).commands).toBe('docker run \\\n  alpine\ncat <<E\nx\nE')
})

test('every line is in exactly one run', () => {
  const text = '\n$ a \\\n\nb\n# c\n> d\n$ cat <<E\nE\n\n'
  const lines = parseSession(text).runs.flatMap(run => run.lines.map((_, at) => run.firstLine + at))
  expect(lines).toEqual(text.split('\n').map((_, at) => at + 1))
})

test('long sessions take no long time', () => {
  const open = `$ echo "${'x\n'.repeat(5000)}`
  const comments = '# c\n'.repeat(20_000)
  const joined = `$ a ${'\\\n b '.repeat(5000)}`
  const started = performance.now()
  for (const text of [open, comments, joined]) parseSession(text)
  expect(performance.now() - started).toBeLessThan(2000)
})
