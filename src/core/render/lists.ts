// Task lists by our classes, their boxes labelled; preformatted text that can be scrolled by keyboard.

import type { Element, Root } from 'hast'
import type { VFile } from 'vfile'
import { contextOf } from './context.ts'
import { classesOf } from './element.ts'
import { eachElement } from './walk.ts'

const ours: Readonly<Record<string, string>> = { 'contains-task-list': 'task-list', 'task-list-item': 'task' }

/** Plugin: names task lists as the theme knows them and says in words whether a box is ticked. */
export function rehypeLists() {
  return (tree: Root, file: VFile): void => {
    const { words } = contextOf(file)
    eachElement(tree, (node: Element) => {
      if (node.tagName === 'ul' || node.tagName === 'ol' || node.tagName === 'li') {
        const classes = classesOf(node)
        if (classes.length > 0) node.properties.className = classes.map(name => ours[name] ?? name)
      } else if (node.tagName === 'input') {
        node.properties.ariaLabel = node.properties.checked ? words.done : words.toDo
      } else if (node.tagName === 'pre') node.properties.tabIndex = 0
    })
  }
}
