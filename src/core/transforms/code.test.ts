import type { Code } from 'mdast'
import { visit } from 'unist-util-visit'
import { expect, test } from 'vitest'
import type { Asset } from '../deck/deck.ts'
import { read } from '../read.ts'
import { transform } from '../transform.ts'

/** The code blocks of a deck with what was found out about them, and the problems with their places. */
function codeOf(text: string, files: Readonly<Record<string, string | Asset>> = {}) {
  const assets = new Map<string, Asset>(
    Object.entries(files).map(([path, file]) => [
      `code:${path}`,
      typeof file === 'string' ? { kind: 'text', text: file } : file,
    ]),
  )
  const deck = transform(read({ path: 'deck.md', text }), assets)
  const blocks: Code[] = []
  for (const slide of deck.slides) visit(slide.body, 'code', node => void blocks.push(node))
  const problems = deck.diagnostics.map(({ rule, position }) => {
    const at = position && `${position.start.line}:${position.start.column}-${position.end.column}`
    return `${rule} ${at}`
  })
  return { blocks, marks: blocks.map(block => block.data?.code), problems, deck }
}

const fence = (info: string, code: string) => `# Title\n\n\`\`\`${info}\n${code}\n\`\`\`\n`

test('a labelled block has its canonical language, title, numbers and focus', () => {
  const { marks, problems } = codeOf(
    fence('Docker {1|2-3} title="Dockerfile" lines=7', 'FROM a\nRUN b\nRUN c'),
  )
  expect(marks).toEqual([
    {
      language: 'dockerfile',
      guessed: false,
      title: 'Dockerfile',
      numberFrom: 7,
      focus: [[1], [2, 3]],
      focusFrom: 1,
    },
  ])
  expect(problems).toEqual([])
})

test('an unlabelled block is guessed, unless the deck says no or the block says plain', () => {
  expect(codeOf(fence('', '$ ls')).marks).toEqual([{ language: 'console', guessed: true, focus: [] }])
  expect(codeOf(fence('text', '$ ls')).marks).toEqual([{ guessed: false, focus: [] }])
  expect(codeOf(`---\nguess: false\n---\n${fence('', '$ ls')}`).marks).toEqual([
    { guessed: false, focus: [] },
  ])
  expect(codeOf(fence('{1}', '$ ls')).marks).toEqual([{ language: 'console', guessed: true, focus: [[1]] }])
})

test('a session labelled as its shell is a session, unless the deck says no guessing', () => {
  expect(codeOf(fence('bash', '$ ls\na')).marks).toEqual([{ language: 'console', guessed: true, focus: [] }])
  expect(codeOf(`---\nguess: false\n---\n${fence('bash', '$ ls')}`).marks[0]?.language).toBe('sh')
})

test('an unknown language is plain and pointed at', () => {
  const { marks, problems, deck } = codeOf(fence('dockefile', 'FROM a'))
  expect(marks).toEqual([{ guessed: false, focus: [] }])
  expect(problems).toEqual(['code-language 3:4-13'])
  expect(deck.diagnostics[0]?.note).toContain('`dockerfile`')
})

test('lines the code has not and words without meaning are pointed at', () => {
  expect(codeOf(fence('sh {1,4} blink', 'ls')).problems).toEqual([
    'code-lines 3:8-11',
    'attribute-unknown 3:13-18',
  ])
})

test('a session in steps has runs that get their numbers', () => {
  const { marks, deck } = codeOf(fence('console steps', '$ a\nb\n\n# c\n$ d\ne'))
  expect(marks[0]?.runs).toEqual([
    { firstLine: 1, lastLine: 1, step: 0 },
    { firstLine: 2, lastLine: 2, step: 1 },
    { firstLine: 3, lastLine: 5, step: 2 },
    { firstLine: 6, lastLine: 6, step: 3 },
  ])
  expect(deck.slides[0]?.steps.map(step => step.kind)).toEqual(['command', 'command', 'command'])
  expect(codeOf(fence('sh steps', 'ls')).problems).toEqual(['attribute-unknown 3:7-12'])
})

test('a step of the block itself stays with the steps', () => {
  const { blocks } = codeOf(fence('sh {step .big}', 'ls'))
  expect(blocks[0]?.data).toMatchObject({ step: 1, attributes: { classes: ['big'] } })
})

test('a wide table in output moves together, also in notes without a word about it', () => {
  const wide = ['CONTAINER ID', 'IMAGE', 'STATUS', 'NAMES'].map(cell => cell.padEnd(30)).join('')
  expect(codeOf(fence('console', `$ docker ps\n${wide}`)).blocks[0]?.value).toBe(
    '$ docker ps\nCONTAINER ID  IMAGE  STATUS  NAMES',
  )
  expect(codeOf(`# A\n\nNote:\n\`\`\`dockefile\nx\n\`\`\``).problems).toEqual([])
})

const file = `# syntax=docker/dockerfile:1\nFROM golang AS build\n# #region run\n  RUN a\n  RUN b\n# #endregion\n`

test('code from a file, whole, by region, by lines', () => {
  const from = (name: string) => codeOf(`# A\n\n<<< ./Dockerfile${name}\n`, { './Dockerfile': file })
  expect(from('').blocks[0]?.value).not.toContain('region')
  expect(from('').marks).toEqual([{ language: 'dockerfile', guessed: false, fileLine: 1, focus: [] }])
  expect(from('#run sh {2} lines').blocks[0]?.value).toBe('RUN a\nRUN b')
  expect(from('#run sh {2} lines').marks).toEqual([
    { language: 'sh', guessed: false, fileLine: 4, numberFrom: 4, focus: [[2]] },
  ])
  expect(from('#L4-L5').blocks[0]?.value).toBe('RUN a\nRUN b')
  expect(from('#nothing').problems).toEqual(['code-region 3:18-25'])
})

test('code that is not there is shown as missing and reported', () => {
  const absent: Asset = { kind: 'absent', rule: 'code-missing', reason: 'the folder has `Dockerfile`' }
  const { blocks, problems } = codeOf('# A\n\n<<< ./dockerfile\n', { './dockerfile': absent })
  expect(blocks[0]?.value).toBe('(code missing: ./dockerfile)')
  expect(problems).toEqual(['code-missing 3:5-17'])
})
