// Runs through an edit before there is one, where nobody sees it: code that has run once is quick.

import { patch } from './patch.ts'

/**
 * Patches a copy of a slide in a document that shows nothing and loads nothing, when the browser has nothing to do.
 *
 * @param slide any slide of the talk
 * @param renewed as for `patch`
 */
export function rehearseSoon(slide: HTMLElement | undefined, renewed: (section: HTMLElement) => void): void {
  if (!slide) return
  const idle = window.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 60))
  idle(() => {
    const root = document.implementation.createHTMLDocument('').createElement('main')
    const holder = root.ownerDocument.createElement('div')
    holder.className = 'slides'
    root.append(holder)
    const copy = root.ownerDocument.importNode(slide, true)
    // What the client has set may not be written: the policy forbids styles in HTML.
    for (const each of [copy, ...copy.querySelectorAll('[style]')]) each.removeAttribute('style')
    const html = { rehearsal: copy.outerHTML }
    copy.removeAttribute('data-hash')
    // What is different is looked for where something is.
    copy.querySelector('li, p, h1, h2')?.append('…')
    holder.append(copy)
    const slides = [{ hash: 'rehearsal', key: copy.id, below: false }]
    patch(root, { slug: '', face: '', css: '', slides, html }, renewed)
  })
}
