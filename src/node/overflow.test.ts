import { expect, test } from 'vitest'
import { read, type SlideMeasure, transform } from '../core/index.ts'
import { outlineOf } from './outline.ts'
import { overflowProblems } from './overflow.ts'

const fine: SlideMeasure = {
  key: 'a',
  layout: 'content',
  fit: 'shrink',
  step: 0,
  tightened: false,
  raised: false,
  columns: 1,
  scale: 1,
  overflow: 0,
  block: null,
  cut: 0,
  smallestText: 32,
  smallestCode: null,
  smallestWords: '',
  alone: false,
  side: null,
  title: { x: 72, y: 56 },
}
const full: SlideMeasure = { ...fine, overflow: 62, scale: 0.9, block: 'code 2' }

function problems(head: string, measure: SlideMeasure): string[] {
  const text = `---\n${head}\n---\n\n-- {#a}\n\n# A\n\n\`\`\`\none\n\`\`\`\n\n\`\`\`\ntwo\n\`\`\`\n`
  const outline = outlineOf(transform(read({ path: 'talk.md', text })))
  return overflowProblems(outline, [measure]).map(
    ({ position, severity, message, note }) => `${position?.start.line} ${severity} ${message}. ${note}`,
  )
}

test('a slide that had to be scaled is told, with the block and where it is written', () => {
  expect(problems('title: A', full)).toEqual([
    '13 info `#/a` is 62 px too full through its code number 2; it is shown at 90 %. Split the slide or shorten it; `fit: warn` or `fit: error` in the front matter makes this count.',
  ])
  expect(problems('title: A', fine)).toEqual([])
})

test('how bad it is is what the deck says', () => {
  expect(problems('fit: warn', full)[0]).toContain('warning')
  expect(problems('fit: error', full)[0]).toMatch(/ error .*90 %. Split the slide or shorten it\.$/)
  expect(problems('fit: off', full)).toEqual([])
})

test('what is cut off is said', () => {
  expect(problems('fit: warn', { ...full, cut: 8, block: null })[0]).toContain(', and 8 px are cut off')
})
