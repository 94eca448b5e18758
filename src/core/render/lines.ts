// Where in the source each element comes from, for pages that lead their author back to it.

import type { Root } from 'hast'
import { eachElement } from './walk.ts'

/**
 * Marks every element whose place is known with `data-line`. Lines count from the slide's first, so that a slide
 * stays what it is when it moves down the file.
 *
 * @param first the line of the source where the slide begins
 */
export function markLines(tree: Root, first: number): void {
  let last: number | undefined
  eachElement(tree, node => {
    const line = node.position?.start.line
    // What says nothing new stays unmarked: the mark of what is around it counts.
    if (line === undefined || line < first || line === last) return
    last = line
    node.properties.dataLine = String(line - first)
  })
}
