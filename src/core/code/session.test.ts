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

  test('may be typed at a prompt, and are not copied', () => {
    const text = '$ # the ids only\n$ docker ps -q\na1'
    expect(shape(text)).toEqual(['# [$ ]# the ids only', 'c [$ ]docker ps -q', 'o a1'])
    expect(parseSession(text).commands).toBe('docker ps -q')
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

describe('real sessions', () => {
  test('a shell inside a container, whose prompt is a bare #', () => {
    expect(shape('$ docker run -it --rm debian sh\n# apt-get update\nHit:1\n# exit\n$ docker ps')).toEqual([
      'c [$ ]docker run -it --rm debian sh',
      'c [# ]apt-get update',
      'o Hit:1',
      'c [# ]exit',
      'c [$ ]docker ps',
    ])
    expect(shape('$ cd app\n# make the image\n$ docker build .')).toEqual([
      'c [$ ]cd app',
      '# # make the image',
      'c [$ ]docker build .',
    ])
  })

  test('a container that says who it is', () => {
    expect(
      shape('$ docker exec -it web bash\nroot@04c0bb0a6c07:/app# id\nuid=0\nroot@04c0bb0a6c07:/app# exit'),
    ).toEqual([
      'c [$ ]docker exec -it web bash',
      'c [root@04c0bb0a6c07:/app# ]id',
      'o uid=0',
      'c [root@04c0bb0a6c07:/app# ]exit',
    ])
  })

  test('Node by itself', () => {
    expect(parseSession('$ node\n> 1 + 1\n2\n> .exit').runs.map(run => [run.kind, run.shell])).toEqual([
      ['command', 'sh'],
      ['command', 'javascript'],
      ['output', ''],
      ['command', 'javascript'],
    ])
  })

  test('the progress of a build is output', () => {
    const out = [
      '#1 [internal] load build definition from Dockerfile',
      '#1 DONE 0.0s',
      ' => [2/4] WORKDIR /app',
      'Step 1/2 : FROM alpine',
      ' ---> 3f53bb00af94',
      '~50% done',
      'PS output -> list',
    ]
    expect(shape(['$ docker build .', ...out].join('\n'))).toEqual([
      'c [$ ]docker build .',
      ...out.map(line => `o ${line}`),
    ])
  })

  test('what curl counts is output', () => {
    const out = '  % Total    % Received % Xferd\n100   612  100   612'
    expect(shape(`$ curl -O http://localhost\n${out}\n$ ls`)).toHaveLength(4)
  })

  test('a Windows session', () => {
    expect(shape('PS C:\\> docker version\nClient:\n Version: 29\nPS C:\\> $env:X = 1\nPS C:\\> ')).toEqual([
      'c [PS C:\\> ]docker version',
      'o Client:',
      'o  Version: 29',
      'c [PS C:\\> ]$env:X = 1',
      'c [PS C:\\> ]',
    ])
  })
})
