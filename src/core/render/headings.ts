// Headings in order: the slide's title first, what stands in the slide below it and without jumps.

import type { Element, Root, RootContent } from 'hast'
import type { VFile } from 'vfile'
import { contextOf } from './context.ts'
import { addClasses, classesOf, isBlank, isElement, wordsOf } from './element.ts'
import { eachElement } from './walk.ts'

const levels = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6']

/** Plugin: gives every heading the level its place demands; a title written as raw HTML is found by its words. */
export function rehypeHeadings() {
  return (tree: Root, file: VFile): void => {
    const { headingBase, title, subtitle } = contextOf(file)
    if (title !== undefined) findTitle(tree, title, subtitle)
    const head = tree.children.find(isTitle)
    const above: number[] = []
    eachElement(tree, node => {
      const level = levels.indexOf(node.tagName) + 1
      if (level === 0) return
      if (node === head) {
        node.tagName = `h${headingBase - 1}`
        return
      }
      while (above.length > 0 && (above.at(-1) ?? 0) >= level) above.pop()
      above.push(level)
      node.tagName = `h${Math.min(6, headingBase + above.length - 1)}`
    })
  }
}

function isTitle(node: RootContent): boolean {
  return isElement(node) && classesOf(node).includes('slide-title')
}

function findTitle(tree: Root, title: string, subtitle: string | undefined): void {
  const top = tree.children.filter((child): child is Element => isElement(child))
  if (top.some(isTitle)) return
  const at = tree.children.findIndex(child => isElement(child, ...levels))
  const heading = tree.children[at]
  if (!isElement(heading) || !sameWords(wordsOf(heading), title)) return
  addClasses(heading, 'slide-title')
  const next = tree.children.slice(at + 1).find(child => !isBlank(child))
  if (subtitle === undefined || !isElement(next, ...levels) || !sameWords(wordsOf(next), subtitle)) return
  next.tagName = 'p'
  addClasses(next, 'slide-subtitle')
  next.properties.role = 'doc-subtitle'
}

function sameWords(a: string, b: string): boolean {
  const plain = (words: string) => words.replace(/\s+/g, ' ').trim()
  return plain(a) === plain(b)
}
