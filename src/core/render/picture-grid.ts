// Pictures that follow each other on a slide share its room as a grid.

import type { Element, ElementContent, Root, RootContent } from 'hast'
import { classesOf, element, isBlank, isElement } from './element.ts'

/** Makes a grid of pictures that stand next to each other, on the slide and in its slots. Changes the tree. */
export function gatherGrids(parent: Root | Element): void {
  const children: RootContent[] = []
  let run: RootContent[] = []
  const finish = (): void => {
    const pictures = run.filter(node => isElement(node))
    if (pictures.length < 2) children.push(...run)
    else {
      const grid = element('div', { className: ['picture-grid', `pictures-${Math.min(pictures.length, 9)}`] })
      grid.children = pictures as ElementContent[]
      children.push(grid)
    }
    run = []
  }
  for (const child of parent.children as RootContent[]) {
    if (isGridded(child) || (run.length > 0 && isBlank(child))) {
      run.push(child)
      continue
    }
    finish()
    children.push(child)
    if (isElement(child) && classesOf(child).some(name => name === 'slots' || name === 'slot'))
      gatherGrids(child)
  }
  finish()
  parent.children = children as ElementContent[]
}

/** A picture that its author gave no place and no size of its own. */
function isGridded(node: RootContent): boolean {
  if (!isElement(node, 'figure')) return false
  const names = classesOf(node)
  const own = ['left', 'right', 'center', 'sized', 'placed'].some(name => names.includes(name))
  return names.includes('picture') && !own && !node.children.some(child => isElement(child, 'audio'))
}
