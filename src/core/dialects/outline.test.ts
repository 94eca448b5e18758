// Outlines: which headings become slides of their own, and two real documents, unedited, where they lie beside the repository.

import { describe, expect, test } from 'vitest'
import { read } from '../read.ts'
import { splitLines } from '../syntax/lines.ts'
import { seeds } from './fixtures.test-aid.ts'
import { findHeadings, lineDepth } from './outline/headings.ts'

const shape = (text: string) =>
  read({ path: 'page.md', text }, { dialect: 'outline' }).slides.map(({ title, layout, body }) => {
    const inner = body.children.flatMap(node => (node.type === 'heading' ? [node.depth] : []))
    return `${layout === 'section' ? '§ ' : ''}${title ?? '–'} ${inner.join('')}`
  })

describe('the heading tree', () => {
  test('goes on with the title where one heading right under it holds all the rest', () => {
    expect(shape('# A\n## B\n\n### C\n\nx\n\n### D\n\ny')).toEqual(['A 12', 'C 3', 'D 3'])
    expect(shape('# A\n## B\n\nx\n\n## C\n\ny')).toEqual(['A 1', 'B 2', 'C 2'])
    expect(shape('# A\n## B\n\nx')).toEqual(['A 1', 'B 2'])
  })

  test('of a small part stays inside of its slide', () => {
    expect(shape('# A\n\n## B\n\nx\n\n### C\n\ny\n\n#### D\n\nz\n\n## E\n\nx')).toEqual([
      'A 1',
      'B 234',
      'E 2',
    ])
  })

  test('of a part with times does not', () => {
    expect(shape('# A\n\n## B\n\nx\n\n### C (5min)\n\ny\n\n## E\n\nx')).toEqual([
      'A 1',
      '§ B 2',
      'C 3',
      'E 2',
    ])
  })

  test('has breaks as sections, whatever little is said of them', () => {
    expect(shape('# A\n\n## B\n\nx\n\n## Lunch (12 - 1pm)\n\nSoup.\n\n## C (1pm)\n\nx')).toEqual([
      'A 1',
      'B 2',
      '§ Lunch 2',
      'C 2',
    ])
  })

  test('makes sections of headings with nothing under them, and of those with little and more below', () => {
    const long = 'Words that go on for long. '.repeat(40)
    expect(
      shape(
        `# A\n\n## B\n\n## C\n\nx\n\n### D\n\n${long}\n\n### E\n\n${long}\n\n## F\n\n${long}\n\n### G\n\n${long}`,
      ),
    ).toEqual(['A 1', '§ B 2', '§ C 2', 'D 3', 'E 3', 'F 2', 'G 3'])
  })

  test('of any depth, with levels left out, loses none', () => {
    expect(shape('### A\n\nx\n\n# B\n\n###### C\n\n## D\n\n#### E\n\n# F\n\nx')).toEqual([
      'A 3',
      '§ B 1',
      '§ C 6',
      '§ D 2',
      '§ E 4',
      'F 1',
    ])
  })
})

describe('headings by lines', () => {
  test.each([
    ['# a', 1],
    ['   ## a', 2],
    ['####docker run', 4],
    ['<h3 class="x">a</h3>', 3],
    ['    # a', undefined],
    ['#a', undefined],
    ['#', undefined],
    ['#!/bin/sh', undefined],
    ['##+begin', undefined],
    ['####### a', undefined],
  ])('%s', (text, depth) => {
    expect(lineDepth(text)).toBe(depth)
  })

  test('are underlined paragraphs, and nothing else that stands above a line', () => {
    const at = (text: string) => findHeadings(splitLines(text)).map(({ index, depth }) => `${index}:${depth}`)
    expect(at('a\n===\n\nb\nc\n---')).toEqual(['0:1', '3:2'])
    expect(at('- a\n---\n\n> b\n---\n\n| a |\n|--|\n\n---\n\n***\n---\n\n    a\n---')).toEqual([])
    expect(at('- a\n  # of the item\n\n# not of the item')).toEqual(['3:1'])
  })
})

const workshop = seeds.find(({ path }) => path.startsWith('000_'))
const notes = seeds.find(({ path }) => path.startsWith('002_'))

describe('real documents', () => {
  test.skipIf(!workshop)('the page of a workshop has a slide for each part', () => {
    const deck = read(workshop ?? { path: '', text: '' })
    expect(deck.dialect).toBe('outline')
    expect(deck.slides).toHaveLength(26)
    expect(deck.slides[0]?.body.children.map(({ type }) => type)).toEqual(['heading', 'heading'])
    expect(deck.slides.filter(({ layout }) => layout === 'section').map(({ title }) => title)).toEqual([
      'Syllabus',
      'Lunch',
    ])
    expect(deck.diagnostics).toEqual([])
  })

  test.skipIf(!notes)('a page of notes has a slide for each heading, empty ones too', () => {
    const deck = read(notes ?? { path: '', text: '' })
    expect(deck.dialect).toBe('outline')
    expect(deck.slides).toHaveLength(16)
    expect(deck.diagnostics).toEqual([])
  })
})
