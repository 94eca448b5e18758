import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { read } from '../read.ts'
import { transform } from '../transform.ts'
import { wordsOf } from './words.ts'
import { sketch } from './written.test-aid.ts'

const seed = '../shared/seeds/001_173a91edfafa3b04.txt'
const there = existsSync(seed)
const deck = there ? read({ path: '001.txt', text: readFileSync(seed, 'utf8') }) : undefined
const meant = deck && transform(deck)
const shown = meant?.slides.filter(slide => slide.mergedFrom.length > 0) ?? []
const titled = (title: string) => shown.find(slide => slide.title === title)

test.skipIf(!there)(
  'the runs of a real deck merge, with a step for each state that says something new',
  () => {
    const merged = shown.filter(slide => slide.mergedFrom.length > 1)
    expect(merged.map(slide => [slide.mergedFrom.join(), slide.steps.length])).toEqual([
      ['2,3,4,5', 3],
      ['7,8', 1],
      ['9,10,11,12,13', 4],
      ['14,15,16', 2],
      ['17,18,19,20,21,22', 4],
      ['41,42', 1],
    ])
    expect(shown).toHaveLength(42)
    expect(meant?.diagnostics.filter(problem => problem.rule === 'buildup-duplicate')).toHaveLength(1)
  },
)

test.skipIf(!there)('pictures take each other’s place while the list grows', () => {
  const body = titled('Who am I?')?.body
  expect(body?.children.map(node => node.type)).toEqual(['heading', 'list', 'swap'])
  const swap = body?.children[2]
  expect(swap?.type === 'swap' && swap.children.map(state => [state.from, state.until])).toEqual([
    [0, 1],
    [1, 2],
    [2, 3],
    [3, undefined],
  ])
})

test.skipIf(!there)('a footnote that a later state drops is kept for readers', () => {
  const swap = titled('What is Docker?')?.body.children[2]
  const states = swap?.type === 'swap' ? swap.children : []
  expect(states.map(state => [state.from, state.until, state.keep])).toEqual([
    [1, 2, false],
    [2, 3, true],
    [4, undefined, false],
  ])
  expect(states[1] && sketch(states[1])).toContain('64bit')
})

test.skipIf(!there)('headings under line breaks are titles', () => {
  expect(shown.filter(slide => /^DEMO-\d$/.test(slide.title ?? ''))).toHaveLength(3)
})

test.skipIf(!there)('no word is lost', () => {
  for (const [index, slide] of (deck?.slides ?? []).entries()) {
    const into = shown.find(other => other.mergedFrom.includes(index + 1))
    const words = new Set(wordsOf(into?.body ?? { type: 'root', children: [] }).split(' '))
    expect(
      wordsOf(slide.body)
        .split(' ')
        .filter(word => !words.has(word)),
    ).toEqual([])
  }
})
