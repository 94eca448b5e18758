// From a slide back to its source: Alt-click on anything, or a key for the slide on screen.

import { inClosedDialog, lettersOn } from '../keys.ts'
import { lineWithin, placeInFile } from '../lines.ts'
import type { Desk } from './desk.ts'

/** What the help says of the author's keys. */
export const authorKeys: readonly (readonly [keys: string, meaning: string])[] = [
  ['Alt+click', 'open the source in the editor'],
  ['E', 'open the source of this slide'],
  ['A', 'show or hide the author’s bar'],
]

/**
 * Listens for the author.
 *
 * @param current the slide on screen, in a talk
 */
export function bindSource(root: HTMLElement, current: () => HTMLElement | undefined, desk: Desk): void {
  root.addEventListener(
    'click',
    event => {
      if (!event.altKey || !(event.target instanceof Element)) return
      const slide = event.target.closest<HTMLElement>('section.slide')
      if (!slide) return
      event.preventDefault()
      event.stopPropagation()
      const inFile = placeInFile(event.target)
      if (inFile) desk.editBeside(inFile.path, inFile.line)
      else desk.edit(slide, lineWithin(event.target))
    },
    true,
  )
  document.addEventListener('keydown', event => {
    const { ctrlKey, metaKey, altKey, target } = event
    if (!lettersOn() || document.documentElement.hasAttribute('data-letters-off')) return
    if (ctrlKey || metaKey || altKey || event.defaultPrevented) return
    const fields = 'input, textarea, select, dialog, [contenteditable]'
    if (target instanceof HTMLElement && !inClosedDialog(target) && target.closest(fields)) return
    const key = event.key.toLowerCase()
    if (key === 'a') desk.toggle()
    const slide = key === 'e' ? current() : undefined
    if (slide) desk.edit(slide, 0)
  })
}
