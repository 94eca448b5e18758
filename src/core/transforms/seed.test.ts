import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { transform } from '../transform.ts'
import { written } from './written.test-aid.ts'

const seed = '../shared/seeds/001_173a91edfafa3b04.txt'

/** Without what only the deck's own parser does: headings without a blank, line breaks right above a heading. */
function aided(text: string): string {
  return text.replace(/^####docker/m, '#### docker').replace(/^<br>\n<br>\n#/gm, '<br>\n<br>\n\n#')
}

test.skipIf(!existsSync(seed))('a real deck merges its build-ups', () => {
  const deck = written(aided(readFileSync(seed, 'utf8')))
  const slides = deck.slides.slice(1).map((slide, index) => ({ ...slide, mergedFrom: [index + 1] }))
  const { slides: shown, diagnostics } = transform({ ...deck, dialect: 'cleaver', slides })
  const merged = shown.filter(slide => slide.mergedFrom.length > 1)
  expect(merged.map(slide => [slide.mergedFrom.join(), slide.steps.length])).toEqual([
    ['2,3,4,5', 3],
    ['7,8', 1],
    ['9,10,11', 2],
    ['12,13', 1],
    ['14,15,16', 2],
    ['17,18,19,20,21,22', 4],
    ['41,42', 1],
  ])
  expect(diagnostics.filter(problem => problem.rule === 'buildup-duplicate')).toHaveLength(1)
})
