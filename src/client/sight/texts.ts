// The texts of a slide that are on the screen now.

import { scaleOf } from '../fit/measure.ts'

/** One run of text as it is shown. */
export interface ShownText {
  readonly element: HTMLElement
  readonly node: Node
  readonly words: string
  /** One a line. */
  readonly boxes: readonly DOMRect[]
  /** Pixels of the stage. */
  readonly size: number
  readonly isCode: boolean
  readonly style: CSSStyleDeclaration
}

/** What is there for other ears, is the talk's own, or stands for a picture that is reported as missing. */
const apart = '.visually-hidden, .copy, svg, [hidden], .notes, .handout, .missing-picture'

const code = 'pre, code, kbd, samp, tt, .code-title, .missing-src'

/** Whether an element shows at all. */
export function isShown(element: Element): boolean {
  return element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true })
}

/** The texts of a slide, in order. */
export function shownTexts(slide: HTMLElement): ShownText[] {
  const texts: ShownText[] = []
  const walker = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT)
  const range = document.createRange()
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement
    const words = node.textContent ?? ''
    if (!element || !/\S/.test(words) || element.closest(apart) || !isShown(element)) continue
    range.setStart(node, words.search(/\S/))
    range.setEnd(node, words.trimEnd().length)
    const boxes = [...range.getClientRects()].filter(box => box.width > 0 && box.height > 0)
    if (boxes.length === 0) continue
    const style = getComputedStyle(element)
    texts.push({
      element,
      node,
      words: beginning(words),
      boxes,
      size: Number.parseFloat(style.fontSize) * scaleOf(element, slide),
      isCode: element.closest(code) !== null,
      style,
    })
  }
  return texts
}

/** The boxes of the words of a text alone: spaces at the end of a line hang over its edge, and nobody misses them. */
export function wordBoxes(node: Node): DOMRect[] {
  const range = document.createRange()
  return [...(node.textContent ?? '').matchAll(/\S+/g)].flatMap(({ 0: word, index }) => {
    range.setStart(node, index)
    range.setEnd(node, index + word.length)
    return [...range.getClientRects()]
  })
}

/** The beginning of a text, in one line. */
export function beginning(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > 48 ? `${line.slice(0, 47).trimEnd()}…` : line
}
