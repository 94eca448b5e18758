import type { ElementContent, Root } from 'hast'
import { expect, test } from 'vitest'
import { classesOf, element, isElement } from './element.ts'
import { gatherGrids } from './picture-grid.ts'

const picture = (...more: string[]): ElementContent => element('figure', { className: ['picture', ...more] })
const words = element('p', {})

/** The blocks of a slide after gathering: a grid as how many it holds, anything else as its tag. */
function gathered(...children: ElementContent[]): (string | number)[] {
  const tree: Root = { type: 'root', children }
  gatherGrids(tree)
  return tree.children
    .filter(node => isElement(node))
    .map(node => (classesOf(node).includes('picture-grid') ? node.children.length : node.tagName))
}

test('pictures that follow each other share a grid', () => {
  const blank: ElementContent = { type: 'text', value: '\n' }
  expect(gathered(words, picture(), blank, picture(), blank, picture(), words)).toEqual(['p', 3, 'p'])
})

test('words between pictures part them, and one picture is no grid', () => {
  expect(gathered(picture(), words, picture(), picture())).toEqual(['figure', 'p', 2])
})

test('a picture with a place or a size of its own keeps it', () => {
  expect(gathered(picture('right'), picture(), picture('sized'))).toEqual(['figure', 'figure', 'figure'])
})

test('each slot has its own', () => {
  const slot = element('div', { className: ['slot'] }, [picture(), picture()])
  expect(gathered(element('div', { className: ['slots'] }, [slot]))).toEqual(['div'])
  expect(slot.children).toHaveLength(1)
})
