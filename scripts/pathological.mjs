// Documents that are hard on Markdown parsers, after the shapes in the suites of CommonMark's cmark and of markdown-it; run, it
// builds a deck of each at full size beside a hundred plain ones and prints what became of them.

import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './workshop.mjs'

const count = (times, part) => Array.from({ length: times }, (_, index) => part(index)).join('')

/**
 * The cases: name, how often the suites repeat the part that hurts, and the document for a number of repeats.
 *
 * @type {readonly (readonly [name: string, times: number, make: (times: number) => string])[]}
 */
const shapes = [
  ['nested strong emphasis', 65_000, n => `${'*a **a '.repeat(n)}b${' a** a*'.repeat(n)}`],
  ['nested runs of emphasis', 60_000, n => `${'*'.repeat(n)}a${'*'.repeat(n)}`],
  ['emphasis closed, never opened', 65_000, n => 'a_ '.repeat(n)],
  ['emphasis opened, never closed', 65_000, n => '_a '.repeat(n)],
  ['links closed, never opened', 65_000, n => 'a]'.repeat(n)],
  ['links opened, never closed', 65_000, n => '[a'.repeat(n)],
  ['openers and closers that do not match', 50_000, n => '*a_ '.repeat(n)],
  ['openers, then closers of both kinds', 20_000, n => '*a '.repeat(n) + '_a*_ '.repeat(n)],
  ['openers and closers in threes', 50_000, n => `a**b${'c* '.repeat(n)}`],
  ['link openers and emphasis closers', 50_000, n => '[ a_'.repeat(n)],
  ['emphasis of both kinds at once', 50_000, n => '**_* '.repeat(n)],
  ['brackets and parentheses', 80_000, n => '[ (]('.repeat(n)],
  ['empty pictures in pictures', 160_000, n => '![[]()'.repeat(n)],
  ['a link that crosses emphasis', 20_000, n => '**x [a*b**c*](d) '.repeat(n)],
  ['nested brackets', 50_000, n => `${'['.repeat(n)}a${']'.repeat(n)}`],
  ['nested quotes', 50_000, n => `${'> '.repeat(n)}a`],
  ['nested quotes with emphasis', 100_000, n => `${'>'.repeat(n)}${'a*'.repeat(n)}`],
  ['lists in lists, a line each', 1_000, n => count(n, depth => `${'  '.repeat(depth)}* a\n`)],
  ['lists in lists, on one line', 30_000, n => `${'- '.repeat(n)}x`],
  ['blank lines under lists in lists', 30_000, n => `${'- '.repeat(n)}x${'\n'.repeat(n)}`],
  ['NUL', 60_000, n => 'abc\u0000de\u0000'.repeat(n)],
  ['runs of backticks, each longer', 2_500, n => count(n, length => `e${'`'.repeat(length)}`)],
  ['backslashes between backticks', 50_000, n => '``\\``'.repeat(n)],
  ['unclosed links with angles', 30_000, n => '[a](<b'.repeat(n)],
  ['unclosed links', 30_000, n => '[a](b'.repeat(n)],
  ['unclosed comments', 300_000, n => `</${'<!--'.repeat(n)}`],
  ['unclosed instructions', 300_000, n => `a ${'<?'.repeat(n)}`],
  ['unclosed declarations', 300_000, n => `a ${'<!A '.repeat(n)}`],
  ['unclosed CDATA', 100_000, n => `a ${'<![CDATA['.repeat(n)}`],
  ['angles around an address', 400_000, n => `${'<'.repeat(n)}x${'>'.repeat(n)}`],
  ['blanks inside a line', 150_000, n => `x${' '.repeat(n)}x  \nx`],
  ['definitions of one label', 40_000, n => '[a]: u\n'.repeat(n)],
  [
    'definitions, each used',
    20_000,
    n => count(n, index => `[l${index}]: u\n`) + count(n, index => `[l${index}] `),
  ],
  ['tables of one line', 30_000, n => 'aaa\rbbb\n-\v\n'.repeat(n)],
  ['a row of many cells', 50_000, n => `|${'a|'.repeat(n)}\n|${'-|'.repeat(n)}\n|${'b|'.repeat(n)}\n`],
  ['an address with asterisks', 70_000, n => `"http://x/${'*'.repeat(n)}a"`],
]

/**
 * Documents at a part of their full size.
 *
 * @param {number} scale 1 is what the suites have
 * @returns {{ name: string, text: string }[]}
 */
export function pathological(scale) {
  return shapes.map(([name, times, make]) => ({ name, text: make(Math.max(1, Math.round(times * scale))) }))
}

/** Where in a deck such a document may stand. */
export const stands = {
  slide: text => `# Before\n\n--\n\n## Trap\n\n${text}\n\n--\n\n## After\n`,
  deck: text => text,
  notes: text => `# Before\n\n--\n\n## Trap\n\nwords\n\nNote:\n${text}\n\n--\n\n## After\n`,
  head: text => `---\ntitle: ${JSON.stringify(text)}\n---\n\n# A talk\n`,
}

/**
 * Builds all cases and plain decks beside them.
 *
 * @param {string} program the built command line
 * @param {string} folder an empty one
 * @param {{ scale: number, where: keyof typeof stands, siblings: number }} ask
 * @returns what became of each case, and how many of the plain decks came to a page
 */
export function buildPathological(program, folder, { scale, where, siblings }) {
  const cases = pathological(scale)
  mkdirSync(join(folder, 'decks'))
  const nameOf = index => `decks/case-${String(index).padStart(2, '0')}.md`
  for (const [index, { text }] of cases.entries()) {
    writeFileSync(join(folder, nameOf(index)), stands[where](text))
  }
  for (let index = 0; index < siblings; index++) {
    writeFileSync(
      join(folder, `decks/plain-${index}.md`),
      `# Plain ${index}\n\n--\n\n## Words\n\n- one\n- two\n`,
    )
  }
  const done = spawnSync(process.execPath, [program, 'build', '--json', '--no-cache'], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  })
  if (done.status !== 0 && done.status !== 1)
    throw new Error(`The build failed:\n${done.stderr.slice(0, 4000)}`)
  const { decks, diagnostics } = JSON.parse(done.stdout)
  const outcomes = cases.map(({ name }, index) => {
    const deck = decks.find(({ file }) => file === nameOf(index))
    const error = diagnostics.find(({ file, severity }) => file === nameOf(index) && severity === 'error')
    return { name, ms: deck.ms, slides: deck.slides, error }
  })
  const plain = decks.filter(({ file, slides }) => file.startsWith('decks/plain') && slides === 2)
  return { outcomes, plain: plain.length }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const said = name => process.argv.find(word => word.startsWith(`--${name}=`))?.split('=')[1]
  const folder = mkdtempSync(join(tmpdir(), 'deckhand-'))
  const ask = { scale: Number(said('scale') ?? 1), where: said('where') ?? 'slide', siblings: 100 }
  const { outcomes, plain } = buildPathological(join(root, 'lib', 'cli.cjs'), folder, ask)
  rmSync(folder, { recursive: true })
  for (const { name, ms, slides, error } of outcomes) {
    const end = error ? `${error.rule}, line ${error.line}` : `a page of ${slides}`
    const verdict = ms <= 5000 && (slides > 0 || error?.line > 0) ? '' : '  ← too slow, or without a place'
    console.log(`${String(ms).padStart(6)} ms  ${name}: ${end}${verdict}`)
  }
  console.log(`${plain} of ${ask.siblings} plain decks beside them came to a page`)
}
